"""Every message by everyone in every phase, about the own place, another table or another workshop: one table of answers.

What only the database decides goes through the door; what a socket answers itself, and who is let in, over real sockets.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, get_args

import msgspec
import pytest
from django.db import connection, transaction
from django.utils import timezone

from game import models
from game.actions import admission, commands, devices, grants
from game.actions.commands import Request
from game.engine.model.choices import Choice, Holder, Response
from game.engine.table.journal import replay
from game.engine.table.phases import Phase
from game.live import authentication
from game.models import Device, Game, Grant, Occupancy, Table
from game.protocol import codec
from game.protocol.codec import BadFrame, decode
from game.protocol.commands import course as course_commands
from game.protocol.commands.base import ProjectorMessage
from game.protocol.commands.facilitator import FacilitatorMessage
from game.protocol.commands.player import PlayerMessage
from game.protocol.messages import Ack
from game.protocol.stored import load_entry, load_state
from tests.actions.room import Player, Room, new_id, start
from tests.live.conftest import Gather
from tests.live.phones import Group, Phone

PHASES = tuple(Phase)
AUDIENCES = ("player", "observer", "facilitator", "remote", "projector", "nobody")
DECODERS: dict[str, "msgspec.json.Decoder[Any]"] = {
    "player": codec.PLAYER,
    "observer": codec.PLAYER,
    "facilitator": codec.FACILITATOR,
    "remote": codec.FACILITATOR,
    "projector": codec.PROJECTOR,
}
ABOUT = ("own", "other", "elsewhere")

# What is answered, by phase where it differs: {phase: answer}, "*" for the phases not named.
Answers = str | dict[str, str]

LOBBY_AND_RUNNING = {"*": "ack", "debrief": "wrong_phase", "closed": "wrong_phase"}
RUNNING = {**LOBBY_AND_RUNNING, "lobby": "wrong_phase"}
PLAYED = {**RUNNING, "time_out": "wrong_phase"}
DEBRIEFED = {"*": "wrong_phase", "debrief": "ack"}
BETWEEN_ROUNDS = {"*": "role_between_rounds", "lobby": "ack", "time_out": "ack", "outcome": "ack"}

IN_LOBBY = {"*": "only_in_lobby", "lobby": "ack"}


def instead(answers: dict[str, str], answer: str) -> dict[str, str]:
    """Return `answers` with another answer for what would have been carried out."""
    return {phase: answer if given == "ack" else given for phase, given in answers.items()}


@dataclass(frozen=True)
class Row:
    """One message: who may send it (others: `malformed`; nobody is not let in) and what is answered about what.

    `make` gives its fields; `observer` stands for what an observer is answered, None for the same as a player.
    """

    make: Callable[["Scene", str], dict[str, Any]]
    by: tuple[str, ...]
    own: Answers = "ack"
    other: Answers | None = None
    elsewhere: Answers | None = None
    observer: Answers | None = None


PHONES, DESKS, ALL = ("player", "observer"), ("facilitator", "remote"), AUDIENCES[:-1]

MATRIX: dict[str, Row] = {
    # From phones; "other" is a seat that is not theirs.
    "choose": Row(
        lambda s, _: {"n": 1, "choice": s.choice()}, PHONES, PLAYED, other="not_seated", observer="not_seated"
    ),
    "promise": Row(
        lambda *_: {"n": 1, "tasks": [True] * 4},
        PHONES,
        {"*": "wrong_phase", "act": "ack"},
        other="not_seated",
        observer="not_seated",
    ),
    "ready": Row(lambda *_: {"ready": True}, PHONES, PLAYED, other="not_seated", observer="not_seated"),
    "predict": Row(
        lambda *_: {"expects": "better"},
        PHONES,
        "not_observing",
        observer={"*": "wrong_phase", "agree": "ack", "act": "ack"},
    ),
    "rename": Row(lambda *_: {"alias": "Uil"}, PHONES),
    "post": Row(
        lambda *_: {"kind": "feeling", "text": "Druk", "mood": "tense"},
        PHONES,
        DEBRIEFED,
    ),
    "unpost": Row(lambda s, about: {"post": s.post(about)}, PHONES, DEBRIEFED),
    "vote": Row(
        lambda s, about: {"post": s.post(about), "on": True},
        PHONES,
        DEBRIEFED,
        elsewhere={"*": "wrong_phase", "debrief": "unknown_post"},
    ),
    "guess_luck": Row(lambda *_: {"luck": 3}, PHONES, {"*": "wrong_phase", "debrief": "not_now"}),
    "pick_what_if": Row(
        lambda *_: {"code": "letting_go"}, PHONES, {"*": "wrong_phase", "debrief": "not_now"}
    ),
    # Their place; "other" is a question that is for somebody else's seat.
    "offer_seat": Row(lambda *_: {"share": False}, PHONES),
    "leave_seat": Row(lambda *_: {}, PHONES, LOBBY_AND_RUNNING),
    # From panels: the course of the game.
    "next": Row(lambda *_: {"fills": [1, 2]}, DESKS, {"*": "ack", "closed": "game_over"}),
    "go_back": Row(
        lambda *_: {"phase": "agree", "round": 1},
        DESKS,
        {"*": "ack", "lobby": "cannot_go_back", "closed": "cannot_go_back"},
    ),
    "undo": Row(lambda s, _: s.just_opened(), DESKS, {"*": "ack", "lobby": "cannot_undo"}),
    "start_clock": Row(lambda *_: {"seconds": 90}, DESKS, RUNNING),
    "pause": Row(lambda *_: {"paused": True}, DESKS, RUNNING),
    "end_game": Row(lambda *_: {}, DESKS, RUNNING),
    "show_debrief": Row(
        lambda s, about: {"view": "what_happened", "table": s.table(about)},
        DESKS,
        {"*": "wrong_phase", "debrief": "ack"},
        other={"*": "wrong_phase", "debrief": "ack"},
        elsewhere={"*": "wrong_phase", "debrief": "unknown_table"},
    ),
    "lead": Row(lambda *_: {"short": True, "compare": True, "overlay": True}, DESKS, DEBRIEFED),
    "look_at": Row(lambda *_: {"loop": "R1", "round": 1, "arrow": ""}, DESKS, DEBRIEFED),
    "try_what_if": Row(lambda *_: {"code": "no_rules", "since": 1, "shown": True}, DESKS, DEBRIEFED),
    "doubt": Row(lambda *_: {"constant": "o_up", "value": 0.1}, DESKS, DEBRIEFED),
    "judge": Row(
        lambda s, about: {"posts": [s.post(about)], "state": "shown"}, DESKS, elsewhere="unknown_post"
    ),
    "pin": Row(lambda s, about: {"post": s.post(about), "pinned": True}, DESKS, elsewhere="unknown_post"),
    "merge": Row(lambda s, about: {"posts": [s.post(about)], "into": None}, DESKS, elsewhere="unknown_post"),
    "play_again": Row(
        lambda *_: {"rotate": True}, DESKS, {"*": "wrong_phase", "debrief": "ack", "closed": "ack"}
    ),
    # The room.
    "configure": Row(
        lambda *_: {"locked": True, "auto_close": True, "bot_after_seconds": 5, "theme": "dark"}, DESKS
    ),
    "cover": Row(lambda *_: {"cover": "blank"}, DESKS),
    "choose_address": Row(lambda *_: {"address": ""}, DESKS),
    "star": Row(lambda s, about: {"line": s.line(about), "starred": True}, DESKS, elsewhere="unknown_line"),
    # People; "other" puts them on the other table, "elsewhere" is about people of another workshop.
    "move": Row(
        lambda s, about: {"people": [s.person(about)], "table": s.table(about, people=True)},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "person_gone"),
    ),
    "observe": Row(
        lambda s, about: {"people": [s.person(about)], "table": s.table(about, people=True)},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "person_gone"),
    ),
    "rename_person": Row(
        lambda s, about: {"person": s.person(about), "alias": "Uil"},
        DESKS,
        other="ack",
        elsewhere="person_gone",
    ),
    "remove": Row(
        lambda s, about: {"people": [s.person(about)], "block": True},
        DESKS,
        other="ack",
        elsewhere="person_gone",
    ),
    "readmit": Row(
        lambda s, about: {"people": [s.person(about)]}, DESKS, other="ack", elsewhere="person_gone"
    ),
    "set_bot": Row(
        lambda s, about: {"table": s.table(about), "seat": 4, "bot": True},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "unknown_seat"),
    ),
    # Chairs and tables; the scene's games in play are past round 1.
    "add_seat": Row(
        lambda s, about: {"table": s.table(about), "role": "resident"},
        DESKS,
        {"*": "seats_fixed", "lobby": "ack"},
        other={"*": "seats_fixed", "lobby": "ack"},
        elsewhere="unknown_table",
    ),
    "remove_seat": Row(
        lambda s, about: {"table": s.table(about), "seat": 4},
        DESKS,
        IN_LOBBY,
        other=IN_LOBBY,
        elsewhere=instead(IN_LOBBY, "unknown_table"),
    ),
    "add_table": Row(lambda *_: {}, DESKS, IN_LOBBY),
    "remove_table": Row(
        lambda s, about: {"table": s.table(about)},
        DESKS,
        instead(IN_LOBBY, "table_taken"),
        other=instead(IN_LOBBY, "table_taken"),
        elsewhere=instead(IN_LOBBY, "unknown_table"),
    ),
    "swap_chairs": Row(
        lambda s, about: {"table": s.table(about)},
        DESKS,
        BETWEEN_ROUNDS,
        other=BETWEEN_ROUNDS,
        elsewhere=instead(BETWEEN_ROUNDS, "unknown_table"),
    ),
    # Devices.
    "hand_over": Row(
        lambda s, about: {"person": s.person(about)}, DESKS, other="ack", elsewhere="person_gone"
    ),
    "share_seat": Row(
        lambda s, about: {"person": s.person(about)}, DESKS, other="ack", elsewhere="person_gone"
    ),
    # At the door; a phone answers for its own seat only.
    "refuse_request": Row(
        lambda s, about: {"request": s.asks(about)},
        (*PHONES, *DESKS),
        elsewhere="request_gone",
        observer="not_seated",
    ),
    "pair": Row(lambda *_: {}, DESKS),
    "revoke": Row(lambda s, about: {"grant": s.grant(about)}, DESKS, elsewhere="grant_gone"),
    "renew_link": Row(lambda *_: {}, DESKS),
    # What a socket answers by itself.
    "show_undercurrent": Row(lambda *_: {"open": True}, DESKS),
    "ping": Row(lambda *_: {"rev": 0}, ALL, "pong"),
    "hello": Row(lambda *_: {}, ALL, "screen"),
}
BY_THE_SOCKET = ("show_undercurrent", "ping", "hello")


def answer_to(row: Row, audience: str, about: str, phase: str) -> str | None:
    """Return what the matrix has for a cell; None where it has none."""
    if audience not in row.by:
        return "malformed" if about == "own" else None
    answers = getattr(row, about)
    if audience == "observer" and row.observer is not None:
        answers = row.observer if about == "own" else None
    if isinstance(answers, dict):
        return answers.get(phase, answers["*"])
    return answers  # type: ignore[no-any-return]


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

_numbers = count()


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
    command = {} if tag in ("ping", "hello") else {"id": f"m{next(_numbers)}", "step": scene.game.step}
    return json.dumps({"type": tag, **command, **({} if step is None else {"step": step}), **fields})


def carried_out(scene: Scene, request: Request) -> str:
    """Carry a request out and return "ack" or the refusal's code; nothing of it stays.

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
            answer = commands.carry_out(scene.game.pk, [request])[0]
        if any("journal" in sql for sql in written):
            assert_replays(scene.room)
        transaction.set_rollback(True)
    if isinstance(answer, Ack):
        return "ack"
    assert written == [], f"{request.command} was refused and wrote something"
    return answer.code


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
    """Every message from every socket, about every place."""
    answered: Found = {}
    expected: Found = {}
    for tag, audience, about, answer in cells(scene):
        if tag in BY_THE_SOCKET and answer != "malformed":
            continue
        expected[tag, audience, about] = answer
        try:
            command = decode(DECODERS[audience], frame(scene, tag, about))
        except BadFrame as bad:
            answered[tag, audience, about] = bad.code
        else:
            answered[tag, audience, about] = carried_out(scene, scene.request(command, audience, about))
    return answered, expected


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
    answered: Found = {}
    expected: Found = {}
    for tag in sorted(tags(FacilitatorMessage) - set(BY_THE_SOCKET)):
        command = decode(codec.FACILITATOR, frame(scene, tag, "own"))
        for name, device in desks.items():
            expected[tag, name] = "not_allowed"
            answered[tag, name] = carried_out(scene, Request(command, "facilitator", device.pk))
    for tag in sorted(tags(PlayerMessage) - set(BY_THE_SOCKET)):
        command = decode(codec.PLAYER, frame(scene, tag, "own"))
        kinds = (
            Request(command, "player", next_door.pk, player.seat_id),
            Request(command, "observer", next_door.pk),
        )
        for request in kinds:
            expected[tag, request.kind] = "not_observing" if tag == "predict" else "not_seated"
            answered[tag, request.kind] = carried_out(scene, request)
    return answered, expected


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
    for key, answer in ((workshop.projector_key, "projector"), ("guessed", "gone")):
        expected["projector", key] = answer
        answered["projector", key] = admitted(authentication.projector(key))
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
    answer = socket.ask(tag, open=True)
    return "ack" if answer["type"] == "ack" else str(answer["code"])
