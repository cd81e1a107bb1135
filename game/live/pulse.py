"""This process's heartbeat: silent until it is sure whether another one runs, then every second."""

from datetime import datetime

from game.actions import heartbeat
from game.selectors import clock
from game.selectors.heartbeat import is_silence, last


class Pulse:
    """Beats, called every second (writer thread); `beats` once it does.

    A process that has just started finds the last heartbeat of one that runs, or of one that was killed a moment ago. It
    waits until that moves, or is too old to be of a living one: its own would hide how long nobody ran.
    """

    def __init__(self) -> None:
        self.beats = False
        self._found: datetime | None = None

    def beat(self) -> bool:
        """Beat; return whether that ended a silence of all processes."""
        if not self.beats and self._may_be_alone():
            return False
        self.beats = True
        return heartbeat.beat()

    def _may_be_alone(self) -> bool:
        at = last()
        self._found = self._found or at
        return at is not None and at == self._found and not is_silence(at, clock.now())
