"""The rows that ruleset 2 adds: what taking over costs per quality, setbacks and their mending, turning, and the purse.

Tables of other sizes are in sizes.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from game.engine.bots.paths import OWN, Path, path_response
from game.engine.model.choices import Response
from game.engine.model.roles import Role
from game.engine.proof.bench import CHAIRS, SETBACKS, Bench, Finding, compare, figures
from game.engine.proof.courses import NO_SETBACKS, TakenBack, always, switch
from game.engine.proof.sample import Sample, mean

MENDING_SEEDS = range(700, 712)
ROUNDING = 1e-9
_LONG = 10


def dearer_per_quality(bench: Bench) -> Finding:
    """B3: in the trap a point of quality gets ever dearer, and the purse pays ever fewer hours."""
    trap = bench.trap
    first, dearest = trap.cost_per_quality(0), max(trap.cost_per_quality(turn) for turn in range(1, 5))
    hours = trap.hours(0), trap.hours(5)
    return (
        "trap: cost per quality, dearest of 2-5 >= 1.5 x round 1; H6 <= .75 x H1",
        f"{first:.1f} -> {dearest:.1f}; {hours[0]:.1f} -> {hours[1]:.1f}",
        dearest >= 1.5 * first and hours[1] <= 0.75 * hours[0],
    )


def mild_trap_dearer_per_quality(bench: Bench) -> Finding:
    """B19: taking over without rules lures and ends badly, too, by what a point of quality costs."""
    games = bench.mild
    long, better = compare(bench.together, games, CHAIRS, range(6))
    short, lured = compare(games, bench.together, CHAIRS[:2], range(2))
    first, third = games.cost_per_quality(0), games.cost_per_quality(2)
    return (
        "mild trap: scores as A19; cost per quality, round 3 >= 1.25 x round 1",
        f"{long}; {short}; {first:.1f} -> {third:.1f}",
        better and lured and third >= 1.25 * first,
    )


def mended(path: Path, role: Role, place: int) -> Response:
    """Answer any trouble by mending it: every second resident repairs, the municipality backs, professionals evaluate."""
    return path_response(Path.TOGETHER, role, place)


def ruled(path: Path, role: Role, place: int) -> Response:
    """Answer any trouble with a guarantee, a rule and pulling it in."""
    return path_response(Path.TRAP, role, place)


def let_be(path: Path, role: Role, place: int) -> Response:
    """Let any trouble be."""
    return Response.LET_BE


def _after_setback(games: Sample, task: int, turn: int) -> tuple[float, float, float]:
    """Return a task's quality before, in, and two rounds after the setback of round `turn` (from 0)."""
    return (
        games.task_quality(task, turn - 1),
        games.task_quality(task, turn),
        games.task_quality(task, turn + 2),
    )


def _hits() -> list[tuple[int, int]]:
    """Return the rounds (from 0) and tasks of the battery's setbacks."""
    return [(round - 1, task) for round, tasks in SETBACKS.items() for task in tasks]


def mended_or_lost(bench: Bench) -> Finding:
    """N1: a setback is overcome or not by what the table answers."""
    put_right = bench.try_out(always(Path.TOGETHER), seeds=MENDING_SEEDS, answer=mended)
    with_rules = bench.try_out(always(Path.TOGETHER), seeds=MENDING_SEEDS, answer=ruled)
    dips, back, behind, lost = [], [], [], []
    for turn, task in _hits():
        before, dipped, later = _after_setback(put_right, task, turn)
        dips.append(before - dipped)
        back.append(later - before)
        behind.append(with_rules.task_quality(task, turn + 2) - later)
        lost.append(with_rules.task_ownership(task, turn) - with_rules.task_ownership(task, turn - 1))
    return (
        "setback: q falls >= .10; mended: back in 2 rounds; ruled: q2 <= mended - .10, O fell",
        "; ".join(figures(*found) for found in (dips, back, behind, lost)),
        min(dips) >= 0.10 and min(back) >= 0.0 and max(behind) <= -0.10 and max(lost) < 0.0,
    )


def trouble_comes(bench: Bench) -> Finding:
    """N1b: a table that works together meets trouble as well, whatever the dice."""
    games = bench.try_out(always(Path.TOGETHER), 6, seeds=MENDING_SEEDS)
    rounds = [
        sum(any(task.trouble for task in played.result.outcome.tasks) for played in game)
        for game in games.games
    ]
    return (
        "together: trouble in >= 2 of 6 rounds in every game (least, mean)",
        f"{min(rounds)}, {sum(rounds) / len(rounds):.1f}",
        min(rounds) >= 2,
    )


def taken_back_is_lost(bench: Bench) -> Finding:
    """N1c: a task that professionals take back after its setback loses its people and gets worse."""
    put_right = bench.try_out(always(Path.TOGETHER), seeds=MENDING_SEEDS, answer=mended)
    lost, behind = [], []
    for turn, task in _hits():
        back = TakenBack(task, turn)
        games = bench.try_out(always(Path.TOGETHER), seeds=MENDING_SEEDS, taken_back=back)
        lost.append(games.task_ownership(task, turn + 3) - games.task_ownership(task, turn - 1))
        behind.append(games.task_quality(task, turn + 3) - put_right.task_quality(task, turn + 3))
    return (
        "taken back after its setback, 3 rounds on: O <= before - .15, q <= mended - .10",
        f"{figures(*lost)}; {figures(*behind)}",
        max(lost) <= -0.15 and max(behind) <= -0.10,
    )


def worst_rise(series: Sequence[float]) -> float:
    """Return the largest share by which a series rises in one step once it has fallen."""
    worst, has_fallen = 0.0, False
    for before, after in pairwise(series):
        if has_fallen and after > before:
            worst = max(worst, after / before - 1.0 if before > 0.0 else inf)
        has_fallen = has_fallen or after < before - ROUNDING
    return worst


def no_stop_and_go(bench: Bench) -> Finding:
    """N2: hours and quality fall once and stay down, and the purse never goes below zero."""
    rises, least = [], inf
    for course in (always(Path.TRAP), always(Path.MILD_TRAP), always(OWN)):
        games = bench.try_out(course, _LONG, setbacks=NO_SETBACKS)
        least = min(least, *(games.reserve(turn) for turn in range(_LONG)))
        for game in games.games:
            outcomes = [played.result.outcome for played in game]
            rises.append(worst_rise([outcome.hours for outcome in outcomes]))
            rises.append(worst_rise([mean(task.quality for task in outcome.tasks) for outcome in outcomes]))
    return (
        "trap, mild trap, own score, 10 rounds: H and q rise < 15 % after a fall; M >= 0",
        f"{max(rises):.1%}; {round(least, 2) + 0.0:.2f}",
        max(rises) < 0.15 and least >= -ROUNDING,
    )


def a_turn_pays(bench: Bench) -> Finding:
    """N3: turning costs a hard year and pays from the next one on."""
    turned, stayed = bench.try_out(switch(Path.TRAP, 3, Path.TOGETHER)), bench.trap
    dearer, costs = compare(stayed, turned, (Role.RESIDENT, Role.MUNICIPALITY), range(3, 4))
    fifth, sixth = (turned.quality(turn) - stayed.quality(turn) for turn in (4, 5))
    return (
        "turn after 3: round 4 pays residents, municipality less; q5 above staying, q6 by >= .10",
        f"{dearer}; {figures(fifth, sixth)}",
        costs and fifth > 0.0 and sixth >= 0.10,
    )


def no_purse_is_a_way_out(bench: Bench) -> Finding:
    """N4: together pays every role more than any other path, also with twice the purse."""
    rules = bench.rules
    rich = replace(
        bench.street,
        rules=replace(rules, start_reserve=2.0 * rules.start_reserve, reserve_cap=2.0 * rules.reserve_cap),
    )
    others = [
        bench.mild,
        bench.letting_go,
        bench.try_out(always(Path.TRAP), street=rich),
        bench.try_out(always(Path.MILD_TRAP), street=rich),
    ]
    margins = [
        min(bench.together.own_score(role, range(6)) - other.own_score(role, range(6)) for other in others)
        for role in CHAIRS
    ]
    return (
        "6 rounds: together > mild trap, letting go, trap and mild trap with twice the purse",
        ", ".join(f"{margin:+.1f}" for margin in margins),
        min(margins) > 0.0,
    )


def short_form_stands(bench: Bench) -> Finding:
    """N5: together holds also where nobody answers, against a trap that does."""
    short = bench.try_out(always(Path.TOGETHER), answer=let_be)
    quality = short.quality(7), bench.trap.quality(7)
    ownership = short.ownership(5)
    return (
        "together, all let be: q8 >= trap + .25; O6 >= its start",
        f"{figures(*quality)}; {figures(ownership)}",
        quality[0] >= quality[1] + 0.25 and ownership >= bench.rules.start_ownership,
    )
