"""Which news a street makes: a pure function of its rounds, so that no sentence comes twice in a game.

Every sentence belongs to a direction, and a round's news is taken from the street's own direction of that round:
so a street that fell and one that rose have none in common.
"""

from collections.abc import Sequence

from game.content.scenario import News, Scenario
from game.engine.luck import draw
from game.engine.table import TableState
from game.engine.values import Outcome, Values

PER_ROUND = 2
STEADY = 0.02


def choose_news(
    scenario: Scenario, state: TableState, outcomes: Sequence[Outcome]
) -> tuple[tuple[str, ...], ...]:
    """Return the news codes of each of a table's rounds; `outcomes` are those of its rounds so far, in order."""
    used: set[str] = set()
    picked: list[tuple[str, ...]] = []
    start = outcomes[0]
    values = [played.result.values for played in state.played]
    for round, outcome in enumerate(outcomes):
        before = outcomes[round - 1] if round else start
        measures = _measures(state, outcome, values[round] if round < len(values) else state.values)
        fitting = _fitting(scenario, direction(before, outcome, outcomes[0]), outcome, measures)
        order = sorted(
            fitting, key=lambda news: draw(state.setup.seed, "news", state.setup.number, round, news.code)
        )
        codes = tuple(news.code for news in order if news.code not in used)[:PER_ROUND]
        used.update(codes)
        picked.append(codes)
    return tuple(picked)


def direction(before: Outcome, now: Outcome, first: Outcome) -> str:
    """Return rose, fell or steady: how the mean quality moved since last round, or since the first where it did not."""
    change = _mean(now) - _mean(before)
    if abs(change) < STEADY:
        change = _mean(now) - _mean(first)
    if abs(change) < STEADY:
        return "steady"
    return "rose" if change > 0 else "fell"


def _fitting(scenario: Scenario, direction: str, outcome: Outcome, street: dict[str, float]) -> list[News]:
    """Return the sentences that fit, those with conditions first; without any, all of the direction."""
    own = [news for news in scenario.news if news.direction == direction]
    return [news for news in own if _fits(news, outcome, street)]


def _fits(news: News, outcome: Outcome, street: dict[str, float]) -> bool:
    measures = street
    if news.task is not None:
        task = outcome.tasks[news.task]
        measures = {**street, "quality": task.quality, "joined": task.joined}
    return all(measures[name] >= bound for name, bound in news.above.items()) and all(
        measures[name] < bound for name, bound in news.below.items()
    )


def _measures(state: TableState, outcome: Outcome, values: Values) -> dict[str, float]:
    tasks = len(outcome.tasks)
    most = state.setup.rules.reserve_cap * tasks
    return {
        "quality": _mean(outcome),
        "joined": sum(task.joined for task in outcome.tasks) / tasks,
        "professionals": sum(task.professional_share for task in outcome.tasks) / tasks,
        "ownership": sum(values.ownership) / tasks,
        "expectation": sum(values.expectation) / tasks,
        "bureaucracy": sum(values.bureaucracy) / tasks,
        "reserve": outcome.reserve / most,
    }


def _mean(outcome: Outcome) -> float:
    return sum(task.quality for task in outcome.tasks) / len(outcome.tasks)
