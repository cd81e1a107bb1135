"""The row N6: what the battery shows at its one table holds at tables of any size, with their neighbours, for any tasks."""

from game.engine.bots.paths import Path
from game.engine.model.choices import MAX_TASKS, MIN_TASKS
from game.engine.model.roles import MAX_SEATS, MIN_SEATS, Role, default_roles, neighbours_needed
from game.engine.model.rules import Ruleset
from game.engine.proof.bench import CHAIRS, Bench, Finding, compare, figures
from game.engine.proof.courses import Street, always

SIZES = (MIN_SEATS, 4, 6, 8, MAX_SEATS)
_ROUNDS = 6


def table_of(rules: Ruleset, seats: int, tasks: int) -> Street:
    """Return a table of `seats` (3–12) as the game sets it, with the neighbours that it needs on habit."""
    roles = default_roles(seats)
    needed = neighbours_needed(roles.count(Role.RESIDENT))
    return Street(rules, tasks, roles + (Role.RESIDENT,) * needed, needed)


def any_table(bench: Bench) -> Finding:
    """N6: at every table the trap lures at first, and together is ahead in rounds 4 to 6."""
    lures, prices, held = [], [], 0
    for seats in SIZES:
        for tasks in range(MIN_TASKS, MAX_TASKS + 1):
            lure, price, ok = _at(bench, table_of(bench.rules, seats, tasks))
            lures.append(lure)
            prices.append(price)
            held += ok
    return (
        "3-12 seats, K = 3-6: trap > (q1; rounds 1-2 residents, professionals); 4-6 together > (q >= .10, all)",
        f"{held} of {len(lures)}; {figures(min(lures), min(prices))}",
        held == len(lures),
    )


def _at(bench: Bench, street: Street) -> tuple[float, float, bool]:
    """Return the trap's lead in quality in round 1, the least of together in rounds 4 to 6, and whether all holds.

    Quality lures where A2 looks for it, scores where A8 does.
    """
    trap, together = (
        bench.try_out(always(path), _ROUNDS, street=street) for path in (Path.TRAP, Path.TOGETHER)
    )
    first, later = range(2), range(3, _ROUNDS)
    lure = trap.quality(0) - together.quality(0)
    price = min(together.quality(turn) - trap.quality(turn) for turn in later)
    _, lured = compare(trap, together, CHAIRS[:2], first)
    _, ahead = compare(together, trap, CHAIRS, later)
    return lure, price, lure > 0.0 and price >= 0.10 and lured and ahead
