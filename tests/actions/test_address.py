"""Choosing the address that links and QR codes carry: kept, for the whole server, and only among its own."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from game.models import ChosenAddress
from game.network.book import book
from game.network.ranking import Choice, Interface
from game.protocol.commands.course import ChooseAddress
from game.protocol.messages import Ack, Refusal
from game.selectors.addresses import chosen_address
from tests.actions.room import Room, new_id, start

pytestmark = pytest.mark.django_db(transaction=True)
NETWORKS = (
    Interface("lo", "127.0.0.1", 8),
    Interface("wlan0", "192.168.1.20", 24),
    Interface("eth0", "10.1.2.3", 24),
)


@pytest.fixture(autouse=True)
def _two_networks(settings: Settings) -> Iterator[None]:
    settings.PUBLIC_URL = ""
    book.listens(["0.0.0.0"], 8000)
    book.update(NETWORKS, None)
    yield
    book.update((), None)
    book.listens([], 0)


@pytest.fixture
def room() -> Room:
    return start()


def choose(room: Room, address: str) -> str:
    answer = room.run(ChooseAddress(new_id(), 0, address))
    if isinstance(answer, Refusal):
        return answer.code
    assert isinstance(answer, Ack)
    return book.base_url


def test_a_choice_holds_at_once_and_is_kept_until_another(room: Room) -> None:
    assert choose(room, "10.1.2.3") == "http://10.1.2.3:8000"
    assert chosen_address() == Choice("eth0", "10.1.2.3")
    assert choose(room, "192.168.1.20") == "http://192.168.1.20:8000"
    assert chosen_address() == Choice("wlan0", "192.168.1.20")
    assert ChosenAddress.objects.count() == 1
    assert choose(room, "") == "http://192.168.1.20:8000"
    assert chosen_address() is None


@pytest.mark.parametrize("address", ["203.0.113.9", "127.0.0.1", "::1", "1"])
def test_only_addresses_of_this_computer_that_others_may_reach(room: Room, address: str) -> None:
    assert choose(room, address) == "address_gone"
    assert chosen_address() is None


def test_public_url_leaves_nothing_to_choose(room: Room, settings: Settings) -> None:
    settings.PUBLIC_URL = "https://spel.example"

    assert choose(room, "10.1.2.3") == "address_fixed"
    assert chosen_address() is None
