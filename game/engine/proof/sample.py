"""Measures over a sample of games on the same course: means over games, tasks and the seats of a role."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from game.engine.model.roles import Role
from game.engine.model.values import Outcome, Values
from game.engine.proof.courses import Street
from game.engine.table.state import PlayedRound


def mean(numbers: Iterable[float]) -> float:
    """Return the mean of at least one number."""
    listed = list(numbers)
    return sum(listed) / len(listed)


@dataclass(frozen=True, slots=True)
class Sample:
    """Games of one street on one course, one per seed; rounds (`turn`) count from 0."""

    street: Street
    games: tuple[tuple[PlayedRound, ...], ...]

    def _outcomes(self, turn: int) -> list[Outcome]:
        return [game[turn].result.outcome for game in self.games]

    def _values(self, turn: int) -> list[Values]:
        return [game[turn].result.values for game in self.games]

    def quality(self, *turns: int) -> float:
        """Return the mean quality (0–1) of the given rounds."""
        return mean(mean(task.quality for task in o.tasks) for turn in turns for o in self._outcomes(turn))

    def cost(self, turn: int) -> float:
        """Return the mean cost of a round in budget units."""
        return mean(outcome.cost for outcome in self._outcomes(turn))

    def cost_per_quality(self, turn: int) -> float:
        """Return what a point of quality costs in a round: the ratio of the means, endless where nothing is left."""
        quality = self.quality(turn)
        return self.cost(turn) / quality if quality > 0.0 else inf

    def hours(self, turn: int) -> float:
        """Return the mean hours that the purse pays a professional in a round."""
        return mean(outcome.hours for outcome in self._outcomes(turn))

    def task_quality(self, task: int, turn: int) -> float:
        """Return the mean quality (0–1) of one task (from 0) in a round."""
        return mean(outcome.tasks[task].quality for outcome in self._outcomes(turn))

    def task_ownership(self, task: int, turn: int) -> float:
        """Return the mean ownership (0–1) of one task (from 0) at the end of a round."""
        return mean(values.ownership[task] for values in self._values(turn))

    def reserve(self, turn: int) -> float:
        """Return the smallest reserve of any game at the end of a round, in budget units."""
        return min(values.reserve for values in self._values(turn))

    def ownership(self, turn: int) -> float:
        """Return the mean ownership (0–1) at the end of a round."""
        return mean(mean(values.ownership) for values in self._values(turn))

    def bureaucracy(self, turn: int) -> float:
        """Return the mean bureaucracy (0–1) at the end of a round."""
        return mean(mean(values.bureaucracy) for values in self._values(turn))

    def professional_share(self, turn: int) -> float:
        """Return the professionals' share (0–1) of all hours of a round, pooled over tasks and games; 0 if nobody works."""
        rules = self.street.rules
        tasks = [task for outcome in self._outcomes(turn) for task in outcome.tasks]
        paid = sum(rules.paid_hours(task.take_over, task.together) for task in tasks)
        hours = paid + sum(rules.join_hours * task.joined for task in tasks)
        return paid / hours if hours > 0.0 else 0.0

    def own_score(self, role: Role, turns: Sequence[int]) -> float:
        """Return the sum over rounds of a role's mean own score, neighbours left out."""
        people = len(self.street.roles) - self.street.neighbours
        seats = [seat for seat, held in enumerate(self.street.roles[:people]) if held is role]
        return mean(
            sum(mean(game[turn].result.scores[seat].total for seat in seats) for turn in turns)
            for game in self.games
        )
