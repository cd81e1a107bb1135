"""When a phone that reads nothing is cut off, over every way in which its computer may go silent; and which one stays."""

import time
from itertools import product
from types import SimpleNamespace

import pytest

from game.live import connection as module
from game.live.bounds import CLOSE_SECONDS
from game.live.connection import BEAT_SECONDS, READ_SECONDS, SHOWN_SECONDS, Connection
from game.protocol.messages import Pong
from tests.live.test_connection import Peer, settle

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


LATE = READ_SECONDS + 1


@pytest.mark.parametrize(
    ("sent", "says", "reads"),
    [
        ([6, 7], [(0, 5), (LATE, 5)], False),
        ([6, 7], [(0, 5), (SHOWN_SECONDS - 1, 5)], True),
        (
            [6, 7],
            [(0, 5), (SHOWN_SECONDS + 1, 5)],
            False,
        ),  # which a page shows by then, and nothing was heard since
        ([6, 7], [(0, 5), (SHOWN_SECONDS + 1, 5), (READ_SECONDS - 1, 7)], True),
        ([6, 7], [(0, 5), (LATE, 6)], True),  # it is slow, and on its way
        ([6, 7], [(0, 5), (LATE, 6), (2 * LATE, 6)], False),
        ([6, 7], [(0, 5), (LATE, 7), (3 * LATE, 7)], True),
        ([6, 7], [(0, 5)], True),  # it said nothing since: who taps does not ping
        ([6, 7], [(0, 0), (3 * LATE, 0)], True),  # it never says what it shows
        ([5, 4], [(0, 5), (3 * LATE, 5)], True),  # the same again, as it was asked for
        ([], [(0, 5), (3 * LATE, 5)], True),
    ],
)
async def test_who_goes_on_saying_that_it_shows_nothing_of_what_it_was_sent_does_not_read(
    sent: list[int], says: list[tuple[float, int]], reads: bool
) -> None:
    peer = Peer()
    connection = Connection(peer.receive, peer)
    began = time.monotonic()
    connection.shows(says[0][1], began)
    for rev in sent:
        connection.sends(rev)
    for after, rev in says[1:]:
        connection.shows(rev, began + after)
    assert connection.reads(began + READ_SECONDS - 0.1)
    assert connection.reads(began + 9 * LATE) is reads


@pytest.mark.parametrize(("pause", "ends"), [(0.0, ["reads nothing"]), (60.0, [])])
async def test_who_shows_nothing_new_and_is_heard_no_more_is_cut_before_it_is_silent(
    monkeypatch: pytest.MonkeyPatch, pause: float, ends: list[str]
) -> None:
    peer = Peer()
    connection = Connection(peer.receive, peer)
    connection._is_served = True
    monkeypatch.setattr(module, "PAUSE_SECONDS", pause)
    connection.shows(5, time.monotonic() - LATE)
    monkeypatch.setattr(module, "READ_SECONDS", 0.0)
    connection.sends(6)
    connection._beat()
    await settle()
    assert peer.ended == ends
    connection._end()
