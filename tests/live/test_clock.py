"""Countdowns over real sockets: shown when set, closed when over, also after a night without a server."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.models import Game
from tests.live.conftest import Gather
from tests.live.phones import Group
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
        assert 85_000 < clock["remaining_ms"] <= 90_000
        assert (clock["step"], clock["paused"]) == (1, False)
    assert panel.ask("start_clock", seconds=0)["type"] == "ack"
    phone.until(lambda m: m["type"] == "clock" and m["remaining_ms"] is None)


def test_whoever_comes_later_gets_what_is_left(street: Group) -> None:
    street.panel().ask("start_clock", seconds=60)
    clock = street.phone().until(lambda m: m["type"] == "clock")
    assert 50_000 < clock["remaining_ms"] <= 60_000


def test_an_overdue_phase_closes_by_itself(street: Group) -> None:
    panel, phone = street.panel(), street.phone()
    panel.ask("start_clock", seconds=1)
    phone.shows(lambda s: s["table"]["phase"] == "act", 4)
    clock = phone.until(lambda m: m["type"] == "clock" and m["step"] == 2)
    assert clock["remaining_ms"] is None
    answer = phone.ask("choose", step=1, n=1, choice={"propose": ["together"] * 4})
    assert (answer["type"], answer["code"]) == ("refused", "phase_closed")


def test_what_became_overdue_without_a_server_closes_when_it_starts(server: Server, street: Group) -> None:
    server.kill()
    Game.objects.update(deadline=timezone.now() - timedelta(hours=9))
    server.start()
    assert street.phone().shows(lambda s: s["table"]["phase"] == "act", 3)["table"]["step"] == 2


def test_a_change_without_a_poke_is_found_by_polling(street: Group) -> None:
    phone = street.phone()
    phone.shows(lambda s: s["table"]["phase"] == "agree")
    game = street.game
    Game.objects.update(rev=game.rev + 1, deadline=timezone.now() + timedelta(seconds=50))
    phone.until(lambda m: m["type"] == "clock" and m["remaining_ms"] is not None, 3)


def test_a_game_that_is_gone_lets_its_sockets_go(street: Group) -> None:
    phone = street.phone()
    street.workshop.delete()
    assert phone.closed(4) == (4003, "gone")
