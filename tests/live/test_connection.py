"""One connection on its own, with a peer that reads slowly or breaks: screens skip, answers wait, nothing leaks."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, cast

import pytest

from game.live import connection as module
from game.live.connection import MAX_QUEUED, SMALL, Connection
from game.live.parts import Parts
from game.live.seated import Seated
from game.live.sockets import Sockets
from game.protocol.messages import Pong
from game.selectors.live.values import LiveGame

Event = dict[str, Any]


class Peer:
    """The other end, and the wire to it: what was written, by piece; after one no room until `takes`, if `is_slow`."""

    def __init__(self) -> None:
        self.pieces: list[list[str]] = []
        self.ended: list[int | str] = []  # the code of a goodbye, or why there was none
        self.is_slow = False
        self.has_room = True
        self.on_room: Callable[[], None] | None = None
        self.on_text: Callable[[str], None] | None = None
        self._events: asyncio.Queue[Event] = asyncio.Queue()

    async def receive(self) -> Event:
        return await self._events.get()

    def leave(self) -> None:
        self._events.put_nowait({"type": "websocket.disconnect", "code": 1005})

    def say(self, text: str) -> None:
        self._events.put_nowait({"type": "websocket.receive", "text": text})

    def write(self, texts: Sequence[bytes]) -> None:
        self.pieces.append([text.decode() for text in texts])
        self.has_room = not self.is_slow

    def close(self, code: int) -> None:
        self.ended.append(code)
        self.leave()

    def drop(self, reason: str) -> None:
        self.ended.append(reason)
        self.leave()

    def takes(self) -> None:
        self.has_room = True
        if self.on_room is not None:
            self.on_room()

    @property
    def texts(self) -> list[str]:
        return [text for piece in self.pieces for text in piece]

    async def has(self, count: int) -> None:
        async with asyncio.timeout(20):
            while len(self.texts) < count:
                await asyncio.sleep(0.001)


class Screen:
    """Something to show that changes; every version is a frame."""

    def __init__(self, connection: Connection) -> None:
        self.version = 0
        self._shown = -1
        self._connection = connection
        connection.frames = self.frames

    def change(self) -> None:
        self.version += 1
        self._connection.changed()

    def frames(self) -> list[bytes]:
        if self._shown == self.version:
            return []
        self._shown = self.version
        return [str(self.version).encode()]


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def ignore(text: str | None, data: bytes | None) -> None:
    pass


async def test_screens_keep_their_distance_but_answers_do_not_wait() -> None:
    peer = Peer()
    connection = Connection(peer.receive, peer, gap_seconds=0.5)
    screen = Screen(connection)
    running = asyncio.ensure_future(connection.run(ignore))
    screen.change()
    await peer.has(1)
    screen.change()
    connection.say(Pong(7))
    await peer.has(2)
    screen.change()
    await peer.has(3)
    peer.leave()
    await running
    assert [json.loads(text) for text in peer.texts] == [1, {"type": "pong", "rev": 7}, 3]


@pytest.fixture
async def line() -> AsyncIterator[tuple[Connection, Peer]]:
    """A connection that is served."""
    peer = Peer()
    connection = Connection(peer.receive, peer)
    running = asyncio.ensure_future(connection.run(ignore))
    await settle()
    yield connection, peer
    peer.leave()
    await running


async def test_what_is_said_over_a_wire_is_written_before_the_next_turn(
    line: tuple[Connection, Peer],
) -> None:
    connection, peer = line
    screen = Screen(connection)
    screen.change()
    connection.say(Pong(7))
    assert peer.pieces == [["1"], ['{"type":"pong","rev":7}']]


async def test_a_screen_is_handed_to_who_took_all_before_it(line: tuple[Connection, Peer]) -> None:
    connection, peer = line
    peer.is_slow = True
    assert connection.is_free
    connection.hand_on([b"screen", b"clock"])
    assert (peer.pieces, connection.is_free) == ([["screen", "clock"]], False)
    peer.takes()
    assert connection.is_free
    connection.close(1000)
    assert not connection.is_free


async def test_a_screen_that_cannot_be_made_harms_nobody_else_in_the_room(
    line: tuple[Connection, Peer], caplog: pytest.LogCaptureFixture
) -> None:
    connection, peer = line
    room = Sockets()
    room.add(connection, Seated("player", 1, 1))
    room.show_phones(Parts(cast(LiveGame, object())))  # is none, and has no tables
    await settle()
    assert [record.message for record in caplog.records] == ["a socket failed"]
    assert (peer.pieces, peer.ended) == ([], [4012])


async def test_small_frames_of_one_screen_go_in_one_piece_and_what_follows_a_large_one_alone(
    line: tuple[Connection, Peer],
) -> None:
    connection, peer = line
    large = "l" * (SMALL + 1)
    connection.frames = lambda: [b"screen", b"clock", large.encode(), b"log"] if not peer.pieces else []
    peer.is_slow = True
    connection.changed()
    connection.say(Pong(7))
    peer.takes()
    peer.takes()
    assert peer.pieces == [["screen", "clock", large], ['{"type":"pong","rev":7}'], ["log"]]


async def test_a_peer_whose_wire_is_full_skips_to_the_newest_screen(
    line: tuple[Connection, Peer],
) -> None:
    connection, peer = line
    screen = Screen(connection)
    peer.is_slow = True
    for _ in range(50):
        screen.change()
        await settle()
    assert peer.pieces == [["1"]]
    peer.takes()
    assert peer.pieces == [["1"], ["50"]]


async def test_who_is_silent_and_takes_nothing_is_cut_without_a_goodbye(
    line: tuple[Connection, Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that has no room for what comes soon sends nothing either, however often its page pings."""
    connection, peer = line
    monkeypatch.setattr(module, "SILENCE_SECONDS", 0.0)
    peer.is_slow = True
    connection.say(Pong(7))
    async with asyncio.timeout(20):
        while peer.ended != ["reads nothing"]:
            await asyncio.sleep(0.01)


async def test_a_screen_that_cannot_be_made_ends_its_own_socket_only(
    line: tuple[Connection, Peer], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> list[bytes]:
        raise ValueError("broken")

    connection, peer = line
    connection.frames = fail
    connection.changed()  # in whose loop this is called goes on
    await settle()
    assert [record.message for record in caplog.records] == ["a socket failed"]
    assert (peer.pieces, peer.ended) == ([], [4012])


async def test_too_many_unsent_answers_close_the_socket() -> None:
    peer = Peer()
    connection = Connection(peer.receive, peer)
    for _ in range(MAX_QUEUED + 1):
        connection.say(Pong(1))
    await connection.run(ignore)
    assert [json.loads(text) for text in peer.texts] == [{"type": "bye", "code": "too_fast"}]
    assert peer.ended == [4008]


async def test_from_the_second_message_on_what_is_said_is_heard_without_a_turn(
    caplog: pytest.LogCaptureFixture,
) -> None:
    heard: list[str | None] = []

    def handle(text: str | None, data: bytes | None) -> None:
        heard.append(text)
        if text == "broken":
            raise ValueError(text)

    peer = Peer()
    running = asyncio.ensure_future(Connection(peer.receive, peer).run(handle))
    await settle()
    assert peer.on_text is None, "who stands in between counts who spoke"
    peer.say("first")
    await settle()
    assert peer.on_text is not None
    peer.on_text("second")
    assert heard == ["first", "second"]
    peer.on_text("broken")
    assert (peer.on_text, peer.ended) == (None, [4012])
    assert [record.message for record in caplog.records] == ["a socket failed"]
    await running


async def test_a_failure_closes_with_come_back_soon(caplog: pytest.LogCaptureFixture) -> None:
    def fail(text: str | None, data: bytes | None) -> None:
        raise ValueError("broken")

    peer = Peer()
    peer.say("anything")
    await Connection(peer.receive, peer).run(fail)
    assert (peer.pieces, peer.ended) == ([], [4012])
    assert [record.message for record in caplog.records] == ["a socket failed"]


async def test_whoever_leaves_is_let_go() -> None:
    peer = Peer()
    connection = Connection(peer.receive, peer)
    running = asyncio.ensure_future(connection.run(ignore))
    peer.leave()
    await asyncio.wait_for(running, 20)
    assert (peer.pieces, peer.ended, peer.on_room) == ([], [], None)
