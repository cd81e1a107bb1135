"""Which news a street makes: a pure function of its rounds, so that no sentence comes twice in a game.

Every sentence belongs to a direction, and a round's news is taken from the street's own direction: so a street that fell
since its first round and one that rose have none in common, in whichever round the game ends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.content.scenario import NEWS_PER_ROUND, News, Scenario
from game.engine.model.luck import draw
from game.engine.model.outcome import leaves_empty
from game.engine.model.rules import Ruleset
from game.engine.model.values import Outcome, TaskOutcome, Values

POOR = 0.4  # mean quality below which a street still looks bad, however it got there
NEAT = 0.6  # from which one that hardly moved looks well
MOVED = 0.05  # what one sees of a first picture beside a last


@dataclass(frozen=True, slots=True)
class StreetRound:
    """A round as far as news needs it: the values at its start, and what came of it."""

    before: Values
    outcome: Outcome


def choose_news(
    scenario: Scenario,
    rounds: Sequence[StreetRound],
    rules: Ruleset,
    seed: int = 0,
    table: int = 1,
    is_over: bool = False,
) -> tuple[tuple[str, ...], ...]:
    """Return the news codes of each of a table's rounds, two a round and none twice in ten rounds.

    `seed` and `table` (its number) only decide between sentences that fit equally well. Sentences with conditions go
    first, about different tasks where there is a choice. Of a game that `is_over` the last ones fit what became of the
    street since its first round, beside whose picture they stand.
    """
    used: set[str] = set()
    picked: list[tuple[str, ...]] = []
    ranked: dict[str, list[News]] = {}
    for index, now in enumerate(rounds):
        is_end = is_over and index == len(rounds) - 1
        way = (became if is_end else direction)(rounds[0], now)
        previous = rounds[0 if is_end else index - 1].outcome if index else None
        if way not in ranked:
            ranked[way] = _ranked(scenario, way, seed, table)
        measures = _measures(now, previous, rules)
        codes = _spread(news for news in ranked[way] if news.code not in used and _fits(news, measures))
        used.update(codes)
        picked.append(codes)
    return tuple(picked)


def _ranked(scenario: Scenario, way: str, seed: int, table: int) -> list[News]:
    """Return a direction's sentences in the order in which this table takes those that fit."""
    of_it = (news for news in scenario.news if news.direction == way)
    return sorted(of_it, key=lambda news: (news.fits_any_state, draw(seed, "news", table, news.code)))


def direction(first: StreetRound, now: StreetRound) -> str:
    """Return whether the mean quality rose or fell: since round 1, and in round 1 against what people expected.

    A street that stayed exactly where it was counts as risen.
    """
    if now is first:
        start = sum(first.before.expectation) / len(first.before.expectation)
    else:
        start = _mean_quality(first.outcome)
    return "rose" if _mean_quality(now.outcome) >= start else "fell"


def became(first: StreetRound, last: StreetRound) -> str:
    """Return of which direction news fits a street's first picture beside its last: a fall is not told cosily, and neither
    is a street that still looks bad.
    """
    quality = _mean_quality(last.outcome)
    moved = quality - _mean_quality(first.outcome)
    if abs(moved) < MOVED:
        return "rose" if quality >= NEAT else "fell"
    return "rose" if moved > 0 and quality >= POOR else "fell"


def _spread(ranked: Iterable[News]) -> tuple[str, ...]:
    """Return the codes of the first sentences, skipping a second one about the same task; looks no further than needed."""
    chosen: list[News] = []
    for news in ranked:
        is_again = news.task is not None and any(news.task == other.task for other in chosen)
        if not is_again:
            chosen.append(news)
        if len(chosen) == NEWS_PER_ROUND:
            break
    return tuple(news.code for news in chosen)


def _fits(news: News, measures: Sequence[Mapping[str, float]]) -> bool:
    found = measures[-1 if news.task is None else news.task]
    return all(found[name] >= bound for name, bound in news.above.items()) and all(
        found[name] < bound for name, bound in news.below.items()
    )


def _measures(now: StreetRound, previous: Outcome | None, rules: Ruleset) -> list[dict[str, float]]:
    """Return the measures of every task and, last, those of the street."""
    earlier = previous.tasks if previous else now.outcome.tasks
    tasks = [
        _of_task(now.before, k, task, before.quality)
        for k, (task, before) in enumerate(zip(now.outcome.tasks, earlier, strict=True))
    ]
    street = {name: sum(task[name] for task in tasks) / len(tasks) for name in tasks[0]}
    street["trust"] = now.before.trust
    street["reserve"] = now.outcome.reserve / (rules.reserve_cap * len(tasks))
    street["empty"] = float(leaves_empty(rules, now.before, now.outcome))
    return [*tasks, street]


def _of_task(before: Values, k: int, task: TaskOutcome, quality_before: float) -> dict[str, float]:
    return {
        "quality": task.quality,
        "complaints": task.complaints,
        "joined": task.joined,
        "claimed": task.claimed,
        "take_over": task.take_over,
        "together": task.together,
        "professionals": task.professional_share,
        "ownership": before.ownership[k],
        "expectation": before.expectation[k],
        "bureaucracy": before.bureaucracy[k],
        "change": task.quality - quality_before,
    }


def _mean_quality(outcome: Outcome) -> float:
    return sum(task.quality for task in outcome.tasks) / len(outcome.tasks)
