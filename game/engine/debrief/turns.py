"""The turning points of a table: in which round what turned, which choices made it turn, and how much they mattered.

How much is measured by playing the game again without those choices; what mattered most is told. Every kind of game has
its own: one that fell, one that grew, one that let go. Sentences are made elsewhere, from the codes here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.engine.debrief.levers import DOWN, LET_GO, LEVERS, MEND, RULE, UP, Counted, count
from game.engine.debrief.played import PlayedGame, mean, seats_of
from game.engine.debrief.rerun import NoSetbacks, OtherAnswers, is_mended, rerun
from game.engine.debrief.sensible import SensibleRound
from game.engine.model.choices import Holder
from game.engine.model.outcome import effort_scale, hours_limit, is_empty
from game.engine.model.roles import Role

MOST_TOLD = 5
# Below this nothing can be seen to have turned, and a second cause is told when it mattered half as much as the first.
LEAST_EFFECT = 0.01
SECOND_CAUSE = 0.5
LEAST_RISE = 0.08
LEAST_DROP = 0.05
MOSTLY = 0.5

Measure = Callable[[PlayedGame, int], float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point in `round`, of choices up to `until`: `measure` (a code) was `value` at the end of round `at` and is
    `without` in the game without those `choices`.

    `effect` (0–1) is what those choices did to ownership and quality, either way, from there to the end of the game.
    `task` is what it happened to, with the measure of that task alone; "" when it is about the street. A setback has no
    choices: `without` it, everything else as it was; and what was ruled is beside what mending it would have made.
    """

    kind: str
    round: int
    until: int
    measure: str
    at: int
    value: float
    without: float
    effect: float
    choices: tuple[Counted, ...]
    task: str = ""


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that turned: rounds `since`–`until` hold the choices that can have caused it, `measure` at `at` shows it."""

    kind: str
    round: int
    measure: str
    at: int
    since: int
    until: int
    levers: Sequence[str]
    rising: bool = False
    task: int | None = None
    most_causes: int = 2


def ownership(game: PlayedGame, turn: int) -> float:
    """Return mean ownership (0–1) at the end of a turn; before the first for −1."""
    return mean(game.before(turn + 1).ownership)


def expectation(game: PlayedGame, turn: int) -> float:
    """Return mean expectation (0–1) at the end of a turn; before the first for −1."""
    return mean(game.before(turn + 1).expectation)


def quality(game: PlayedGame, turn: int) -> float:
    """Return mean quality (0–1) of a turn."""
    return mean(task.quality for task in game.rounds[turn].result.outcome.tasks)


def reserve(game: PlayedGame, turn: int) -> float:
    """Return the reserve at the end of a turn, in budget units."""
    return game.rounds[turn].result.values.reserve


def hours(game: PlayedGame, turn: int) -> float:
    """Return the hours that what a turn left in the purse pays a professional."""
    return hours_limit(game.rules, game.before(turn + 1), game.agreed_before(turn + 1))


MEASURES: dict[str, Measure] = {
    "ownership": ownership,
    "expectation": expectation,
    "quality": quality,
    "reserve": reserve,
    "hours": hours,
}
# The same of one task (from 0).
TASK_MEASURES: dict[str, Callable[[PlayedGame, int, int], float]] = {
    "ownership": lambda game, turn, task: game.before(turn + 1).ownership[task],
    "quality": lambda game, turn, task: game.rounds[turn].result.outcome.tasks[task].quality,
}


def turns(game: PlayedGame, paid: Mapping[Role, Sequence[SensibleRound]]) -> tuple[Turn, ...]:
    """Return the turning points that mattered most, in the order of their rounds; at least one.

    `paid` is what sensible found in the same game.
    """
    found = [turn for event in _events(game) for turn in [_turn(game, event)] if turn]
    found.extend((*_setbacks(game), *_strongest(_rulings(game))))
    found.extend(_resisted(game, paid))
    told: list[Turn] = []
    for turn in sorted(found, key=lambda turn: (-turn.effect, turn.round, turn.kind)):
        causes = {choice.lever for choice in turn.choices}
        # The same choices are not told twice in one round.
        if not any(
            causes == {c.lever for c in other.choices}
            and (turn.round, turn.task) == (other.round, other.task)
            for other in told
        ):
            told.append(turn)
    if not told:
        last = len(game.rounds)
        now = ownership(game, last - 1)
        return (Turn("steady", last, last, "ownership", last, now, now, 0.0, ()),)
    return tuple(sorted(told[:MOST_TOLD], key=lambda turn: (turn.round, -turn.effect)))


# What turned


def _events(game: PlayedGame) -> Iterator[_Event]:
    last = len(game.rounds)
    owned = [ownership(game, turn) for turn in range(-1, last)]
    expected = [expectation(game, turn) for turn in range(-1, last)]
    yield from _crossings(owned, expected, last)
    yield from _firsts(game, last)
    yield from _stretches(game, last)
    yield from _slopes(game, owned, last)
    yield from _mendings(game)


def _crossings(owned: Sequence[float], expected: Sequence[float], last: int) -> Iterator[_Event]:
    """Ownership that fell below expectation, and that came back above it."""
    below = [one < other for one, other in zip(owned, expected, strict=True)]
    if True in below:
        first = below.index(True)
        yield _Event("crossing", first, "ownership", first, 1, first, DOWN + LET_GO)
        if False in below[first:]:
            back = below.index(False, first)
            yield _Event("crossed_back", back, "ownership", back, first + 1, back, UP, rising=True)


def _firsts(game: PlayedGame, last: int) -> Iterator[_Event]:
    """The first requirement, the first rule, and the round the purse broke."""
    required = [any(task.deal.requirements for task in one.result.outcome.tasks) for one in game.rounds]
    if True in required:
        since = required.index(True) + 1
        yield _Event("first_requirement", since, "ownership", last, since, last, ("required",))
    ruled = [count(game, "ruled", turn, turn).count > 0 for turn in range(1, last + 1)]
    if game.form == "full" and True in ruled:
        since = ruled.index(True) + 1
        yield _Event("first_rule", since, "ownership", last, since, last, ("ruled",))
    broke = [
        is_empty(game.rules, game.before(turn + 1), game.agreed_before(turn + 1)) for turn in range(last)
    ]
    if True in broke:
        at = broke.index(True) + 1
        yield _broke(game, at)


def _stretches(game: PlayedGame, last: int) -> Iterator[_Event]:
    """Rounds on end in which a role mostly did one thing."""
    for kind, held, causes in (
        ("took_over", _mostly(game, "took_over"), ("took_over",)),
        ("decided_professionals", _mostly(game, "to_professionals"), ("to_professionals",)),
        ("leaned_back", _few_evenings(game), ("kept_evenings",)),
        ("claimed", _mostly(game, "claimed"), ("claimed",)),
        ("let_go", _mostly(game, "stepped_back"), LET_GO),
    ):
        if True in held:
            since = held.index(True) + 1
            until = held.index(False, since) if False in held[since:] else last
            measure = "quality" if kind == "let_go" else "ownership"
            yield _Event(kind, since, measure, until, since, until, causes)
    asked = [_asked_most(game, turn) for turn in range(last)]
    if Holder.PROFESSIONALS in asked:
        since = asked.index(Holder.PROFESSIONALS) + 1
        if Holder.TOGETHER in asked[:since]:
            levers = ("to_professionals", "took_over")
            yield _Event("proposals_turned", since, "ownership", last, since, last, levers)


def _mostly(game: PlayedGame, lever: str) -> list[bool]:
    """Return per turn whether a role mostly chose a lever."""
    counts = [count(game, lever, turn, turn) for turn in range(1, len(game.rounds) + 1)]
    return [one.count > MOSTLY * one.of for one in counts]


def _few_evenings(game: PlayedGame) -> list[bool]:
    """Return per turn whether residents spent less than half of their evenings."""
    rules, limit = game.rules, game.rules.evenings(game.count)
    return [
        mean(rules.spent(Role.RESIDENT, seat.act) / limit for seat in seats_of(played, Role.RESIDENT))
        < MOSTLY
        for played in game.rounds
    ]


def _asked_most(game: PlayedGame, turn: int) -> Holder | None:
    """Return the holder that most proposals of a turn were for; None without proposals or with a tie."""
    asked = [one for seat in game.rounds[turn].seats for one in seat.propose or ()]
    counts = sorted(((asked.count(holder), holder) for holder in Holder), reverse=True)
    return counts[0][1] if counts[0][0] > counts[1][0] else None


def _slopes(game: PlayedGame, owned: Sequence[float], last: int) -> Iterator[_Event]:
    """The strongest recovery of ownership, its growth where it never fell, and the deepest drop of quality."""
    lows = [min(owned[: turn + 1]) for turn in range(last + 1)]
    top = max(range(last + 1), key=lambda turn: owned[turn] - lows[turn])
    if owned[top] - lows[top] >= LEAST_RISE:
        low = owned.index(lows[top])
        fell = max(owned[: low + 1]) - owned[low] >= LEAST_RISE
        kind = "recovery" if fell else "grew"
        yield _Event(kind, low + 1, "ownership", top, low + 1, top, UP, rising=True)
    qualities = [quality(game, turn) for turn in range(last)]
    drops = [before - after for before, after in pairwise(qualities)]
    if drops and max(drops) >= LEAST_DROP:
        at = drops.index(max(drops)) + 2
        yield _Event("quality_fell", at, "quality", at, 1, at, DOWN + LET_GO)


def _broke(game: PlayedGame, at: int) -> _Event:
    """The round that emptied the purse, or in which it showed: where more is taken on than it pays, all is done thinner.

    Where the purse never goes below zero, what is in it says less than what it pays.
    """
    if game.rules.binds(Role.PROFESSIONAL):
        return _Event("purse_broke", at, "reserve", at, 1, at, DOWN)
    thin = next((turn for turn in range(at + 1, len(game.rounds) + 1) if _is_thin(game, turn)), None)
    if thin is None:
        return _Event("purse_broke", at, "hours", at, 1, at, DOWN)
    return _Event("ran_thin", thin, "hours", at, 1, thin, DOWN)


def _is_thin(game: PlayedGame, turn: int) -> bool:
    """Tell whether somebody took on more than the purse paid in a round (1-based)."""
    played = game.rounds[turn - 1]
    paid = played.result.outcome.hours
    return any(effort_scale(game.rules, paid, s.act) < 1.0 for s in seats_of(played, Role.PROFESSIONAL))


def _mendings(game: PlayedGame) -> Iterator[_Event]:
    """What went wrong with a task and was put right together."""
    for turn, k in _incidents(game):
        if is_mended(game.rules, game.rounds[turn - 1].seats, k):
            yield _Event("mended", turn, "ownership", turn, turn, turn, MEND, True, k, len(MEND))


def _incidents(game: PlayedGame) -> Iterator[tuple[int, int]]:
    """Yield the round (1-based) and the task of everything that went wrong, where what is answered decides what is lost."""
    if not game.rules.has_setbacks or game.form == "short":
        return
    for turn, played in enumerate(game.rounds, start=1):
        yield from ((turn, k) for k, task in enumerate(played.result.outcome.tasks) if task.incident)


# What happened to it


def _setbacks(game: PlayedGame) -> Iterator[Turn]:
    """Setbacks that left a mark: what came of the street, beside the same game without that one."""
    for turn, played in enumerate(game.rounds, start=1):
        for k in played.setback:
            again = rerun(game, [NoSetbacks(turn, turn, k)])
            value, without = (TASK_MEASURES["quality"](one, turn - 1, k) for one in (game, again))
            effect = _effect(game, again, turn)
            if effect >= LEAST_EFFECT:
                yield Turn("setback", turn, turn, "quality", turn, value, without, effect, (), game.tasks[k])


def _strongest(turns: Iterator[Turn]) -> Iterator[Turn]:
    """Yield the turn that mattered most: where everything is ruled, that is one story and not five."""
    yield from sorted(turns, key=lambda turn: -turn.effect)[:1]


def _rulings(game: PlayedGame) -> Iterator[Turn]:
    """What went wrong and was answered with rules, guarantees and pulling in, beside the same game in which it was mended."""
    for turn, k in _incidents(game):
        counted = [count(game, code, turn, turn, k) for code in RULE]
        said = tuple(sorted((one for one in counted if one.count), key=lambda one: -one.count / one.of))
        if is_mended(game.rules, game.rounds[turn - 1].seats, k) or not said:
            continue
        again = rerun(game, [OtherAnswers(turn, turn, k)])
        value, without = (TASK_MEASURES["ownership"](one, turn - 1, k) for one in (game, again))
        effect = _effect(game, again, turn)
        if effect >= LEAST_EFFECT:
            yield Turn("ruled", turn, turn, "ownership", turn, value, without, effect, said, game.tasks[k])


# Which choices made it turn


def _turn(game: PlayedGame, event: _Event) -> Turn | None:
    """Return the event with its causes, or None when no choice can be shown to have caused it."""
    rounds = event.since, event.until
    value = _measured(game, event)
    sign = 1.0 if event.rising else -1.0
    found: list[tuple[float, str]] = []
    for code in event.levers:
        if count(game, code, *rounds, event.task).count:
            again = rerun(game, [LEVERS[code].without(*rounds, event.task)])
            found.append((sign * (value - _measured(again, event)), code))
    found.sort(key=lambda one: (-one[0], one[1]))
    if not found or found[0][0] <= 0.0:
        return None
    causes = [code for moved, code in found[: event.most_causes] if moved >= SECOND_CAUSE * found[0][0]]
    again = rerun(game, [LEVERS[code].without(*rounds, event.task) for code in causes])
    effect = _effect(game, again, event.since)
    if effect < LEAST_EFFECT:
        return None
    return Turn(
        kind=event.kind,
        round=event.round,
        until=event.until,
        measure=event.measure,
        at=event.at,
        value=value,
        without=_measured(again, event),
        effect=effect,
        choices=tuple(count(game, code, *rounds, event.task) for code in causes),
        task="" if event.task is None else game.tasks[event.task],
    )


def _measured(game: PlayedGame, event: _Event) -> float:
    if event.task is None:
        return MEASURES[event.measure](game, event.at - 1)
    return TASK_MEASURES[event.measure](game, event.at - 1, event.task)


def _resisted(game: PlayedGame, paid: Mapping[Role, Sequence[SensibleRound]]) -> Iterator[Turn]:
    """A table at which doing less together paid, and mostly was not done: told at the round with the most such moments."""
    tempted, kept = [0.0] * len(game.rounds), [0.0] * len(game.rounds)
    for rounds in paid.values():
        for turn, one in enumerate(rounds):
            tempted[turn] += one.moments * one.paid_more
            kept[turn] += one.moments * one.paid_more * (1.0 - one.taken)
    if not sum(kept) > MOSTLY * sum(tempted):
        return
    last = len(game.rounds)
    causes = [code for code in ("joined", "worked_along") if count(game, code, 1, last).count]
    again = rerun(game, [LEVERS[code].without(1, last) for code in causes])
    value, without = quality(game, last - 1), quality(again, last - 1)
    effect = _effect(game, again, 1)
    if without < value and effect >= LEAST_EFFECT:
        counted = tuple(count(game, code, 1, last) for code in causes)
        yield Turn(
            "resisted", kept.index(max(kept)) + 1, last, "quality", last, value, without, effect, counted
        )


def _effect(game: PlayedGame, again: PlayedGame, since: int) -> float:
    """Return how far ownership and quality lie apart on average (0–1), from round `since` (1-based) on."""
    apart = [
        abs(ownership(game, turn) - ownership(again, turn)) + abs(quality(game, turn) - quality(again, turn))
        for turn in range(since - 1, len(game.rounds))
    ]
    return mean(apart) / 2.0
