"""What finding costs: processor time of one table's findings after each round, at tables of several sizes.

Figures are printed (run with -s); asserted is only that each round has findings. The rooms are those of test_rooms, with
people on every chair. Forty tables are found one after the other, in one process of their own.
"""

import time
from dataclasses import replace

import pytest

from game.engine.debrief.findings import Findings, findings
from game.engine.debrief.played import PlayedGame, of_table
from game.engine.model.roles import default_roles
from game.engine.model.values import By
from tests.load.test_rooms import ROUNDS, play

pytestmark = pytest.mark.rooms

TABLES, A_ROOM = 10, 40
SIZES = [(7, 4), (10, 4), (10, 6), (12, 6)]


def by_people(game: PlayedGame) -> PlayedGame:
    """Return a game as if people had played it, since moments of bots are not counted."""
    return replace(
        game,
        rounds=tuple(
            replace(played, seats=tuple(replace(seat, by=By.PLAYER) for seat in played.seats))
            for played in game.rounds
        ),
    )


@pytest.mark.parametrize(("seats", "tasks"), SIZES)
@pytest.mark.parametrize("room", ["heavy", "turned", "cooperative"])
def test_the_processor_time_of_findings(room: str, seats: int, tasks: int) -> None:
    games = [
        by_people(of_table(play(room, seed, default_roles(seats), tasks))) for seed in range(1, TABLES + 1)
    ]
    milliseconds: list[list[float]] = [[] for _ in range(ROUNDS)]
    for game in games:
        found: Findings | None = None
        for turn, spent in enumerate(milliseconds):
            part = replace(game, rounds=game.rounds[: turn + 1])
            begun = time.process_time()
            found = findings(part, found)
            spent.append(1000.0 * (time.process_time() - begun))
            assert found.story
    last = sum(milliseconds[-1]) / TABLES
    worst = max(max(spent) for spent in milliseconds)
    print(
        f"\n{room}, {seats} seats, {tasks} tasks: {last:.0f} ms a table after round {ROUNDS}, {worst:.0f} at most "
        f"after any; forty tables {last * A_ROOM / 1000.0:.1f} s"
    )
