"""The threads that touch the database for the sockets: one writer and one reader, each with its own kept connection.

The event loop never waits for a query; commands that come in while the writer is busy go into its next transaction. What a
whole room says in one moment is one transaction, and its answers are on their way before anybody draws what came of it.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from django.db import InterfaceError, InternalError, OperationalError, connection

from game.actions.commands import Request, carry_out
from game.actions.storage import is_read_only, storage, why_unstored
from game.actions.turns import go_first
from game.protocol.messages import Ack, Refusal

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Answer = Ack | Refusal
MAX_BATCH = 1000  # a room
HOLD_SECONDS = 3.0  # for a database that is away: one that only starts again goes unnoticed
RETRY_SECONDS = 0.25
# Which screens wait at most for the answers of a batch, which may wait for another process's.
SAID_SECONDS = 0.1
LULL_SECONDS = 0.002  # in which no more came: a room that chooses in one moment does so over several
GATHER_SECONDS = 0.1  # in which a batch begins, though there is always more
SAID_TURNS = 3  # of the event loop, from an answer to its bytes: told, woken, sent
AWAY = (InterfaceError, OperationalError, InternalError)  # the last also for a server that may only be read


class Lane:
    """One thread with one kept database connection."""

    def __init__(self, name: str, begin: Callable[[], None] | None = None) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name, initializer=begin)

    async def run(self, work: Callable[[], Result]) -> Result:
        """Run `work` on this lane's thread and return its result; a lost database connection is opened again once.

        What cannot be written is not tried again: raises what the database said.
        """
        return await asyncio.get_running_loop().run_in_executor(self._pool, _with_connection, work)

    def close(self) -> None:
        """Let the thread finish what it does and end, its connection closed."""
        self._pool.submit(lambda: connection.close())  # each thread has its own
        self._pool.shutdown(wait=False)


def _with_connection(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except AWAY as error:
        why = why_unstored(error)
        # On a full disk an open connection still reads, and a new one may not.
        if why != "not_stored" or is_read_only(error):
            connection.close()
        if why in ("not_stored", "busy"):
            storage.note(error)
            raise
    try:  # on a new connection: what was lost may be there again
        return work()
    except AWAY as error:
        storage.note(error)
        connection.close()
        raise


async def turns() -> None:
    """Let the event loop send what somebody was just told that there is."""
    for _ in range(SAID_TURNS):
        await asyncio.sleep(0)


class Writer:
    """Takes commands for all games and carries out what has come in for one together."""

    def __init__(self) -> None:
        self.lane = Lane("writer", go_first)
        self._waiting: dict[int, list[tuple[Request, asyncio.Future[Answer]]]] = defaultdict(list)
        self._at_work: dict[int, asyncio.Task[None]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether commands are not yet stored."""
        return bool(self._at_work)

    @property
    def waiting(self) -> int:
        """How many commands wait for their batch."""
        return sum(len(batch) for batch in self._waiting.values())

    def submit(self, game_id: int, request: Request) -> "asyncio.Future[Answer]":
        """Take a command in; the answer comes once it is stored, in the order of submitting."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[game_id].append((request, answer))
        if game_id not in self._at_work:
            task = self._at_work[game_id] = asyncio.ensure_future(self._work(game_id))
            task.add_done_callback(_log_failure)
        return answer

    async def answers_said(self, game_id: int) -> None:
        """Wait until the answers of what is being carried out now are sent, but not for what takes long.

        Who reads a game for its screens takes the interpreter from who sends those answers; a whole room waits for them.
        """
        task = self._at_work.get(game_id)
        if task is not None:
            await asyncio.wait([task], timeout=SAID_SECONDS)
        await turns()

    async def _work(self, game_id: int) -> None:
        """Carry out batches for a game until nothing waits."""
        try:
            while await self._gathered(game_id):
                batch = self._waiting[game_id][:MAX_BATCH]
                del self._waiting[game_id][:MAX_BATCH]
                await self._carry_out(game_id, batch)
        finally:
            del self._waiting[game_id], self._at_work[game_id]

    async def _gathered(self, game_id: int) -> int:
        """Return how many commands wait, once no more came for a moment; at once if a facilitator's is among them.

        Who is late by a blink would wait for the commit of all others, and they for the screens that come in between.
        """
        loop = asyncio.get_running_loop()
        waiting, before, until = self._waiting[game_id], 0, loop.time() + GATHER_SECONDS
        while before < len(waiting) < MAX_BATCH and loop.time() < until:
            if any(request.kind == "facilitator" for request, _ in waiting[before:]):
                break
            before = len(waiting)
            await asyncio.sleep(LULL_SECONDS)
        return len(waiting)

    async def _carry_out(self, game_id: int, batch: list[tuple[Request, "asyncio.Future[Answer]"]]) -> None:
        requests = [request for request, _ in batch]
        try:
            answers = await self._stored(game_id, requests)
        except Exception as error:
            code = storage.note(error) or "internal"
            if code == "internal":
                log.exception("a batch of %d commands for game %d failed", len(batch), game_id)
            answers = [Refusal(request.command.id, code) for request in requests]
        for (_, waiting), answer in zip(batch, answers, strict=True):
            if not waiting.done():
                waiting.set_result(answer)

    async def _stored(self, game_id: int, requests: list[Request]) -> list[Answer]:
        """Carry a batch out; while the database is away, hold it a while and try again. Raises what it said last."""
        loop = asyncio.get_running_loop()
        until = loop.time() + HOLD_SECONDS
        while True:
            try:
                return await self.lane.run(partial(_answers, game_id, requests))
            except Exception as error:
                if why_unstored(error) != "no_database" or loop.time() > until:
                    raise
            await asyncio.sleep(RETRY_SECONDS)


def _answers(game_id: int, requests: list[Request]) -> list[Answer]:
    """Carry out a batch (writer thread); when it fails, one by one, so that a poisonous command harms no other."""
    try:
        return carry_out(game_id, requests)
    except AWAY:
        raise  # the lane opens a new connection and tries the whole batch again
    except Exception:
        if len(requests) > 1:
            return [answer for request in requests for answer in _answers(game_id, [request])]
        log.exception("a command for game %d failed", game_id)
        return [Refusal(requests[0].command.id, "internal")]


def _log_failure(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("the writer failed", exc_info=task.exception())
