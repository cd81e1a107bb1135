"""What a story is told in: ownership and quality of a street or of some tasks, and the hours its purse pays."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.debrief.played import PlayedGame, mean
from game.engine.model.outcome import hours_limit


def ownership(game: PlayedGame, turn: int) -> float:
    """Return mean ownership (0–1) at the end of a turn; before the first for −1."""
    return mean(game.before(turn + 1).ownership)


def quality(game: PlayedGame, turn: int) -> float:
    """Return mean quality (0–1) of a turn."""
    return mean(task.quality for task in game.rounds[turn].result.outcome.tasks)


def hours(game: PlayedGame, turn: int) -> float:
    """Return the hours that what a turn left in the purse pays a professional."""
    return hours_limit(game.rules, game.before(turn + 1), game.agreed_before(turn + 1))


@dataclass(frozen=True, slots=True)
class Measure:
    """Ownership or quality (`code`), as a mean over `tasks` (from 0)."""

    code: str
    tasks: tuple[int, ...]

    def of(self, game: PlayedGame, round: int) -> float:
        """Return it (0–1) at the end of a round (1-based); ownership also for 0, before the game."""
        found: Sequence[float] = game.before(round).ownership
        if self.code == "quality":
            found = [task.quality for task in game.rounds[round - 1].result.outcome.tasks]
        return mean(found[k] for k in self.tasks)
