"""Our server with a whole room that sits down, and how its people press and choose."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from game.actions import admission, devices, workshops
from game.actions.workshops import WorkshopSettings
from game.engine.model.roles import Role
from game.models import Seat
from tests.live.server import Server
from tests.load.bench.sides import Side, new_id, refused, until
from tests.load.bench.wire import Wire, connect

TABLES, SEATS = 40, 12
FILLS = [*range(1, 201)]
TASKS = 4
PING_SECONDS = 3.0


class Ours:
    """A workshop on `server` with so many people; `side` is what is measured."""

    def __init__(self, server: Server, people: int) -> None:
        self._server = server
        device, self._panel_token = devices.register("nl")
        tables = min(TABLES, max(1, people // 8))
        seats = -(-people // tables)
        settings = WorkshopSettings(title="Bench", seed=7, tables=tables, seats=max(3, seats), rounds=10)
        self._workshop = workshops.start_workshop(device, settings)
        self._people = [self._sit(number) for number in range(people)]
        self.phase, self._step, self._n = "", -1, 0
        self._panel: Wire | None = None
        assert server.process is not None
        self.side = Side("ours", server.process.pid, self._open, self._press, self._chosen)

    def _sit(self, number: int) -> tuple[str, Role]:
        device, token = devices.register("nl")
        seat: Any = admission.join(self._workshop.pk, device, f"P{number}", None, None)
        return token, Role(Seat.objects.get(pk=seat.seat_id).role)

    async def begin(self) -> None:
        """Open the panel, and start the first round."""
        path = f"/ws/control/{self._workshop.pk}/"
        self._panel = await connect(self._server.port, path, f"device={self._panel_token}", self._see)
        await until(lambda: self._step >= 0, "the panel")

    async def ping(self) -> None:
        """Say as pages do that they are there, for ever."""
        while True:
            await asyncio.sleep(PING_SECONDS)
            for wire in (self._panel, *(phone.wire for phone in self.side.phones)):
                if wire is not None:
                    wire.say(b'{"type":"ping","rev":0}')

    async def settled(self) -> None:
        """Wait until the panel shows what the phones do."""
        await until(lambda: self._step == self.side.phones[0].step, "the panel")

    def _see(self, wire: Wire, text: bytes) -> None:
        if text.startswith(b'{"type":"panel_screen"'):
            room = json.loads(text)["room"]
            self._step, self.phase = room["step"], room["phase"]
        elif text.startswith(b'{"type":"refused"'):
            refused.append(text.decode())

    async def _open(self, number: int, take: Callable[[Wire, bytes], None]) -> Wire:
        token, _ = self._people[number]
        return await connect(self._server.port, f"/ws/play/{self._workshop.pk}/", f"device={token}", take)

    def _press(self) -> None:
        self._say("next", fills=FILLS)

    def _say(self, type: str, **fields: Any) -> None:
        assert self._panel is not None
        self._panel.say(json.dumps({"type": type, "id": new_id(), "step": self._step, **fields}).encode())

    def _chosen(self, number: int) -> bytes:
        _, role = self._people[number]
        self._n += 1
        if role is Role.MUNICIPALITY:
            choice: dict[str, Any] = {
                "deals": [{"holder": "together", "requirements": False}] * TASKS,
                "funding": "trust",
            }
        else:
            choice = {"propose": ["together"] * TASKS}
        return json.dumps(
            {"type": "choose", "id": new_id(), "step": self._step, "n": self._n, "choice": choice}
        ).encode()
