"""A workshop with two tables in one phase, and the workshop next door: whom a message can be by or about."""

from dataclasses import dataclass
from itertools import count
from typing import Any

import msgspec
from django.utils import timezone

from game import models
from game.actions import admission, devices, grants
from game.actions.commands import Request
from game.engine.model.choices import Choice, Holder, Response
from game.engine.table.phases import Phase
from game.models import Device, Game, Grant, Occupancy
from game.protocol.commands import course as course_commands
from game.protocol.messages import Ack
from tests.actions.room import Player, Room, new_id, start

NUMBERS = count()


@dataclass
class Scene:
    """Two tables of five in one phase, and a workshop next door: the people whom a command can be by or about.

    Seat 4 of both tables is free. `players` has somebody of table 1 and of table 2, both residents. `game` is as it
    was read when the scene was made; nothing of what is tried stays.
    """

    room: Room
    game: Game
    next_door: Room
    players: list[Player]
    watcher: Device
    remote: Device
    devices: dict[str, Device]

    @property
    def phase(self) -> str:
        return self.game.phase

    def just_opened(self) -> dict[str, Any]:
        """Let the phase have opened now, however long the others took."""
        Game.objects.filter(pk=self.game.pk).update(opened_at=timezone.now())
        return {}

    def choice(self) -> Any:
        """Return a resident's choice that fits the phase."""
        by_phase = {
            "act": Choice(act=("join", "wait", "claim", "wait")),
            "outcome": Choice(respond=(Response.LET_BE,) * 4),
        }
        return msgspec.to_builtins(by_phase.get(self.phase, Choice(propose=(Holder.TOGETHER,) * 4)))

    def table(self, about: str, people: bool = False) -> int:
        """Return the number of the table that a command is about; none has the one elsewhere (its people are the matter)."""
        return {"own": 1, "other": 2, "elsewhere": 1 if people else 9}[about]

    def person(self, about: str) -> int:
        """Return the person a command is about: of table 1, or of another workshop."""
        if about == "elsewhere":
            return person_of(self.next_door.players[0])
        return person_of(self.players[0])

    def grant(self, about: str) -> int:
        workshop, device = (
            (self.next_door.workshop, self.next_door.facilitator)
            if about == "elsewhere"
            else (self.room.workshop, self.remote)
        )
        return Grant.objects.get(workshop=workshop, device=device).pk

    def line(self, about: str) -> int:
        room = self.next_door if about == "elsewhere" else self.room
        line = models.LogLine.objects.filter(game__workshop=room.workshop).first()
        assert line is not None
        return int(line.pk)

    def post(self, about: str) -> int:
        """Return a post that is shown, of somebody at table 1 or of another workshop."""
        room, player = (
            (self.next_door, self.next_door.players[0])
            if about == "elsewhere"
            else (self.room, self.players[0])
        )
        post, _ = models.Post.objects.get_or_create(
            game=room.game,
            person_id=person_of(player),
            kind="at_work",
            defaults={"text": "Bij ons ook", "state": "shown", "at": timezone.now()},
        )
        return int(post.pk)

    def asks(self, about: str) -> int:
        """Return a request at the door for the seat of somebody at table 1, or in another workshop."""
        room, player = (
            (self.next_door, self.next_door.players[0])
            if about == "elsewhere"
            else (self.room, self.players[0])
        )
        found, _ = models.SeatRequest.objects.get_or_create(
            seat_id=player.seat_id,
            device=room.facilitator,
            defaults={"alias": "Otter", "at": timezone.now()},
        )
        return int(found.pk)

    def request(self, command: Any, audience: str, about: str) -> Request:
        """Return the request that a socket of this audience makes of a command."""
        if audience == "player":
            seat = self.players[1 if about == "other" else 0].seat_id
            return Request(command, "player", self.players[0].device.pk, seat)
        if audience == "observer":
            return Request(command, "observer", self.watcher.pk)
        return Request(command, "facilitator", self.devices[audience].pk)


def person_of(player: Player) -> int:
    return int(Occupancy.objects.get(seat=player.seat_id, until=None, person__device=player.device).person_id)


def scene_in(phase: Phase) -> Scene:
    """Return a scene that stands in a phase: in round 2, so that one can go back and predict, and talking, so that one
    can promise; the time-out before round 4.
    """
    is_late = phase is Phase.TIME_OUT
    talking = "silent_first" if is_late else "free"
    room = start(tables=2, seats=5, rounds=4 if is_late else 2, seed=7, talking=talking)
    next_door = start("Vrijdagmiddag", seats=5, seed=8)
    next_door.join("Das")
    residents = []
    for table in (1, 2):
        for role in ("municipality", "professional", "resident", "resident"):
            player = room.join(f"{role[:4]}{table}{len(room.players)}", table, role)
        residents.append(player)
    watcher, _ = devices.register("nl")
    admission.join(room.workshop.pk, watcher, "Mol", 1, None, "observe")
    remote, _ = devices.register("nl")
    grants.open_link(remote, room.workshop.pk, "Android")
    Grant.objects.filter(device=remote).update(kind=Grant.Kind.REMOTE)
    for one in (room, next_door):
        assert isinstance(one.run(course_commands.Configure(new_id(), 0, locked=True)), Ack)
        assert isinstance(one.run(course_commands.Configure(new_id(), 0, locked=False)), Ack)
    while not is_reached(room.game, phase):
        assert isinstance(room.next(), Ack)
    roles = {"facilitator": room.facilitator, "remote": remote}
    return Scene(room, room.game, next_door, residents, watcher, remote, roles)


def is_reached(game: Game, phase: Phase) -> bool:
    return game.phase == phase and (game.round > 1 or phase is Phase.LOBBY)
