"""Who sees when what is asked: bots after people, a phone after its own tap, the projector when everybody has spoken."""

import pytest

from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice, Deal, Holder
from game.engine.model.values import By
from game.engine.screens import panel, player, projector
from game.engine.screens.observer import observer_mine
from game.engine.screens.parts import Asked
from game.engine.screens.room import SeatPresence, TableRoom
from game.engine.screens.tally import Proposed
from game.engine.table.moves import Choose, Ready, apply, close_phase
from tests.engine.builders import ROLES, acting, choose, opened, proposed
from tests.engine.screens.test_screens import room

NONE = Asked(0, 0, 0)
HIDDEN = (None,) * 4
# Of ROLES: 0 municipality, 1 and 2 professionals, 3 to 6 residents.
MIXED, OURS = Asked(0, 1, 0), Asked(1, 0, 0)
DECIDED = Choice(deals=(Deal(Holder.RESIDENTS), None, None, None))


def table(*people: int, bots: tuple[int, ...] = ()) -> TableRoom:
    """Return a table with people on these seats and bots on the others; `bots` of them stand in for somebody."""
    seats = range(len(ROLES))
    return TableRoom(
        1,
        tuple(
            SeatPresence(s, f"p{s}" if s in people else "", s not in people or s in bots, True) for s in seats
        ),
    )


def with_bots(state, here: TableRoom):
    """Return `state` with a proposal for a mixed group by every bot on a chair that proposes."""
    for who in here.seats[1:]:
        if who.bot:
            state = apply(state, Choose(who.seat, proposed(*["together"] * 4), By.BOT))
    return state


def on_phone(state, here, seat):
    part = player.table_part(state, room(), here)
    assert {task.asked for task in part.tasks} == {None}, "the part that all phones get has no count"
    return player.mine(state, room(), here, seat).asked


def on_projector(state, here):
    return tuple(task.asked for task in projector.board(state, here).tasks)


def on_panel(state, here):
    return panel.panel_tile(state, here, ROLES).asked


def test_bots_are_counted_only_after_the_first_person():
    here = table(0, 3, 4)
    state = with_bots(opened(), here)
    assert on_panel(state, here) == (NONE,) * 4
    state = choose(state, 3, proposed("residents", None, None, None))
    assert on_panel(state, here) == (Asked(1, 4, 0), *[Asked(0, 4, 0)] * 3)


def test_at_a_table_without_people_bots_count_at_once():
    here = table()
    assert on_panel(with_bots(opened(), here), here) == (Asked(0, 6, 0),) * 4
    assert on_projector(with_bots(opened(), here), here) == (Asked(0, 6, 0),) * 4
    stood_in = table(3, bots=(3,))
    assert on_panel(with_bots(opened(), stood_in), stood_in) == (Asked(0, 6, 0),) * 4


def test_a_person_who_spoke_and_left_was_the_first_all_the_same():
    state = choose(with_bots(opened(), table(0, 3, 4)), 3, proposed("residents", None, None, None))
    assert on_panel(state, table(0, 4))[0] == Asked(1, 4, 0)


def test_when_only_the_municipality_is_a_person_its_own_tap_brings_the_bots():
    here = table(0)
    state = with_bots(opened(), here)
    assert (on_panel(state, here), on_projector(state, here)) == ((NONE,) * 4, HIDDEN)
    state = choose(state, 0, DECIDED)
    assert on_phone(state, here, 0) == (Asked(0, 6, 0), None, None, None)
    assert on_projector(state, here) == HIDDEN
    assert on_projector(apply(state, Ready(0, True)), here) == (Asked(0, 6, 0),) * 4


def test_a_phone_sees_the_count_of_a_task_after_its_own_tap_there():
    here = table(0, 1, 2, 3, 4, 5, 6)
    state = choose(opened(), 4, proposed(*["together"] * 4))
    assert on_phone(state, here, 3) == HIDDEN
    assert on_phone(state, here, 0) == HIDDEN
    state = choose(state, 3, proposed(None, "residents", None, None))
    assert on_phone(state, here, 3) == (None, Asked(1, 1, 0), None, None)
    assert on_phone(choose(state, 0, DECIDED), here, 0) == (MIXED, None, None, None)
    assert on_phone(apply(state, Ready(5, True)), here, 5) == (MIXED, Asked(1, 1, 0), MIXED, MIXED)


def test_what_a_bot_chose_for_a_seat_opens_nothing_for_its_person():
    here = table(0, 3, 4)
    state = apply(
        choose(opened(), 4, proposed(*["together"] * 4)), Choose(3, proposed(*["residents"] * 4), By.BOT)
    )
    assert on_phone(state, here, 3) == HIDDEN


def test_the_projector_shows_it_when_everybody_has_spoken():
    here = table(0, 3, 4)
    state = choose(opened(), 3, proposed(*["residents"] * 4))
    state = choose(state, 4, proposed("together", None, None, None))
    assert on_projector(state, here) == HIDDEN
    whole = choose(state, 4, proposed(*["together"] * 4))
    assert on_projector(whole, here) == (Asked(1, 1, 0),) * 4
    assert on_projector(apply(state, Ready(4, True)), here) == (Asked(1, 1, 0), OURS, OURS, OURS)


def test_the_projector_counts_who_has_said_what_they_ask_until_agree_closes():
    here, state = table(0, 3, 4), opened()
    counts = [projector.board(state, here).proposed]
    state = choose(state, 3, proposed("together", None, None, None))
    counts.append(projector.board(state, here).proposed)
    state = choose(state, 3, proposed(*["together"] * 4))
    counts.append(projector.board(state, here).proposed)
    state = apply(state, Ready(4, True))
    counts.append(projector.board(state, here).proposed)
    assert counts == [Proposed(0, 2), Proposed(0, 2), Proposed(1, 2), Proposed(2, 2)]
    assert projector.board(acting(), here).proposed is None


def test_who_looks_on_sees_what_the_projector_shows():
    here = table(3, 4)
    state = choose(opened(), 3, proposed(*["residents"] * 4))
    assert observer_mine(state, room(), here, "Mol", {}).asked == ()
    assert observer_mine(apply(state, Ready(4, True)), room(), here, "Mol", {}).asked == (OURS,) * 4
    assert observer_mine(acting(state), room(), here, "Mol", {}).asked == ()


def test_when_agree_closes_everything_is_known_bots_too():
    here = table(0, 3, 4)
    state = close_phase(with_bots(opened(), here), ())
    asked = tuple(task.asked for task in player.table_part(state, room(), here).tasks)
    assert asked == on_projector(state, here) == on_panel(state, here) == (Asked(0, 6, 0),) * 4
    assert player.mine(state, room(), here, 3).asked == ()


@pytest.mark.parametrize("number", range(1, 6))
def test_bots_do_not_all_ask_alike(number: int):
    state = opened(number=number)
    asked = {bot_choice(state, seat).propose for seat in range(1, 7)}
    assert len(asked) > 3
    assert {holder for one in asked for holder in one} == set(Holder)
