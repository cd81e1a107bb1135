"""Countdowns over real sockets: shown when set, closed when over, and standing still while no server runs."""

import json
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from game.models import Game, JournalEntry, LogLine, Seat
from game.selectors import heartbeat
from tests.faults.cluster import wait_until
from tests.live.conftest import Gather
from tests.live.phones import Group, Phone
from tests.live.server import Server


@pytest.fixture
def street(group: Gather) -> Group:
    made = group("Egel")
    made.begin()
    return made


def test_a_countdown_is_told_to_every_screen_once(street: Group) -> None:
    panel, phone, projector = street.panel(), street.phone(), street.projector()
    assert panel.ask("start_clock", seconds=90)["type"] == "ack"
    for screen in (panel, phone, projector):
        clock = screen.until(lambda m: m["type"] == "clock" and m["remaining_ms"] is not None)
        assert 60_000 < clock["remaining_ms"] <= 90_000
        assert (clock["step"], clock["paused"]) == (1, False)
    assert panel.ask("start_clock", seconds=0)["type"] == "ack"
    phone.until(lambda m: m["type"] == "clock" and m["remaining_ms"] is None)


def test_whoever_comes_later_gets_what_is_left(street: Group) -> None:
    street.panel().ask("start_clock", seconds=60)
    clock = street.phone().until(lambda m: m["type"] == "clock")
    assert 30_000 < clock["remaining_ms"] <= 60_000


def test_an_overdue_phase_closes_by_itself(street: Group) -> None:
    panel, phone = street.panel(), street.phone()
    phone.ask("ready", ready=True)  # the municipality too: its first decision is waited for
    panel.ask("start_clock", seconds=1)
    phone.shows(lambda s: s["table"]["phase"] == "act")
    clock = phone.until(lambda m: m["type"] == "clock" and m["step"] == 2)
    assert clock["remaining_ms"] is None
    answer = phone.ask("choose", step=1, n=1, choice={"propose": ["together"] * 4})
    assert (answer["type"], answer["code"]) == ("refused", "phase_closed")


# Time without a server


def about_to_close(street: Group) -> Phone:
    """Let three seconds be left of the open phase, from now on, and return a phone that shows its countdown."""
    wait_until(
        lambda: heartbeat.last() is not None, "a heartbeat"
    )  # the tests' database is empty when one begins
    street.panel().ask("start_clock", seconds=60)
    phone = street.phone()
    phone.until(lambda m: m["type"] == "clock" and m["remaining_ms"] is not None)
    # Written here, as what it takes until a phone shows it would be of those three seconds.
    Game.objects.update(deadline=timezone.now() + timedelta(seconds=3), rev=F("rev") + 1)
    return phone


def until_it_is_missed() -> None:
    """Wait until nobody ran for so long that the countdown is over and the silence is felt."""
    wait_until(lambda: heartbeat.is_silence(heartbeat.last() or timezone.now(), timezone.now()), "a silence")


def chooses_what_it_kept(street: Group, phone: Phone) -> None:
    """Let a phone that is back send what was tapped while there was no server; it has half a minute, and it counts."""
    phone.until(lambda m: m["type"] == "clock" and 10_000 < (m["remaining_ms"] or 0) <= 30_000)
    deals = [{"holder": "residents", "requirements": False}] * 4  # the only one who is in is the municipality
    answer = phone.ask("choose", step=1, n=1, choice={"deals": deals, "funding": "output"})
    assert answer["type"] == "ack", answer
    panel = street.panel()
    assert panel.ask("next")["type"] == "ack"
    panel.shows(lambda s: s["room"]["phase"] == "act")
    closed = JournalEntry.objects.get(kind="phase_closed")
    seat = Seat.objects.get(pk=street.players[0][2]).number
    assert json.loads(closed.payload)["filled"][seat]["by"] == "player"
    lines = LogLine.objects.filter(code__in=("stood_still", "overdue", "bot_stood_in"))
    assert list(lines.values_list("code", flat=True)) == ["stood_still"]


@pytest.mark.faults
def test_the_time_between_a_kill_and_the_next_start_does_not_count(server: Server, street: Group) -> None:
    about_to_close(street)
    server.kill()
    until_it_is_missed()
    server.start()
    chooses_what_it_kept(street, street.phone())


@pytest.mark.faults
def test_nor_does_it_when_the_server_is_back_at_once(server: Server, street: Group) -> None:
    about_to_close(street)
    server.kill()
    server.start()
    chooses_what_it_kept(street, street.phone())


@pytest.mark.faults
def test_nor_does_the_time_that_it_was_frozen(server: Server, street: Group) -> None:
    about_to_close(street)
    server.freeze()
    until_it_is_missed()
    server.thaw()
    chooses_what_it_kept(street, street.phone())


def test_a_change_without_a_poke_is_found_by_polling(street: Group) -> None:
    phone = street.phone()
    phone.shows(lambda s: s["table"]["phase"] == "agree")
    for seconds in (50, 90, 130, 170):  # some may come with other news: this phone is here, no panel is
        changed = street.game.rev + 1
        Game.objects.update(rev=changed, deadline=timezone.now() + timedelta(seconds=seconds))
        least = 1000 * (seconds - 30)
        phone.until(lambda m, least=least: m["type"] == "clock" and (m["remaining_ms"] or 0) > least)


def test_a_game_that_is_gone_lets_its_sockets_go(street: Group) -> None:
    phone = street.phone()
    street.workshop.delete()
    assert phone.closed() == (4003, "gone")
