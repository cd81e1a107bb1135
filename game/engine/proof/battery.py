"""The acceptance battery of docs/model.md: what a ruleset must show, row by row, on reference paths and own score.

Dice are handed in per seed; required and found are terse figures for builders, not texts for players.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from game.engine.bots import own_score
from game.engine.bots.paths import OWN, Path, path_act, path_agreement, places
from game.engine.model.choices import TAKE_OVER, WAIT, Funding, Response
from game.engine.model.outcome import play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import play_round
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.scores import score
from game.engine.model.values import SeatRound, Values
from game.engine.proof.courses import (
    NO_SETBACKS,
    Answering,
    Course,
    Dice,
    Played,
    Setbacks,
    Street,
    always,
    only,
    run,
    switch,
)
from game.engine.proof.sample import Sample, mean

SEEDS = range(1, 6)
LUCK_SEEDS = range(100, 130)
ROUNDS = 8
TASKS = 4
EQUAL = 1e-9
# By round from 1, the tasks from 0.
SETBACKS: Setbacks = MappingProxyType({3: (1,), 5: (2,)})
CHAIRS = (Role.RESIDENT, Role.PROFESSIONAL, Role.MUNICIPALITY)
_LONGEST_WAY_BACK = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the battery: its code, what must hold, what was found, and whether it holds."""

    code: str
    required: str
    found: str
    ok: bool


def street_of(rules: Ruleset, tasks: int = TASKS, residents: int = 4) -> Street:
    """Return the battery's street: one municipality, two professionals, `residents` residents."""
    roles = (Role.MUNICIPALITY,) + (Role.PROFESSIONAL,) * 2 + (Role.RESIDENT,) * residents
    return Street(rules, tasks, roles)


def setbacks_of(rules: Ruleset) -> Setbacks:
    """Return the setbacks that the battery plays a ruleset with: none where it has none."""
    return SETBACKS if rules.dent else NO_SETBACKS


def sample(
    street: Street,
    course: Course,
    dice: Dice,
    rounds: int = ROUNDS,
    seeds: Iterable[int] = SEEDS,
    setbacks: Setbacks | None = None,
    answer: Answering | None = None,
) -> Sample:
    """Return games of `course`, one per seed; without `setbacks` with those of the battery."""
    hit = setbacks_of(street.rules) if setbacks is None else setbacks
    return Sample(street, tuple(run(street, course, rounds, dice(seed), hit, answer) for seed in seeds))


@dataclass(frozen=True, slots=True)
class _Bench:
    """A ruleset with dice, and the four samples that most rows read."""

    rules: Ruleset
    dice: Dice
    street: Street
    trap: Sample
    mild: Sample
    together: Sample
    letting_go: Sample

    def try_out(self, course: Course, rounds: int = ROUNDS) -> Sample:
        return sample(self.street, course, self.dice, rounds)


def rows(rules: Ruleset, dice: Dice, codes: Collection[str] | None = None) -> Iterator[Row]:
    """Yield the rows A1 to A19 for `rules`, or those in `codes`.

    `dice(seed)` gives the draws of one game in [0, 1), in task order.
    """
    street = street_of(rules)
    paths = (Path.TRAP, Path.MILD_TRAP, Path.TOGETHER, Path.LETTING_GO)
    bench = _Bench(rules, dice, street, *(sample(street, always(path), dice) for path in paths))
    for code, row in _ROWS.items():
        if codes is None or code in codes:
            required, found, ok = row(bench)
            yield Row(code, required, found, ok)


_Finding = tuple[str, str, bool]


def _figures(*numbers: float) -> str:
    return ", ".join(f"{number:.3f}" for number in numbers)


def _own_score_sinks(bench: _Bench) -> _Finding:
    games = bench.try_out(always(OWN))
    ownership, share = games.ownership(7), games.professional_share(7)
    bureaucracy, quality = games.bureaucracy(7), games.quality(6, 7)
    return (
        "own score: O <= .20, share >= .85, R >= .50, q7-8 <= .50",
        _figures(ownership, share, bureaucracy, quality),
        ownership <= 0.20 and share >= 0.85 and bureaucracy >= 0.50 and quality <= 0.50,
    )


def _lure(bench: _Bench) -> _Finding:
    gap = bench.trap.quality(0) - bench.together.quality(0)
    return "round 1: q trap - together >= .03", _figures(gap), gap >= 0.03


def _dearer_then_cut(bench: _Bench) -> _Finding:
    costs = [bench.trap.cost(turn) for turn in range(ROUNDS)]
    dearest = max(range(1, 5), key=lambda turn: costs[turn])
    least = min(costs[dearest + 1 :])
    return (
        "trap: dearest of 2-5 >= 1.10 x round 1; later < round 1",
        _figures(costs[0], costs[dearest], least),
        costs[dearest] >= 1.10 * costs[0] and least < costs[0],
    )


def _good_then_bad(bench: _Bench) -> _Finding:
    first, sixth = bench.trap.quality(0), bench.trap.quality(5)
    return "trap: q1 >= .60, q6 <= .45", _figures(first, sixth), first >= 0.60 and sixth <= 0.45


def _together_thrives(bench: _Bench) -> _Finding:
    games = bench.together
    quality, ownership = games.quality(5), games.ownership(5)
    bureaucracy, cost = games.bureaucracy(5), games.cost(5)
    return (
        "together, round 6: q >= .75, O >= .75, R <= .20, cost <= trap's round 1",
        _figures(quality, ownership, bureaucracy, cost),
        quality >= 0.75 and ownership >= 0.75 and bureaucracy <= 0.20 and cost <= bench.trap.cost(0),
    )


def _unaffordable(bench: _Bench) -> _Finding:
    trap = bench.trap.cost(7) / bench.trap.quality(7)
    ratio = trap / (bench.together.cost(7) / bench.together.quality(7))
    return "round 8: cost per quality, trap >= 2.0 x together", _figures(ratio), ratio >= 2.0


def _compare(better: Sample, worse: Sample, chairs: Iterable[Role], rounds: int) -> tuple[str, bool]:
    pairs = [(better.own_score(r, range(rounds)), worse.own_score(r, range(rounds))) for r in chairs]
    return ", ".join(f"{a:.1f}/{b:.1f}" for a, b in pairs), all(a > b for a, b in pairs)


def _together_pays(bench: _Bench) -> _Finding:
    return "6 rounds: together > trap for every role", *_compare(bench.together, bench.trap, CHAIRS, 6)


def _trap_pays_first(bench: _Bench) -> _Finding:
    found, ok = _compare(bench.trap, bench.together, CHAIRS[:2], 2)
    return "rounds 1-2: trap > together, residents and professionals", found, ok


def _letting_go_fails(bench: _Bench) -> _Finding:
    letting_go, together = bench.letting_go.quality(7), bench.together.quality(7)
    return "q8: letting go <= together - .25", _figures(letting_go, together), letting_go <= together - 0.25


def _cannot_turn_alone(bench: _Bench) -> _Finding:
    found = [bench.try_out(only(role, Path.TOGETHER, OWN)).quality(6, 7) for role in Role]
    goal = bench.together.quality(6, 7) - 0.20
    return (
        f"one role together, others own score: q7-8 <= {goal:.3f}",
        _figures(*found),
        all(quality <= goal for quality in found),
    )


def _can_break_alone(bench: _Bench) -> _Finding:
    found = [bench.try_out(only(role, Path.TRAP, Path.TOGETHER)).quality(7) for role in Role]
    goal = bench.together.quality(7) - 0.10
    return (
        f"one role trap, others together: q8 <= {goal:.3f}",
        _figures(*found),
        all(quality <= goal for quality in found),
    )


def _way_back(bench: _Bench, trapped: int) -> int:
    """Return the rounds of together until ownership is back at its start, one more than looked at if never."""
    games = bench.try_out(switch(Path.TRAP, trapped, Path.TOGETHER), trapped + _LONGEST_WAY_BACK)
    goal = bench.rules.start_ownership
    turns = range(trapped, trapped + _LONGEST_WAY_BACK)
    return next((t - trapped + 1 for t in turns if games.ownership(t) >= goal), _LONGEST_WAY_BACK + 1)


def _way_back_is_long(bench: _Bench) -> _Finding:
    found = [_way_back(bench, trapped) for trapped in (2, 4, 6)]
    return (
        "rounds back after 2, 4, 6 of trap: not falling, >= 4 after 4, <= 12 after 6",
        ", ".join(map(str, found)),
        found == sorted(found) and found[1] >= 4 and found[2] <= 12,
    )


def _escapable(bench: _Bench) -> _Finding:
    games = bench.try_out(switch(Path.TRAP, 3, Path.TOGETHER))
    gain = games.quality(7) - bench.trap.quality(7)
    return "3 x trap, then together: q8 >= trap + .15", _figures(gain), gain >= 0.15


def _luck_decides_nothing(bench: _Bench) -> _Finding:
    def each(path: Path) -> list[Sample]:
        return [sample(bench.street, always(path), bench.dice, seeds=[seed]) for seed in LUCK_SEEDS]

    together, trap = each(Path.TOGETHER), each(Path.TRAP)
    quality = min(g.quality(7) for g in together), max(g.quality(7) for g in trap)
    turns = range(ROUNDS)
    money = (
        min(g.own_score(Role.MUNICIPALITY, turns) for g in together),
        max(g.own_score(Role.MUNICIPALITY, turns) for g in trap),
    )
    return (
        "30 seeds: worst together > best trap (q8; municipal sum)",
        f"{quality[0]:.3f} > {quality[1]:.3f}; {money[0]:.1f} > {money[1]:.1f}",
        quality[0] > quality[1] and money[0] > money[1],
    )


def _first_together(street: Street) -> list[SeatRound]:
    quiet = (Response.LET_BE,) * street.tasks
    return [
        SeatRound(role, path_act(street.rules, Path.TOGETHER, role, place, 0, street.tasks), quiet)
        for role, place in zip(street.roles, places(street.roles), strict=True)
    ]


def _gain_by_waiting(bench: _Bench, residents: int) -> float:
    """Return what the first resident gains in round 1 of together by waiting everywhere, responses left out."""
    street = street_of(bench.rules, residents=residents)
    values = start_values(street.rules, street.tasks)
    agreement = path_agreement(Path.TOGETHER, street.tasks)
    chair = street.roles.index(Role.RESIDENT)

    def foreseen(seats: list[SeatRound], draws: tuple[float, ...]) -> float:
        outcome = play(street.rules, values, agreement, seats, draws)
        return score(street.rules, values, outcome, seats, chair).total

    joining = _first_together(street)
    waiting = [*joining]
    waiting[chair] = replace(joining[chair], act=(WAIT.word,) * street.tasks)
    gains = []
    for seed in SEEDS:
        dice = bench.dice(seed)
        draws = tuple(next(dice) for _ in range(street.tasks))
        gains.append(foreseen(waiting, draws) - foreseen(joining, draws))
    return mean(gains)


def _many_hands_lean_back(bench: _Bench) -> _Finding:
    found = [_gain_by_waiting(bench, residents) for residents in (1, 2, 4, 8)]
    rising = all(before < after for before, after in pairwise(found))
    return (
        "gain by waiting at 1, 2, 4, 8 residents: growing, > 0 at 4",
        _figures(*found),
        rising and found[2] > 0,
    )


def _taken_over(bench: _Bench, funding: Funding) -> list[int]:
    """Return per professional on how many tasks its own score says to take over in round 1 of together."""
    street = bench.street
    values = start_values(street.rules, street.tasks)
    agreement = replace(path_agreement(Path.TOGETHER, street.tasks), funding=funding)
    seats = _first_together(street)
    return [
        own_score.best_act(street.rules, values, agreement, seats, chair).count(TAKE_OVER.word)
        for chair, role in enumerate(street.roles)
        if role is Role.PROFESSIONAL
    ]


def _pay_pulls(bench: _Bench) -> _Finding:
    output, trust = _taken_over(bench, Funding.OUTPUT), _taken_over(bench, Funding.TRUST)
    return (
        "own-score professional takes over: >= 2 under output, 0 under trust",
        f"{min(output)}, {max(trust)}",
        min(output) >= 2 and max(trust) == 0,
    )


def _as_numbers(values: Values) -> list[float]:
    per_task = [*values.ownership, *values.expectation, *values.bureaucracy]
    return [*per_task, values.trust, values.reserve]


def _doubled(rules: Ruleset, game: tuple[Played, ...]) -> float:
    """Return the largest difference in any value when a game is played with every seat twice."""
    tasks = len(game[0].draws)
    values, agreement, worst = start_values(rules, tasks), start_agreement(tasks), 0.0
    for played in game:
        result = play_round(
            rules, values, agreement, [*played.seats, *played.seats], played.draws, "full", played.setback
        )
        values, agreement = result.values, result.outcome.agreement
        pairs = zip(_as_numbers(values), _as_numbers(played.result.values), strict=True)
        worst = max(worst, *(abs(mine - theirs) for mine, theirs in pairs))
    return worst


def _shares_only(bench: _Bench) -> _Finding:
    samples = [bench.trap, bench.mild, bench.together, bench.letting_go, bench.try_out(always(OWN))]
    worst = max(_doubled(bench.rules, game) for games in samples for game in games.games)
    return "every seat twice: the same state", f"{worst:.2g}", worst <= EQUAL


def _any_number_of_tasks(bench: _Bench) -> _Finding:
    found = []
    for tasks in (3, 5, 6):
        street = street_of(bench.rules, tasks)
        together, trap = (sample(street, always(p), bench.dice) for p in (Path.TOGETHER, Path.TRAP))
        found.append(together.quality(7) - trap.quality(7))
    return "K = 3, 5, 6: q8 together - trap >= .25", _figures(*found), min(found) >= 0.25


def _mild_trap(bench: _Bench) -> _Finding:
    games = bench.mild
    long, better = _compare(bench.together, games, CHAIRS, 6)
    short, lured = _compare(games, bench.together, CHAIRS[:2], 2)
    first, third = games.cost(0), games.cost(2)
    return (
        "mild trap: 6 rounds together >; rounds 1-2 mild >; cost3 >= 1.05 x cost1",
        f"{long}; {short}; {first:.1f} -> {third:.1f}",
        better and lured and third >= 1.05 * first,
    )


_ROWS: dict[str, Callable[[_Bench], _Finding]] = {
    "A1": _own_score_sinks,
    "A2": _lure,
    "A3": _dearer_then_cut,
    "A4": _good_then_bad,
    "A5": _together_thrives,
    "A6": _unaffordable,
    "A7": _together_pays,
    "A8": _trap_pays_first,
    "A9": _letting_go_fails,
    "A10": _cannot_turn_alone,
    "A11": _can_break_alone,
    "A12": _way_back_is_long,
    "A13": _escapable,
    "A14": _luck_decides_nothing,
    "A15": _many_hands_lean_back,
    "A16": _pay_pulls,
    "A17": _shares_only,
    "A18": _any_number_of_tasks,
    "A19": _mild_trap,
}
CODES = tuple(_ROWS)
