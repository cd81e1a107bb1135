"""What one socket was sent last, and so what it still has to be shown of the newest parts."""

from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from game.live.parts import Part, Parts, Phones
from game.live.seated import Seated
from game.protocol.codec import encode
from game.protocol.messages import (
    Clock,
    Log,
    Loops,
    PanelScreen,
    PlayerScreen,
    Posts,
    ProjectorScreen,
    Reach,
    Storage,
    Undercurrent,
)
from game.selectors import clock
from game.selectors.live.values import LiveGame, LiveTable

STORED = Storage(True)


@dataclass(frozen=True, slots=True)
class Process:
    """How this process fares, for panels: how many devices reach it, and whether what people do is stored."""

    reach: Reach | None = None
    storage: Storage = STORED


NO_PROCESS = Process()


class Foreseen(NamedTuple):
    """What a phone is sent of `parts` and how it then stands, if until then it stays as it was."""

    parts: Parts
    was: tuple[object, ...]
    becomes: tuple[object, tuple[object, ...] | None]
    frames: list[bytes]


@dataclass
class Shown:
    """What the socket of `seated` was sent last; `last` is None until it has a screen.

    `merges` says that its page puts what changed into what it has.
    """

    seated: Seated
    merges: bool = False
    sees_undercurrent: bool = False
    loops_of: int | None = None
    last: object = None
    clock: tuple[object, ...] | None = None
    reach: Reach | None = None
    storage: Storage = STORED  # which a panel takes for granted until it hears otherwise
    by_table: dict[int, msgspec.Raw] = field(default_factory=dict)
    tables: set[int] = field(default_factory=set)
    log: msgspec.Raw | None = None
    posts: msgspec.Raw | None = None
    undercurrent: bytes | None = None
    loops: bytes | None = None
    foreseen: Foreseen | None = None

    def foresee(self, parts: Parts) -> None:
        """Make what a phone is sent of these parts before they are shown; nothing is sent by it, or counted as sent."""
        was = self.last, self.clock
        try:
            frames = self.frames(parts, NO_PROCESS)
            self.foreseen = Foreseen(parts, was, (self.last, self.clock), frames)
        finally:
            self.last, self.clock = was

    def as_foreseen(self, parts: Parts) -> Foreseen | None:
        """Return what was made ahead of these parts, None where that is not what this phone is to be sent (any more)."""
        foreseen = self.foreseen
        if foreseen is None or foreseen.parts is not parts:
            return None
        last, clock = foreseen.was
        return foreseen if last is self.last and clock is self.clock else None

    def frames(self, parts: Parts, process: Process) -> list[bytes]:
        """Return, and count as sent, what is not shown yet: a newer screen, a changed clock, for panels how we fare."""
        if parts.game is None:
            return []
        if self.foreseen is not None:
            foreseen, self.foreseen = self.as_foreseen(parts), None
            if foreseen is not None:
                self.last, self.clock = foreseen.becomes
                return foreseen.frames
        frames = self._screen(parts.game, parts)
        if self.last is None:
            return []  # its first screen is still being made; a clock before it would be for nothing yet shown
        frames += self._clock(parts.game)
        return frames + self._about(process) if self.seated.audience == "facilitator" else frames

    def _about(self, process: Process) -> list[bytes]:
        """Return what a panel does not show yet of how this process fares."""
        frames = []
        if process.reach is not None and self.reach != process.reach:
            self.reach = process.reach
            frames.append(encode(process.reach))
        if self.storage != process.storage:
            self.storage = process.storage
            frames.append(encode(process.storage))
        return frames

    def _clock(self, game: LiveGame) -> list[bytes]:
        clock = (game.room.step, game.deadline, game.paused, game.clock_left_ms)
        if clock == self.clock:
            return []
        self.clock = clock
        return [encode(Clock(game.room.step, _remaining_ms(game), game.paused))]

    def _screen(self, game: LiveGame, parts: Parts) -> list[bytes]:
        if self.seated.audience == "player":
            seat_id = self.seated.seat_id or 0
            phones = _phones(parts, game.table_of(seat_id))
            return self._phone(parts.rev, phones, phones.mine.get(seat_id) if phones else None)
        if self.seated.audience == "observer":
            person_id = self.seated.person_id or 0
            phones = _phones(parts, game.table(self.seated.table_id or 0))
            return self._phone(parts.rev, phones, phones.watching.get(person_id) if phones else None)
        if self.seated.audience == "projector":
            return self._big(parts, parts.projector, parts.boards)
        return self._desk(parts) + self._big(parts, parts.panel, parts.tiles)

    def _phone(self, rev: int, phones: Phones | None, own: Part | None) -> list[bytes]:
        if phones is None or own is None:
            return []
        shared, before = phones.shared, self.last
        if isinstance(before, tuple) and before[0] is shared and before[1] is own:
            return []
        self.last = shared, own
        if isinstance(before, tuple):
            table, mine = (shared.since(before[0]), own.since(before[1])) if self.merges else (None, None)
            if table is not None and mine is not None:
                return [encode(PlayerScreen(rev, False, table, mine))]
        return [encode(PlayerScreen(rev, True, shared.whole, own.whole))]

    def _desk(self, parts: Parts) -> list[bytes]:
        """Return what only panels get besides their screen: the log, the posts, and what it asked for."""
        frames = []
        if parts.log is not None and self.log is not parts.log:
            self.log = parts.log
            frames.append(encode(Log(parts.rev, parts.log)))
        if parts.posts is not None and self.posts is not parts.posts:
            self.posts = parts.posts
            frames.append(encode(Posts(parts.rev, parts.posts)))
        under = parts.undercurrent
        if self.sees_undercurrent and under is not None and self.undercurrent != bytes(under):
            self.undercurrent = bytes(under)
            frames.append(encode(Undercurrent(parts.rev, under)))
        loops = parts.loops.get(self.loops_of) if self.loops_of is not None else None
        if self.loops_of is not None and loops is not None and self.loops != bytes(loops):
            self.loops = bytes(loops)
            frames.append(encode(Loops(parts.rev, self.loops_of, loops)))
        return frames

    def _big(self, parts: Parts, room: msgspec.Raw | None, by_table: dict[int, msgspec.Raw]) -> list[bytes]:
        """Return the panel's or projector's screen when it has something new."""
        fresh = [raw for pk, raw in by_table.items() if self.by_table.get(pk) is not raw]
        if room is None or (self.last == bytes(room) and not fresh and self.tables == set(by_table)):
            return []
        whole = not self.by_table or self.tables != set(by_table)
        self.last = bytes(room)
        self.by_table = dict(by_table)
        self.tables = set(by_table)
        tiles = list(self.by_table.values()) if whole else fresh
        now_ms = round(clock.now().timestamp() * 1000)
        if self.seated.audience == "projector":
            return [encode(ProjectorScreen(parts.rev, now_ms, whole, room, tiles))]
        return [encode(PanelScreen(parts.rev, now_ms, whole, room, tiles))]


def _phones(parts: Parts, table: LiveTable | None) -> Phones | None:
    return parts.phones.get(table.id) if table else None


def _remaining_ms(game: LiveGame) -> int | None:
    if game.paused:
        return game.clock_left_ms
    if game.deadline is None:
        return None
    return max(0, round((game.deadline - clock.now()).total_seconds() * 1000))
