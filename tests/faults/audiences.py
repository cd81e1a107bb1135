"""Everybody who may look at a game, and every byte that they would be sent now: over their sockets, and as pages.

The clock has to stand still meanwhile. Keys that are drawn anew for every page say nothing and are left out.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.test import Client

from game.actions import admission, devices, grants
from game.live.parts import Parts, make_parts
from game.live.seated import Looking, Seated
from game.live.shown import Process, Shown
from game.models import Device, Grant, Observation
from game.selectors.live.loading import load
from game.selectors.live.values import LiveGame
from game.web.devices import COOKIE
from tests.actions.room import Player, Room, start

Seen = dict[str, bytes]
# A name to begin with is drawn too.
DRAWN = re.compile(rb'(name="(?:csrfmiddlewaretoken|once|alias)" value=")[^"]*')
STEERING = ("facilitator", "remote")


@dataclass
class Audiences:
    """A room with a phone on every seat but the last two of table 1, somebody who watches, a remote and a projector.

    `sockets` and `browsers` are by the name of who looks: "seat 3", "observer", "facilitator", "remote", "projector",
    "stranger"; table 2 has one phone, "other table".
    """

    room: Room
    sockets: dict[str, Seated]
    browsers: dict[str, Client]
    watching: Device
    phones: dict[int, Player] = field(default_factory=dict)

    def load(self) -> LiveGame:
        """Read the game as the hub does."""
        found = load(self.room.game.pk)
        assert found is not None
        return found

    def parts(self, before: Parts = Parts()) -> Parts:  # noqa: B008 - frozen
        """Make what sockets are sent, as the hub does."""
        return make_parts(self.load(), Looking.of(self.sockets.values()), before)

    def frames(self, before: Parts) -> Seen:
        """Return per audience what its socket gets next, and what one that opens now would get first."""
        now = self.parts(before)
        found = {}
        for name, seated in self.sockets.items():
            here, new = Shown(seated), Shown(seated)
            here.frames(before, Process())
            found[name] = b"\n".join([*here.frames(now, Process()), *new.frames(now, Process())])
        return found

    def pages(self) -> Seen:
        """Return every page that there is to ask for, per audience and address: its status and its bytes."""
        found = {}
        for name, browser in self.browsers.items():
            for path in self._paths(name):
                answer = browser.get(path)
                content = DRAWN.sub(rb"\1", unpacked(answer.content))
                found[f"{name} {path}"] = b"%d " % answer.status_code + content
        return found

    def _paths(self, name: str) -> list[str]:
        shop = self.room.workshop
        own = [f"/play/{shop.pk}/", f"/play/{shop.pk}/words/"]
        big = [f"/projector/{shop.pk}/", f"/projector/{shop.pk}/words/"]
        steer = [f"/control/{shop.pk}/{page}" for page in ("", "paper/1/", "export/", "export/?as=zip")]
        take_home = f"/take-home/{shop.take_home_key}/"
        open_to_all = ["/", f"/j/{shop.code}/", f"/j/{shop.code}/asked/", f"/qr/{shop.code}.svg"]
        match name:
            case "facilitator" | "remote":
                return steer
            case "projector":
                return big
            case "stranger":
                return [*open_to_all, take_home, f"{take_home}?table=all", *own, *big, *steer]
            case "observer":
                return [*own, take_home, f"{take_home}?table=1", f"/audit/{shop.pk}/"]
            case _:
                return own


def gather(seed: int, **settings: object) -> Audiences:
    """Return a game of two tables in the lobby, with everybody there is."""
    room = start(**{"tables": 2, "seats": 7, "rounds": 4, "seed": seed, "ruleset": 2, **settings})
    phones = [room.join(f"Gast {number}", 1) for number in range(5)]
    other = room.join("Elders", 2)
    watching, token = devices.register("nl")
    observed = admission.join(room.workshop.pk, watching, "Mol", 1, None, "observe")
    assert isinstance(observed, Observation)
    remote, projector = (devices.register("nl") for _ in range(2))
    grants.open_link(remote[0], room.workshop.pk)
    Grant.objects.filter(device=remote[0]).update(kind=Grant.Kind.REMOTE)
    grants.open_projector(projector[0], room.workshop.pk)
    on_seats = {f"seat {one.seat.number}": one for one in phones} | {"other table": other}
    sockets = {name: Seated("player", one.device.pk, one.seat_id) for name, one in on_seats.items()}
    sockets |= {
        "observer": Seated("observer", watching.pk, None, observed.table_id, observed.person_id),
        "facilitator": Seated("facilitator", room.facilitator.pk),
        "remote": Seated("facilitator", remote[0].pk),
        "projector": Seated("projector", projector[0].pk),
    }
    tokens = {name: _token(one.device) for name, one in on_seats.items()}
    tokens |= {"observer": token, "remote": remote[1], "projector": projector[1], "stranger": ""}
    tokens["facilitator"] = _token(room.facilitator)
    seats = {one.seat.number: one for one in phones}
    return Audiences(room, sockets, _browsers(tokens), watching, seats)


def unpacked(content: bytes) -> bytes:
    """Return what is in an archive, and in those in it, with the names; anything else as it is."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(name.encode() + b"\n" + unpacked(archive.read(name)) for name in archive.namelist())


def _browsers(tokens: Mapping[str, str]) -> dict[str, Client]:
    found = {}
    for name, token in tokens.items():
        found[name] = Client(headers={"accept-language": "nl"})
        if token:
            found[name].cookies[COOKIE] = token
    return found


def _token(device: Device) -> str:
    token = f"token-{device.pk}-".ljust(43, "x")
    Device.objects.filter(pk=device.pk).update(token_hash=devices.token_hash(token))
    return token
