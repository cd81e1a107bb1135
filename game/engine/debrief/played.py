"""A game that was played, as its rounds alone: where every finding starts, whether it came from a table or from a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.engine.gamefile.reading import GameFile
from game.engine.model.outcome import start_agreement
from game.engine.model.rounds import play_round
from game.engine.model.rules import RULESETS, Ruleset, start_values
from game.engine.model.values import Agreement, SeatRound, Values
from game.engine.table.state import PlayedRound, TableState


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """The finished rounds of one table; turns count from 0.

    `talk_from` is the first round (1-based) that was played talking, None when none was or nobody knows.
    """

    rules: Ruleset
    form: Literal["full", "short"]
    tasks: tuple[str, ...]
    rounds: tuple[PlayedRound, ...]
    talk_from: int | None = None

    @property
    def count(self) -> int:
        """The number of tasks."""
        return len(self.tasks)

    def without_last(self) -> "PlayedGame":
        """Return the game as it was before its last round."""
        return replace(self, rounds=self.rounds[:-1])

    def before(self, turn: int) -> Values:
        """Return the values at the start of a turn."""
        return self.rounds[turn - 1].result.values if turn else start_values(self.rules, self.count)

    def agreed_before(self, turn: int) -> Agreement:
        """Return what was agreed in the turn before."""
        return self.rounds[turn - 1].result.outcome.agreement if turn else start_agreement(self.count)


def of_table(state: TableState) -> PlayedGame:
    """Return the finished rounds of a table."""
    setup = state.setup
    return PlayedGame(setup.rules, setup.form, setup.tasks, state.played, setup.talk_from)


def of_file(gamefile: GameFile) -> PlayedGame:
    """Return the game of a file, played from its choices."""
    rules = RULESETS[gamefile.ruleset]
    values, agreement = start_values(rules, len(gamefile.tasks)), start_agreement(len(gamefile.tasks))
    rounds = []
    for one in gamefile.rounds:
        result = play_round(rules, values, agreement, one.seats, one.draws, gamefile.form, one.setback)
        rounds.append(PlayedRound(one.seats, one.draws, result, one.setback))
        values, agreement = result.values, result.outcome.agreement
    return PlayedGame(rules, gamefile.form, gamefile.tasks, tuple(rounds), gamefile.talk_from)


def mean(numbers: Iterable[float]) -> float:
    """Return the mean of `numbers`; 0 when there are none."""
    found: Sequence[float] = tuple(numbers)
    return sum(found) / len(found) if found else 0.0


def seats_of(played: PlayedRound, role: str) -> tuple[SeatRound, ...]:
    """Return what the seats of a role chose in a round, in seat order."""
    return tuple(seat for seat in played.seats if seat.role == role)
