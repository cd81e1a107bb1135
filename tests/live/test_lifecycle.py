"""Stopping and starting again with phones connected: they are told, and nothing they sent is lost or done twice."""

import pytest

from game.models import JournalEntry
from tests.live.conftest import Gather
from tests.live.phones import Group
from tests.live.server import Server

pytestmark = pytest.mark.faults
CHOICE = {"propose": ["together"] * 4}


@pytest.fixture
def street(group: Gather) -> Group:
    made = group("Egel", "Merel", "Das", "Vos")
    made.begin()
    return made


def test_a_stop_tells_every_socket(server: Server, street: Group) -> None:
    screens = [street.phone(0), street.phone(1), street.panel(), street.projector()]
    status, _ = server.terminate()
    assert status == 0
    assert [screen.closed() for screen in screens] == [(4012, "server_restarting")] * 4
    server.start()


def test_after_a_restart_the_same_command_gets_the_same_answer(server: Server, street: Group) -> None:
    number = resident(street)
    phone = street.phone(number)
    before = phone.ask("choose", id="once", n=1, choice=CHOICE)
    server.restart()
    again = street.phone(number)
    assert again.screen["mine"]["stored"]["propose"] == CHOICE["propose"]
    after = again.ask("choose", id="once", n=1, choice=CHOICE)
    assert (after["n"], after["stored"]) == (before["n"], before["stored"])
    assert JournalEntry.objects.filter(command_id="once").count() == 1


def test_what_was_acknowledged_survives_a_kill(server: Server, street: Group) -> None:
    number = resident(street)
    phone = street.phone(number)
    assert phone.ask("choose", n=1, choice=CHOICE)["type"] == "ack"
    server.kill()
    assert phone.closed() == (1006, None)
    server.start()
    assert street.phone(number).screen["mine"]["stored"]["propose"] == CHOICE["propose"]


def resident(street: Group) -> int:
    return next(
        number
        for number in range(len(street.players))
        if street.phone(number).screen["mine"]["role"] == "resident"
    )
