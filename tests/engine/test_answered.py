"""What came of trouble stands at the task in the next round: mended together, lost, or back with who has it."""

import pytest

from game.engine.screens import player, projector
from game.engine.screens.answered import answered
from game.engine.table.moves import close_phase
from game.engine.table.state import TableState
from tests.engine.builders import CALM, TROUBLE, choose, in_outcome, opened, responded
from tests.engine.test_screens import room, seated

MUNICIPALITY, PROFESSIONALS, RESIDENTS = (0,), (1, 2), (3, 4, 5, 6)
ONE_INCIDENT = (0.0, 0.99, 0.99, 0.99)


def after(ruleset: int = 2, **answers: str) -> TableState:
    """Return a table in agree after incidents everywhere that each role answered with one word (let_be unless said)."""
    state = in_outcome(TROUBLE, state=opened(ruleset=ruleset))
    for seats, role in (
        (MUNICIPALITY, "municipality"),
        (PROFESSIONALS, "professionals"),
        (RESIDENTS, "residents"),
    ):
        for seat in seats:
            state = choose(state, seat, responded(*[answers.get(role, "let_be")] * 4))
    return close_phase(state, ())


@pytest.mark.parametrize(
    ("answers", "ruleset_1", "ruleset_2"),
    [
        (
            {"municipality": "back", "professionals": "evaluate", "residents": "repair"},
            ("mended",),
            ("mended",),
        ),
        ({"residents": "repair"}, ("worked_on",), ("mended_partly",)),
        ({}, ("let_be",), ("lost",)),
        ({"professionals": "pull_in"}, ("pull_in",), ("lost", "pull_in")),
        (
            {"municipality": "add_rule", "professionals": "pull_in", "residents": "guarantee"},
            ("pull_in", "add_rule", "guarantee"),
            ("lost", "pull_in", "add_rule", "guarantee"),
        ),
        (
            {"professionals": "pull_in", "residents": "repair"},
            ("worked_on", "pull_in"),
            ("mended_partly", "pull_in"),
        ),
    ],
)
def test_what_was_answered_and_what_was_lost(
    answers: dict[str, str], ruleset_1: tuple[str, ...], ruleset_2: tuple[str, ...]
) -> None:
    assert answered(after(1, **answers)) == (ruleset_1,) * 4
    assert answered(after(2, **answers)) == (ruleset_2,) * 4


def test_it_stands_at_the_task_on_phones_and_projector_until_the_next_outcome() -> None:
    state = after(professionals="pull_in")
    for shown in (state, close_phase(state, ())):
        phone = player.table_part(shown, room(shown.phase, 2), seated())
        assert [task.answered for task in phone.tasks] == [("lost", "pull_in")] * 4
        assert [task.answered for task in projector.board(shown, seated()).tasks] == [("lost", "pull_in")] * 4
    assert answered(close_phase(close_phase(state, ()), CALM)) == ((),) * 4


def test_a_task_without_trouble_has_nothing_to_say_and_complaints_lose_nothing() -> None:
    state = in_outcome(ONE_INCIDENT, state=opened(ruleset=2))
    assert state.outcome is not None
    wanted = {True: ("lost",), False: ("let_be",)}
    expected = tuple(wanted[task.incident] if task.trouble else () for task in state.outcome.tasks)
    assert answered(close_phase(state, ())) == expected
    assert answered(opened()) == ((),) * 4


def test_the_short_form_has_nothing_answered() -> None:
    state = close_phase(in_outcome(state=opened(form="short")), ())
    assert answered(state) == ((),) * 4
