"""The hub, one per process: it learns that games changed, reads each change once, makes each screen once, wakes its sockets.

Pokes make it quick, polling makes it right: nothing here depends on a message arriving.
In one file because its jobs share the rooms, the lanes and the order of stopping, and each is a few lines.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings

from game import broadcast, metrics
from game.actions import phases, privacy, seat_requests, seats
from game.actions.storage import storage
from game.live.admissions import Admissions
from game.live.ahead import Ahead
from game.live.apart import Apart
from game.live.attendance import Attendance
from game.live.connection import REPLACED, RESTARTING, Connection
from game.live.lanes import Lane, Writer, turns
from game.live.others import Others
from game.live.reach import reach
from game.live.room import LiveRoom
from game.live.seated import Seated
from game.live.static import static_tree
from game.live.tidy import Tidy
from game.network.book import book
from game.network.interfaces import read_interfaces
from game.protocol.messages import Reach, Storage
from game.selectors import absence, clock, findings, games, requests
from game.selectors.addresses import chosen_address
from game.selectors.leases import Attempt, Pair
from game.selectors.live.values import LiveGame, LiveTable

log = logging.getLogger(__name__)

AUDIENCES = ("player", "observer", "facilitator", "projector")
POLL_SECONDS = 2.0
CLOCK_SECONDS = REACH_SECONDS = 1.0
MERGE_SECONDS = 0.05  # a room that taps has two screens at most for each time that all did
NEWCOMER_SECONDS = 0.005
CALM_SECONDS = 0.15  # without a change at a table, before it is worked ahead for
RETRY_SECONDS = 1.0
GOODBYE_SECONDS = 1.5
COMING_BACK_SECONDS = 30.0
ADDRESS_SECONDS, TIME_SECONDS, SWEEP_SECONDS = 3.0, 10.0, 3600.0


class Hub:
    """All live games of this process; made and used on one event loop."""

    def __init__(self) -> None:
        self.process = secrets.token_hex(8)
        self.release = static_tree().version
        self.writer = Writer()
        self.reader = Lane("reader")
        self.admissions = Admissions(self.reader)
        apart = Apart()
        self._ahead = Ahead(partial(findings.prepare, find=apart.find), apart.close)
        self._loop = asyncio.get_running_loop()
        self._rooms: dict[int, LiveRoom] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._off = 0
        self._attendance = Attendance(
            self.process, self.writer.lane, self._open_seats, self._open_panels, self._taken
        )
        self._others = Others(self._poke) if settings.REDIS_URL else None
        broadcast.add_sink(self._poked)
        broadcast.add_expecting(self._expecting)
        book.add_listener(self._addresses_changed)
        # Right after a start phones are still on their way back; nobody counts as absent yet.
        self._judges_from = clock.now() + timedelta(seconds=COMING_BACK_SECONDS)
        jobs = [
            self._poll,
            self._watch_clocks,
            self._watch_seats,
            self._watch_door,
            self._sweep,
            self._watch_addresses,
            self._watch_time,
            self._attendance.keep,
            self._tell_panels,
            Tidy(self._is_calm).keep,
        ]
        if self._others:
            jobs += [self._others.hear, self._others.send, self._others.beat]
        for job in jobs:
            self._spawn(self._forever(job))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _forever(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run a job again and again; a failure is logged and tried again after a second."""
        while True:
            try:
                await job()
            except Exception as error:
                _report(error, "%s failed", job.__name__)
                await asyncio.sleep(RETRY_SECONDS)

    # Sockets

    def enter(self, game_id: int, connection: Connection, seated: Seated) -> LiveRoom:
        """Let a socket follow a game; its first screen comes once that is made, a close when the game is gone."""
        room = self._rooms.get(game_id)
        if room is None:
            room = self._rooms[game_id] = LiveRoom(game_id)
            self._spawn(self._serve(room))
            if settings.WORK_AHEAD:
                self._spawn(self._work_ahead(room))
        if not room.add(connection, seated):
            return room
        if seated.seat_id is not None:
            self._attendance.arrived((seated.device_id, seated.seat_id))
        if room.game is None or not seated.may_stay(room.game):
            room.poke()
        elif not room.welcome(seated):
            room.greet()
        return room

    def leave(self, game_id: int, connection: Connection) -> None:
        """Forget a socket; its seat's lease lapses unless another socket of the device takes its place."""
        room = self._rooms.get(game_id)
        if room is not None and room.sockets.remove(connection) and not room.sockets:
            del self._rooms[game_id]
            room.close()

    def _open_seats(self) -> dict[int, dict[Pair, Attempt]]:
        return {game_id: room.sockets.open_seats() for game_id, room in self._rooms.items()}

    def _open_panels(self) -> frozenset[int]:
        return frozenset(game_id for game_id, room in self._rooms.items() if room.sockets.has_panel())

    def _taken(self, pairs: frozenset[Pair]) -> None:
        """Close the sockets whose device has a newer one for the same seat on another process."""
        for room in self._rooms.values():
            room.sockets.close_seats(pairs, REPLACED, "replaced")

    # What can be looked at from outside

    def open_sockets(self) -> dict[str, int]:
        """Return how many sockets are open, by audience."""
        seated = [one for room in self._rooms.values() for one in room.sockets.audiences()]
        return {audience: seated.count(audience) for audience in AUDIENCES}

    @property
    def unsent_pokes(self) -> int:
        """How many games' pokes wait to be told to the other processes."""
        return self._others.unsent if self._others is not None else 0

    @property
    def hears_others(self) -> bool | None:
        """Whether the other processes are heard; None where there are none."""
        return self._others.are_heard if self._others is not None else None

    # Learning of changes

    def _poked(self, game_id: int, rev: int, play: broadcast.Play | None) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is gone: the process is stopping
            self._loop.call_soon_threadsafe(self._poke_here_and_there, game_id, rev, play)

    def _expecting(self, game_id: int, rev: int, play: broadcast.Play) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is gone: the process is stopping
            self._loop.call_soon_threadsafe(self._expect, game_id, rev, play)

    def _expect(self, game_id: int, rev: int, play: broadcast.Play) -> None:
        room = self._rooms.get(game_id)
        if room is not None:
            room.expect(rev, play)

    def _poke_here_and_there(self, game_id: int, rev: int, play: broadcast.Play | None) -> None:
        self._poke(game_id, rev, play)
        if self._others is not None:
            self._others.tell(game_id, rev)

    def _poke(self, game_id: int, rev: int, play: broadcast.Play | None = None) -> None:
        room = self._rooms.get(game_id)
        if room is not None and rev > room.rev:
            room.hear(rev, play)
            room.show_expected()
            room.poke()

    async def _poll(self) -> None:
        await asyncio.sleep(POLL_SECONDS)
        found = await self.reader.run(partial(games.revisions, list(self._rooms)))
        for game_id, room in self._rooms.items():
            if found.get(game_id) != room.rev:  # also when the game is gone
                if room.rev and not room.poked.is_set() and not room.is_reading:
                    metrics.HEALED.add()
                room.poke()

    async def _watch_addresses(self) -> None:
        """Notice another network; reading is for other threads, and the writer's sees choices in their order."""
        interfaces = await asyncio.to_thread(read_interfaces)
        await self.writer.lane.run(lambda: book.update(interfaces, chosen_address()))
        await asyncio.sleep(ADDRESS_SECONDS)

    async def _watch_time(self) -> None:
        """Play by the database's clock, and say when that, or this computer's, was set."""
        await asyncio.sleep(TIME_SECONDS)
        off = await self.reader.run(clock.follow)
        if abs(off) > clock.LARGEST_DRIFT_SECONDS and round(off) != self._off:
            log.warning("a clock was set by %+.0f s; the game goes on by its own", off)
            self._off = round(off)

    def _addresses_changed(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is gone: the process is stopping
            self._loop.call_soon_threadsafe(self._poke_all)

    def _poke_all(self) -> None:
        for room in self._rooms.values():
            room.poke()

    # Showing them

    async def _serve(self, room: LiveRoom) -> None:
        """Read a game whenever it changed and wake its sockets; the first change goes out at once, further ones merge."""
        while True:
            await room.poked.wait()
            # A whole room waits for a press, and its answer is one.
            if not (room.has_begun or room.is_expected()):
                await self.writer.answers_said(room.id)
            is_newer = room.begin()
            if room.closed:
                return
            since, room.poked_at = room.poked_at, None
            room.is_reading, before = True, room.rev
            try:
                known, looking, plays = room.game, room.sockets.looking(), room.newer()
                drawn = room.take_begun(plays, looking)
                if plays and drawn is None:
                    drawn = room.take_expected(plays, looking)
                    drawn = drawn or await self.reader.run(partial(room.read_phones, plays, looking))
                    if drawn is not None:
                        room.show_phones(drawn)
                if drawn is not None:
                    await turns()  # in which they are sent, before the big screens are drawn
                if is_newer or drawn is not None:
                    parts = await self.reader.run(partial(room.read, plays, looking, drawn))
                    room.show(parts, looking if drawn is not None else None)
                else:
                    parts = await self.reader.run(partial(room.parts_for, looking))
                    room.show_newcomers(parts)
                if since is not None and room.rev > before > 0:
                    metrics.FAN_OUT.add(self._loop.time() - since)
                self._prepare(known, parts.game)
            except Exception as error:
                _report(error, "game %d could not be shown", room.id)
                await asyncio.sleep(RETRY_SECONDS)
                room.poke()
            finally:
                room.is_reading = False
            await asyncio.sleep(MERGE_SECONDS if is_newer or drawn is not None else NEWCOMER_SECONDS)

    async def _work_ahead(self, room: LiveRoom) -> None:
        """Make what a press would show, a table at a time, while nobody waits for the reader."""
        while not room.closed:
            if self.writer.is_busy or self.admissions.is_busy:  # somebody waits, and there is one interpreter
                await asyncio.sleep(MERGE_SECONDS)
                continue
            table, wait = room.next_unprepared(CALM_SECONDS)
            if table is None or room.game is None:
                await (asyncio.sleep(wait) if wait else room.stirred.wait())
                continue
            try:
                await self.reader.run(partial(room.prepare, room.game, table, room.sockets.looking()))
            except Exception:  # it is only not there when it is asked for
                log.exception("game %d: nothing could be made ahead for a table", room.id)

    def _is_calm(self) -> bool:
        """Whether nobody here waits for anything, nor did a moment ago."""
        rooms = self._rooms.values()
        is_busy = self.writer.is_busy or self.admissions.is_busy
        return not is_busy and all(room.is_calm(CALM_SECONDS) for room in rooms)

    def _prepare(self, known: LiveGame | None, game: LiveGame | None) -> None:
        """Let what the debrief will show be found as soon as a round is over."""
        before = {table.id: _rounds(table) for table in known.tables} if known else {}
        for table in game.tables if game else ():
            if table.state is not None and _rounds(table) != before.get(table.id, 0):
                self._ahead.want(table.id, table.state)

    # Clocks

    async def _watch_clocks(self) -> None:
        """Close what is overdue, every second once the clocks are right; a game that fails does not hold up the others."""
        while not self._attendance.is_in_time:
            await asyncio.sleep(MERGE_SECONDS)
        for game_id, step in await self.reader.run(games.overdue):
            try:
                await self.writer.lane.run(partial(phases.close_overdue, game_id, step))
            except Exception as error:
                _report(error, "the phase of game %d could not be closed", game_id)
        for game_id, room in list(self._rooms.items()):
            if room.game is not None and room.is_all_ready():
                step = room.game.room.step
                await self.writer.lane.run(partial(phases.close_ready, game_id, step))
        await asyncio.sleep(CLOCK_SECONDS)

    async def _watch_door(self) -> None:
        """Forget what people at the door asked for and nobody answered in time."""
        await asyncio.sleep(CLOCK_SECONDS)
        for game_id in await self.reader.run(requests.games_with_lapsed):
            await self.writer.lane.run(partial(seat_requests.forget_lapsed, game_id))

    async def _sweep(self) -> None:
        """Wipe the names and workshops that are due, an hour after the start and every hour."""
        await asyncio.sleep(SWEEP_SECONDS)
        await self.writer.lane.run(privacy.sweep)

    async def _watch_seats(self) -> None:
        """Let bots stand in for people whose phone has been away for long, whatever happens in other games."""
        await asyncio.sleep(CLOCK_SECONDS)
        for game_id in await self.reader.run(partial(absence.games_with_absence, self._judges_from)):
            try:
                await self.writer.lane.run(partial(seats.let_bots_stand_in, game_id, self._judges_from))
            except Exception as error:
                _report(error, "no bot could stand in in game %d", game_id)

    async def _tell_panels(self) -> None:
        """Tell the panels how many devices reach this process, and whether what people do is stored, when that changed."""
        await asyncio.sleep(REACH_SECONDS)
        figures = reach.figures()
        stored = Storage(not storage.is_failing, storage.why)
        for room in self._rooms.values():
            screens = room.sockets.audiences().count("projector")
            room.tell_panels(Reach(figures.reached, figures.live, figures.stuck, screens), stored)

    # The end

    async def stop(self) -> None:
        """Tell every socket that the server restarts, let commands that came in be stored, and let go of everything."""
        broadcast.remove_sink(self._poked)
        broadcast.remove_expecting(self._expecting)
        book.remove_listener(self._addresses_changed)
        for room in list(self._rooms.values()):
            room.sockets.close(RESTARTING, "server_restarting")
        until = self._loop.time() + GOODBYE_SECONDS
        while (self._rooms or self.writer.is_busy) and self._loop.time() < until:
            await asyncio.sleep(0.02)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._others is not None:
            await self._others.close()
        self.writer.lane.close()
        self.reader.close()
        self._ahead.close()


def _report(error: Exception, text: str, *about: object) -> None:
    """Log a failure with its traceback, unless it is one of many that a full disk or a database that is away makes."""
    if not storage.note(error):
        log.error(text, *about, exc_info=error)


def _rounds(table: LiveTable) -> int:
    return len(table.state.played) if table.state else 0


_hub: Hub | None = None
_stopped = False


def current_hub() -> Hub | None:
    """Return this process's hub, made on the running event loop at first use; None once the process is stopping."""
    global _hub
    if _hub is None and not _stopped:
        _hub = Hub()
    return _hub


async def stop_hub() -> None:
    """Stop this process's hub, if there is one, for good."""
    global _hub, _stopped
    hub, _hub, _stopped = _hub, None, True
    if hub is not None:
        await hub.stop()
