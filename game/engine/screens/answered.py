"""What came of last round's trouble, at the task, while the next round is played: what was answered, and what was lost.

Codes of words only. How much ownership it moved is for the debrief; that something was mended together or was lost is not.
"""

from dataclasses import dataclass

from game.engine.model.choices import Response
from game.engine.model.dynamics import Answers, answers_on, mended
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import TaskOutcome
from game.engine.table.moves import rule_won
from game.engine.table.phases import Phase
from game.engine.table.state import PlayedRound, TableState

MOSTLY = 0.5
LOST = "lost"  # what was answered with nothing that mends


def answered(state: TableState) -> tuple[tuple[str, ...], ...]:
    """Return per task what is said of last round's trouble there, nothing where there was none or nobody could answer."""
    nothing: tuple[tuple[str, ...], ...] = ((),) * len(state.setup.tasks)
    if not state.played or state.phase not in (Phase.AGREE, Phase.ACT) or state.setup.form == "short":
        return nothing
    played = state.played[-1]
    return tuple(
        _said(state.setup.rules, played, k) if task.trouble else ()
        for k, task in enumerate(played.result.outcome.tasks)
    )


def by_itself(state: TableState) -> tuple[bool, ...]:
    """Return per task whether it is on paper because the municipality wrote that down last round, and was not before.

    While it is agreed it stands there unless somebody takes it off; afterwards as it was decided.
    """
    if not state.played:
        return (False,) * len(state.setup.tasks)
    before, decided = state.played[-1], state.phase is not Phase.AGREE
    return tuple(
        won and not task.deal.requirements and (not decided or deal.requirements)
        for won, task, deal in zip(
            rule_won(state.setup.rules, before),
            before.result.outcome.tasks,
            state.agreement.deals,
            strict=True,
        )
    )


@dataclass(frozen=True, slots=True)
class Gave:
    """What a seat answered to last round's trouble on a task, and what came of it: mended, mended_partly or worked_on, for
    a rule on_paper or outvoted, else the answer itself.
    """

    task: int
    answer: Response
    came: str


def gave(state: TableState, seat: int) -> tuple[Gave, ...]:
    """Return what `seat` answered last round, while the next is agreed; nothing where it let be."""
    if not state.played or state.phase is not Phase.AGREE or state.setup.form == "short":
        return ()
    played, rules = state.played[-1], state.setup.rules
    mine, won = played.seats[seat], rule_won(rules, played)
    return tuple(
        Gave(k, mine.respond[k], _came(rules, played, k, mine.respond[k], won[k]))
        for k, task in enumerate(played.result.outcome.tasks)
        if task.trouble and mine.respond[k] is not Response.LET_BE
    )


def _came(rules: Ruleset, played: PlayedRound, k: int, answer: Response, is_ruled: bool) -> str:
    if answer is Response.ADD_RULE:
        return "on_paper" if is_ruled else "outvoted"
    if answer in (Response.GUARANTEE, Response.PULL_IN):
        return answer.value
    return _put_right(rules, played.result.outcome.tasks[k], _answers(rules, played, k))


def _answers(rules: Ruleset, played: PlayedRound, k: int) -> Answers:
    municipal, professional, resident = ([s for s in played.seats if s.role is role] for role in Role)
    return answers_on(rules, k, municipal, professional, resident)


def _said(rules: Ruleset, played: PlayedRound, k: int) -> tuple[str, ...]:
    task = played.result.outcome.tasks[k]
    given = _answers(rules, played, k)
    found = [
        _put_right(rules, task, given),
        Response.PULL_IN.value if given.pull_in > MOSTLY else "",
        Response.ADD_RULE.value if given.rule else "",
        Response.GUARANTEE.value if given.guarantee > MOSTLY else "",
    ]
    return tuple(code for code in found if code) or (Response.LET_BE.value,)


def _put_right(rules: Ruleset, task: TaskOutcome, given: Answers) -> str:
    """Return how far it was put right; under rules where nothing is lost that is only said where somebody did something."""
    share = mended(rules, given)
    if share >= 1.0:
        return "mended"
    if task.incident and rules.o_loss:
        return "mended_partly" if share else LOST
    return "worked_on" if share else ""
