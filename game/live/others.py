"""Pokes between the processes, over the channel layer: hints, of which any may be lost.

Each process hears its own beat there. One that does not has a connection that is only half there
(a proxy or a firewall forgot it), which would never end by itself: it makes a new one.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

from channels.layers import channel_layers

from game import broadcast

log = logging.getLogger(__name__)

BEAT_SECONDS = 3.0
SILENCE_SECONDS = 8.0
SEND_SECONDS = 2.0
CLOSE_SECONDS = 1.0
NO_GAME = 0  # what a beat is about


class Others:
    """The other processes; `poked` hears of a game and its revision, `are_heard` is whether they are. One event loop."""

    def __init__(self, poked: Callable[[int, int], None]) -> None:
        self._poked = poked
        self._layer: Any = channel_layers.make_backend("default")
        self._unsent: dict[int, int] = {}
        self._wake = asyncio.Event()
        self.are_heard = False

    @property
    def unsent(self) -> int:
        """How many games' pokes wait."""
        return len(self._unsent)

    def tell(self, game_id: int, rev: int) -> None:
        """Let the others know soon; of several revisions of a game that wait, the newest is all they need."""
        self._unsent[game_id] = max(rev, self._unsent.get(game_id, 0))
        self._wake.set()

    async def send(self) -> None:
        """Send what waits; raises what the layer says, after which it is to be called again."""
        await self._wake.wait()
        self._wake.clear()
        pokes, self._unsent = self._unsent, {}
        try:
            async with asyncio.timeout(SEND_SECONDS):
                for game_id, rev in pokes.items():
                    event = {"type": broadcast.POKE_TYPE, "game": game_id, "rev": rev}
                    await self._layer.group_send(broadcast.POKE_GROUP, event)
        except Exception as error:
            log.warning("pokes were not sent on: %s", type(error).__name__)
            await asyncio.sleep(CLOSE_SECONDS)

    async def beat(self) -> None:
        """Say something to be heard by oneself."""
        await asyncio.sleep(BEAT_SECONDS)
        self.tell(NO_GAME, 0)

    async def hear(self) -> None:
        """Hear the others until nothing comes any more, then make a new connection."""
        layer = self._layer
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                channel = await layer.new_channel()
                await layer.group_add(broadcast.POKE_GROUP, channel)
                self.are_heard = True
            while True:
                event = await asyncio.wait_for(layer.receive(channel), SILENCE_SECONDS)
                if event["game"] != NO_GAME:
                    self._poked(event["game"], event["rev"])
        except Exception as error:
            self.are_heard = False
            log.warning("other processes are not heard: %s", type(error).__name__)
            self._layer = channel_layers.make_backend("default")
            await _close(layer)
            await asyncio.sleep(CLOSE_SECONDS)

    async def close(self) -> None:
        """Let go of the connection."""
        await _close(self._layer)


async def _close(layer: Any) -> None:
    """Let go of a layer's connections, which may hang."""
    with contextlib.suppress(Exception):
        async with asyncio.timeout(CLOSE_SECONDS):
            await layer.flush()
