"""Every message by everyone in every phase, about the own place, another table or another workshop: one table of answers.

What only the database decides goes through the door; what a socket answers itself, and who is let in, over real sockets.

In one file because it is one table, looked at from every side.
"""

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from django.db import connection, transaction

from game import models
from game.actions import admission, commands, devices, grants
from game.actions.commands import Request
from game.engine.table.journal import replay
from game.engine.table.phases import Phase
from game.live import authentication
from game.models import Device, Grant, Table
from game.protocol import codec
from game.protocol.codec import BadFrame, decode
from game.protocol.commands.base import ProjectorMessage
from game.protocol.commands.facilitator import FacilitatorMessage
from game.protocol.commands.player import PlayerMessage
from game.protocol.messages import Ack
from game.protocol.stored import load_entry, load_state
from tests.actions.room import Room
from tests.live.conftest import Gather
from tests.live.matrix import (
    ABOUT,
    AUDIENCES,
    BY_THE_SOCKET,
    DECODERS,
    DESKS,
    MATRIX,
    PHONES,
    answer_to,
)
from tests.live.phones import Group, Phone
from tests.live.scene import NUMBERS, Scene, scene_in

PHASES = tuple(Phase)

# The matrix is complete


def tags(union: object) -> set[str]:
    return {str(one.__struct_config__.tag) for one in get_args(union)}


def test_every_message_has_its_row() -> None:
    assert set(MATRIX) == tags(PlayerMessage) | tags(FacilitatorMessage) | tags(ProjectorMessage)


def test_every_message_is_taken_from_whom_the_matrix_says_and_from_nobody_else() -> None:
    unions = {"phone": PlayerMessage, "desk": FacilitatorMessage, "projector": ProjectorMessage}
    senders = {"phone": PHONES, "desk": DESKS, "projector": ("projector",)}
    taken = {(tag, sender) for who, union in unions.items() for tag in tags(union) for sender in senders[who]}
    assert taken == {(tag, sender) for tag, row in MATRIX.items() for sender in row.by}


def test_every_audience_of_a_socket_is_in_the_matrix() -> None:
    from game.live.seated import Audience

    assert {*get_args(Audience), "remote", "nobody"} == set(AUDIENCES)


# Through the door


def cells(scene: Scene) -> Iterator[tuple[str, str, str, str]]:
    """Return message, audience, what it is about and the expected answer of every cell in this phase."""
    for tag, row in MATRIX.items():
        for audience in AUDIENCES[:-1]:
            for about in ABOUT:
                expected = answer_to(row, audience, about, scene.phase)
                if expected is not None:
                    yield tag, audience, about, expected


def frame(scene: Scene, tag: str, about: str, step: int | None = None) -> str:
    fields = MATRIX[tag].make(scene, about)
    command = {} if tag in ("ping", "hello") else {"id": f"m{next(NUMBERS)}", "step": scene.game.step}
    return json.dumps({"type": tag, **command, **({} if step is None else {"step": step}), **fields})


def carried_out(scene: Scene, request: Request) -> str:
    """Carry a request out and return "ack" or the refusal's code; nothing of it stays."""
    return all_carried_out(scene, [request])[0]


def all_carried_out(scene: Scene, requests: list[Request]) -> list[str]:
    """Carry requests out as one batch and return "ack" or the refusal's code of each; nothing of it stays.

    What is refused may not write anything, as it shares its transaction with others; what is carried out has to replay.
    """
    written: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        is_write = sql.split(None, 1)[0] in ("INSERT", "UPDATE", "DELETE")
        if is_write and context["cursor"].rowcount:
            written.append(sql)
        return result

    with transaction.atomic():
        with connection.execute_wrapper(watch):
            answers = commands.carry_out(scene.game.pk, requests)
        if any("journal" in sql for sql in written):
            assert_replays(scene.room)
        transaction.set_rollback(True)
    codes = ["ack" if isinstance(answer, Ack) else answer.code for answer in answers]
    assert "ack" in codes or written == [], f"{requests} were refused and wrote something"
    return codes


def assert_replays(room: Room) -> None:
    for table in Table.objects.filter(game__workshop=room.workshop).exclude(snapshot=""):
        rows = models.JournalEntry.objects.filter(table=table)
        entries = [load_entry(row.kind, row.payload) for row in rows]
        assert replay(entries) == load_state(table.snapshot)


Found = dict[tuple[object, ...], str]


@pytest.mark.django_db
@pytest.mark.parametrize("phase", PHASES)
def test_the_matrix_in(phase: Phase) -> None:
    scene = scene_in(phase)
    for part in (by_everyone, at_another_step, by_those_without_a_right, let_in):
        answered, expected = part(scene)
        assert (part.__name__, answered) == (part.__name__, expected)


def by_everyone(scene: Scene) -> tuple[Found, Found]:
    """Every message from every socket, about every place; what is to be refused as one batch."""
    answered: Found = {}
    expected: Found = {}
    refused: dict[tuple[object, ...], Request] = {}
    for tag, audience, about, answer in cells(scene):
        if tag in BY_THE_SOCKET and answer != "malformed":
            continue
        expected[tag, audience, about] = answer
        try:
            command = decode(DECODERS[audience], frame(scene, tag, about))
        except BadFrame as bad:
            answered[tag, audience, about] = bad.code
            continue
        request = scene.request(command, audience, about)
        if answer == "ack":
            answered[tag, audience, about] = carried_out(scene, request)
        else:
            refused[tag, audience, about] = request
    codes = all_carried_out(scene, list(refused.values()))
    return answered | dict(zip(refused, codes, strict=True)), expected


# Messages that are judged by the step that their sender saw, and what an older one is answered (a newer: stale_step).
JUDGED = dict.fromkeys(
    ("next", "go_back", "undo", "start_clock", "pause", "end_game", "show_debrief", "play_again"),
    "stale_step",
) | dict.fromkeys(("choose", "promise", "ready", "predict"), "phase_closed")


def at_another_step(scene: Scene) -> tuple[Found, Found]:
    """Steering and choosing at another step than the game is in."""
    now = scene.game.step
    answered: Found = {}
    expected: Found = {}
    for tag, audience, about, answer in cells(scene):
        if tag not in JUDGED or audience == "remote" or about != "own" or answer == "malformed":
            continue
        for step in {max(0, now - 1), now + 1} - {now}:
            has_no_place = answer in ("not_seated", "not_observing")
            code = JUDGED[tag] if step < now else "stale_step"
            expected[tag, audience, step] = answer if has_no_place else code
            command = decode(DECODERS[audience], frame(scene, tag, about, step))
            answered[tag, audience, step] = carried_out(scene, scene.request(command, audience, about))
    return answered, expected


def by_those_without_a_right(scene: Scene) -> tuple[Found, Found]:
    """What a socket still sends whose right is gone, or that should never have been let in."""
    player, watcher = scene.players[0], scene.watcher
    next_door = scene.next_door.players[0].device
    desks = {"player": player.device, "observer": watcher, "next door": scene.next_door.facilitator}
    asked: dict[tuple[object, ...], Request] = {}
    expected: Found = {}
    for tag in sorted(tags(FacilitatorMessage) - set(BY_THE_SOCKET)):
        command = decode(codec.FACILITATOR, frame(scene, tag, "own"))
        for name, device in desks.items():
            expected[tag, name] = "not_allowed"
            asked[tag, name] = Request(command, "facilitator", device.pk)
    for tag in sorted(tags(PlayerMessage) - set(BY_THE_SOCKET)):
        command = decode(codec.PLAYER, frame(scene, tag, "own"))
        kinds = (
            Request(command, "player", next_door.pk, player.seat_id),
            Request(command, "observer", next_door.pk),
        )
        for request in kinds:
            expected[tag, request.kind] = "not_observing" if tag == "predict" else "not_seated"
            asked[tag, request.kind] = request
    return dict(zip(asked, all_carried_out(scene, list(asked.values())), strict=True)), expected


def let_in(scene: Scene) -> tuple[Found, Found]:
    """Who may open which socket."""
    revoked, _ = devices.register("nl")
    workshop = scene.room.workshop
    grants.open_link(revoked, workshop.pk)
    Grant.objects.filter(device=revoked).update(revoked_at=workshop.created_at)
    people = {
        "player": scene.players[0].device,
        "observer": scene.watcher,
        "facilitator": scene.room.facilitator,
        "remote": scene.remote,
        "revoked": revoked,
        "next door": scene.next_door.facilitator,
        "player next door": scene.next_door.players[0].device,
    }
    tokens: dict[str, str | None] = {"without a cookie": None, "a guess": "guessed"}
    for name, device in people.items():
        tokens[name] = f"token of {name}"
        Device.objects.filter(pk=device.pk).update(token_hash=devices.token_hash(f"token of {name}"))
    answered: Found = {}
    expected: Found = {}
    for name, token in tokens.items():
        expected["play", name] = name if name in PHONES else "not_seated"
        answered["play", name] = admitted(authentication.player(token, workshop.pk))
        expected["control", name] = "facilitator" if name in DESKS else "not_allowed"
        answered["control", name] = admitted(authentication.facilitator(token, workshop.pk))
        expected["projector", name] = "projector" if name in DESKS else "not_allowed"
        answered["projector", name] = admitted(authentication.projector(token, workshop.pk))
    for key, answer in ((workshop.projector_key, "projector"), ("guessed", "gone")):
        expected["projector", key] = answer
        answered["projector", key] = admitted(authentication.projector_by_key(key))
    return answered, expected


def admitted(found: Any) -> str:
    return found if isinstance(found, str) else str(found[1].audience)


# Over sockets


@pytest.fixture
def sockets(group: Gather) -> tuple[Group, dict[str, Phone]]:
    """Return one open socket per audience."""
    made = group("Egel", rounds=4)
    watcher, token = devices.register("nl")
    admission.join(made.workshop.pk, watcher, "Mol", 1, None, "observe")
    remote, remote_token = devices.register("nl")
    grants.open_link(remote, made.workshop.pk)
    Grant.objects.filter(device=remote).update(kind=Grant.Kind.REMOTE)
    made.players.append((watcher, token, 0))
    opened = {
        "player": made.phone(0),
        "observer": made.phone(1),
        "facilitator": made.panel(),
        "remote": made.connect(f"/ws/control/{made.workshop.pk}/", remote_token),
        "projector": made.projector(),
    }
    opened["remote"].shows(lambda _: True)
    return made, opened


def test_what_sockets_answer_themselves_in_every_phase(sockets: tuple[Group, dict[str, Phone]]) -> None:
    made, opened = sockets
    seen: set[str] = set()
    while True:
        phase = made.game.phase
        answered, expected = {}, {}
        for tag in BY_THE_SOCKET if phase not in seen else ():
            for audience, socket in opened.items():
                expected[tag, audience] = answer_to(MATRIX[tag], audience, "own", phase)
                answered[tag, audience] = answer_by(socket, tag)
        assert (phase, answered) == (phase, expected)
        seen.add(phase)
        if phase == "closed":
            break
        assert opened["facilitator"].ask("next", step=made.game.step)["type"] == "ack"
        step = made.game.step
        for socket in opened.values():
            socket.shows(lambda screen, step=step: step_of(screen) == step)  # type: ignore[misc]
    assert seen == {str(phase) for phase in PHASES}


def step_of(screen: dict[str, Any]) -> int:
    return int((screen.get("table") or screen["room"])["step"])


def answer_by(socket: Phone, tag: str) -> str:
    """Send a message that the socket answers itself and return what it answered."""
    if tag == "ping":
        socket.say("ping", rev=0)
        return str(socket.until(lambda m: m["type"] in ("pong", "refused"))["type"])
    if tag == "hello":
        socket.say("hello")
        answer = socket.until(lambda m: m["type"].endswith("_screen") or m["type"] == "refused")
        return "screen" if answer["type"].endswith("_screen") else str(answer["code"])
    fields = {"show_undercurrent": {"open": True}, "show_loops": {"table": 1}}[tag]
    answer = socket.ask(tag, **fields)
    return "ack" if answer["type"] == "ack" else str(answer["code"])
