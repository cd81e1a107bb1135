"""Sockets that nobody needs so many of: what one device has too many goes, and the others keep theirs."""

import pytest

from game.live.sockets import MOST_OF_DEVICE, MOST_OF_KIND
from tests.live.conftest import Gather
from tests.live.phones import Group


@pytest.fixture
def lobby(group: Gather) -> Group:
    return group("Egel")


def test_a_device_keeps_its_newest_panels(lobby: Group) -> None:
    projector = lobby.projector()
    panels = [lobby.panel() for _ in range(MOST_OF_DEVICE + 2)]

    assert [panel.closed() for panel in panels[:2]] == [(4001, "replaced")] * 2
    for one in (panels[2], panels[-1], projector):
        one.say("ping", rev=0)
        assert one.until(lambda m: m["type"] == "pong")["rev"] > 0


def test_more_projectors_than_a_room_needs_are_sent_away_and_the_first_stay(lobby: Group) -> None:
    path = f"/ws/projector/{lobby.workshop.pk}/"
    tokens = [lobby.looker() for _ in range(MOST_OF_KIND // MOST_OF_DEVICE + 1)]
    screens = []
    for token in tokens[:-1]:
        for _ in range(MOST_OF_DEVICE):
            screens.append(lobby.connect(path, token))
            screens[-1].shows(lambda _: True)

    assert lobby.connect(path, tokens[-1]).closed() == (4008, "too_fast")
    screens[0].say("ping", rev=0)
    assert screens[0].until(lambda m: m["type"] == "pong")["rev"] > 0
