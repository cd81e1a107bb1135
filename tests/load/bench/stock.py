"""Plain Channels: a consumer a socket, all in one group of the layer; Daphne serves `tests.load.bench.stock:application`.

It does what floor.py does, in the way that the documentation of Channels shows.
"""

import json
import os
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter
from django.conf import settings

SIZE = int(os.environ["BENCH_SIZE"])
LAYER = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
if not settings.configured:
    settings.configure(CHANNEL_LAYERS=LAYER, SECRET_KEY="bench")
step = 0


class Screens(AsyncWebsocketConsumer):
    """Sends the group a screen when somebody says next, and an answer to everything else."""

    async def connect(self) -> None:
        """Join the group, and show the first screen."""
        await self.channel_layer.group_add("game", self.channel_name)
        await self.accept()
        await self.screen({})

    async def disconnect(self, code: int) -> None:
        """Leave the group."""
        await self.channel_layer.group_discard("game", self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Answer what is said."""
        global step
        if json.loads(text_data or "{}")["type"] == "next":
            step += 1
            await self.channel_layer.group_send("game", {"type": "screen"})
        await self.send('{"type":"ack"}')

    async def screen(self, event: dict[str, Any]) -> None:
        """Show the step."""
        shown = {"type": "player_screen", "step": step, "rest": "x" * SIZE}
        await self.send(json.dumps(shown, separators=(",", ":")))


application = ProtocolTypeRouter({"websocket": Screens.as_asgi()})
