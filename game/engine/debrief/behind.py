"""What people chose behind an arrow of the loops, counted per round; by role, never by person."""

from dataclasses import dataclass

from game.engine.choices import ACTS, RESPONSES, Holder
from game.engine.debrief.loops import ARROWS, Arrow
from game.engine.debrief.played import PlayedGame, seats_of
from game.engine.table import PlayedRound
from game.engine.values import SeatRound


@dataclass(frozen=True, slots=True)
class Behind:
    """One choice of an arrow: per round how often it was made, and at how many moments it could be."""

    choice: str
    counts: tuple[int, ...]
    moments: tuple[int, ...]


def behind(game: PlayedGame) -> dict[str, tuple[Behind, ...]]:
    """Return per arrow that people's choices are behind, by its code, what they chose."""
    return {code: _of_arrow(game, arrow) for code, arrow in ARROWS.items() if arrow.choices}


def _of_arrow(game: PlayedGame, arrow: Arrow) -> tuple[Behind, ...]:
    found = []
    for choice in arrow.choices:
        rounds = [
            [made for seat in seats_of(played, arrow.role or "") for made in _moments(choice, played, seat)]
            for played in game.rounds
        ]
        found.append(Behind(choice, tuple(map(sum, rounds)), tuple(map(len, rounds))))
    return tuple(found)


def _moments(choice: str, played: PlayedRound, seat: SeatRound) -> list[bool]:
    """Return per moment at which a seat could make a choice in a round whether it did."""
    if choice in ACTS[seat.role]:
        return [act == choice for act in seat.act]
    if choice in RESPONSES[seat.role]:
        tasks = played.result.outcome.tasks
        return [given == choice for given, task in zip(seat.respond, tasks, strict=True) if task.trouble]
    deals = seat.deals or ()
    if choice in tuple(Holder):
        return [deal.holder == choice for deal in deals]
    return [deal.requirements for deal in deals]
