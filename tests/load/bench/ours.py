"""Our server with a whole room that sits down, and how its people press and choose."""

import asyncio
import json
from typing import Any

from game.engine.model.roles import Role
from game.live.static import static_tree
from game.models import Seat
from tests.live.phones import gather, new_id
from tests.live.server import Server
from tests.load.bench.sides import REFUSED, Side, refused, until
from tests.load.bench.wire import Taken, Wire, connect

FILLS = [*range(1, 201)]
TASKS = 4
MOST_TABLES = 100
PING_SECONDS = 3.0


class Ours:
    """A workshop on `server` with so many people, at these ports of its processes by turns; `side` is what is measured."""

    def __init__(self, server: Server, people: int, ports: tuple[int, ...] = ()) -> None:
        tables = min(MOST_TABLES, max(1, people // 8))
        names = [f"P{number}" for number in range(people)]
        self._group = gather(server, *names, tables=tables, seats=max(3, -(-people // tables)), rounds=10)
        roles = dict(Seat.objects.values_list("pk", "role"))
        self._people = [(token, roles[seat]) for _, token, seat in self._group.players]
        self._ports = ports or (server.port,)
        self._release = static_tree().version
        self.phase, self._step, self._n = "", -1, 0
        self._panel: Wire | None = None
        assert server.process is not None
        self.side = Side("ours", server.process.pid, self._open, self._press, self._chosen)

    @property
    def port(self) -> int:
        """The port of the server, or of its first process."""
        return self._ports[0]

    async def begin(self) -> None:
        """Open the panel, and start the first round."""
        self._panel = await self._connect("control", self._group.facilitator_token, self._see)
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
        elif text.startswith(REFUSED):
            refused.append(text.decode())

    async def _open(self, number: int, take: Taken) -> Wire:
        token, _ = self._people[number]
        return await self._connect("play", token, take, self._ports[number % len(self._ports)])

    async def _connect(self, kind: str, token: str, take: Taken, port: int = 0) -> Wire:
        path = f"/ws/{kind}/{self._group.workshop.pk}/?page=1&attempt=1&release={self._release}"
        return await connect(port or self._ports[0], path, f"device={token}", take)

    def _press(self) -> None:
        self._say("next", fills=FILLS)

    def _say(self, type: str, **fields: Any) -> None:
        assert self._panel is not None
        self._panel.say(self._command(type, **fields))

    def _command(self, type: str, **fields: Any) -> bytes:
        return json.dumps({"type": type, "id": new_id(), "step": self._step, **fields}).encode()

    def _chosen(self, number: int) -> bytes:
        _, role = self._people[number]
        self._n += 1
        if role == Role.MUNICIPALITY:
            choice: dict[str, Any] = {
                "deals": [{"holder": "together", "requirements": False}] * TASKS,
                "funding": "trust",
            }
        else:
            turn = self._n // len(self._people)  # something else than before, as whoever taps does
            choice = {"propose": ["residents" if turn % 2 else "together"] * TASKS}
        return self._command("choose", n=self._n, choice=choice)
