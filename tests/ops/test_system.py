"""Many sockets where select() takes few at a time."""

import selectors
import socket
import threading
from collections.abc import Iterator

import pytest

from game.live import system
from game.live.system import ManySockets

Pair = tuple[socket.socket, socket.socket]
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Pair]]:
    """Twenty-five connected pairs, of which ten at a time can be asked about."""
    monkeypatch.setattr(system, "MOST_AT_ONCE", 10)
    made = [socket.socketpair() for _ in range(25)]
    yield made
    for pair in made:
        for end in pair:
            end.close()


@pytest.fixture
def selector(pairs: list[Pair]) -> Iterator[ManySockets]:
    with ManySockets() as made:
        for number, (end, _) in enumerate(pairs):
            made.register(end, READ, number)
        yield made


def found(selector: ManySockets, timeout: float | None) -> list[tuple[int, int]]:
    return sorted((key.data, events) for key, events in selector.select(timeout))


def test_all_of_them_are_heard_in_one_go(selector: ManySockets, pairs: list[Pair]) -> None:
    for number in (0, 9, 10, 24):
        pairs[number][1].send(b"x")

    assert found(selector, 0) == [(0, READ), (9, READ), (10, READ), (24, READ)]


def test_reading_and_writing(selector: ManySockets, pairs: list[Pair]) -> None:
    pairs[12][1].send(b"x")
    selector.modify(pairs[12][0], READ | WRITE, 12)
    selector.modify(pairs[20][0], WRITE, 20)

    assert found(selector, 0) == [(12, READ | WRITE), (20, WRITE)]


@pytest.mark.parametrize("number", [0, 24])
@pytest.mark.parametrize("timeout", [None, 60])
def test_it_waits_for_any_of_them(
    selector: ManySockets, pairs: list[Pair], number: int, timeout: float | None
) -> None:
    later = threading.Timer(0.05, pairs[number][1].send, [b"x"])
    later.start()

    assert found(selector, timeout) == [(number, READ)]
    later.join()


@pytest.mark.parametrize("timeout", [-1, 0, 0.03])
def test_it_waits_no_longer_than_asked(selector: ManySockets, timeout: float) -> None:
    assert found(selector, timeout) == []


def test_few_are_asked_about_as_ever(selector: ManySockets, pairs: list[Pair]) -> None:
    for end, _ in pairs[8:]:
        selector.unregister(end)
    pairs[7][1].send(b"x")

    assert found(selector, None) == [(7, READ)]
