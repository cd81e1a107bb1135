"""What came of last round's trouble, at the task, while the next round is played: what was answered, and what was lost.

Codes of words only. How much ownership it moved is for the debrief; that something was mended together or was lost is not.
"""

from game.engine.model.choices import Response
from game.engine.model.dynamics import Answers, answers_on, mended
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import TaskOutcome
from game.engine.table.phases import Phase
from game.engine.table.state import PlayedRound, TableState

MOSTLY = 0.5


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


def _said(rules: Ruleset, played: PlayedRound, k: int) -> tuple[str, ...]:
    task = played.result.outcome.tasks[k]
    municipal, professional, resident = ([s for s in played.seats if s.role is role] for role in Role)
    given = answers_on(rules, k, municipal, professional, resident)
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
        return "mended_partly" if share else "lost"
    return "worked_on" if share else ""
