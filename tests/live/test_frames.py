"""What a socket may send and who may open one: everything else is refused by name and disturbs nobody."""

import json
from contextlib import suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.live.conftest import Gather
from tests.live.phones import Group, Message, Phone

CHOICE = {"type": "choose", "id": "x", "step": 0, "n": 0, "choice": {}}


@pytest.fixture
def lobby(group: Gather) -> Group:
    return group("Egel", "Merel")


def is_well(phone: Phone) -> bool:
    """Tell whether a socket still answers."""
    phone.say("ping", rev=0)
    return phone.until(lambda m: m["type"] == "pong")["rev"] > 0


BAD_FRAMES: list[tuple[str | bytes, str]] = [
    ("", "malformed"),
    ("hello", "malformed"),
    ("[]", "malformed"),
    ("{}", "malformed"),
    ('{"type":"choose"}', "malformed"),
    ('{"type":"teleport","id":"x","step":0}', "malformed"),
    (json.dumps(CHOICE | {"admin": True}), "malformed"),
    (json.dumps(CHOICE | {"id": "é" * 3}), "malformed"),
    (json.dumps(CHOICE | {"n": -1}), "malformed"),
    (json.dumps(CHOICE | {"n": 2**40}), "malformed"),
    (json.dumps({"type": "next", "id": "x", "step": 0}), "malformed"),
    (b"\x00\xff", "binary_frame"),
    (b'{"type":"hello"}', "binary_frame"),
    ("[" * 8000, "too_deep"),
    ('{"a":' * 13 + "1" + "}" * 13, "too_deep"),
]


def test_a_bad_frame_is_refused_and_the_socket_stays_open(lobby: Group) -> None:
    phone = lobby.phone()
    assert [(frame, phone.refusal(frame)) for frame, _ in BAD_FRAMES] == BAD_FRAMES
    assert is_well(phone)


def test_a_refusal_says_which_command_it_is_about(lobby: Group) -> None:
    phone = lobby.phone()
    phone.raw(json.dumps(CHOICE | {"id": "mine", "admin": True}))
    assert phone.until(lambda m: m["type"] == "refused")["id"] == "mine"


TOO_LARGE: list[str | list[str]] = [
    "x" * 8193,
    json.dumps("é" * 5000, ensure_ascii=False),
    "x" * 70_000,
    ["x" * 5000, "y" * 5000],  # one message in two frames
    ["x", "y" * 8000, "z" * 200],
]


@pytest.mark.parametrize(
    "message", TOO_LARGE, ids=["by one", "bytes", "by far", "two frames", "three frames"]
)
def test_what_no_message_can_be_ends_only_its_own_socket(lobby: Group, message: str | list[str]) -> None:
    phone, other = lobby.phone(0), lobby.phone(1)
    with suppress(ConnectionClosed):  # the rest of it finds the door closed
        phone.connection.send(message)
    assert phone.closed() == (1006, None)
    assert is_well(other)


def answered(phone: Phone, count: int) -> list[Message]:
    """Ping so many times without waiting, and return what came of each."""
    for _ in range(count):
        phone.say("ping", rev=0)
    return [phone.until(lambda m: m["type"] in ("pong", "refused")) for _ in range(count)]


def test_sending_too_fast_is_refused_and_then_closed(lobby: Group) -> None:
    phone, other = lobby.phone(0), lobby.phone(1)
    refused = [message for message in answered(phone, 40) if message["type"] == "refused"]
    while not refused:  # on a machine that is busy these were not fast
        refused = [message for message in answered(phone, 40) if message["type"] == "refused"]
    assert (refused[0]["id"], refused[0]["code"]) == (None, "too_fast")
    with suppress(ConnectionClosed):  # the server closes before all of these have left
        for _ in range(90):  # of more at once that the server had no time for, a socket is cut without a word
            phone.say("ping", rev=0)
    assert phone.closed() == (4008, "too_fast")
    assert is_well(other)
    assert is_well(lobby.phone(0))


def test_many_bad_frames_close_the_socket(lobby: Group) -> None:
    phone = lobby.phone()
    for _ in range(20):
        phone.raw("nonsense")
    assert phone.closed() == (4008, "too_fast")


def test_a_page_from_elsewhere_gets_no_socket(lobby: Group) -> None:
    elsewhere = ("http://elsewhere.example", "null", "https://127.0.0.1", "file://", "http://127.0.0.1:1")
    assert [refused_status(lobby, headers={"Origin": origin}) for origin in elsewhere] == [403] * 5
    assert refused_status(lobby, origin=None) == 403  # a browser of any age says where it comes from


def test_our_own_page_gets_a_socket(lobby: Group) -> None:
    assert is_well(lobby.phone(headers={"Origin": lobby.server.base_url}))


@pytest.mark.parametrize("token", [None, "guessed"])
def test_nobody_plays_without_a_seat(lobby: Group, token: str | None) -> None:
    phone = lobby.connect(f"/ws/play/{lobby.workshop.pk}/", token)
    assert phone.closed() == (4003, "not_seated")


def test_a_player_of_another_workshop_has_no_seat_here(lobby: Group, group: Gather) -> None:
    stranger = group("Vos").players[0][1]
    phone = lobby.connect(f"/ws/play/{lobby.workshop.pk}/", stranger)
    assert phone.closed() == (4003, "not_seated")


def test_a_player_does_not_run_the_workshop(lobby: Group) -> None:
    phone = lobby.connect(f"/ws/control/{lobby.workshop.pk}/", lobby.players[0][1])
    assert phone.closed() == (4003, "not_allowed")


def test_a_wrong_projector_key_shows_nothing(lobby: Group) -> None:
    assert lobby.connect("/ws/projector/guessed/", None).closed() == (4003, "gone")


def test_a_projector_only_looks(lobby: Group) -> None:
    projector = lobby.projector()
    assert projector.refusal(json.dumps({"type": "next", "id": "x", "step": 0})) == "malformed"
    assert lobby.game.phase == "lobby"


def test_there_is_no_socket_elsewhere(lobby: Group) -> None:
    for path in ("/", "/ws/", "/ws/play/x/", "/ws/play/1"):
        assert refused_status(lobby, path) == 403


def test_a_workshop_beyond_all_numbers_has_no_seats(lobby: Group) -> None:
    for path in ("play", "control"):
        phone = lobby.connect(f"/ws/{path}/{10**20}/", lobby.players[0][1])
        assert phone.closed() == (4003, "not_seated" if path == "play" else "not_allowed")


def refused_status(lobby: Group, path: str | None = None, **options: Any) -> int:
    """Open a socket that is refused and return the HTTP status of that."""
    with pytest.raises(InvalidStatus) as refused:
        lobby.connect(path or f"/ws/play/{lobby.workshop.pk}/", lobby.players[0][1], **options)
    return refused.value.response.status_code


@pytest.mark.parametrize("piece", ["%00", "a%00b", "x" * 201])
def test_a_socket_for_an_address_that_cannot_be(lobby: Group, piece: str) -> None:
    assert refused_status(lobby, f"/ws/projector/{piece}/") == 403
    assert refused_status(lobby, f"/ws/play/{lobby.workshop.pk}/?page={piece * 11}") == 403
