"""What a connection may take, whichever way it came in: time, bytes that wait, messages, frames."""

import time

# For a request's head and body together, from its first byte, or from connecting to that.
REQUEST_SECONDS = 20
# For the other side's goodbye; cutting it off sooner throws away what a slow network has not taken yet.
CLOSE_SECONDS = 5
PLAYERS = "/ws/play/"
# What may be on its way to a phone, in bytes: a slow one then waits for one screen, and the next it gets is the newest.
ON_ITS_WAY = 4 * 1024
AT_ONCE = 1024  # bytes that are looked at before who sends too much is cut off
MAX_UNREAD = 100  # messages that the application has not taken
# Frames of any kind, also those that never reach the application, a large one counting for several; nobody taps faster.
BURST = 200
FRAMES_PER_SECOND = 50.0
FRAME_BYTES = 256


class Allowance:
    """How many frames a socket may still send; it grows with time."""

    __slots__ = ("_counted", "_left")

    def __init__(self) -> None:
        self._left = float(BURST)
        self._counted = time.monotonic()

    def takes(self, size: int) -> bool:
        """Count a frame of so many bytes; False for who sends more than anybody could mean, of whatever kind."""
        now = time.monotonic()
        self._left = min(float(BURST), self._left + (now - self._counted) * FRAMES_PER_SECOND)
        self._left -= 1.0 + size / FRAME_BYTES
        self._counted = now
        return self._left >= 0
