"""Chance for the proofs of the model: dice by seed, and rulesets drawn around a ruleset, tried on every core."""

import multiprocessing
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from game.engine.model.rules import RULESETS
from game.engine.proof.battery import can_show, rows
from game.engine.proof.shaken import constants, shaken

# So many games with other dice per drawn ruleset.
GAMES = 2
_SEEDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Draw:
    """One drawn ruleset: a factor for each constant of the ruleset with this number, and the seeds of its dice."""

    ruleset: int
    factors: tuple[float, ...]
    seeds: tuple[int, ...]


def dice(seed: int) -> Iterator[float]:
    """Yield the draws of the battery's game with `seed`."""
    drawn = random.Random(seed)
    while True:
        yield drawn.random()


def draws(ruleset: int, count: int, spread: float, seed: int) -> list[Draw]:
    """Return `count` draws with factors in 1 ± `spread` (0 to below 1), alike for the same seed on any machine."""
    drawn = random.Random(seed)
    size = len(constants(RULESETS[ruleset]))
    return [
        Draw(
            ruleset,
            tuple(drawn.uniform(1.0 - spread, 1.0 + spread) for _ in range(size)),
            tuple(drawn.randrange(_SEEDS) for _ in range(GAMES)),
        )
        for _ in range(count)
    ]


def held(draw: Draw) -> frozenset[str]:
    """Return the codes of the rows that hold in a draw; runs in a process of its own."""
    rules = shaken(RULESETS[draw.ruleset], iter(draw.factors))
    found = rows(rules, dice, can_show(RULESETS[draw.ruleset]), draw.seeds)
    return frozenset(row.code for row in found if row.ok)


def held_in(drawn: Sequence[Draw], workers: int | None = None) -> Iterator[frozenset[str]]:
    """Yield what holds in each draw as it is known, in any order, on `workers` processes (all cores if None).

    Processes are spawned, as on every system; those not begun are dropped when the caller stops listening.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(max_workers=workers, mp_context=context)
    try:
        for done in as_completed([pool.submit(held, draw) for draw in drawn]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)
