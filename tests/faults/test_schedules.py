"""Frames of a room that come doubled, late, out of order or not at all: what is stored is what an independent oracle says.

A failure names the seed that plays it again (FAULTS_SEED).
"""

import random
from typing import Any

import msgspec
import pytest

from game.actions import commands
from game.actions.commands import Request
from game.engine.model.choices import Choice
from game.models import JournalEntry
from game.protocol.commands.course import Next
from game.protocol.commands.player import Choose, Ready
from game.protocol.messages import Ack, Refusal
from tests.actions.room import Player, Room, full_table
from tests.faults.schedules import Frame, Network, Oracle
from tests.faults.sizes import SEED, SIZE

pytestmark = [pytest.mark.faults, pytest.mark.django_db]
ROUNDS = 10
STEPS = 3 * ROUNDS  # each is a schedule of its own
SEEDS = range(SEED, SEED + -(-SIZE.schedules // STEPS))
ROLES = ("municipality", "professional", "professional", "resident", "resident", "resident", "resident")


def opened() -> Room:
    """Return a room in round 1, with a second phone on the last seat."""
    room = full_table(rounds=ROUNDS)
    room.players.append(room.players[-1].share("Mees"))
    room.next()
    return room


def request(room: Room, frame: Frame) -> Request:
    if frame.phone is None:
        return Request(Next(frame.id, frame.step, (1,)), "facilitator", room.facilitator.pk)
    player: Player = room.players[frame.phone]
    if frame.kind == "ready":
        return player.request(Ready(frame.id, frame.step, frame.ready))
    assert frame.choice is not None
    return player.request(Choose(frame.id, frame.step, frame.n, frame.choice))


def told(answer: Ack | Refusal) -> tuple[Any, ...]:
    if isinstance(answer, Refusal):
        return ("refused", answer.code)
    return ("ack", answer.n, msgspec.json.decode(answer.stored, type=Choice) if answer.stored else None)


@pytest.mark.promise(
    "schedules of doubled, reordered, late and lost frames: the database equals an oracle", STEPS
)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_arrives_the_oracle_agrees(seed: int) -> None:
    room = opened()
    network = Network(random.Random(seed), ROLES)
    oracle = Oracle([player.seat.number for player in room.players], room.game.step)

    while room.game.phase != "debrief":
        for batch in network.burst(room.game.step, room.game.phase):
            expected = [oracle.answer(frame) for frame in batch]
            answers = commands.carry_out(room.game.pk, [request(room, frame) for frame in batch])
            assert [told(answer) for answer in answers] == expected, f"seed {seed}, step {room.game.step}"
            state = room.state()
            assert {seat: state.picks[seat].choice for seat in oracle.picks} == oracle.picks
            assert (state.ready, room.game.step) == (oracle.ready, oracle.step)

    stored = JournalEntry.objects.filter(by="player").values_list("command_id", flat=True)
    assert sorted(stored) == sorted(oracle.of_phones)
    room.assert_replays()
