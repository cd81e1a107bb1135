"""One game as this process shows it: its sockets, what it last read, and every screen part encoded once."""

import asyncio
from collections.abc import Callable, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Literal

import msgspec

from game.engine.screens.room import Desk, Room
from game.engine.table.phases import PLAY_PHASES
from game.live.connection import MOVED, NOT_ALLOWED, REPLACED, Connection
from game.protocol.codec import encode, encode_part
from game.protocol.messages import (
    Clock,
    Log,
    PanelScreen,
    PlayerScreen,
    Posts,
    ProjectorScreen,
    Reach,
    Storage,
    Undercurrent,
)
from game.selectors.leases import Pair
from game.selectors.live import screens
from game.selectors.live.values import LiveGame, LiveTable
from game.selectors.voices import panel_posts

STORED = Storage(True)
Encoded = dict[int, tuple[int, msgspec.Raw]]
Audience = Literal["player", "observer", "facilitator", "projector"]


@dataclass(frozen=True, slots=True)
class Seated:
    """Who a socket is for: the device, and the seat if it is a player's, the table and person if it is an observer's."""

    audience: Audience
    device_id: int
    seat_id: int | None = None
    table_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """All screen parts of one revision that somebody here looks at, encoded; by table id, seat id and person id."""

    rev: int
    tables: Encoded = field(default_factory=dict)
    mine: Encoded = field(default_factory=dict)
    watching: Encoded = field(default_factory=dict)
    tiles: Encoded = field(default_factory=dict)
    boards: Encoded = field(default_factory=dict)
    panel: msgspec.Raw | None = None
    projector: msgspec.Raw | None = None
    log: msgspec.Raw | None = None
    undercurrent: msgspec.Raw | None = None
    posts: msgspec.Raw | None = None


class LiveRoom:
    """A game and its sockets; everything but `make` runs on the event loop."""

    def __init__(self, game_id: int) -> None:
        self.id = game_id
        self.game: LiveGame | None = None
        self.poked = asyncio.Event()
        self.closed = False
        self._sockets: dict[Connection, Seated] = {}
        self._shown: dict[Connection, _Shown] = {}
        self._parts = Parts(0)
        self._reach: Reach | None = None
        self._storage = STORED

    @property
    def rev(self) -> int:
        """The revision that is shown here."""
        return self.game.rev if self.game else 0

    @property
    def is_empty(self) -> bool:
        """Whether no socket is left."""
        return not self._sockets

    def add(self, connection: Connection, seated: Seated) -> None:
        """Take a socket in; an older one of the same device and seat is told that it was replaced."""
        if seated.audience in ("player", "observer"):
            for other, who in list(self._sockets.items()):
                if who == seated:
                    other.close(REPLACED, "replaced")
                    self.remove(other)
        self._sockets[connection] = seated
        self._shown[connection] = _Shown()
        connection.frames = lambda: self._frames(connection, seated)

    def remove(self, connection: Connection) -> bool:
        """Forget a socket; return whether it was still here."""
        self._shown.pop(connection, None)
        return self._sockets.pop(connection, None) is not None

    def resend(self, connection: Connection) -> None:
        """Send a socket everything again."""
        if connection in self._shown:
            self._shown[connection] = _Shown(sees_undercurrent=self._shown[connection].sees_undercurrent)
            connection.changed()

    def show_undercurrent(self, connection: Connection, is_open: bool) -> None:
        """Let this panel see the undercurrent, or not any more."""
        if connection in self._shown:
            self._shown[connection].sees_undercurrent = is_open
            self._shown[connection].undercurrent = None
            self.poke()

    def has_panel(self) -> bool:
        """Whether a panel is open here."""
        return any(seated.audience == "facilitator" for seated in self._sockets.values())

    def tell_panels(self, reach: Reach, storage: Storage) -> None:
        """Let every panel here know how many devices reach this process, and whether what people do is stored."""
        if (self._reach, self._storage) == (reach, storage):
            return
        self._reach, self._storage = reach, storage
        for connection, seated in self._sockets.items():
            if seated.audience == "facilitator":
                connection.changed()

    def is_all_ready(self) -> bool:
        """Whether the phase is set to close by itself and every held seat is ready, as far as is shown here."""
        game = self.game
        if game is None or not game.auto_close or game.paused or game.room.phase not in PLAY_PHASES:
            return False
        held = [
            (table, seat)
            for table in game.tables
            for seat in table.room.seats
            if seat.people and not seat.bot
        ]
        return bool(held) and all(table.state and seat.seat in table.state.ready for table, seat in held)

    def open_seats(self) -> frozenset[Pair]:
        """Return which devices have a socket open for which seat."""
        return frozenset((s.device_id, s.seat_id) for s in self._sockets.values() if s.seat_id is not None)

    def poke(self) -> None:
        """Let the game be read again."""
        self.poked.set()

    def close(self) -> None:
        """Stop serving this game."""
        self.closed = True
        self.poked.set()

    def close_sockets(self, code: int, reason: str) -> None:
        """Close every socket of this game."""
        for connection in list(self._sockets):
            connection.close(code, reason)

    def close_seats(self, pairs: Set[Pair], code: int, reason: str) -> None:
        """Close the sockets of these devices for these seats."""
        for connection, seated in list(self._sockets.items()):
            if seated.seat_id is not None and (seated.device_id, seated.seat_id) in pairs:
                connection.close(code, reason)

    def wanted(self) -> frozenset[Seated]:
        """Return who looks at this game now."""
        return frozenset(self._sockets.values())

    def make(self, game: LiveGame, wanted: frozenset[Seated]) -> Parts:
        """Make and encode what `wanted` look at and changed (reader thread; keeps what did not change)."""
        old = self._parts
        phones = old if self.game is not None and _for_phones(self.game) == _for_phones(game) else Parts(0)
        audiences = {seated.audience for seated in wanted}
        parts = self._about_room(game, old, audiences)
        for table in game.tables:
            self._phones(game, table, wanted, parts, phones)
            if "facilitator" in audiences:
                _keep(parts.tiles, old.tiles, table.id, table.rev, partial(screens.panel_tile, table))
            if "projector" in audiences:
                _keep(parts.boards, old.boards, table.id, table.rev, partial(screens.board, game, table))
        return parts

    def _about_room(self, game: LiveGame, old: Parts, audiences: set[Audience]) -> Parts:
        is_panel = "facilitator" in audiences
        same_log = self.game is not None and self.game.log_rev == game.log_rev
        log = old.log if is_panel and same_log else None
        same_voices = self.game is not None and self.game.voices_rev == game.voices_rev
        posts = old.posts if is_panel and same_voices else None
        is_under = is_panel and any(shown.sees_undercurrent for shown in list(self._shown.values()))
        return Parts(
            game.rev,
            panel=encode_part(screens.panel_room(game)) if is_panel else None,
            projector=encode_part(screens.projector_room(game)) if "projector" in audiences else None,
            log=log or encode_part(game.log) if is_panel else None,
            posts=posts or encode_part(panel_posts(game.said)) if is_panel else None,
            undercurrent=encode_part(screens.undercurrent(game)) if is_under else None,
        )

    def _phones(
        self, game: LiveGame, table: LiveTable, wanted: frozenset[Seated], parts: Parts, old: Parts
    ) -> None:
        """Make what the phones at a table look at."""
        seats = {one.seat_id for one in wanted if one.seat_id in table.seat_ids}
        people = {one.person_id for one in wanted if one.table_id == table.id}
        if seats or people:
            _keep(parts.tables, old.tables, table.id, table.rev, partial(screens.table_part, game, table))
        for seat_id in seats:
            if seat_id is not None:
                make = partial(screens.own_part, game, table, seat_id)
                _keep(parts.mine, old.mine, seat_id, table.rev, make)
        for watcher in table.watchers:
            if watcher.person_id in people:
                make = partial(screens.observer_part, game, table, watcher)
                _keep(parts.watching, old.watching, watcher.person_id, table.rev, make)

    def show(self, game: LiveGame | None, parts: Parts | None) -> None:
        """Make a newly read game the one that is shown and wake every socket."""
        self.game = game
        self._parts = parts or Parts(0)
        for connection, seated in list(self._sockets.items()):
            if game is None:
                connection.close(NOT_ALLOWED, "gone")
            elif not _may_stay(game, seated):
                connection.close(MOVED, "moved")  # it comes back at once and hears where it belongs now
            connection.changed()

    def _frames(self, connection: Connection, seated: Seated) -> list[bytes]:
        """Return what this socket does not show yet: a newer screen, a changed clock."""
        game, parts, shown = self.game, self._parts, self._shown.get(connection)
        if game is None or shown is None or parts.rev == 0:
            return []
        frames = self._screen(game, parts, seated, shown)
        if shown.last is None:
            return []  # its first screen is still being made; a clock before it would be for nothing yet shown
        connection.rev = parts.rev
        clock = (game.room.step, game.deadline, game.paused, game.clock_left_ms)
        if clock != shown.clock:
            shown.clock = clock
            frames.append(encode(Clock(game.room.step, _remaining_ms(game), game.paused)))
        return frames + self._about_process(shown) if seated.audience == "facilitator" else frames

    def _about_process(self, shown: "_Shown") -> list[bytes]:
        """Return what a panel does not show yet of how this process fares."""
        frames = []
        if self._reach is not None and shown.reach != self._reach:
            shown.reach = self._reach
            frames.append(encode(self._reach))
        if shown.storage != self._storage:
            shown.storage = self._storage
            frames.append(encode(self._storage))
        return frames

    def _screen(self, game: LiveGame, parts: Parts, seated: Seated, shown: "_Shown") -> list[bytes]:
        if seated.audience == "player":
            table = game.table_of(seated.seat_id or 0)
            return _phone(parts, table, parts.mine.get(seated.seat_id or 0), shown)
        if seated.audience == "observer":
            table = game.table(seated.table_id or 0)
            return _phone(parts, table, parts.watching.get(seated.person_id or 0), shown)
        frames = _desk(parts, shown) if seated.audience == "facilitator" else []
        return frames + self._big(parts, seated, shown)

    def _big(self, parts: Parts, seated: Seated, shown: "_Shown") -> list[bytes]:
        """Return the panel's or projector's screen when it has something new."""
        room = parts.panel if seated.audience == "facilitator" else parts.projector
        by_table = parts.tiles if seated.audience == "facilitator" else parts.boards
        fresh = [raw for pk, (_, raw) in by_table.items() if shown.by_table.get(pk) is not raw]
        if room is None or (shown.last == bytes(room) and not fresh and shown.tables == set(by_table)):
            return []
        whole = not shown.by_table or shown.tables != set(by_table)
        shown.last = bytes(room)
        shown.by_table = {pk: raw for pk, (_, raw) in by_table.items()}
        shown.tables = set(by_table)
        tiles = list(shown.by_table.values()) if whole else fresh
        if seated.audience == "projector":
            return [encode(ProjectorScreen(parts.rev, whole, room, tiles))]
        now_ms = round(datetime.now(UTC).timestamp() * 1000)
        return [encode(PanelScreen(parts.rev, now_ms, whole, room, tiles))]


@dataclass
class _Shown:
    """What one socket was sent last."""

    last: object = None
    clock: tuple[object, ...] | None = None
    reach: Reach | None = None
    storage: Storage = STORED  # which a panel takes for granted until it hears otherwise
    by_table: dict[int, msgspec.Raw] = field(default_factory=dict)
    tables: set[int] = field(default_factory=set)
    log: msgspec.Raw | None = None
    posts: msgspec.Raw | None = None
    sees_undercurrent: bool = False
    undercurrent: bytes | None = None


def _phone(
    parts: Parts, table: LiveTable | None, mine: tuple[int, msgspec.Raw] | None, shown: _Shown
) -> list[bytes]:
    if table is None or mine is None or shown.last is mine[1]:
        return []
    shown.last = mine[1]
    return [encode(PlayerScreen(parts.rev, parts.tables[table.id][1], mine[1]))]


def _desk(parts: Parts, shown: _Shown) -> list[bytes]:
    """Return what only panels get besides their screen: the log, the posts, and the undercurrent where it was asked for."""
    frames = []
    if parts.log is not None and shown.log is not parts.log:
        shown.log = parts.log
        frames.append(encode(Log(parts.rev, parts.log)))
    if parts.posts is not None and shown.posts is not parts.posts:
        shown.posts = parts.posts
        frames.append(encode(Posts(parts.rev, parts.posts)))
    under = parts.undercurrent
    if shown.sees_undercurrent and under is not None and shown.undercurrent != bytes(under):
        shown.undercurrent = bytes(under)
        frames.append(encode(Undercurrent(parts.rev, under)))
    return frames


def _for_phones(game: LiveGame) -> Room:
    """Return the room as far as phones show it."""
    return replace(game.room, address="", cover="", theme="", desk=Desk())


def _keep(new: Encoded, old: Encoded, key: int, rev: int, make: Callable[[], object]) -> None:
    """Take an encoded part over from the last revision, or make it when its table changed."""
    kept = old.get(key)
    new[key] = kept if kept is not None and kept[0] == rev else (rev, encode_part(make()))


def _may_stay(game: LiveGame, seated: Seated) -> bool:
    """Tell whether a socket still belongs where it is: in the newest game, on its seat, with its right."""
    if not game.is_newest:
        return False
    if seated.audience == "facilitator":
        return seated.device_id in game.facilitators
    if seated.audience == "observer":
        table = game.table(seated.table_id or 0)
        watcher = table.watcher(seated.person_id or 0) if table else None
        return watcher is not None and watcher.device_id == seated.device_id
    if seated.seat_id is None:
        return True
    table = game.table_of(seated.seat_id)
    return table is not None and (seated.device_id, seated.seat_id) in table.holders


def _remaining_ms(game: LiveGame) -> int | None:
    if game.paused:
        return game.clock_left_ms
    if game.deadline is None:
        return None
    return max(0, round((game.deadline - datetime.now(UTC)).total_seconds() * 1000))
