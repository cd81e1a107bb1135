"""Clients of a real server's sockets, and the people they belong to, made through the door."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Thread
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from game.actions import admission, devices, grants, workshops
from game.actions.workshops import WorkshopSettings
from game.models import Device, Game, Workshop
from game.rehearsal.client import origin_of
from tests.live.server import Server

Message = dict[str, Any]
WAIT_SECONDS = 45.0  # for what comes within one or two, also on a machine that is busy
PING_SECONDS = 2.0
_ids = count()


class Phone:
    """One open socket. Screens that pass by are kept: `screen` is the newest, `clock` the newest clock."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.screen: Message = {}
        self.clock: Message = {}
        self.said = time.monotonic()

    def say(self, type: str, **fields: Any) -> None:
        self.raw(json.dumps({"type": type, **fields}))

    def raw(self, frame: str | bytes) -> None:
        self.connection.send(frame)
        self.said = time.monotonic()

    def ask(self, type: str, **fields: Any) -> Message:
        """Send a command at the step this phone sees (unless given) and return its answer."""
        if type == "next":  # with a yes to whatever is filled in for a municipality
            fields.setdefault("fills", [*range(1, 21)])
        command = {"id": new_id(), "step": self.step, **fields}
        self.say(type, **command)
        return self.until(lambda m: m["type"] in ("ack", "refused") and m["id"] == command["id"])

    def refusal(self, frame: str | bytes) -> str:
        """Send any frame and return the code it is refused with."""
        self.raw(frame)
        return str(self.until(lambda m: m["type"] == "refused")["code"])

    def until(self, found: Callable[[Message], bool], seconds: float = WAIT_SECONDS) -> Message:
        """Read until a message is the one that is looked for, and return it."""
        until = time.monotonic() + seconds
        while True:
            if time.monotonic() - self.said > 3:
                self.say("ping", rev=0)
            try:
                message = self.read(min(1.0, until - time.monotonic()))
            except TimeoutError:
                assert time.monotonic() < until, (
                    f"nothing of the kind in {seconds} s; last: {str(self.screen)[:800]}"
                )
                continue
            if found(message):
                return message

    def shows(self, found: Callable[[Message], bool], seconds: float = WAIT_SECONDS) -> Message:
        """Return the first screen, the newest included, that is the one that is looked for."""
        if self.screen and found(self.screen):
            return self.screen
        return self.until(lambda m: m["type"].endswith("_screen") and found(m), seconds)

    def read(self, timeout: float) -> Message:
        message: Message = json.loads(self.connection.recv(timeout))
        if message["type"].endswith("_screen"):
            self.screen = message
        elif message["type"] == "clock":
            self.clock = message
        return message

    def closed(self, seconds: float = WAIT_SECONDS) -> tuple[int, str | None]:
        """Read until the server closes; return the close code and the reason it said goodbye with."""
        reason = None
        until = time.monotonic() + seconds
        try:
            while True:
                message = self.read(until - time.monotonic())
                reason = message["code"] if message["type"] == "bye" else reason
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006, reason

    @property
    def step(self) -> int:
        """The step that this phone, or panel, sees."""
        return int((self.screen.get("table") or self.screen["room"])["step"])

    @property
    def phase(self) -> str:
        return str((self.screen.get("table") or self.screen["room"])["phase"])


@contextmanager
def alive(*phones: Phone) -> Iterator[None]:
    """Let these phones give signs of life, as pages do, whatever the test waits for meanwhile."""
    over = Event()

    def say() -> None:
        while not over.wait(PING_SECONDS):
            for phone in phones:
                with suppress(ConnectionClosed):
                    phone.connection.send('{"type":"ping","rev":0}')

    saying = Thread(target=say, daemon=True)
    saying.start()
    try:
        yield
    finally:
        over.set()
        saying.join()


@dataclass
class Group:
    """A workshop on a server: who runs it, who plays, and their open sockets."""

    server: Server
    workshop: Workshop
    facilitator_token: str
    players: list[tuple[Device, str, int]] = field(default_factory=list)
    open: ExitStack = field(default_factory=ExitStack)

    @property
    def game(self) -> Game:
        return Game.objects.get(workshop=self.workshop)

    def join(self, *aliases: str, table: int | None = None) -> None:
        for alias in aliases:
            device, token = devices.register("nl")
            seat = admission.join(self.workshop.pk, device, alias, table, None).seat
            self.players.append((device, token, seat.pk))

    def connect(self, path: str, token: str | None, **options: Any) -> Phone:
        headers = {"Cookie": f"device={token}"} if token else {}
        headers |= options.pop("headers", {})
        url = f"{self.server.socket_url}{path}"
        if "Origin" not in headers:
            options.setdefault("origin", origin_of(url))
        # Nothing holds up what is not read: a test reads what it looks for and leaves the rest.
        opening = connect(url, additional_headers=headers, proxy=None, max_queue=None, **options)
        return Phone(self.open.enter_context(opening))

    def phone(self, player: int = 0, **options: Any) -> Phone:
        """Open a player's socket and wait for its first screen."""
        phone = self.connect(f"/ws/play/{self.workshop.pk}/", self.players[player][1], **options)
        phone.shows(lambda _: True)
        return phone

    def begin(self) -> None:
        """Let the facilitator start the game, and wait until sockets show it."""
        panel = self.panel()
        assert panel.ask("next")["type"] == "ack"
        panel.shows(lambda screen: screen["room"]["phase"] == "agree")

    def panel(self) -> Phone:
        panel = self.connect(f"/ws/control/{self.workshop.pk}/", self.facilitator_token)
        panel.shows(lambda _: True)
        return panel

    def looker(self) -> str:
        """Return the token of a browser that opened the projector's link."""
        device, token = devices.register("nl")
        grants.open_projector(device, self.workshop.pk)
        return token

    def projector(self) -> Phone:
        projector = self.connect(f"/ws/projector/{self.workshop.projector_key}/", None)
        projector.shows(lambda _: True)
        return projector


def gather(server: Server, *aliases: str, **settings: Any) -> Group:
    """Start a workshop (seats 6 at one table unless given) with these people in it."""
    device, token = devices.register("nl")
    workshop = workshops.start_workshop(
        device, WorkshopSettings(**{"title": "Donderdagavond", "seed": 7, **settings})
    )
    group = Group(server, workshop, token)
    group.join(*aliases)
    return group


def new_id() -> str:
    return f"c{next(_ids)}"
