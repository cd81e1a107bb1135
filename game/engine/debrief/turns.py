"""The turning points of a table: when ownership or quality fell or rose, and who moved it, by Shapley values.

A fall is laid beside *together, all evenings* in the same rounds, a rise beside the mild trap. Which choice of a chair is
told for it is the one whose rerun moved the measure most. Sentences are made elsewhere, from the codes here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.debrief.fair import PURSE, Worth, causes
from game.engine.debrief.levers import DOWN, LEVERS, UP, Counted, count
from game.engine.debrief.measures import Measure, ownership, quality
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.rerun import rerun
from game.engine.debrief.swings import swings
from game.engine.debrief.telling import Cause, Told, Turn
from game.engine.model.roles import Role

MOST_TURNS = 3
# The measure must move so much in the rounds of a turning point, and differ so much from the reference path at their end.
LEAST_MOVED = 0.05
LEAST_APART = 0.05
# Taking away all that are named must move it so much, else they are no story.
LEAST_NAMED = 0.03
# Who has such a share is told; two so near to each other in one sentence; one that did less alone did nothing by itself.
TOLD_SHARE = 0.25
SAME_SHARE = 0.10
LEAST_ALONE = 0.01


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rounds `since`–`until` (1-based) in which a measure fell or rose."""

    since: int
    until: int
    measure: Measure
    is_rising: bool


Weighed = tuple[tuple[Stretch, Turn | None], ...]


def weighed(game: PlayedGame, earlier: Weighed = ()) -> Weighed:
    """Return the falls and rises of a game with at least one round, each with who moved it; None where that is nobody.

    `earlier` is what was found in the same game without its last rounds, which changes nothing about a stretch before them.
    """
    known = dict(earlier)
    return tuple((one, known[one] if one in known else _turn(_worth(game, one))) for one in _stretches(game))


def _worth(game: PlayedGame, one: Stretch) -> Worth:
    return Worth(game, one.since, one.until, one.measure, one.is_rising)


def turning_points(found: Weighed) -> tuple[Turn, ...]:
    """Return the turning points among the falls and rises of a game, at most three, the largest first."""
    turns = [turn for _, turn in found if turn]
    told: list[Turn] = []
    for turn in sorted(turns, key=lambda turn: (-turn.effect, turn.round, turn.kind)):
        if not any(_is_the_same(turn, other) for other in told):  # pragma: no branch - in games at random
            told.append(turn)
    return tuple(told[:MOST_TURNS])


def _stretches(game: PlayedGame) -> Iterator[Stretch]:
    """The falls and rises of ownership over all tasks, and of quality over the tasks that it happened to."""
    last, everything = len(game.rounds), tuple(range(game.count))
    for start, end in swings([ownership(game, turn) for turn in range(-1, last)], LEAST_MOVED):
        measure = Measure("ownership", everything)
        yield Stretch(start + 1, end, measure, measure.of(game, end) > measure.of(game, start))
    line = [quality(game, turn) for turn in range(last)]
    for start, end in swings(line, LEAST_MOVED):
        is_rising = line[end] > line[start]
        sign = 1.0 if is_rising else -1.0
        moved = tuple(
            k
            for k in everything
            for one in [Measure("quality", (k,))]
            if sign * (one.of(game, end + 1) - one.of(game, start + 1)) >= LEAST_MOVED
        )
        if moved:  # pragma: no branch - in games at random
            yield Stretch(start + 2, end + 1, Measure("quality", moved), is_rising)


def _is_the_same(turn: Turn, other: Turn) -> bool:
    """Tell whether both are one story: the same way, moved by the same players, and mostly in the same rounds."""
    if {told.player for group in turn.groups for told in group} != {
        told.player for group in other.groups for told in group
    }:
        return False
    if turn.kind.rpartition("_")[2] != other.kind.rpartition("_")[2]:
        return False
    both = min(turn.until, other.until) - max(turn.round, other.round) + 1
    either = max(turn.until, other.until) - min(turn.round, other.round) + 1
    return 2 * both > either


def _turn(worth: Worth) -> Turn | None:
    """Return a fall or rise with who moved it, None when that was not what was chosen, nor the purse."""
    sign = 1.0 if worth.is_rising else -1.0
    apart = sign * (worth.all() - worth.none())
    if apart < LEAST_APART:
        return None
    players = causes(worth)
    named = sorted((one for one in players if one.share >= TOLD_SHARE), key=lambda one: -one.share)
    without = worth.without(frozenset(one.player for one in named))
    if sign * (worth.all() - without) < LEAST_NAMED:
        return None  # pragma: no cover - in games at random
    measure, game = worth.measure, worth.game
    return Turn(
        kind=_kind(worth),
        round=worth.since,
        until=worth.until,
        effect=apart,
        measure=measure.code,
        before=measure.of(game, worth.since - 1),
        value=measure.of(game, worth.until),
        without=without,
        task=game.tasks[measure.tasks[0]] if len(measure.tasks) == 1 else "",
        count=len(measure.tasks),
        of=game.count,
        most=_furthest(worth),
        causes=players,
        groups=_groups(worth, named),
    )


def _furthest(worth: Worth) -> int:
    """Return the round of several in which the measure moved furthest the way that it went; 0 where there is one only."""
    if worth.since == worth.until:
        return 0
    sign = 1.0 if worth.is_rising else -1.0
    line = {round: worth.measure.of(worth.game, round) for round in range(worth.since - 1, worth.until + 1)}
    return max(range(worth.since, worth.until + 1), key=lambda round: sign * (line[round] - line[round - 1]))


def _kind(worth: Worth) -> str:
    if not worth.is_rising:
        return f"{worth.measure.code}_fell"
    before = range(0 if worth.measure.code == "ownership" else 1, worth.since)
    line = [worth.measure.of(worth.game, round) for round in before]
    is_again = max(line) - line[-1] >= LEAST_MOVED
    return f"{worth.measure.code}_{'rose_again' if is_again else 'rose'}"


def _groups(worth: Worth, named: Sequence[Cause]) -> tuple[tuple[Told, ...], ...]:
    """Return what is told of those named, who weigh about the same together."""
    groups: list[list[Told]] = []
    last = 0.0
    for cause in named:
        told = _told(worth, cause)
        if groups and last - cause.share <= SAME_SHARE:
            groups[-1].append(told)
        else:
            groups.append([told])
        last = cause.share
    return tuple(tuple(group) for group in groups)


def _told(worth: Worth, cause: Cause) -> Told:
    sign = 1.0 if worth.is_rising else -1.0
    only_with = sign * cause.alone < LEAST_ALONE
    if cause.player == PURSE:
        paid = [one.result.outcome.hours for one in worth.game.rounds[worth.since - 1 : worth.until]]
        full = worth.game.rules.full_week(worth.game.count)
        return Told(PURSE, "hours", min(paid), full, only_with)
    best = _strongest(worth, Role(cause.player), sign)
    if best is None:
        return Told(cause.player, "", only_with=only_with)
    return Told(cause.player, best.lever, best.count, best.of, only_with)


def _strongest(worth: Worth, role: Role, sign: float) -> Counted | None:
    """Return what a chair did that moved the measure most, or None when it did nothing that is counted."""
    game, rounds = worth.game, (worth.since, worth.until)
    moved: list[tuple[float, float, Counted]] = []
    for code in (UP if worth.is_rising else DOWN)[role]:
        counted = count(game, code, *rounds, worth.measure.tasks)
        if counted.count:
            lever = LEVERS[code].without(*rounds, worth.measure.tasks)
            again = rerun(game, (lever,), *rounds, is_scored=False)
            by = sign * (worth.all() - worth.measure.of(again, worth.until))
            moved.append((by, counted.count / counted.of, counted))
    return max(moved, key=lambda one: one[:2])[2] if moved else None
