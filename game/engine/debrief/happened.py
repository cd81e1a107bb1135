"""What happened at a table, beside its turning points: each kind of event only where the game has what it takes.

Of every kind the one that mattered most is told, with how often the same happened besides.

In one file because every kind of event is a few lines over the same table, and one list at the end asks them all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from game.engine.bots.paths import Path
from game.engine.debrief.changes import Change, Follows, NoSetbacks, OtherAnswers
from game.engine.debrief.levers import LEVERS, MENDING, RULING, count
from game.engine.debrief.measures import Measure, ownership, quality
from game.engine.debrief.played import PlayedGame, mean, seats_of
from game.engine.debrief.rerun import is_mended, rerun
from game.engine.debrief.sensible import SensibleRound
from game.engine.debrief.telling import Told, Turn
from game.engine.model.choices import Holder
from game.engine.model.outcome import effort_scale
from game.engine.model.roles import Role
from game.engine.table.moves import rule_won
from game.engine.table.promises import promises_of
from game.engine.table.state import PlayedRound

# Below this nothing can be seen to have come of it.
LEAST_EFFECT = 0.01
# Two figures that read nearly the same are not laid beside each other.
LEAST_APART = 0.03
# Alone is who came from so many residents or more.
LEAST_RESIDENTS = 3
HALF_PAID = 0.5
MOSTLY = 0.5


def happened(game: PlayedGame, paid: Mapping[Role, Sequence[SensibleRound]]) -> tuple[Turn, ...]:
    """Return what happened at a table, one of each kind; `paid` is what sensible found in the same game."""
    kinds = (_nobody, _no_hours, _paper_stood, _alone, _setbacks, _mended, _ruled, _purse)
    found = [turn for kind in kinds for turn in _strongest(kind(game))]
    return (*found, *_resisted(game, paid))


def _strongest(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Yield the one that mattered most, and how many more there were."""
    found = sorted(turns, key=lambda turn: (-turn.effect, turn.round))
    if found:
        yield replace(found[0], more=len(found) - 1)


def _each(game: PlayedGame) -> Iterator[tuple[int, int, PlayedRound]]:
    """Yield every round (1-based) with every task (from 0)."""
    for round, played in enumerate(game.rounds, start=1):
        yield from ((round, k, played) for k in range(game.count))


def _seen(game: PlayedGame, round: int, k: int) -> tuple[float, float]:
    """Return the quality of a task in a round, and before it; in round 1 both are the same."""
    measure = Measure("quality", (k,))
    return measure.of(game, round), measure.of(game, max(1, round - 1))


def _apart(game: PlayedGame, again: PlayedGame, since: int) -> float:
    """Return how far ownership and quality lie apart on average (0–1), from round `since` (1-based) on."""
    apart = [
        abs(ownership(game, turn) - ownership(again, turn)) + abs(quality(game, turn) - quality(again, turn))
        for turn in range(since - 1, len(game.rounds))
    ]
    return mean(apart) / 2.0


def _did(game: PlayedGame, played: PlayedRound, role: Role, k: int, *codes: str) -> int:
    """Return how many seats of a role did something on a task that counts as one of `codes`."""
    words = frozenset[str]().union(*(game.rules.choices.words(role, code) for code in codes))
    return sum(seat.act[k] in words for seat in seats_of(played, role))


def _came(game: PlayedGame, played: PlayedRound, k: int) -> int:
    return _did(game, played, Role.RESIDENT, k, "joined")


def _worked(game: PlayedGame, played: PlayedRound, k: int) -> int:
    return _did(game, played, Role.PROFESSIONAL, k, "took_over", "worked_along")


# Who did it


def _nobody(game: PlayedGame) -> Iterator[Turn]:
    """A task that nobody took up, neighbours included, and who was thought to: by the promises, else by what was decided."""
    for round, k, played in _each(game):
        if _came(game, played, k) or _worked(game, played, k):
            continue
        value, before = _seen(game, round, k)
        path = Follows(None, Path.TOGETHER, since=round, until=round)
        together = rerun(game, (path,), round, round, is_scored=False)
        made = promises_of(game.rules, played.seats, k)
        told = tuple(
            Told(
                one.role.value,
                f"promised_{one.role}",
                one.promised,
                len(seats_of(played, one.role)),
            )
            for one in made
            if one.promised
        )
        variant = "promised" if told else "unpromised" if made else ""
        yield Turn(
            kind="nobody",
            round=round,
            until=round,
            effect=max(0.0, Measure("quality", (k,)).of(together, round) - value),
            measure="quality",
            before=before,
            value=value,
            variant=variant or played.result.outcome.tasks[k].deal.holder.value,
            task=game.tasks[k],
            groups=(told,) if told else (),
            manner="deeds",
        )


def _no_hours(game: PlayedGame) -> Iterator[Turn]:
    """A task given to professionals and taken on, with less than half of the hours wanted for it paid."""
    rules = game.rules
    for round, k, played in _each(game):
        outcome = played.result.outcome
        if outcome.tasks[k].deal.holder is not Holder.PROFESSIONALS:
            continue
        seats = seats_of(played, Role.PROFESSIONAL)
        wanted = [rules.choices.act(Role.PROFESSIONAL, seat.act[k]) for seat in seats]
        hours_wanted = [rules.hours_of(act) for act in wanted]
        paid = sum(
            effort_scale(rules, outcome.hours, seat.act) * asked
            for seat, asked in zip(seats, hours_wanted, strict=True)
        )
        if not sum(hours_wanted) or paid >= HALF_PAID * sum(hours_wanted):
            continue
        value, before = _seen(game, round, k)
        yield Turn(
            kind="no_hours",
            round=round,
            until=round,
            effect=1.0 - paid / sum(hours_wanted),
            measure="quality",
            before=before,
            value=value,
            task=game.tasks[k],
            count=paid,
            of=sum(hours_wanted),
        )


def _alone(game: PlayedGame) -> Iterator[Turn]:
    """A task at which one of three or more residents came, and no professional worked."""
    for round, k, played in _each(game):
        residents = len(seats_of(played, Role.RESIDENT))
        if residents < LEAST_RESIDENTS or _came(game, played, k) != 1 or _worked(game, played, k):
            continue
        value, before = _seen(game, round, k)
        yield Turn(
            kind="alone",
            round=round,
            until=round,
            effect=max(0.0, before - value),
            measure="quality",
            before=before,
            value=value,
            task=game.tasks[k],
            count=1.0,
            of=residents,
        )


def _paper_stood(game: PlayedGame) -> Iterator[Turn]:
    """Requirements that were not there last round and stood filled in, since a rule was written then: they stayed."""
    for round, k, played in _each(game):
        if round == 1 or not played.result.outcome.tasks[k].deal.requirements:
            continue
        earlier = game.rounds[round - 2]
        if earlier.result.outcome.tasks[k].deal.requirements or not rule_won(game.rules, earlier)[k]:
            continue
        without = LEVERS["required"].without(round, len(game.rounds), (k,))
        again = rerun(game, (without,), round, is_scored=False)
        measure = Measure("ownership", (k,))
        yield Turn(
            kind="paper_stood",
            round=round,
            until=round,
            effect=_apart(game, again, round),
            measure="ownership",
            before=measure.of(game, round - 1),
            value=measure.of(game, round),
            task=game.tasks[k],
            count=round - 1,
        )


# What happened to it


def _setbacks(game: PlayedGame) -> Iterator[Turn]:
    """Setbacks that left a mark: what came of the task, beside the same game without that one."""
    for round, played in enumerate(game.rounds, start=1):
        for k in played.setback:
            yield from _marked(game, "setback", "quality", round, k, NoSetbacks(k, since=round, until=round))


def _incidents(game: PlayedGame) -> Iterator[tuple[int, int, PlayedRound]]:
    """Yield the round (1-based) and the task of everything that went wrong, where what is answered decides what is lost."""
    if not game.rules.has_setbacks or game.form == "short":
        return
    yield from (one for one in _each(game) if one[2].result.outcome.tasks[one[1]].incident)


def _mended(game: PlayedGame) -> Iterator[Turn]:
    """What went wrong and was put right together, beside the same game answered with rules, guarantees and pulling in."""
    for round, k, played in _incidents(game):
        if is_mended(game.rules, played.seats, k):
            told = _answers(game, MENDING.values(), round, k)
            yield from _marked(
                game, "mended", "ownership", round, k, OtherAnswers(k, since=round, until=round), told
            )


def _ruled(game: PlayedGame) -> Iterator[Turn]:
    """What went wrong and was answered with rules, guarantees and pulling in, beside the same game in which it was mended."""
    for round, k, played in _incidents(game):
        told = _answers(game, RULING.values(), round, k)
        if told and not is_mended(game.rules, played.seats, k):
            yield from _marked(
                game, "ruled", "ownership", round, k, OtherAnswers(k, since=round, until=round), told
            )


def _answers(game: PlayedGame, codes: Iterable[str], round: int, k: int) -> tuple[Told, ...]:
    counted = [count(game, code, round, round, (k,)) for code in codes]
    return tuple(
        Told(one.role.value, one.lever, one.count, one.of)
        for one in sorted(counted, key=lambda one: -one.count / max(1, one.of))
        if one.count
    )


def _marked(
    game: PlayedGame, kind: str, code: str, round: int, k: int, change: Change, told: tuple[Told, ...] = ()
) -> Iterator[Turn]:
    """Yield what happened to a task beside the rerun with `change`, if it left a mark."""
    measure, again = Measure(code, (k,)), rerun(game, (change,), round, is_scored=False)
    effect = _apart(game, again, round)
    value, without = measure.of(game, round), measure.of(again, round)
    if effect >= LEAST_EFFECT and abs(value - without) >= LEAST_APART:
        yield Turn(
            kind=kind,
            round=round,
            until=round,
            effect=effect,
            measure=code,
            before=measure.of(game, round - 1) if round > 1 else measure.of(game, round),
            value=value,
            without=without,
            task=game.tasks[k],
            groups=(told,) if told else (),
            manner="deeds",
        )


# The purse


def _purse(game: PlayedGame) -> Iterator[Turn]:
    """The round in which more was taken on than the purse paid, so that all was done thinner; else those in which
    it paid no full week, from the first to the one with the least.
    """
    rules, rounds = game.rules, range(1, len(game.rounds) + 1)
    full = rules.full_week(game.count)
    thin = [round for round in rounds if _paid_of_wanted(game, round) < 1.0] if rules.has_setbacks else []
    if thin:
        at = min(thin, key=lambda round: (_paid_of_wanted(game, round), round))
        paid = game.rounds[at - 1].result.outcome.hours
        effect = 1.0 - _paid_of_wanted(game, at)
        more = Turn("ran_thin", at, at, 0.0, "hours", full, paid, count=paid, of=full)
        yield replace(more, effect=effect)
        yield from (replace(more, round=round, until=round) for round in thin if round != at)
        return
    payments = {round: game.rounds[round - 1].result.outcome.hours for round in rounds}
    less = [round for round in rounds if payments[round] < full]
    for round in less[:1]:
        at = min(less, key=lambda one: (payments[one], one))
        least, first = payments[at], payments[round]
        yield Turn("purse_broke", round, at, 1.0 - least / full, "hours", first, least, count=least, of=full)


def _paid_of_wanted(game: PlayedGame, round: int) -> float:
    """Return the least part (0–1) that somebody could do of what was taken on, since the purse paid no more hours."""
    played = game.rounds[round - 1]
    paid = played.result.outcome.hours
    return min(effort_scale(game.rules, paid, seat.act) for seat in seats_of(played, Role.PROFESSIONAL))


# What was not done


def _resisted(game: PlayedGame, paid: Mapping[Role, Sequence[SensibleRound]]) -> Iterator[Turn]:
    """A table at which doing less together paid, and mostly was not done: told at the round with the most such moments."""
    tempted, kept = [0.0] * len(game.rounds), [0.0] * len(game.rounds)
    for rounds in paid.values():
        for turn, found in enumerate(rounds):
            tempted[turn] += found.moments * found.paid_more
            kept[turn] += found.moments * found.paid_more * (1.0 - found.taken)
    last = len(game.rounds)
    counted = [one for code in ("joined", "worked_along") if (one := count(game, code, 1, last)).count]
    if not counted or not sum(kept) > MOSTLY * sum(tempted):
        return
    levers = tuple(LEVERS[one.lever].without(1, last) for one in counted)
    again = rerun(game, levers, is_scored=False)
    value, without, effect = quality(game, last - 1), quality(again, last - 1), _apart(game, again, 1)
    if value - without >= LEAST_APART and effect >= LEAST_EFFECT:
        yield Turn(
            kind="resisted",
            round=kept.index(max(kept)) + 1,
            until=last,
            effect=effect,
            measure="quality",
            before=quality(game, 0),
            value=value,
            without=without,
            groups=(tuple(Told(one.role.value, one.lever, one.count, one.of) for one in counted),),
            manner="deeds",
        )
