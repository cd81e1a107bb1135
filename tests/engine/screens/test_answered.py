"""What came of trouble stands at the task in the next round: mended together, lost, or back with who has it."""

import pytest

from game.engine.model.roles import Role
from game.engine.screens import player, projector
from game.engine.screens.answered import Gave, answered, by_itself, gave
from game.engine.table.moves import close_phase
from game.engine.table.state import TableState
from tests.engine.builders import CALM, TROUBLE, acting, choose, decided, in_outcome, opened, responded
from tests.engine.screens.test_screens import room, seated

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


@pytest.mark.parametrize(
    ("role", "answer", "came"),
    [
        ("residents", "repair", "mended_partly"),
        ("residents", "guarantee", "guarantee"),
        ("professionals", "pull_in", "pull_in"),
        ("professionals", "evaluate", "mended_partly"),
        ("municipality", "back", "mended_partly"),
        ("municipality", "add_rule", "on_paper"),
    ],
)
def test_who_answered_reads_what_came_of_it(role: str, answer: str, came: str) -> None:
    state = after(**{role: answer})
    seat = {"municipality": 0, "professionals": 1, "residents": 3}[role]
    assert gave(state, seat) == tuple(Gave(k, answer, came) for k in range(4))
    assert player.mine(state, room(state.phase, 2), seated(), seat).gave == gave(state, seat)
    assert gave(close_phase(state, ()), seat) == ()


def test_who_let_it_be_reads_nothing_and_one_of_three_who_wrote_it_down_was_outvoted() -> None:
    state = after()
    assert [gave(state, seat) for seat in range(7)] == [()] * 7
    three = (Role.MUNICIPALITY,) * 3 + (Role.PROFESSIONAL,) + (Role.RESIDENT,) * 4
    state = in_outcome(TROUBLE, state=opened(ruleset=2, roles=three))
    state = close_phase(choose(state, 1, responded(*["add_rule"] * 4)), ())
    assert [one.came for one in gave(state, 1)] == ["outvoted"] * 4
    assert by_itself(state) == (False,) * 4


def test_in_the_short_form_nobody_answered() -> None:
    state = close_phase(in_outcome(state=opened(form="short")), ())
    assert gave(state, 0) == ()


def test_paper_that_stands_by_itself_is_told_until_it_is_taken_off() -> None:
    assert by_itself(opened()) == by_itself(after()) == (False,) * 4
    state = after(municipality="add_rule")
    assert by_itself(state) == (True,) * 4
    assert [task.by_itself for task in player.table_part(state, room(state.phase, 2), seated()).tasks] == [
        True
    ] * 4
    assert by_itself(close_phase(state, ())) == (True,) * 4, "nobody took it off"
    assert by_itself(close_phase(choose(state, 0, decided()), ())) == (False,) * 4


def test_paper_that_was_there_already_does_not_come_by_itself() -> None:
    state = in_outcome(TROUBLE, state=opened(ruleset=2), requirements=True)
    state = close_phase(choose(state, 0, responded(*["add_rule"] * 4)), ())
    assert by_itself(state) == (False,) * 4


def test_phones_know_how_professionals_were_paid_last_round() -> None:
    state = close_phase(in_outcome(TROUBLE, state=opened(ruleset=2), funding="result"), ())
    shown = player.table_part(acting(state, funding="trust"), room(state.phase, 2), seated())
    assert (shown.funding, shown.funding_before) == ("trust", "result")
    assert player.table_part(opened(), room(state.phase, 1), seated()).funding_before is None
