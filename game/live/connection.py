"""One open socket: what waits to be sent on it, its limits and its heartbeat. Knows bytes and codes, not games.

What is said goes out at once, while who says it to a whole room is still in its loop. What a phone does not take waits, and
so does whatever comes after it, until its wire says that there is room. None of this is a task: a room has many sockets.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from game.live.peer import Wire
from game.protocol.codec import encode
from game.protocol.messages import Bye, Heartbeat, Message
from game.selectors.leases import UNKNOWN, Attempt

log = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Handle = Callable[[str | None, bytes | None], None]

BEAT_SECONDS = 1.0
HEARTBEAT_SECONDS = 5.0
SILENCE_SECONDS = 8.0
PAUSE_SECONDS = 5.0  # longer than a page goes without a ping or a tap
READ_SECONDS = 10.5  # after which who shows nothing of what it was sent does not read
SHOWN_SECONDS = 7.0  # in which a phone at 1 KB/s shows a new screen; it says so within PAUSE_SECONDS
BURST = 30
PER_SECOND = 15.0
STRIKES = 20
MAX_QUEUED = 100
SMALL = 16 * 1024  # bytes of a frame with which the next one goes along

REPLACED, NOT_ALLOWED, TOO_MUCH, MOVED, RESTARTING = 4001, 4003, 4008, 4010, 4012


class Connection:
    """A socket of a device; `frames` is asked for the newest frames whenever something changed.

    Answers wait in a bounded queue; screens do not wait at all: the newest is made when the socket is free. `attempt` is
    which of its device's it is; `merges` says that its page is of this release, and takes what changed for itself.

    Who reads nothing and says every second that it is there is cut off after 14 seconds at the latest: it says what it shows
    within one, is known to show no more SHOWN_SECONDS later or is not heard for PAUSE_SECONDS more, and a beat sees it.
    """

    def __init__(
        self,
        receive: Receive,
        wire: Wire,
        gap_seconds: float = 0.0,
        attempt: Attempt = UNKNOWN,
        *,
        merges: bool = False,
    ) -> None:
        self.attempt = attempt
        self.merges = merges
        self._receive = receive
        self._wire = wire
        self._gap_seconds = gap_seconds
        self._free_at = 0.0  # when the next screen may go
        self._is_served = False  # from when it is listened to until its wire was told to close
        self._queue: deque[bytes] = deque()
        self._screen: deque[bytes] = deque()  # what is left of the newest one that was made
        self._closing: int | None = None
        self._timers: dict[Callable[[], None], asyncio.TimerHandle] = {}
        self._heard = self._said = time.monotonic()  # of the peer, and the last heartbeat
        self._tokens = float(BURST)
        self._counted = self._heard
        self._strikes = 0
        self._sending: float | None = None  # since when the peer has not taken what was sent
        self._shows = -1
        self._showed = self._heard
        self._newest: int | None = (
            None  # the revision that was sent last, until the peer says that it shows it
        )
        self._owes = 0.0  # since when it shows none of those that were sent
        self._is_deaf = False
        self._stale = True
        self.rev = 0
        self.frames: Callable[[], list[bytes]] = list

    def say(self, message: Message) -> None:
        """Queue a message; a socket on which too much waits is closed, and one that closes gets no more."""
        if self._closing is not None:
            return
        self._queue.append(encode(message))
        if len(self._queue) > MAX_QUEUED:
            self.close(TOO_MUCH, "too_fast")
        self._flush()

    def sends(self, rev: int) -> None:
        """Take note that a screen of this revision is on its way to the peer, whose pings will say when it shows that."""
        if rev > self._shows:
            if self._newest is None:
                self._owes = time.monotonic()
            self._newest = rev

    def shows(self, rev: int, now: float | None = None) -> None:
        """Take note of the newest revision that the peer says (`now`, in monotonic seconds) it shows.

        A newer one says that it reads. Its computer may have room for half a minute of small changes that its page never
        sees: it is deaf once it says for long that it shows none of what was sent, and is cut off after READ_SECONDS, also
        when that was the last it said. Who never said what it shows (0) is not judged by that.
        """
        now = time.monotonic() if now is None else now
        if rev != self._shows:
            self._shows, self._showed, self._owes = rev, now, now
        if self._newest is not None and rev >= self._newest:
            self._newest = None
        self._is_deaf = self._newest is not None and rev > 0 and now - self._owes > SHOWN_SECONDS

    def changed(self) -> None:
        """Say that `frames` may have something new."""
        self._stale = True
        self._flush()

    @property
    def is_free(self) -> bool:
        """Whether the newest screen may be written at once: nothing waits before it, and the peer took all it was sent."""
        waits = self._queue or self._screen or self._gap_seconds or self._closing is not None
        return not waits and self._is_served and self._wire.has_room

    def hand_on(self, frames: Sequence[bytes]) -> None:
        """Write at once all that there is to show, to a socket that `is_free`."""
        self._stale = False
        self._wire.write(frames)
        if not self._wire.has_room:
            self._sending = time.monotonic()

    def close(self, code: int, reason: str | None = None) -> None:
        """Close soon, after a `bye` with the reason; what waits is dropped."""
        if self._closing is None:
            self._closing = code
            self._queue.clear()
            self._screen.clear()
            if reason is not None:
                self._queue.append(encode(Bye(reason)))
            self._flush()

    def may_send(self) -> bool:
        """Take one from what this socket may still send; False when it sends faster than anyone can tap."""
        now = time.monotonic()
        self._tokens = min(float(BURST), self._tokens + (now - self._counted) * PER_SECOND)
        self._counted = now
        if self._tokens < 1.0:
            self.strike()
            return False
        self._tokens -= 1.0
        return True

    def strike(self) -> None:
        """Count a frame that went over a limit; after too many the socket is closed."""
        self._strikes += 1
        if self._strikes >= STRIKES:
            self.close(TOO_MUCH, "too_fast")

    async def run(self, handle: Handle) -> None:
        """Serve an accepted socket until either side closes it; `handle` gets every frame and must return at once."""
        self._is_served = True
        self._wire.on_room = self._has_room
        self._later(BEAT_SECONDS, self._beat)
        self._flush()
        try:
            while (event := await self._receive())["type"] != "websocket.disconnect":
                if event["type"] == "websocket.receive":
                    self._take(handle, event.get("text"), event.get("bytes"))
                    # From the second on: whoever stands in between counts who spoke.
                    self._wire.on_text = partial(self._take_at_once, handle)
        except Exception as error:
            self.fail(error)
        finally:
            self._end()

    def _take(self, handle: Handle, text: str | None, data: bytes | None) -> None:
        if self._closing is None:
            self._heard = time.monotonic()
            handle(text, data)

    def _take_at_once(self, handle: Handle, text: str) -> None:
        try:
            self._take(handle, text, None)
        except Exception as error:
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """End a socket that failed; harms no other, in whose loop this is called."""
        log.error("a socket failed", exc_info=error)
        if self._is_served:
            self._end()
            self._wire.close(RESTARTING)

    def _end(self) -> None:
        """Send and notice nothing more."""
        self._is_served = False
        self._wire.on_room = self._wire.on_text = None
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _later(self, seconds: float, work: Callable[[], None]) -> None:
        """Do something after so many seconds, if it is not to be done already."""
        if work not in self._timers:
            self._timers[work] = asyncio.get_running_loop().call_later(seconds, self._due, work)

    def _due(self, work: Callable[[], None]) -> None:
        del self._timers[work]
        work()

    def _has_room(self) -> None:
        """Go on with what waits."""
        self._sending = None
        self._flush()

    def _flush(self) -> None:
        """Send what waits: answers at once, screens when they changed and the gap since the last is over."""
        if not self._is_served:
            return
        try:
            while (self._queue or self._stale or self._screen) and self._wire.has_room:
                if not (piece := self._next()):
                    break
                self._wire.write(piece)
        except Exception as error:
            self.fail(error)
            return
        if not self._wire.has_room:
            self._sending = self._sending or time.monotonic()
        elif self._closing is not None:
            self._end()
            self._wire.close(self._closing)
        elif self._stale:
            self._later(self._free_at - time.monotonic(), self._flush)

    def _next(self) -> list[bytes]:
        """Return what goes out next, in one piece: answers, which do not wait for the rest of a screen, or of that a part."""
        if self._queue:
            answers = [*self._queue]
            self._queue.clear()
            return answers
        if self._stale and not self._screen and self._closing is None and time.monotonic() >= self._free_at:
            self._stale = False
            self._screen.extend(self.frames())
            if self._screen:
                self._free_at = time.monotonic() + self._gap_seconds
        piece: list[bytes] = []
        while self._screen and (not piece or len(piece[-1]) <= SMALL):
            piece.append(self._screen.popleft())
        return piece

    def reads(self, now: float) -> bool:
        """Tell whether the peer takes what it is sent, or says that it shows more, at `now` (monotonic seconds)."""
        takes = self._sending is None or now - max(self._sending, self._showed) <= READ_SECONDS
        return takes and not (self._is_deaf and now - self._owes > READ_SECONDS)

    @property
    def _shows_old(self) -> bool:
        """Whether the peer, which said what it shows, did not say since that it shows the newest that was sent."""
        return self._newest is not None and self._shows > 0

    def _is_lost(self, now: float) -> bool:
        """Tell whether the peer shows none of what was sent for long, and is not heard as pages are."""
        is_late = self._shows_old and now - self._owes > READ_SECONDS
        return is_late and now - self._heard > PAUSE_SECONDS

    def _beat(self) -> None:
        """Look, every second, whether somebody is there."""
        now = time.monotonic()
        is_silent = now - self._heard > SILENCE_SECONDS
        # Whose goodbye would be waited for, though it reads none.
        is_gone = is_silent and (self._sending is not None or self._shows_old)
        if not self.reads(now) or self._is_lost(now) or is_gone:
            self._end()
            self._wire.drop("reads nothing")
            return
        self._later(BEAT_SECONDS, self._beat)
        if is_silent:
            self.close(1000)
        elif now - self._said >= HEARTBEAT_SECONDS:
            self._said = now
            self.say(Heartbeat(self.rev))
