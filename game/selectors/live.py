"""What the hub shows: a game's tables and people as frozen values, and every audience's screen made from them.

`load` reads only the tables that changed since the value it is given, so that a hub can keep one and renew it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from game import content
from game.content.texts import table_texts
from game.engine.phases import PLAY_PHASES, Phase
from game.engine.roles import Role
from game.engine.screens import lobby, panel, player, projector
from game.engine.screens.room import DebriefView, Room, SeatPresence, TableRoom, TableTexts
from game.engine.table import TableState
from game.models import Game, Occupancy, Presence, Seat, Table
from game.protocol.stored import load_state

SILENT_ROUNDS = 3
MAX_READS = 3


@dataclass(frozen=True, slots=True)
class LiveTable:
    """A table as the hub has it; `seat_ids` and `roles` are of its real seats in order, `holders` who may use them."""

    id: int
    number: int
    rev: int
    state: TableState | None
    seat_ids: tuple[int, ...]
    roles: tuple[Role, ...]
    holders: frozenset[tuple[int, int]]
    room: TableRoom


@dataclass(frozen=True, slots=True)
class LiveGame:
    """A game as the hub has it, at revision `rev`."""

    id: int
    workshop_id: int
    rev: int
    room: Room
    deadline: datetime | None
    paused: bool
    clock_left_ms: int | None
    tables: tuple[LiveTable, ...]

    def table_of(self, seat_id: int) -> LiveTable | None:
        """Return the table that has this seat, or None."""
        return next((table for table in self.tables if seat_id in table.seat_ids), None)


def newest_game(workshop_id: int) -> Game | None:
    """Return a workshop's newest game, or None."""
    return Game.objects.filter(workshop_id=workshop_id).order_by("-number").first()


def revisions(game_ids: Iterable[int]) -> dict[int, int]:
    """Return the revision of each of these games that still exists."""
    return dict(Game.objects.filter(pk__in=list(game_ids)).values_list("pk", "rev"))


def overdue() -> list[tuple[int, int]]:
    """Return (game id, step) of every phase whose countdown is over."""
    late = Game.objects.filter(deadline__lte=timezone.now(), paused=False, phase__in=PLAY_PHASES)
    return list(late.values_list("pk", "step"))


def load(game_id: int, known: LiveGame | None = None) -> LiveGame | None:
    """Return a game as it stands, reusing the tables of `known` that did not change; None when it is gone.

    It reads outside a transaction (one would keep the writer waiting), so it looks at the end whether a write came
    in between, and reads again what that changed.
    """
    for _ in range(MAX_READS):
        known = _load_once(game_id, known)
        if known is None or revisions([game_id]) == {game_id: known.rev}:
            break
    return known


def _load_once(game_id: int, known: LiveGame | None) -> LiveGame | None:
    game = Game.objects.select_related("workshop").filter(pk=game_id).first()
    if game is None:
        return None
    since = known.rev if known else 0
    kept = {table.id: table for table in known.tables} if known else {}
    rows = Table.objects.filter(game=game)
    numbers = list(rows.values_list("pk", flat=True))
    changed = {row.pk: row for row in rows.filter(rev__gt=since)}
    fresh = _tables(game, [*changed.values(), *rows.filter(pk__in=set(numbers) - set(kept) - set(changed))])
    return LiveGame(
        id=game.pk,
        workshop_id=game.workshop_id,
        rev=game.rev,
        room=_room(game),
        deadline=game.deadline,
        paused=game.paused,
        clock_left_ms=game.clock_left_ms,
        tables=tuple(fresh.get(pk) or kept[pk] for pk in numbers),
    )


def _room(game: Game) -> Room:
    phase = Phase(game.phase)
    return Room(
        title=game.workshop.title,
        code=game.workshop.code,
        address=settings.PUBLIC_URL,
        scenario=game.scenario,
        step=game.step,
        phase=phase,
        round=game.round,
        rounds=game.rounds,
        silent=game.talking == "silent_first" and phase in PLAY_PHASES and game.round <= SILENT_ROUNDS,
        debrief=DebriefView(
            game.debrief_step,
            game.debrief_table,
            game.debrief_part,
            SILENT_ROUNDS + 1 if game.talking == "silent_first" else None,
        ),
    )


def _tables(game: Game, rows: list[Table]) -> dict[int, LiveTable]:
    if not rows:
        return {}
    seats: dict[int, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(table__in=rows):
        seats[seat.table_id].append(seat)
    seat_ids = [seat.pk for of_table in seats.values() for seat in of_table]
    held = Occupancy.objects.filter(seat_id__in=seat_ids, until=None).select_related("person")
    holders: dict[int, list[Occupancy]] = defaultdict(list)
    for occupancy in held.order_by("pk"):
        holders[occupancy.seat_id].append(occupancy)
    here: dict[int, list[Presence]] = defaultdict(list)
    for presence in Presence.objects.filter(seat_id__in=seat_ids):
        here[presence.seat_id].append(presence)
    return {row.pk: _table(game, row, seats[row.pk], holders, here) for row in rows}


def _table(
    game: Game,
    row: Table,
    seats: list[Seat],
    holders: dict[int, list[Occupancy]],
    here: dict[int, list[Presence]],
) -> LiveTable:
    state = load_state(row.snapshot) if row.snapshot else None
    silent = game.talking == "silent_first" and game.round <= SILENT_ROUNDS
    texts = table_texts(content.scenario(game.scenario), state, silent) if state else TableTexts()
    people = tuple(_presence(seat, holders[seat.pk], here[seat.pk]) for seat in seats)
    return LiveTable(
        id=row.pk,
        number=row.number,
        rev=row.rev,
        state=state,
        seat_ids=tuple(seat.pk for seat in seats),
        roles=tuple(Role(seat.role) for seat in seats),
        holders=frozenset((o.person.device_id, seat.pk) for seat in seats for o in holders[seat.pk]),
        room=TableRoom(row.number, people, texts),
    )


def _presence(seat: Seat, held: list[Occupancy], leases: list[Presence]) -> SeatPresence:
    """Return who sits on a seat; `away_since_ms` is a moment, so that a screen stays true while nothing changes."""
    if not held:
        return SeatPresence(seat.number, bot=seat.bot)
    present = any(lease.here for lease in leases)
    away = None if present or not leases else max(lease.since for lease in leases)
    return SeatPresence(
        seat=seat.number,
        alias=held[0].person.alias,
        bot=seat.bot,
        present=present,
        away_since_ms=int(away.timestamp() * 1000) if away else None,
    )


def player_parts(game: LiveGame, table: LiveTable, seat_id: int) -> tuple[object, object]:
    """Return a phone's two parts: its table's and its own."""
    return table_part(game, table), own_part(game, table, seat_id)


def table_part(game: LiveGame, table: LiveTable) -> object:
    """Return what all phones of a table share."""
    if table.state is None:
        return lobby.lobby_part(game.room, table.room, table.roles)
    return player.table_part(table.state, game.room, table.room)


def own_part(game: LiveGame, table: LiveTable, seat_id: int) -> object:
    """Return what only this seat's phones see."""
    seat = table.seat_ids.index(seat_id)
    if table.state is None:
        return lobby.lobby_mine(table.room, table.roles, seat)
    return player.mine(table.state, game.room, table.room, seat)


def panel_room(game: LiveGame) -> panel.PanelRoom:
    """Return the panel's part about the room."""
    return panel.panel_room(game.room, _pairs(game))


def panel_tile(table: LiveTable) -> panel.PanelTile:
    """Return a table's tile."""
    return panel.panel_tile(table.state, table.room, table.roles)


def projector_room(game: LiveGame) -> projector.ProjectorRoom:
    """Return the projector's part about the room."""
    return projector.projector_room(game.room, _pairs(game))


def board(table: LiveTable) -> projector.Board:
    """Return a table's board."""
    return projector.board(table.state, table.room)


def _pairs(game: LiveGame) -> tuple[tuple[TableState | None, TableRoom], ...]:
    return tuple((table.state, table.room) for table in game.tables)
