"""The rows A15 to A17 of the acceptance battery: what a single chair gains, and that only shares of seats matter."""

from dataclasses import replace
from itertools import pairwise

from game.engine.bots import own_score
from game.engine.bots.paths import Path, path_act, path_agreement, places
from game.engine.model.choices import TAKE_OVER, WAIT, Funding, Response
from game.engine.model.outcome import play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import play_round
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.scores import score
from game.engine.model.values import SeatRound, Values
from game.engine.proof.bench import Bench, Finding, figures, street_of
from game.engine.proof.courses import Street
from game.engine.proof.sample import mean
from game.engine.table.state import PlayedRound

EQUAL = 1e-9


def _first_together(street: Street) -> list[SeatRound]:
    quiet = (Response.LET_BE,) * street.tasks
    return [
        SeatRound(role, path_act(street.rules, Path.TOGETHER, role, place, 0, street.tasks), quiet)
        for role, place in zip(street.roles, places(street.roles), strict=True)
    ]


def _gain_by_waiting(bench: Bench, residents: int) -> float:
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
    for seed in bench.seeds:
        dice = bench.dice(seed)
        draws = tuple(next(dice) for _ in range(street.tasks))
        gains.append(foreseen(waiting, draws) - foreseen(joining, draws))
    return mean(gains)


def many_hands_lean_back(bench: Bench) -> Finding:
    """A15: the more residents, the more leaning back pays each."""
    found = [_gain_by_waiting(bench, residents) for residents in (1, 2, 4, 8)]
    rising = all(before < after for before, after in pairwise(found))
    return (
        "gain by waiting at 1, 2, 4, 8 residents: growing, > 0 at 4",
        figures(*found),
        rising and found[2] > 0,
    )


def _taken_over(bench: Bench, funding: Funding) -> list[int]:
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


def pay_pulls(bench: Bench) -> Finding:
    """A16: pay per production pulls work to professionals, a fixed budget does not."""
    output, trust = _taken_over(bench, Funding.OUTPUT), _taken_over(bench, Funding.TRUST)
    return (
        "own-score professional takes over: >= 2 under output, 0 under trust",
        f"{min(output)}, {max(trust)}",
        min(output) >= 2 and max(trust) == 0,
    )


def _as_numbers(values: Values) -> list[float]:
    per_task = [*values.ownership, *values.expectation, *values.bureaucracy]
    return [*per_task, values.trust, values.reserve]


def _doubled(rules: Ruleset, game: tuple[PlayedRound, ...]) -> float:
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


def shares_only(bench: Bench) -> Finding:
    """A17: only shares matter, not how many seats there are."""
    samples = [bench.trap, bench.mild, bench.together, bench.letting_go, bench.own]
    worst = max(_doubled(bench.rules, game) for games in samples for game in games.games)
    return "every seat twice: the same state", f"{worst:.2g}", worst <= EQUAL
