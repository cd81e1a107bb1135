"""Frames in: what is read, and how each kind of broken one is named."""

import dataclasses

import msgspec
import pytest

from game.engine.model.choices import Choice, Deal, Funding, Holder
from game.protocol import codec
from game.protocol.codec import BadFrame, decode
from game.protocol.commands.base import Hello, Ping
from game.protocol.commands.course import EndGame, Next, StartClock
from game.protocol.commands.debrief import ShowDebrief
from game.protocol.commands.player import Choose, Ready
from game.protocol.messages import Ack, Refusal


def test_a_resident_s_evenings_are_read():
    frame = '{"type":"choose","id":"a1","step":3,"n":2,"choice":{"act":["join",null,"claim","wait"]}}'
    assert decode(codec.PLAYER, frame) == Choose("a1", 3, 2, Choice(act=("join", None, "claim", "wait")))


def test_a_municipality_s_deals_are_read():
    deal = '{"holder":"together","requirements":true}'
    frame = (
        '{"type":"choose","id":"a","step":1,"n":0,"choice":{"deals":[' + deal + ',null],"funding":"trust"}}'
    )
    choice = Choice(deals=(Deal(Holder.TOGETHER, True), None), funding=Funding.TRUST)
    assert decode(codec.PLAYER, frame) == Choose("a", 1, 0, choice)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ('{"type":"ready","id":"r","step":2,"ready":true}', Ready("r", 2, True)),
        ('{"type":"ping","rev":7}', Ping(7)),
        ('{"type":"hello"}', Hello()),
    ],
)
def test_player_messages(frame, message):
    assert decode(codec.PLAYER, frame) == message


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ('{"type":"next","id":"x","step":0}', Next("x", 0)),
        (
            f'{{"type":"next","id":"x","step":0,"bots_at":{list(range(1, 101))},"reveal":true}}',
            Next("x", 0, bots_at=tuple(range(1, 101)), reveal=True),
        ),
        ('{"type":"start_clock","id":"x","step":1,"seconds":90}', StartClock("x", 1, 90)),
        ('{"type":"end_game","id":"x","step":1}', EndGame("x", 1)),
        (
            '{"type":"show_debrief","id":"x","step":1,"view":"undercurrent","part":"crossing","table":2}',
            ShowDebrief("x", 1, "undercurrent", "crossing", 2),
        ),
    ],
)
def test_facilitator_messages(frame, message):
    assert decode(codec.FACILITATOR, frame) == message


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("", "malformed"),
        ("null", "malformed"),
        ("[]", "malformed"),
        ("{", "malformed"),
        ('{"type":"nosuch"}', "malformed"),
        ('{"type":"next","id":"x","step":0}', "malformed"),
        ('{"type":"ready","id":"r","step":-1,"ready":true}', "malformed"),
        ('{"type":"ready","id":"r","step":1,"ready":1}', "malformed"),
        ('{"type":"ready","id":"","step":1,"ready":true}', "malformed"),
        ('{"type":"ready","id":"' + "x" * 41 + '","step":1,"ready":true}', "malformed"),
        ('{"type":"ready","id":"bot-8-3","step":1,"ready":true}', "malformed"),
        ('{"type":"ready","id":"r","step":1,"ready":true,"more":1}', "malformed"),
        ('{"type":"choose","id":"r","step":1,"n":1,"choice":{"propose":["nobody"]}}', "unknown_choice"),
        ('{"type":"ping","rev":1e999}', "malformed"),
        ('{"type":"ping","rev":NaN}', "malformed"),
        ("[" * 4000, "too_deep"),
        ('{"type":"ping","rev":[' + "[]," * 20 + "1]}", "malformed"),  # many, beside each other
        ('{"type":"ping","rev":' + " " * 9000 + "1}", "too_large"),
        ('"' + "é" * 5000 + '"', "too_large"),
        ('{"type":"ping","rev":"\ud800"}', "malformed"),
    ],
)
def test_broken_frames_are_named(frame, code):
    with pytest.raises(BadFrame) as refused:
        decode(codec.PLAYER, frame)
    assert refused.value.code == code


def test_a_binary_frame_is_refused():
    with pytest.raises(BadFrame) as refused:
        decode(codec.PLAYER, None, b"{}")
    assert refused.value.code == "binary_frame"


def test_a_refusal_names_the_command_it_is_about_where_that_can_be_read():
    with pytest.raises(BadFrame) as refused:
        decode(codec.PLAYER, '{"type":"ready","id":"r7","step":"one","ready":true}')
    assert refused.value.id == "r7"


@pytest.mark.parametrize("frame", ['{"type":"ready","id":7}', '{"type":"ready","id":"' + "x" * 99 + '"}'])
def test_an_id_that_is_none_is_left_out(frame):
    with pytest.raises(BadFrame) as refused:
        decode(codec.PLAYER, frame)
    assert refused.value.id is None


def test_messages_out():
    assert codec.encode(Refusal("a", "too_many_evenings", {"limit": 3})) == (
        b'{"type":"refused","id":"a","code":"too_many_evenings","params":{"limit":3}}'
    )
    stored = codec.encode_part(Choice(act=("join",)))
    assert msgspec.json.decode(codec.encode(Ack("a", 4, 1, stored)))["stored"] == {
        "deals": None,
        "funding": None,
        "propose": None,
        "act": ["join"],
        "respond": None,
    }


def test_a_part_is_told_field_by_field_as_it_is_encoded():
    part = codec.encode_part(Choice(act=("join",), funding=Funding.TRUST))

    assert {name: bytes(raw) for name, raw in codec.fields(part).items()} == {
        field.name: bytes(
            codec.encode_part(getattr(Choice(act=("join",), funding=Funding.TRUST), field.name))
        )
        for field in dataclasses.fields(Choice)
    }
