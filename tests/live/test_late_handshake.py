"""A handshake that a network held and let go later: it is of the past, and throws nobody out who is here now."""

import time

import pytest

from game.actions import presence
from game.live.static import static_tree
from game.models import Presence
from game.selectors.leases import Attempt
from tests.live.conftest import Gather
from tests.live.phones import WAIT_SECONDS, Group, Phone
from tests.live.test_frames import is_well


@pytest.fixture
def lobby(group: Gather) -> Group:
    return group("Egel", "Merel")


def attempt(lobby: Group, page: int, number: int) -> Phone:
    """Open Egel's socket as this attempt of this page does."""
    return lobby.connect(f"/ws/play/{lobby.workshop.pk}/?page={page}&attempt={number}", lobby.players[0][1])


@pytest.mark.parametrize("late", [(7, 1), (6, 9)], ids=["of the same page", "of the page before"])
def test_an_older_attempt_never_replaces_a_newer_one(lobby: Group, late: tuple[int, int]) -> None:
    here = attempt(lobby, 7, 2)
    here.shows(bool)
    assert attempt(lobby, *late).closed() == (4001, "replaced")
    assert is_well(here)


@pytest.mark.parametrize("newer", [(7, 3), (8, 1)], ids=["of the same page", "of the page after"])
def test_a_newer_attempt_replaces_an_older_one(lobby: Group, newer: tuple[int, int]) -> None:
    before = attempt(lobby, 7, 2)
    before.shows(bool)
    after = attempt(lobby, *newer)
    after.shows(bool)
    assert before.closed() == (4001, "replaced")
    assert is_well(after)


@pytest.mark.parametrize("query", ["", "?page=1", "?page=x&attempt=1", f"?page={10**20}&attempt=1"])
def test_who_counts_nothing_comes_in_the_order_of_arriving(lobby: Group, query: str) -> None:
    before = attempt(lobby, 7, 2)
    before.shows(bool)
    after = lobby.connect(f"/ws/play/{lobby.workshop.pk}/{query}", lobby.players[0][1])
    after.shows(bool)
    assert before.closed() == (4001, "replaced")


def test_a_newer_attempt_on_another_process_is_not_replaced_either(lobby: Group) -> None:
    device, _, seat_id = lobby.players[0]
    presence.arrive(lobby.game.pk, "other process", {(device.pk, seat_id): Attempt(7, 2)})
    assert attempt(lobby, 7, 1).closed() == (4001, "replaced")
    assert Presence.objects.get(device=device).process == "other process"
    here = attempt(lobby, 7, 3)
    is_taken(lobby, Attempt(7, 3))
    assert is_well(here)


def test_other_processes_know_the_newest_attempt_that_is_here(lobby: Group) -> None:
    for number in (1, 2):  # the second comes back before the first one's lease has lapsed
        here = attempt(lobby, 7, number)
        is_taken(lobby, Attempt(7, number))
    assert is_well(here)


def is_taken(lobby: Group, by: Attempt) -> None:
    """Wait until the server itself has the lease for an attempt."""
    until = time.monotonic() + WAIT_SECONDS
    while not Presence.objects.filter(page=by.page, attempt=by.number).exclude(process="other process"):
        assert time.monotonic() < until, Presence.objects.values()
        time.sleep(0.02)


def test_a_page_of_another_release_is_told_so_first(lobby: Group) -> None:
    path = f"/ws/play/{lobby.workshop.pk}/?page=7&attempt="
    now = static_tree().version
    first = [
        lobby.connect(f"{path}{query}", lobby.players[0][1]).read(WAIT_SECONDS)
        for query in ("1&release=0", f"2&release={now}", "3")
    ]
    assert [message["type"] for message in first] == ["release", "player_screen", "player_screen"]
    assert first[0] == {"type": "release", "release": now}
