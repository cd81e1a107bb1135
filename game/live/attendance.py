"""Which seats have a phone on this process, told to the database every second: who came, who left, who moved elsewhere."""

import asyncio
import time
from collections.abc import Callable, Mapping
from functools import partial

from game.actions import attendance, presence
from game.actions.storage import storage
from game.live.admissions import lull
from game.live.lanes import Lane
from game.live.pulse import Pulse
from game.selectors import leases
from game.selectors.leases import Attempt, Pair

TICK_SECONDS = 1.0
RENEW_SECONDS = 2.0

OpenSeats = Mapping[int, Mapping[Pair, Attempt]]


class Attendance:
    """The leases of this process; `open_seats` tells what is open here, per game, `open_panels` which games have a panel
    here, `taken` hears what moved elsewhere.
    """

    def __init__(
        self,
        process: str,
        lane: Lane,
        open_seats: Callable[[], OpenSeats],
        open_panels: Callable[[], frozenset[int]],
        taken: Callable[[frozenset[Pair]], None],
    ) -> None:
        self._process = process
        self._lane = lane
        self._open_seats = open_seats
        self._open_panels = open_panels
        self._taken = taken
        self._arrived: set[Pair] = set()
        self._came_at = 0.0
        self._renewed = 0.0
        self._panels = frozenset[int]()
        self._pulse = Pulse()

    @property
    def is_in_time(self) -> bool:
        """Whether it is known how long no process ran before this one, and the clocks were put right."""
        return self._pulse.beats

    def arrived(self, pair: Pair) -> None:
        """Say that a new socket opened; it takes the lease from whichever process had it."""
        self._arrived.add(pair)
        self._came_at = time.monotonic()

    async def keep(self) -> None:
        """Wait a second, and a moment longer while people come, and store what changed in it."""
        await asyncio.sleep(TICK_SECONDS)
        await lull(lambda: self._came_at)
        arrived, self._arrived = frozenset(self._arrived), set()
        try:
            store = partial(self._store, self._open_seats(), self._open_panels(), arrived)
            self._taken(await self._lane.run(store))
        except Exception:
            self._arrived |= arrived
            raise

    def _store(
        self, open_seats: OpenSeats, open_panels: frozenset[int], arrived: frozenset[Pair]
    ) -> frozenset[Pair]:
        """Bring the leases in line with the open sockets (writer thread); return the pairs that moved elsewhere."""
        was_silent = self._pulse.beat()
        open_here = frozenset[Pair]().union(*open_seats.values())
        found = leases.compare(self._process, open_here)
        if found.left:
            presence.leave(self._process, found.left)
        # Where a computer slept, its monotonic clock may have stood still.
        is_due = time.monotonic() - self._renewed >= RENEW_SECONDS - TICK_SECONDS / 2
        # A panel that opened gets its lease at once: without one nobody would notice that it closed again.
        has_opened, self._panels = bool(open_panels - self._panels), open_panels
        if was_silent or is_due or has_opened:
            presence.renew(self._process)
            attendance.renew(self._process, open_panels)
            self._renewed = time.monotonic()
        # Who came anew is told also where this process has the lease: others have to know which attempt it is now.
        coming = found.missing | (arrived & open_here)
        late = set[Pair]()
        for game_id, seats in open_seats.items():
            if arrivals := {pair: attempt for pair, attempt in seats.items() if pair in coming}:
                late |= presence.arrive(game_id, self._process, arrivals)
        for game_id in leases.games_with_silence():
            presence.lapse(game_id)
        for game_id in leases.games_of_facilitators_who_left_or_came():
            attendance.note(game_id)
        storage.worked()
        return (found.taken - arrived) | late
