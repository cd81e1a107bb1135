"""Phones before the game starts: who is at the table, and the seat one has. There is no engine state yet."""

from dataclasses import dataclass

from game.engine.model.roles import Role
from game.engine.screens.room import Around, Asker, Room, TableRoom, around


@dataclass(frozen=True, slots=True)
class LobbySeat:
    """A seat in the lobby; `alias` is empty while nobody has it."""

    seat: int
    role: Role
    alias: str
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyPart(Around):
    """What every phone at a table shows in the lobby; `back_from` is the phase that the group came back from, if it did."""

    table: int
    facilitator_away: bool
    bot_after_seconds: int
    back_from: str
    seats: tuple[LobbySeat, ...]


@dataclass(frozen=True, slots=True)
class LobbyMine:
    """The seat of this phone in the lobby; `share` says that two phones have it, `asking` who would share it."""

    seat: int
    role: Role
    alias: str
    share: bool
    asking: tuple[Asker, ...]


def lobby_part(room: Room, table: TableRoom, roles: tuple[Role, ...]) -> LobbyPart:
    """Return what a table's phones share; `roles` are those of its seats, in seat order."""
    seats = tuple(
        LobbySeat(who.seat, role, who.alias, who.present)
        for who, role in zip(table.seats, roles, strict=True)
    )
    return LobbyPart(
        **around(Around, room),
        table=table.number,
        facilitator_away=room.facilitator_away,
        bot_after_seconds=room.bot_after_seconds,
        back_from=room.back_from,
        seats=seats,
    )


def lobby_mine(table: TableRoom, roles: tuple[Role, ...], seat: int) -> LobbyMine:
    """Return what only this seat sees."""
    who = table.seats[seat]
    return LobbyMine(seat, roles[seat], who.alias, len(who.people) > 1, who.asking)
