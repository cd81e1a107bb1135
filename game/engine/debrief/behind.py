"""What people chose behind an arrow of the loops, counted per round; by role, never by person."""

from dataclasses import dataclass

from game.engine.debrief.loops import Arrow, arrows_of
from game.engine.debrief.played import PlayedGame, seats_of
from game.engine.model.choices import Choices, Holder
from game.engine.model.values import SeatRound
from game.engine.table.state import PlayedRound


@dataclass(frozen=True, slots=True)
class Behind:
    """One choice of an arrow: per round how often it was made, and at how many moments it could be."""

    choice: str
    counts: tuple[int, ...]
    moments: tuple[int, ...]


def behind(game: PlayedGame) -> dict[str, tuple[Behind, ...]]:
    """Return per arrow that people's choices are behind, by its code, what they chose."""
    return {code: _of_arrow(game, arrow) for code, arrow in arrows_of(game.rules).items() if arrow.choices}


def _of_arrow(game: PlayedGame, arrow: Arrow) -> tuple[Behind, ...]:
    found = []
    choices = game.rules.choices
    words = [word for choice in arrow.choices for word in _words(choices, arrow, choice)]
    for word in words:
        rounds = [
            [
                made
                for seat in seats_of(played, arrow.role or "")
                for made in _moments(choices, word, played, seat)
            ]
            for played in game.rounds
        ]
        found.append(Behind(word, tuple(map(sum, rounds)), tuple(map(len, rounds))))
    return tuple(found)


def _words(choices: Choices, arrow: Arrow, choice: str) -> list[str]:
    """Return the words of what an arrow's choice counts as; of a deal it is the word itself."""
    counted = [word for word, _ in choices.weights(arrow.role, choice)] if arrow.role else []
    return counted or [choice]


def _moments(choices: Choices, choice: str, played: PlayedRound, seat: SeatRound) -> list[bool]:
    """Return per moment at which a seat could make a choice in a round whether it did."""
    if choice in choices.act_words[seat.role]:
        return [act == choice for act in seat.act]
    if choice in choices.answer_words[seat.role]:
        tasks = played.result.outcome.tasks
        return [given == choice for given, task in zip(seat.respond, tasks, strict=True) if task.trouble]
    deals = seat.deals or ()
    if choice in tuple(Holder):
        return [deal.holder == choice for deal in deals]
    return [deal.requirements for deal in deals]
