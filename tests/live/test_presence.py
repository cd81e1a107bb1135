"""Who is here, over real sockets: seen by the table, by the panel, across processes and after a kill."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import presence
from game.models import Presence
from game.selectors.leases import UNKNOWN
from tests.live.conftest import Gather
from tests.live.phones import Group, alive


@pytest.fixture
def lobby(group: Gather) -> Group:
    return group("Egel", "Merel")


def here(screen: dict) -> set[str]:
    """Return who a phone in the lobby, or a panel, shows as connected."""
    seats = screen["table"]["seats"] if "table" in screen else screen["tiles"][0]["seats"]
    return {seat["alias"] for seat in seats if seat["present"]}


def pair(lobby: Group, player: int) -> tuple[int, int]:
    device, _, seat_id = lobby.players[player]
    return device.pk, seat_id


def test_who_opens_the_page_is_here(lobby: Group) -> None:
    panel = lobby.panel()
    first, second = lobby.phone(0), lobby.phone(1)
    for screen in (first, second):
        screen.shows(lambda s: here(s) == {"Egel", "Merel"})
    panel.shows(lambda s: s["tiles"] != [] and here(s) == {"Egel", "Merel"} and s["room"]["here"] == 2)


@pytest.mark.faults
def test_who_leaves_is_away_after_six_seconds_but_a_reload_is_not_an_absence(group: Gather) -> None:
    made = group("Egel", "Merel", "Das", "Vos", "Uil")
    everyone = {"Egel", "Merel", "Das", "Vos", "Uil"}
    watcher, leaving, reloading, silent = (made.phone(number) for number in range(4))
    presence.arrive(made.game.pk, "killed process", {pair(made, 4): UNKNOWN})
    watcher.shows(lambda s: here(s) == everyone)
    since = Presence.objects.get(seat_id=made.players[2][2]).since

    left = time.monotonic()
    leaving.connection.close()
    reloading.connection.close()
    with alive(watcher, made.phone(2)):
        watcher.shows(lambda s: not here(s) & {"Merel", "Uil"})
        assert time.monotonic() - left > 4, "not at once, as a page that is loaded again is back sooner"
        watcher.shows(lambda s: here(s) == {"Egel", "Das"})  # a silent socket is closed after 8 s
        assert silent.closed() == (1000, None)
        assert Presence.objects.get(seat_id=made.players[2][2]).since == since

        made.phone(1)
        watcher.shows(lambda s: "Merel" in here(s))


def test_the_newest_socket_of_a_seat_wins(lobby: Group) -> None:
    older = lobby.phone()
    newer = lobby.phone()
    assert older.closed() == (4001, "replaced")
    newer.shows(lambda s: here(s) == {"Egel"})


def test_who_answers_slowly_still_hears_why_it_is_closed(lobby: Group) -> None:
    older = lobby.phone()
    with older.connection.protocol_mutex:  # it takes nothing meanwhile, as on a bad network
        lobby.phone()
        time.sleep(2)
    assert older.closed() == (4001, "replaced")


def test_a_newer_socket_on_another_process_wins_too(lobby: Group) -> None:
    older, other = lobby.phone(0), lobby.phone(1)
    other.shows(lambda s: here(s) == {"Egel", "Merel"})
    presence.arrive(lobby.game.pk, "other process", {pair(lobby, 0): UNKNOWN})
    assert older.closed() == (4001, "replaced")
    assert Presence.objects.get(device_id=pair(lobby, 0)[0]).process == "other process"


def test_a_lease_that_lapsed_by_mistake_is_taken_again(lobby: Group) -> None:
    phone = lobby.phone()
    phone.shows(lambda s: here(s) == {"Egel"})
    Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=1))  # as if this process was stuck
    assert presence.lapse(lobby.game.pk) == 1
    lease = Presence.objects.filter(device_id=pair(lobby, 0)[0])
    phone.until(lambda _: lease.get().here)  # a screen comes only if it was away long enough to be seen
    phone.shows(lambda s: here(s) == {"Egel"})
