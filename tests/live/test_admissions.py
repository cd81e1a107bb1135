"""Phones that are let in together are let in as each would be alone."""

import asyncio

import pytest
from django.db import connection

from game.actions import admission, devices
from game.live import authentication
from game.live.admissions import Admissions
from game.live.authentication import Admitted
from game.live.lanes import Lane
from tests.actions.room import start

pytestmark = pytest.mark.django_db(transaction=True)
FAR = 10**20


def asking() -> list[tuple[str | None, int]]:
    """Return the tokens and workshops of people of all kinds: on a seat here or there, watching, out, strangers."""
    tokens = []
    rooms = [start(tables=2, seats=4), start(tables=1, seats=4)]
    for number, (room, how) in enumerate(
        [(0, "seat"), (0, "seat"), (0, "observe"), (1, "seat"), (0, "seat")]
    ):
        device, token = devices.register("nl")
        admission.join(rooms[room].workshop.pk, device, f"P{number}", None, None, how)
        tokens.append(token)
    here, there = (room.workshop.pk for room in rooms)
    admission.join(there, devices.recognise(tokens[0]), "P0", None, None)  # at both
    strangers: list[tuple[str | None, int]] = [("guessed", here), (None, here), (tokens[1], FAR), ("", there)]
    return [(token, workshop) for token in tokens for workshop in (here, there)] + strangers


def test_together_as_alone() -> None:
    asked = asking()
    alone = [authentication.player(*one) for one in asked]
    assert {one if isinstance(one, str) else one[1].audience for one in alone} == {
        "not_seated",
        "observer",
        "player",
    }
    assert authentication.players(asked) == alone
    assert authentication.players(asked[::-1] * 2) == alone[::-1] * 2


def made_apart() -> list[tuple[str | None, int]]:
    """Make people on a thread whose connection is closed again."""
    try:
        return asking()
    finally:
        connection.close()


async def test_who_comes_while_others_are_looked_up_gets_an_answer_of_its_own() -> None:
    asked, reader = await asyncio.to_thread(made_apart), Lane("reader")
    admissions = Admissions(reader)
    try:
        waiting = [asyncio.ensure_future(admissions.phone(*one)) for one in asked]
        await asyncio.sleep(0)
        waiting[3].cancel()  # it left again
        found = await asyncio.gather(*waiting, return_exceptions=True)
        alone: list[Admitted] = [
            await reader.run(lambda one=one: authentication.player(*one)) for one in asked
        ]
        assert found[:3] + found[4:] == alone[:3] + alone[4:]
        broken = await asyncio.gather(
            *(admissions.phone(token, "x") for token, _ in asked),  # type: ignore[arg-type]
            return_exceptions=True,
        )
        assert {type(one) for one in broken} == {TypeError}
        assert await admissions.phone(*asked[0]) == alone[0], "and goes on after what failed"
    finally:
        reader.close()
