"""Who carries what: promised between what was decided and the end of doing, shown by role, kept or not, in no equation."""

from dataclasses import replace

import pytest

from game.engine.bots.promising import bot_promise
from game.engine.bots.seat import bot_choice
from game.engine.debrief.played import of_file, of_table
from game.engine.debrief.series import story
from game.engine.gamefile.reading import parse
from game.engine.gamefile.writing import game_file
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.screens.panel import Unpromised, panel_room, panel_tile
from game.engine.screens.parts import Promised as PromisedLine
from game.engine.screens.player import mine, table_part
from game.engine.screens.room import Room, SeatPresence, TableRoom
from game.engine.table.journal import PhaseClosed as Closed
from game.engine.table.journal import Promised, SeatAdded, SetUp, replay
from game.engine.table.moves import close_phase, end, fill
from game.engine.table.phases import Phase
from game.engine.table.promises import RolePromises, did, may_promise, promise
from tests.engine.builders import CALM, acted, acting, choose, opened, round_played, setup

GREEN = (True, False, False, False)
NOTHING = (False,) * 4
ROOM = Room(
    step=1,
    phase=Phase.ACT,
    round=1,
    rounds=6,
    silent=False,
    title="",
    code="",
    address="",
    scenario="street",
)


def table_room(seats: int = 7) -> TableRoom:
    return TableRoom(1, tuple(SeatPresence(seat) for seat in range(seats)))


def talking(**changes):
    return acting(opened(talk_from=1, **changes))


def test_each_seat_may_promise_any_task_and_take_it_back():
    state = promise(promise(talking(), 3, GREEN), 4, (True,) * 4)
    assert state.promises == (None, None, None, GREEN, (True,) * 4, None, None)
    assert promise(state, 3, NOTHING).promises[3] == NOTHING


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (acting(), "wrong_phase"),
        (opened(talk_from=1), "wrong_phase"),
        (acting(opened(talk_from=2)), "wrong_phase"),
        (close_phase(talking(), CALM), "wrong_phase"),
        (end(talking()), "wrong_phase"),
    ],
    ids=["a game without", "before it is decided", "a silent round", "after doing", "an ended game"],
)
def test_nothing_can_be_promised_without_talking_or_outside_act(state, code):
    assert not may_promise(state)
    with pytest.raises(Refused) as refused:
        promise(state, 3, GREEN)
    assert refused.value.code == code


def test_a_promise_is_about_every_task_and_of_a_seat_that_is_there():
    with pytest.raises(Refused, match="unknown_task"):
        promise(talking(), 3, GREEN[:3])
    with pytest.raises(Refused, match="not_seated"):
        promise(talking(), 7, GREEN)


def test_the_table_sees_per_task_how_many_of_which_chair_and_what_nobody_does():
    state = promise(promise(promise(talking(), 0, (False, True, False, False)), 1, GREEN), 3, GREEN)
    lines = [task.promised for task in table_part(state, ROOM, table_room()).tasks]
    assert lines == [
        PromisedLine(municipality=0, professionals=1, residents=1, nobody=False),
        PromisedLine(municipality=1, professionals=0, residents=0, nobody=True),
        PromisedLine(municipality=0, professionals=0, residents=0, nobody=True),
        PromisedLine(municipality=0, professionals=0, residents=0, nobody=True),
    ]
    assert mine(state, ROOM, table_room(), 3).promise == GREEN
    assert mine(state, ROOM, table_room(), 4).promise == NOTHING
    assert panel_tile(state, table_room(), state.setup.roles).unpromised == Unpromised(3, 4)
    tables = ((state, table_room()), (talking(), table_room()))
    assert panel_room(ROOM, tables).unpromised == Unpromised(7, 8)


def test_without_talking_no_screen_speaks_of_promises():
    state = acting()
    assert [task.promised for task in table_part(state, ROOM, table_room()).tasks] == [None] * 4
    assert mine(state, ROOM, table_room(), 3).promise is None
    assert panel_tile(state, table_room(), state.setup.roles).unpromised is None
    assert panel_room(ROOM, ((state, table_room()), (None, table_room()))).unpromised is None


def test_the_outcome_has_them_beside_what_was_done_and_the_next_round_begins_without():
    state = close_phase(promise(talking(), 3, GREEN), CALM)
    assert table_part(state, ROOM, table_room()).tasks[0].promised == PromisedLine(0, 0, 1, False)
    assert mine(state, ROOM, table_room(), 3).promise == GREEN
    following = close_phase(state, ())
    assert following.promises == ()
    assert table_part(following, ROOM, table_room()).tasks[0].promised is None


def test_kept_is_an_evening_work_or_an_eye_on_it():
    rules = talking().setup.rules
    assert {
        role: [act for act in rules.choices.act_words[role] if did(rules, role, act)] for role in Role
    } == {
        Role.MUNICIPALITY: ["visit", "inspect"],
        Role.PROFESSIONAL: ["take_over", "together"],
        Role.RESIDENT: ["join"],
    }


def test_promised_stands_beside_done():
    state = promise(promise(talking(), 3, (True, True, False, False)), 4, GREEN)
    state = choose(state, 3, acted("join", "wait", "wait", "wait"))
    state = choose(state, 5, acted("join", "wait", "wait", "wait"))
    state = close_phase(close_phase(state, CALM), ())
    green, safety, *_ = story(state).rounds[0].tasks
    assert green.promises == (
        RolePromises(Role.MUNICIPALITY, 0, 0, 0),
        RolePromises(Role.PROFESSIONAL, 0, 0, 2),
        RolePromises(Role.RESIDENT, 2, 1, 2),
    )
    assert safety.promises[2] == RolePromises(Role.RESIDENT, promised=1, kept=0, did=0)
    assert [task.promises for task in story(round_played()).rounds[0].tasks] == [()] * 4


def test_promises_change_no_figure_and_travel_in_the_game_file():
    calm = close_phase(close_phase(talking(), CALM), ())
    state = close_phase(close_phase(promise(talking(), 3, GREEN), CALM), ())
    assert state.played[0].result == calm.played[0].result
    assert game_file(state)["rounds"][0]["residents"][0]["promise"] == list(GREEN)
    assert of_file(parse(game_file(state))) == of_table(state)


def test_a_journal_leads_back_to_what_was_promised():
    start = opened(talk_from=1)
    entries = [SetUp(start.setup), Closed(Phase.AGREE, 1, fill(start)), Promised(3, GREEN)]
    state = replay(entries)
    assert state.promises[3] == GREEN
    shared = replay([*entries, SeatAdded(Role.PROFESSIONAL)])
    assert [said for said in shared.promises if said] == [GREEN]
    assert len(shared.promises) == len(shared.setup.roles)


def bots_of(seed: int):
    """Give every bot of a table its act and then its promise, as they are made when act opens."""
    state = acting(opened(talk_from=1, seed=seed))
    for seat in range(len(state.setup.roles)):
        state = choose(state, seat, bot_choice(state, seat))
        yield state, seat, bot_promise(state, seat)


def test_a_bot_promises_what_it_will_mostly_keep():
    kept = {role: [0, 0] for role in Role}
    for seed in range(60):
        for state, seat, said in bots_of(seed):
            role = state.setup.roles[seat]
            acts = state.picks[seat].choice.act
            for act, is_said in zip(acts, said, strict=True):
                kept[role][0] += is_said
                kept[role][1] += is_said and did(state.setup.rules, role, act)
    assert all(kept[role][0] > 100 for role in (Role.PROFESSIONAL, Role.RESIDENT)), kept
    assert all(0.75 * promised <= done for promised, done in kept.values()), kept
    assert kept[Role.RESIDENT][1] < kept[Role.RESIDENT][0], "now and then one is broken"


def test_a_bots_promise_is_the_same_however_often_it_is_asked():
    assert list(bots_of(3)) == list(bots_of(3))


def test_a_game_from_before_there_were_promises_goes_on():
    assert setup().talk_from is None
    state = replace(round_played(), promises=())
    assert [task.promises for task in story(state).rounds[0].tasks] == [()] * 4
