"""The thread of one person in a street: what happened to their task, in a sentence a round.

A table follows one of its tasks' people all game; in a round in which nobody took up another task, or somebody stood there
alone, it looks in there. A sentence is told once a game, the next one of the same kind when it happens again.
"""

from collections import Counter
from collections.abc import Sequence

from game.content.scenario import Scenario
from game.engine.model.luck import draw
from game.engine.model.roles import Role
from game.engine.model.values import Outcome, TaskOutcome
from game.engine.table.state import TableSetup

ENOUGH_TO_BE_ALONE = 3  # residents at a table: one of two is half of them
LEFT = ("nobody", "alone")  # what a round is told of before the person that the table follows


def thread(scenario: Scenario, outcomes: Sequence[Outcome], setup: TableSetup) -> str | None:
    """Return the code of the newest round's sentence; None when the table has heard all that fits."""
    told: Counter[str] = Counter()
    code = None
    for outcome in outcomes:
        code = _next(scenario, outcome, setup, told)
    return code


def _next(scenario: Scenario, outcome: Outcome, setup: TableSetup, told: Counter[str]) -> str | None:
    residents = setup.roles.count(Role.RESIDENT)
    seen = [seen_by(task, residents) for task in outcome.tasks]
    for k in _order(seen, setup):
        code = f"thread.{scenario.tasks[k]}.{seen[k]}"
        # A scenario may have lost these words since the game began.
        if told[code] < scenario.lists.get(code, 0):
            told[code] += 1
            return f"{code}.{told[code] - 1}"
    return None


def _order(seen: Sequence[str], setup: TableSetup) -> list[int]:
    """Return the tasks in the order in which their people are looked at: those left first, else who the table follows."""
    tasks = len(seen)
    follows = int(draw(setup.seed, "thread", setup.number) * tasks)
    return sorted(range(tasks), key=lambda k: (_left(seen[k]), (k - follows) % tasks))


def _left(seen: str) -> int:
    return LEFT.index(seen) if seen in LEFT else len(LEFT)


def seen_by(task: TaskOutcome, residents: int) -> str:
    """Return what the person of a task saw of a round: residents who came, one alone, professionals only, or nobody."""
    is_worked = bool(task.take_over or task.together)
    if task.joined:
        is_one = round(task.joined * residents) == 1
        return "alone" if is_one and residents >= ENOUGH_TO_BE_ALONE and not is_worked else "came"
    return "worked" if is_worked else "nobody"
