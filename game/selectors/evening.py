"""The plan of a game's evening, from what is stored of it."""

from game.engine.debrief.timetable import Evening
from game.models import Game


def evening_of(game: Game, tables: int, minutes: int | None = None) -> Evening:
    """Return the evening of a game at so many tables, with its settings; `minutes` for another plan than its own."""
    return Evening(
        minutes=game.minutes if minutes is None else minutes,
        rounds=game.rounds,
        tables=tables,
        silent_first=game.is_silent_first,
        answers=game.form == "full",
        practice=game.practice or game.practised,
        short=bool(game.debrief.get("short")),
    )
