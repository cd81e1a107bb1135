"""The lanes: one whose database takes nothing is not tried twice, and what a room says in one moment is one batch."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import TypeVar

import pytest
from django.db import OperationalError, connection

from game.actions import devices
from game.actions.commands import Request
from game.actions.storage import storage
from game.live import lanes
from game.live.lanes import Answer, Lane, Writer
from game.models import Device
from game.protocol.commands.course import Next
from game.protocol.commands.player import Ready
from game.protocol.messages import Refusal

pytestmark = pytest.mark.django_db(transaction=True)

Result = TypeVar("Result")


def only_read() -> None:
    """Let this thread's connection be as one that was opened while the disk could only be read."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")


async def test_a_connection_that_may_only_read_is_opened_anew(caplog: pytest.LogCaptureFixture) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("asks SQLite to take nothing")
    lane, tries = Lane("test"), []

    def write() -> None:
        tries.append(1)
        devices.register("nl")

    try:
        await lane.run(only_read)
        with pytest.raises(OperationalError, match="readonly"):
            await lane.run(write)
        assert (len(tries), storage.is_failing, len(caplog.messages)) == (1, True, 1)
        await lane.run(write)
        assert await lane.run(Device.objects.count) == 1
    finally:
        lane.close()
        storage.__init__()  # type: ignore[misc]  # as a process begins


class Counting(Lane):
    """A lane that counts what it is given."""

    def __init__(self) -> None:
        super().__init__("test")
        self.runs = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        self.runs += 1
        return await super().run(work)


@pytest.fixture
async def writer() -> AsyncIterator[Writer]:
    made = Writer()
    made.lane.close()
    made.lane = Counting()
    yield made
    made.lane.close()


def say(writer: Writer, id: str) -> "asyncio.Future[Answer]":
    """Let somebody of a game that is not there any more be ready."""
    return writer.submit(1, Request(Ready(id=id, step=1, ready=True), "player", 1, 1))


async def test_what_a_room_says_in_one_moment_is_one_batch(writer: Writer) -> None:
    said = []
    for number in range(20):  # a few each time that the event loop comes round, as frames come in
        said.append(say(writer, f"id-{number:06}"))
        if number % 5 == 0:
            await asyncio.sleep(0)
    answers = await asyncio.gather(*said)

    assert [(one.id, type(one)) for one in answers] == [(f"id-{n:06}", Refusal) for n in range(20)]
    assert isinstance(writer.lane, Counting)
    assert writer.lane.runs == 1


async def test_a_press_waits_for_no_others(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "LULL_SECONDS", 3600)
    press = writer.submit(1, Request(Next(id="id-000001", step=1), "facilitator", 1))
    assert isinstance(await asyncio.wait_for(press, 60), Refusal)


async def test_who_draws_waits_for_the_answers_of_a_batch(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SAID_SECONDS", 60.0)  # however busy this computer is
    happened: list[str] = []
    for number in range(3):
        say(writer, f"id-{number:06}").add_done_callback(lambda _: happened.append("answer"))
    await asyncio.sleep(0.001)  # it is being carried out

    await writer.answers_said(1)
    happened.append("drawn")

    assert happened == ["answer", "answer", "answer", "drawn"]


async def test_nobody_waits_for_a_batch_that_takes_long(writer: Writer) -> None:
    database = threading.Event()
    held = asyncio.ensure_future(writer.lane.run(partial(database.wait, 30)))
    answer = say(writer, "id-000001")
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(writer.answers_said(1), 10)
        await asyncio.wait_for(writer.answers_said(2), 10)  # of which there is no batch
        assert not answer.done()
    finally:
        database.set()
    await held
    assert isinstance(await answer, Refusal)
