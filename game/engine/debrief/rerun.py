"""The same game with one thing changed: every other choice, and the dice, stay as they were.

A rerun with no change is the game itself, to the last digit. Which changes a debrief offers is in whatif.

In one file because every kind of change is a value and the few lines that apply it, and a rerun has to know them all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from game.engine.bots import own_score
from game.engine.bots.paths import OWN, Path, path_act, path_agreement, path_response, places
from game.engine.debrief.changes import (
    LAST,
    Change,
    Constant,
    Evenings,
    Follows,
    FullWeek,
    GoOn,
    Instead,
    Luck,
    NoSetbacks,
    OtherAnswers,
    Purse,
    Reacts,
)
from game.engine.debrief.levers import MENDING, RULING
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.reacting import reacting
from game.engine.model.choices import JOIN, WAIT, Deal, Funding, Holder, Response
from game.engine.model.dynamics import answers_on, mended
from game.engine.model.luck import round_draws
from game.engine.model.outcome import decide, play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import play_round
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.values import Agreement, SeatRound, Values
from game.engine.table.state import PlayedRound

Item = TypeVar("Item")
MOSTLY_MENDED = 0.5


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where the rerun stands at the start of a turn; `last` is what the seats did in the turn before; `paid` as played."""

    rules: Ruleset
    turn: int
    values: Values
    agreement: Agreement
    last: tuple[SeatRound, ...]
    draws: tuple[float, ...]
    setback: tuple[int, ...]
    paid: Funding


def rerun(
    game: PlayedGame,
    changes: Sequence[Change] = (),
    since: int = 1,
    until: int = LAST,
    *,
    is_scored: bool = True,
) -> PlayedGame:
    """Return `game` as the rules play it with `changes`, applied in order; raises ValueError for another constant or policy.

    Rounds before `since` (1-based) stay as they were played, and those after `until` are left out. The
    rounds in between have no scores, which take time, unless the rerun `is_scored`.
    """
    rules = game.rules
    for change in changes:
        rules = _rules(rules, change)
        game = _longer(game, change.rounds) if isinstance(change, GoOn) else game
    values, agreement = start_values(rules, game.count), start_agreement(game.count)
    last: tuple[SeatRound, ...] = ()
    rounds = list(game.rounds[: since - 1])
    if rounds:
        values, agreement, last = game.before(since - 1), game.agreed_before(since - 1), rounds[-1].seats
    for turn, played in enumerate(game.rounds[since - 1 : until], start=since - 1):
        seats = played.seats
        draws, setback = _chance(game, changes, turn)
        paid = played.result.outcome.agreement.funding
        now = _Moment(rules, turn, values, agreement, last, draws, setback, paid)
        for change in changes:
            seats = _seats(now, change, seats)
        hours = rules.full_week(game.count) if _is_full(changes, turn + 1) else None
        result = play_round(rules, values, agreement, seats, draws, game.form, setback, hours, is_scored)
        rounds.append(PlayedRound(seats, draws, result, setback))
        values, agreement, last = result.values, result.outcome.agreement, seats
    return replace(game, rules=rules, rounds=tuple(rounds))


def was_so(game: PlayedGame, changes: Sequence[Change]) -> bool:
    """Whether `game` is already as these changes would have it: the same rules, choices, dice and setbacks in every round."""
    if any(
        isinstance(change, GoOn | FullWeek) or _rules(game.rules, change) != game.rules for change in changes
    ):
        return False
    last: tuple[SeatRound, ...] = ()
    for turn, played in enumerate(game.rounds):
        if _chance(game, changes, turn) != (played.draws, played.setback):
            return False
        values, agreement = game.before(turn), game.agreed_before(turn)
        paid = played.result.outcome.agreement.funding
        now = _Moment(game.rules, turn, values, agreement, last, played.draws, played.setback, paid)
        seats = played.seats
        for change in changes:
            seats = _seats(now, change, seats)
        if seats != played.seats:
            return False
        last = seats
    return True


def _chance(
    game: PlayedGame, changes: Sequence[Change], turn: int
) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Return the dice and the setbacks of a turn with `changes`."""
    draws, setback = game.rounds[turn].draws, game.rounds[turn].setback
    for change in changes:
        if isinstance(change, Luck):
            draws = round_draws(change.seed, turn + 1, game.count, {})
        elif isinstance(change, NoSetbacks) and change.covers(turn + 1):
            setback = tuple(k for k in setback if change.task not in (None, k))
    return draws, setback


def _longer(game: PlayedGame, rounds: int) -> PlayedGame:
    last = game.rounds[-1]
    calm = replace(last, draws=(1.0,) * game.count, setback=())
    return replace(game, rounds=(*game.rounds, *(calm,) * rounds))


def _is_full(changes: Sequence[Change], round: int) -> bool:
    return any(isinstance(one, FullWeek) and one.covers(round) for one in changes)


def _rules(rules: Ruleset, change: Change) -> Ruleset:
    if isinstance(change, Purse) and rules.spends_reserve:
        start, cap = rules.start_reserve * change.times, rules.reserve_cap * change.times
        return replace(rules, start_reserve=start, reserve_cap=cap)
    if isinstance(change, Purse):
        return replace(
            rules,
            start_reserve=rules.start_reserve * change.times,
            reserve_cap=rules.reserve_cap * change.times,
            budget_per_task=rules.budget_per_task * change.times,
        )
    if isinstance(change, Constant):
        if not isinstance(getattr(rules, change.name, None), float):
            raise ValueError(change.name)
        return replace(rules, **{change.name: change.value})  # type: ignore[arg-type]
    return rules


def _seats(now: _Moment, change: Change, seats: tuple[SeatRound, ...]) -> tuple[SeatRound, ...]:
    match change:
        case Instead() if change.covers(now.turn + 1):
            return tuple(
                _instead(now, change, seat, place) if seat.role is change.role else seat
                for seat, place in _placed(seats)
            )
        case Evenings():
            return tuple(
                replace(seat, act=_evenings(now.rules, seat.act, change.more, place + now.turn))
                if seat.role is Role.RESIDENT
                else seat
                for seat, place in _placed(seats)
            )
        case Follows() if change.covers(now.turn + 1):
            return _follows(now, change, seats)
        case Reacts() if change.covers(now.turn + 1):
            return reacting(
                now.rules,
                now.values,
                now.agreement,
                seats,
                (now.paid, change.funding),
                now.draws,
                now.setback,
            )
        case OtherAnswers() if change.covers(now.turn + 1):
            return _answered_otherwise(now, change, seats)
        case _:
            return seats


def _placed(seats: Sequence[SeatRound]) -> list[tuple[SeatRound, int]]:
    return list(zip(seats, places([seat.role for seat in seats]), strict=True))


# One choice instead of another


def _instead(now: _Moment, change: Instead, seat: SeatRound, place: int) -> SeatRound:
    match change.where:
        case "act" if change.then == "joined":
            return replace(seat, act=_join(now, change, seat.act, place + now.turn))
        case "act":
            word = now.rules.choices.simplest(change.role, change.then)
            return replace(seat, act=_swap(now, change, seat.act, word))
        case "respond":
            then = Response(now.rules.choices.simplest(change.role, change.then))
            return replace(seat, respond=_swap(now, change, seat.respond, then))
        case "funding":
            given = seat.funding is not None and seat.funding in change.given
            return replace(seat, funding=Funding(change.then)) if given else seat
        case _:
            deals = seat.deals or ()
            return (
                replace(seat, deals=tuple(_deal(change, k, deal) for k, deal in enumerate(deals)))
                if deals
                else seat
            )


def _given(now: _Moment, change: Instead) -> frozenset[str]:
    """Return the words of all that counts as one of `given`."""
    return frozenset[str]().union(*(now.rules.choices.words(change.role, code) for code in change.given))


def _deal(change: Instead, k: int, deal: Deal) -> Deal:
    if not change.concerns(k):
        return deal
    if change.where == "holder":
        return replace(deal, holder=Holder(change.then)) if deal.holder in change.given else deal
    kept = "yes" if deal.requirements else "no"
    return replace(deal, requirements=change.then == "yes") if kept in change.given else deal


def _swap(now: _Moment, change: Instead, items: tuple[Item, ...], then: Item) -> tuple[Item, ...]:
    given = _given(now, change)
    return tuple(then if item in given and change.concerns(k) else item for k, item in enumerate(items))


def _join(now: _Moment, change: Instead, act: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """Return `act` with evenings instead of what is given, as many as fit; the tasks take turns, by `turn`."""
    joined, given = list(act), _given(now, change)
    left = now.rules.evenings(len(act)) - now.rules.spent(Role.RESIDENT, act)
    for k in _in_turn(len(act), turn):
        if joined[k] in given and change.concerns(k) and left >= JOIN.takes:
            joined[k] = JOIN.word
            left -= JOIN.takes
    return tuple(joined)


def _evenings(rules: Ruleset, act: tuple[str, ...], more: int, turn: int) -> tuple[str, ...]:
    """Return `act` with so many evenings more or fewer; an evening more is one that was kept, or else a report."""
    changed = list(act)
    joins = rules.choices.words(Role.RESIDENT, "joined")
    claims = rules.choices.words(Role.RESIDENT, "claimed")
    for _ in range(abs(more)):
        order = _in_turn(len(act), turn)
        if more < 0:
            found = [k for k in reversed(order) if changed[k] in joins]
        elif rules.spent(Role.RESIDENT, changed) >= rules.evenings(len(act)):
            found = []
        else:
            found = sorted((k for k in order if changed[k] not in joins), key=lambda k: changed[k] in claims)
        if found:
            changed[found[0]] = (WAIT if more < 0 else JOIN).word
    return tuple(changed)


def _in_turn(tasks: int, turn: int) -> list[int]:
    return [(k + turn) % tasks for k in range(tasks)]


# All answers the other way


def is_mended(rules: Ruleset, seats: Sequence[SeatRound], task: int) -> bool:
    """Tell whether `seats` would put right what happens to `task`, by what they answer there."""
    municipal, professional, resident = ([s for s in seats if s.role is role] for role in Role)
    return mended(rules, answers_on(rules, task, municipal, professional, resident)) > MOSTLY_MENDED


def _answered_otherwise(
    now: _Moment, change: OtherAnswers, seats: tuple[SeatRound, ...]
) -> tuple[SeatRound, ...]:
    rules, tasks = now.rules, range(len(seats[0].act))
    ways = [
        None if change.task not in (None, k) else RULING if is_mended(rules, seats, k) else MENDING
        for k in tasks
    ]

    def other(seat: SeatRound) -> tuple[Response, ...]:
        return tuple(
            Response(rules.choices.simplest(seat.role, way[seat.role])) if way else said
            for way, said in zip(ways, seat.respond, strict=True)
        )

    return tuple(replace(seat, respond=other(seat)) for seat in seats)


# A role that follows a policy


def _follows(now: _Moment, change: Follows, seats: tuple[SeatRound, ...]) -> tuple[SeatRound, ...]:
    roles = tuple(Role) if change.role is None else (change.role,)
    if isinstance(change.policy, Path):
        return tuple(
            _on_path(now, change.policy, seat, place) if seat.role in roles else seat
            for seat, place in _placed(seats)
        )
    if change.policy != OWN:
        raise ValueError(change.policy)
    for role in (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT):
        if role in roles:
            seats = _on_own_score(now, role, seats)
    agreement = decide(now.agreement, [seat for seat in seats if seat.role is Role.MUNICIPALITY])
    outcome = play(now.rules, now.values, agreement, seats, now.draws, now.setback)
    answers = {role: own_score.best_answers(now.rules, now.values, outcome, role) for role in roles}
    return tuple(replace(seat, respond=answers[seat.role]) if seat.role in roles else seat for seat in seats)


def _on_path(now: _Moment, path: Path, seat: SeatRound, place: int) -> SeatRound:
    tasks = len(seat.act)
    agreed = path_agreement(path, tasks) if seat.role is Role.MUNICIPALITY else None
    return replace(
        seat,
        act=path_act(now.rules, path, seat.role, place, now.turn, tasks),
        respond=(path_response(path, seat.role, place),) * tasks,
        deals=agreed.deals if agreed else None,
        funding=agreed.funding if agreed else None,
    )


def _on_own_score(now: _Moment, role: Role, seats: tuple[SeatRound, ...]) -> tuple[SeatRound, ...]:
    """Return `seats` with those of `role` on their best own score, the others of it as in the turn before."""
    before = now.last if [seat.role for seat in now.last] == [seat.role for seat in seats] else seats
    if role is Role.MUNICIPALITY:
        chair = [seat.role for seat in seats].index(role)
        best = own_score.best_agreement(now.rules, now.values, now.agreement, before, chair)
        seats = tuple(
            replace(seat, deals=best.deals, funding=best.funding) if seat.role is role else seat
            for seat in seats
        )
    agreement = decide(now.agreement, [seat for seat in seats if seat.role is Role.MUNICIPALITY])
    # Residents and the municipality see what professionals do this round, professionals only the round before.
    seen = tuple(
        then if seat.role is role or role is Role.PROFESSIONAL else seat
        for seat, then in zip(seats, before, strict=True)
    )
    found: Mapping[tuple[str, ...], tuple[str, ...]] = {
        act: own_score.best_act(now.rules, now.values, agreement, seen, index)
        for act, index in _one_of_each(seen, role).items()
    }
    return tuple(
        replace(seat, act=found[then.act]) if seat.role is role else seat
        for seat, then in zip(seats, seen, strict=True)
    )


def _one_of_each(seats: Sequence[SeatRound], role: Role) -> dict[tuple[str, ...], int]:
    """Return one seat for every different act of a role: seats that did the same have the same best choice."""
    return {seat.act: index for index, seat in enumerate(seats) if seat.role is role}
