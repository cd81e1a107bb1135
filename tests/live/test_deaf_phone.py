"""When a phone that reads nothing is cut off, over every way in which its computer may go silent; and which one stays."""

from itertools import product
from types import SimpleNamespace

import pytest

from game.live import connection as module
from game.live.bounds import CLOSE_SECONDS
from game.live.connection import BEAT_SECONDS, SHOWN_SECONDS, Connection
from game.protocol.messages import Pong
from tests.live.test_connection import Peer

TENTH = 0.1
PINGED_TENTHS = 45  # how often a page says what it shows
BEATS = (0.05, 0.35, 0.65, 0.95)


class Lapse:
    """A phone and its server's beat, over time that passes without waiting."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, beat_at: float) -> None:
        self.now = 100.0
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: self.now))
        self.peer = Peer()
        self.connection = Connection(self.peer.receive, self.peer)
        self.connection._is_served = True
        self._beat_at = self.now + beat_at
        self.rev = 0

    def passes(self, seconds: float) -> None:
        self.now += seconds
        if self.now >= self._beat_at and not self.peer.ended:
            self._beat_at += BEAT_SECONDS
            self.connection._beat()

    def says(self) -> None:
        self.connection._heard = self.now
        self.connection.shows(self.rev)


async def test_who_reads_nothing_is_cut_within_fifteen_seconds_whatever_its_computer_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its last ping, of one a second or none, and what its computer last had room for, may be at any moment."""
    took = []
    for beat_at, heard, room in product(BEATS, (0, 1, 2, 3, 4, 7, 8, 9, 10, 13, 31), (0, 1, 3, 6, 9, 12, 30)):
        phone = Lapse(monkeypatch, beat_at)
        phone.says()
        phone.rev, began, tenths = 1, phone.now, 0
        while not phone.peer.ended:
            # The first time it has shown that for a second.
            if tenths % 10 == 9 and tenths < 10 * heard:
                phone.says()
            phone.peer.is_slow = tenths >= 10 * room
            phone.connection.sends(2 + tenths)
            phone.connection.say(Pong(1))
            phone.passes(TENTH)
            tenths += 1
        goodbye = CLOSE_SECONDS if phone.peer.ended == [1000] else 0  # which is waited for
        took.append(phone.now - began + goodbye)
    assert 13 < max(took) < 14.2


async def test_a_phone_that_shows_each_screen_late_and_says_so_late_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for beat_at, first in product(BEATS, range(PINGED_TENTHS)):
        phone = Lapse(monkeypatch, beat_at)
        phone.rev = 1
        phone.says()
        for tenths in range(400):
            phone.connection.sends(2 + tenths)  # there is always a newer one
            if tenths % int(10 * SHOWN_SECONDS) == 10 * SHOWN_SECONDS - 1:
                phone.rev = 1 + tenths
            if tenths % PINGED_TENTHS == first:
                phone.says()
            phone.passes(TENTH)
        assert phone.peer.ended == []
        phone.connection._end()
