"""Who comes in: phones that ask while others are looked up are looked up together, with one question to the database."""

import asyncio
import time
from collections.abc import Callable
from functools import partial

from game.live import authentication
from game.live.authentication import Admitted
from game.live.lanes import Lane

MOST = 64  # phones a question; the event loop has the first screens of all of them to send
GATHER_SECONDS = 0.002  # for others to come: each question takes the interpreter from who lets them in
# In which nobody came: a whole room that connects has its first screens before it is noted who is there, and told to all.
LULL_SECONDS = 0.05
LONGEST_SECONDS = 0.5  # which that waits


async def lull(came_at: Callable[[], float]) -> None:
    """Wait until nobody came for LULL_SECONDS, but not longer than LONGEST_SECONDS; `came_at` in monotonic seconds."""
    until = time.monotonic() + LONGEST_SECONDS
    while (now := time.monotonic()) - came_at() < LULL_SECONDS and now < until:
        await asyncio.sleep(LULL_SECONDS)


class Admissions:
    """Asks on the reader, and for phones together; one event loop."""

    def __init__(self, reader: Lane) -> None:
        self._reader = reader
        self._waiting: list[tuple[str | None, int, asyncio.Future[Admitted]]] = []
        self._at_work: asyncio.Task[None] | None = None

    async def ask(self, look: Callable[[], Admitted]) -> Admitted:
        """Return what `look` finds on the reader's thread."""
        return await self._reader.run(look)

    async def phone(self, token: str | None, workshop_id: int) -> Admitted:
        """Return the game and the place of a phone with this token, or the code of why not (`authentication.player`)."""
        answer: asyncio.Future[Admitted] = asyncio.get_running_loop().create_future()
        self._waiting.append((token, workshop_id, answer))
        if self._at_work is None:
            self._at_work = asyncio.ensure_future(self._work())
        return await answer

    @property
    def is_busy(self) -> bool:
        """Whether phones are looked up."""
        return self._at_work is not None

    async def _work(self) -> None:
        while self._waiting:
            if len(self._waiting) < MOST:
                await asyncio.sleep(GATHER_SECONDS)
            batch = self._waiting[:MOST]
            del self._waiting[:MOST]
            asked = [(token, workshop_id) for token, workshop_id, _ in batch]
            try:
                found = await self._reader.run(partial(authentication.players, asked))
            except Exception as error:  # each of them is told to come back
                for _, _, answer in batch:
                    if not answer.done():
                        answer.set_exception(error)
                continue
            for (_, _, answer), admitted in zip(batch, found, strict=True):
                if not answer.done():
                    answer.set_result(admitted)
        self._at_work = None
