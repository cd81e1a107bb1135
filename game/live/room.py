"""One game as this process shows it: its sockets, what it last read, and every screen part encoded once."""

import asyncio
from collections.abc import Mapping

from game.broadcast import Play
from game.engine.table.phases import PLAY_PHASES
from game.live.coming import Coming
from game.live.connection import Connection
from game.live.expected import Expected, Expecting
from game.live.parts import Parts, all_phones, make_parts, with_seat
from game.live.seated import Looking, Seated
from game.live.shown import Process
from game.live.sockets import Sockets, big_screens, newcomers, panels
from game.protocol.messages import Reach, Storage
from game.selectors.live.loading import load, played_on, with_desk
from game.selectors.live.values import LiveGame, LiveTable

MOST_PLAYS = 100


class LiveRoom:
    """A game and its sockets; everything but `read`, `read_phones` and `prepare` runs on the event loop."""

    def __init__(self, game_id: int) -> None:
        self.id = game_id
        self.sockets = Sockets()
        self.poked = asyncio.Event()
        self.closed = False
        self._is_newer = False  # there may be something to read, and not only somebody to show it to
        self.poked_at: float | None = None  # the first since it was read, on the loop's clock
        self.is_reading = False
        self._plays: dict[int, Play] = {}  # newer revisions that changed nothing but what tables play
        self._heard = 0  # the newest revision that was heard of
        self._parts = Parts()
        self._phones = Parts()  # what phones are shown, which may be newer than the rest
        self._process = Process()
        self._expecting = Expecting()
        self._coming = Coming()
        self._loop = asyncio.get_running_loop()
        self._shown_at = self._came_at = self._loop.time()
        self.stirred = asyncio.Event()
        # Since when, by table id; the one that changed first comes first.
        self._unprepared: dict[int, float] = {}

    @property
    def game(self) -> LiveGame | None:
        """The game as it is shown here."""
        return self._parts.game

    @property
    def rev(self) -> int:
        """The revision that is shown here."""
        return self._parts.rev

    def add(self, connection: Connection, seated: Seated) -> bool:
        """Take a socket in, whose frames come from here from now on; False for one that came after a newer one."""
        connection.frames = lambda: self._frames(connection)
        self._came_at = self._loop.time()
        return self.sockets.add(connection, seated)

    def show_undercurrent(self, connection: Connection, is_open: bool) -> None:
        """Let this panel see the undercurrent, or not any more."""
        shown = self.sockets.shown(connection)
        if shown is not None:
            shown.sees_undercurrent = is_open
            shown.undercurrent = None
            self.poke()

    def show_loops(self, connection: Connection, table: int | None) -> None:
        """Let this panel have the figures of the loops of a table, by its number, or (None) of none any more."""
        shown = self.sockets.shown(connection)
        if shown is not None:
            shown.loops_of = table
            shown.loops = None
            self.poke()

    def tell_panels(self, reach: Reach, storage: Storage) -> None:
        """Let every panel here know how many devices reach this process, and whether what people do is stored."""
        process = Process(reach, storage)
        if self._process != process:
            self._process = process
            self.sockets.wake_those(panels)

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

    def is_calm(self, seconds: float) -> bool:
        """Whether nothing is to be shown, nor was, and nobody came, in so many seconds."""
        is_due = self.poked.is_set() or self.is_reading
        return not is_due and self._loop.time() - max(self._shown_at, self._came_at) >= seconds

    def poke(self) -> None:
        """Let the game be read again."""
        if self.poked_at is None:
            self.poked_at = self._loop.time()
        self._is_newer = True
        self.poked.set()

    def greet(self) -> None:
        """Let somebody who came be shown the game as it is known here."""
        self.poked.set()

    def welcome(self, seated: Seated) -> bool:
        """Make what a player's phone that came looks at, of the game as it is known; False where that is for the reader.

        So its first screen goes out at once, and a room that connects does not wait for the reader again.
        """
        game = self.game
        if game is None or seated.seat_id is None or self.is_reading or self._phones is not self._parts:
            return False
        table = game.table_of(seated.seat_id)
        if table is not None:
            self._parts.phones[table.id] = with_seat(
                game, table, seated.seat_id, self._parts.phones.get(table.id)
            )
        return table is not None

    def begin(self) -> bool:
        """Return whether the game is to be read again, as asked for since the last time."""
        is_newer, self._is_newer = self._is_newer, False
        self.poked.clear()
        return is_newer or self.game is None

    def close(self) -> None:
        """Stop serving this game."""
        self.closed = True
        self.poked.set()
        self.stirred.set()

    def hear(self, rev: int, play: Play | None = None) -> None:
        """Take note of a newer revision, and of what it came to where it was only play."""
        self._heard = max(self._heard, rev)
        if len(self._plays) >= MOST_PLAYS:  # of which nothing could be shown; it will be read
            self._plays.clear()
        if play is not None:
            self._plays[rev] = play

    def newer(self) -> dict[int, Play]:
        """Return all that happened since what is shown, by revision, where it was only play here; else nothing."""
        revs = range(self.rev + 1, self._heard + 1)
        return {rev: self._plays[rev] for rev in revs} if all(rev in self._plays for rev in revs) else {}

    def expect(self, rev: int, play: Play) -> None:
        """Put together what phones look at after a press that is about to be stored, while the disk takes it.

        Only where everything was made ahead. It is shown if just that is stored (`take_expected`), and else forgotten.
        """
        self._expecting.forget()
        revs = range(self.rev + 1, rev)
        plays = {rev: self._plays[rev] for rev in revs if rev in self._plays} | {rev: play}
        if len(plays) == len(revs) + 1 and self.is_foreseen(plays):
            looking = self.sockets.looking()
            drawn = self.read_phones(plays, looking)
            self._expecting.put(Expected(play, self._parts, looking, drawn), self.sockets.phones())

    def is_expected(self) -> bool:
        """Whether the newest that is stored is what was expected."""
        return self._expecting.is_of(self._plays.get(self._heard))

    @property
    def has_begun(self) -> bool:
        """Whether phones were shown what the big screens were not yet."""
        return self._expecting.has_begun

    def show_expected(self) -> None:
        """Show phones at once what was put together for them, if just that is stored now and nothing older is being read."""
        if not self.is_reading and self.is_expected():
            drawn = self._expecting.begin(self.newer(), self._parts, self.sockets.looking())
            if drawn is not None:
                self.show_phones(drawn)

    def take_begun(self, plays: Mapping[int, Play], looking: Looking) -> Parts | None:
        """Return what phones were shown of `plays`, all that happened, by `show_expected`; None where they were not."""
        return self._expecting.take_begun(plays, self._parts, looking)

    def take_expected(self, plays: Mapping[int, Play], looking: Looking) -> Parts | None:
        """Return what phones look at after `plays`, all that happened, if it was put together before; else None."""
        return self._expecting.take(plays, self._parts, looking)

    def is_foreseen(self, plays: Mapping[int, Play]) -> bool:
        """Whether `plays` bring a new step, for which everything was made ahead."""
        is_new = bool(plays) and self.game is not None and plays[max(plays)].game.step != self.game.room.step
        return is_new and not self._unprepared

    def read_phones(self, plays: Mapping[int, Play], looking: Looking) -> Parts | None:
        """Make and encode what phones look at after `plays`, all that happened; None without any (any thread, one at a time).

        Nothing is read for it; the big screens come after it.
        """
        if self.game is None or not plays:
            return None
        game = played_on(self.game, plays, self._coming.played_on)
        return Parts(game, all_phones(game, looking, self._parts, self._coming.ready))

    def read(self, plays: Mapping[int, Play], looking: Looking, drawn: Parts | None) -> Parts:
        """Read the game, and make and encode what is looked at and changed (reader thread; keeps what did not change).

        `drawn` is what phones were just shown of it, as `plays` left it. Returns no parts when the game is gone.
        """
        if drawn is None or drawn.game is None or self.game is None:
            game = load(self.id, self.game)
        else:
            game = with_desk(drawn.game, self.game, plays[drawn.rev].game)
        if game is None:
            return Parts()
        besides = self.sockets.besides()
        return make_parts(game, looking, self._parts, besides, ready=self._coming.ready, drawn=drawn)

    def parts_for(self, looking: Looking) -> Parts:
        """Make and encode what is looked at and was not before, of the game as it is known (reader thread)."""
        assert self.game is not None
        return make_parts(self.game, looking, self._parts, self.sockets.besides())

    def show_newcomers(self, parts: Parts) -> None:
        """Wake those who have no screen yet; `parts` has what they look at."""
        self._parts = self._phones = parts
        self.sockets.wake_those(newcomers)

    def show_phones(self, parts: Parts) -> None:
        """Wake every phone, for which there is something new before there is for the big screens."""
        self._phones = parts
        self.sockets.show_phones(parts)

    def show(self, parts: Parts, seen_by: Looking | None = None) -> None:
        """Make a newly read game (none when it is gone) the one that is shown and wake every socket.

        But no phones where all that there are (`seen_by`) were shown theirs already.
        """
        before, self._parts = self._parts, parts
        self._shown_at = self._loop.time()
        self._phones = parts
        self._plays = {rev: play for rev, play in self._plays.items() if rev > self.rev}
        if seen_by is None or seen_by is not self.sockets.looking():
            self.sockets.wake(parts.game)
        else:
            self.sockets.wake_those(big_screens)
        self._stir(before.game, parts.game)

    def _stir(self, before: LiveGame | None, game: LiveGame | None) -> None:
        """Take note of the tables that changed, for which nothing is made ahead yet."""
        revs = {table.id: table.rev for table in before.tables} if before else {}
        for table in game.tables if game else ():
            if revs.get(table.id) != table.rev:
                self._unprepared.pop(table.id, None)
                self._unprepared[table.id] = self._loop.time()
        if self._unprepared:
            self.stirred.set()

    def next_unprepared(self, calm: float) -> tuple[LiveTable | None, float]:
        """Return the table for which to work ahead next, else None and how long to wait for one (seconds; 0: for a change).

        One that changed within `calm` seconds is likely to change again.
        """
        while self._unprepared and self.game is not None:
            table_id, since = next(iter(self._unprepared.items()))
            left = since + calm - self._loop.time()
            if left > 0:
                return None, left
            del self._unprepared[table_id]
            table = self.game.table(table_id)
            if table is not None:
                return table, 0.0
        self.stirred.clear()
        return None, 0.0

    def prepare(self, game: LiveGame, table: LiveTable, looking: Looking) -> None:
        """Make what the phones at a table will look at after a press now (reader thread)."""
        self._coming.prepare(game, table, looking)

    def _frames(self, connection: Connection) -> list[bytes]:
        """Return what this socket does not show yet."""
        shown = self.sockets.shown(connection)
        if shown is None:
            return []
        is_phone, before = shown.seated.is_phone, shown.last
        parts = self._phones if is_phone else self._parts
        frames = shown.frames(parts, self._process)
        if is_phone and shown.last is not before:
            connection.sends(parts.rev)
        if parts.game is not None and shown.last is not None:
            connection.rev = parts.rev
        return frames
