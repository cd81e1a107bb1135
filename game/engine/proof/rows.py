"""The rows A1 to A14, A18 and A19 of the acceptance battery: what whole games on a path or on own score must show.

Each is a function of the bench that gives what is required, what was found and whether it holds; rows on single chairs
are in chairs, those that ruleset 2 adds in second.
"""

from game.engine.bots.paths import OWN, Path
from game.engine.model.roles import Role
from game.engine.proof.bench import CHAIRS, ROUNDS, Bench, Finding, compare, figures, street_of
from game.engine.proof.courses import always, only, switch
from game.engine.proof.sample import Sample

LUCK_SEEDS = range(100, 130)
_LONGEST_WAY_BACK = 14


def own_score_sinks(bench: Bench) -> Finding:
    """A1: everyone sensible on their own chair arrives where nobody wants to be."""
    games = bench.own
    ownership, share = games.ownership(7), games.professional_share(7)
    bureaucracy, quality = games.bureaucracy(7), games.quality(6, 7)
    return (
        "own score: O <= .20, share >= .85, R >= .50, q7-8 <= .50",
        figures(ownership, share, bureaucracy, quality),
        ownership <= 0.20 and share >= 0.85 and bureaucracy >= 0.50 and quality <= 0.50,
    )


def lure(bench: Bench) -> Finding:
    """A2: taking over looks better at first."""
    gap = bench.trap.quality(0) - bench.together.quality(0)
    return "round 1: q trap - together >= .03", figures(gap), gap >= 0.03


def dearer_then_cut(bench: Bench) -> Finding:
    """A3: the trap gets dearer, until the purse cuts it."""
    costs = [bench.trap.cost(turn) for turn in range(ROUNDS)]
    dearest = max(range(1, 5), key=lambda turn: costs[turn])
    least = min(costs[dearest + 1 :])
    return (
        "trap: dearest of 2-5 >= 1.10 x round 1; later < round 1",
        figures(costs[0], costs[dearest], least),
        costs[dearest] >= 1.10 * costs[0] and least < costs[0],
    )


def good_then_bad(bench: Bench) -> Finding:
    """A4: the trap starts well and ends badly."""
    first, sixth = bench.trap.quality(0), bench.trap.quality(5)
    return "trap: q1 >= .60, q6 <= .45", figures(first, sixth), first >= 0.60 and sixth <= 0.45


def together_thrives(bench: Bench) -> Finding:
    """A5: working together gets good, stays ours and stays cheap."""
    games = bench.together
    quality, ownership = games.quality(5), games.ownership(5)
    bureaucracy, cost = games.bureaucracy(5), games.cost(5)
    return (
        "together, round 6: q >= .75, O >= .75, R <= .20, cost <= trap's round 1",
        figures(quality, ownership, bureaucracy, cost),
        quality >= 0.75 and ownership >= 0.75 and bureaucracy <= 0.20 and cost <= bench.trap.cost(0),
    )


def unaffordable(bench: Bench) -> Finding:
    """A6: in the end a point of quality costs the trap far more."""
    ratio = bench.trap.cost_per_quality(7) / bench.together.cost_per_quality(7)
    return "round 8: cost per quality, trap >= 2.0 x together", figures(ratio), ratio >= 2.0


def together_pays(bench: Bench) -> Finding:
    """A7: over six rounds working together pays every role more."""
    return "6 rounds: together > trap for every role", *compare(bench.together, bench.trap, CHAIRS, range(6))


def trap_pays_first(bench: Bench) -> Finding:
    """A8: at first the trap pays residents and professionals more."""
    found, ok = compare(bench.trap, bench.together, CHAIRS[:2], range(2))
    return "rounds 1-2: trap > together, residents and professionals", found, ok


def letting_go_fails(bench: Bench) -> Finding:
    """A9: leaving it to residents is no way out."""
    letting_go, together = bench.letting_go.quality(7), bench.together.quality(7)
    return "q8: letting go <= together - .25", figures(letting_go, together), letting_go <= together - 0.25


def cannot_turn_alone(bench: Bench) -> Finding:
    """A10: one role alone cannot turn it."""
    found = [bench.try_out(only(role, Path.TOGETHER, OWN)).quality(6, 7) for role in Role]
    goal = bench.together.quality(6, 7) - 0.20
    return (
        f"one role together, others own score: q7-8 <= {goal:.3f}",
        figures(*found),
        all(quality <= goal for quality in found),
    )


def can_break_alone(bench: Bench) -> Finding:
    """A11: one role alone can break it."""
    found = [bench.try_out(only(role, Path.TRAP, Path.TOGETHER)).quality(7) for role in Role]
    goal = bench.together.quality(7) - 0.10
    return (
        f"one role trap, others together: q8 <= {goal:.3f}",
        figures(*found),
        all(quality <= goal for quality in found),
    )


def _way_back(bench: Bench, trapped: int) -> int:
    """Return the rounds of together until ownership is back at its start, one more than looked at if never."""
    games = bench.try_out(switch(Path.TRAP, trapped, Path.TOGETHER), trapped + _LONGEST_WAY_BACK)
    goal = bench.rules.start_ownership
    turns = range(trapped, trapped + _LONGEST_WAY_BACK)
    return next((t - trapped + 1 for t in turns if games.ownership(t) >= goal), _LONGEST_WAY_BACK + 1)


def way_back_is_long(bench: Bench) -> Finding:
    """A12: the way back is long, and no longer than that."""
    found = [_way_back(bench, trapped) for trapped in (2, 4, 6)]
    return (
        "rounds back after 2, 4, 6 of trap: not falling, >= 4 after 4, <= 12 after 6",
        ", ".join(map(str, found)),
        found == sorted(found) and found[1] >= 4 and found[2] <= 12,
    )


def escapable(bench: Bench) -> Finding:
    """A13: after three rounds of the trap a table can still turn."""
    games = bench.try_out(switch(Path.TRAP, 3, Path.TOGETHER))
    gain = games.quality(7) - bench.trap.quality(7)
    return "3 x trap, then together: q8 >= trap + .15", figures(gain), gain >= 0.15


def luck_decides_nothing(bench: Bench) -> Finding:
    """A14: the worst luck together beats the best luck in the trap."""

    def each(path: Path) -> list[Sample]:
        return [bench.try_out(always(path), seeds=[seed]) for seed in LUCK_SEEDS]

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


def any_number_of_tasks(bench: Bench) -> Finding:
    """A18: it holds at three, five and six tasks."""
    found = []
    for tasks in (3, 5, 6):
        street = street_of(bench.rules, tasks)
        together, trap = (bench.try_out(always(path), street=street) for path in (Path.TOGETHER, Path.TRAP))
        found.append(together.quality(7) - trap.quality(7))
    return "K = 3, 5, 6: q8 together - trap >= .25", figures(*found), min(found) >= 0.25


def mild_trap(bench: Bench) -> Finding:
    """A19: taking over without rules lures and ends badly, too."""
    games = bench.mild
    long, better = compare(bench.together, games, CHAIRS, range(6))
    short, lured = compare(games, bench.together, CHAIRS[:2], range(2))
    first, third = games.cost(0), games.cost(2)
    return (
        "mild trap: 6 rounds together >; rounds 1-2 mild >; cost3 >= 1.05 x cost1",
        f"{long}; {short}; {first:.1f} -> {third:.1f}",
        better and lured and third >= 1.05 * first,
    )
