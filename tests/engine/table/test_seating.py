"""One more seat in round 1: the street keeps four households, nobody's choice moves, and a journal leads to the same."""

import pytest

from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.table.journal import (
    Chose,
    JournalError,
    PhaseClosed,
    SeatAdded,
    SetUp,
    SteppedBack,
    Undone,
    replay,
)
from game.engine.table.moves import Ready, apply, close_phase, fill, open_table
from game.engine.table.phases import Phase, back_targets
from game.engine.table.seating import add_seat
from game.engine.table.state import Picks
from tests.engine.builders import CALM, acted, choose, decided, proposed, setup

HOUSEHOLDS = 4
FEW = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4


def closed(state, draws=()):
    return PhaseClosed(state.phase, state.round, fill(state), draws)


def households(state):
    return state.setup.roles.count(Role.RESIDENT)


def test_a_resident_takes_the_place_of_a_neighbour():
    table = open_table(setup(roles=FEW, neighbours=2))
    first, second = range(len(table.setup.roles))[-2:]
    table = choose(
        choose(table, first, proposed(*["residents"] * 4)), second, proposed(*["professionals"] * 4)
    )
    after = add_seat(table, Role.RESIDENT)
    assert (after.setup.neighbours, households(after)) == (1, HOUSEHOLDS)
    assert after.setup.roles == table.setup.roles
    assert after.picks[first] == Picks(), "the new seat has chosen nothing"
    assert after.picks[second] == table.picks[second], "the neighbour that stays keeps its choice"


@pytest.mark.parametrize("role", [Role.MUNICIPALITY, Role.PROFESSIONAL])
def test_another_role_comes_before_the_neighbours(role):
    table = open_table(setup(roles=FEW, neighbours=2))
    real = len(table.setup.roles) - 2
    table = choose(table, real, proposed(*["residents"] * 4))
    after = add_seat(table, role)
    assert after.setup.roles == (*table.setup.roles[:real], role, Role.RESIDENT, Role.RESIDENT)
    assert (after.picks[real], after.picks[real + 1]) == (Picks(), table.picks[real])
    assert households(after) == HOUSEHOLDS


def test_with_four_residents_a_fifth_comes_last_and_nobody_else_moves():
    table = apply(choose(open_table(setup()), 0, decided("residents")), Ready(0, True))
    after = add_seat(table, Role.RESIDENT)
    assert after.picks == (*table.picks, Picks())
    assert (after.ready, households(after)) == ({0}, 5)


def test_in_act_the_new_seat_changes_nothing_that_was_asked_or_decided():
    table = close_phase(choose(open_table(setup()), 0, decided("professionals")), ())
    for role in Role:
        after = add_seat(table, role)
        assert after.agreement == table.agreement
        outcome = close_phase(after, CALM)
        assert outcome.outcome is not None
        assert outcome.outcome.agreement == table.agreement
        assert [filled.choice.propose for filled in after.agreed if filled.choice.propose] == [
            filled.choice.propose for filled in table.agreed if filled.choice.propose
        ]


def test_seats_are_fixed_from_the_outcome_of_round_1_on():
    table = open_table(setup())
    for _ in range(2):
        table = close_phase(table, CALM)
    with pytest.raises(Refused, match="seats_fixed"):
        add_seat(table, Role.RESIDENT)
    with pytest.raises(Refused, match="seats_fixed"):
        add_seat(close_phase(table, ()), Role.RESIDENT)


def test_twelve_seats_is_full():
    table = open_table(setup())
    for _ in range(12 - len(table.setup.roles)):
        table = add_seat(table, Role.RESIDENT)
    with pytest.raises(Refused, match="seats_full"):
        add_seat(table, Role.RESIDENT)


def in_act():
    agree = choose(open_table(setup()), 0, decided("professionals"))
    return [SetUp(setup()), Chose(0, decided("professionals")), closed(agree)]


def test_a_journal_with_a_new_seat_leads_to_the_same_table_on_every_way_back():
    entries = [*in_act(), SeatAdded(Role.RESIDENT)]
    new = len(setup().roles)
    assert replay(entries) == add_seat(replay(in_act()), Role.RESIDENT)
    again = replay([*entries, SteppedBack(Phase.AGREE, 1)])
    assert again == add_seat(open_table(setup()), Role.RESIDENT)
    undone = replay([*entries, Undone()])
    assert undone == add_seat(choose(open_table(setup()), 0, decided("professionals")), Role.RESIDENT)
    chosen = replay([*entries, Chose(new, acted("join", None, None, None))])
    assert chosen.picks[new].choice == acted("join", None, None, None)


def test_what_has_no_such_seat_cannot_be_led_back_to():
    outcome = [*in_act(), closed(replay(in_act()), CALM)]
    entries = [*outcome, SteppedBack(Phase.AGREE, 1), SeatAdded(Role.RESIDENT)]
    assert replay(entries) == add_seat(open_table(setup()), Role.RESIDENT)
    with pytest.raises(JournalError, match="no change of phase"):
        replay([*entries, Undone()])


def test_back_in_the_lobby_a_table_has_no_state_until_it_is_set_up_again():
    entries = [*in_act(), SteppedBack(Phase.LOBBY, 0)]
    with pytest.raises(JournalError, match="lobby"):
        replay(entries)
    with pytest.raises(JournalError, match="set-up"):
        replay([*entries, Chose(0, decided("residents"))])
    other = setup(roles=(*FEW, Role.RESIDENT))
    assert replay([*entries, SetUp(other)]) == open_table(other)
    with pytest.raises(JournalError, match="no change of phase"):
        replay([*entries, SetUp(other), Undone()])


@pytest.mark.parametrize(
    ("phase", "round", "possible"),
    [
        (Phase.LOBBY, 0, False),
        (Phase.AGREE, 1, True),
        (Phase.ACT, 1, True),
        (Phase.OUTCOME, 1, True),
        (Phase.DEBRIEF, 0, True),
        (Phase.DEBRIEF, 1, False),
        (Phase.AGREE, 2, False),
        (Phase.OUTCOME, 2, False),
        (Phase.CLOSED, 0, False),
    ],
)
def test_the_lobby_can_be_gone_back_to_before_the_first_round_is_closed(phase, round, possible):
    assert ((Phase.LOBBY, 0) in back_targets(phase, round)) is possible
