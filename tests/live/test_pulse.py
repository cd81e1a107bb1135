"""A process that has just started cannot tell one that runs from one that was killed a moment ago, and waits until it can."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from game.live.pulse import Pulse
from game.models import Heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture
def pulse() -> Pulse:
    """Give a pulse that found a heartbeat of two seconds ago."""
    Heartbeat.objects.create(pk=Heartbeat.ONLY, at=timezone.now() - timedelta(seconds=2))
    found = Pulse()
    assert (found.beat(), found.beats) == (False, False)
    return found


def test_it_beats_along_with_another(pulse: Pulse) -> None:
    Heartbeat.objects.update(at=timezone.now())
    assert (pulse.beat(), pulse.beats) == (False, True)


def test_it_ends_the_silence_once_there_is_no_other(pulse: Pulse) -> None:
    found = Heartbeat.objects.get().at
    assert (pulse.beat(), pulse.beats) == (False, False)
    assert Heartbeat.objects.get().at == found
    with time_machine.travel(timezone.now() + timedelta(seconds=4)):
        assert (pulse.beat(), pulse.beats) == (True, True)
        assert Heartbeat.objects.get().at > found


def test_the_first_process_ever_waits_for_nobody() -> None:
    first = Pulse()
    assert (first.beat(), first.beats) == (False, True)
