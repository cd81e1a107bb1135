"""A journal leads back to the state it came from, through steps back, pauses and early ends."""

import pytest

from game.engine.table.journal import (
    Chose,
    Ended,
    GameClosed,
    JournalError,
    Paused,
    PhaseClosed,
    Readied,
    SetUp,
    SteppedBack,
    replay,
)
from game.engine.table.moves import fill, open_table
from game.engine.table.phases import Phase
from tests.engine.builders import CALM, acted, acting, choose, decided, in_outcome, setup


def closed(state, draws=()):
    return PhaseClosed(state.phase, state.round, fill(state), draws)


def first_round():
    agree = choose(open_table(setup()), 0, decided("professionals"))
    act = acting(open_table(setup()), holder="professionals")
    acted_on = choose(act, 3, acted("join", None, None, "claim"))
    return [
        SetUp(setup()),
        Chose(0, decided("professionals")),
        Readied(0, True),
        closed(agree),
        Chose(3, acted("join", None, None, "claim")),
        closed(acted_on, CALM),
    ]


def test_replay_leads_to_the_state():
    state = replay(first_round())
    assert (state.phase, state.round) == (Phase.OUTCOME, 1)
    assert state.acted[3].choice == acted("join", "wait", "wait", "claim")


def test_a_closing_entry_needs_no_taps():
    taps = (Chose, Readied)
    without = [entry for entry in first_round() if not isinstance(entry, taps)]
    assert replay(without).outcome == replay(first_round()).outcome


def test_ready_and_pauses_are_entries_like_others():
    assert replay([*first_round()[:3], Paused(True, 4000), Paused(False)]).ready == {0}


def test_a_step_back_leaves_what_came_after_out_of_the_results():
    entries = first_round()
    back = replay([*entries, SteppedBack(Phase.ACT, 1)])
    assert back == replay(entries[:4])
    again = replay([*entries, SteppedBack(Phase.AGREE, 1), Chose(0, decided("residents"))])
    assert again.picks[0].choice == decided("residents")


def test_a_step_back_to_a_phase_that_never_opened_is_no_journal():
    with pytest.raises(JournalError):
        replay([SetUp(setup()), SteppedBack(Phase.ACT, 1)])


def test_a_phase_that_was_undone_cannot_be_gone_back_to():
    with pytest.raises(JournalError):
        replay([*first_round(), SteppedBack(Phase.AGREE, 1), SteppedBack(Phase.ACT, 1)])


def test_an_early_end_and_the_close():
    state = replay([*first_round(), Ended(), GameClosed()])
    assert (state.phase, len(state.played)) == (Phase.CLOSED, 1)


def test_a_close_of_another_phase_is_no_journal():
    with pytest.raises(JournalError):
        replay([SetUp(setup()), closed(in_outcome())])


@pytest.mark.parametrize("entries", [[], [Readied(0, True)]])
def test_a_journal_starts_with_the_set_up(entries):
    with pytest.raises(JournalError):
        replay(entries)
