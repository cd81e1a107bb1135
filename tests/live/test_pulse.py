"""A process that has just started cannot tell one that runs from one that was killed a moment ago, and waits until it can.

And when it notes who is there: not in the middle of a room that comes in.
"""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone

from game.live import admissions
from game.live.pulse import Pulse
from game.models import Heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def silence(db: None) -> None:
    """Begin without a heartbeat: a server of other tests beats in the same database, and waits for what is begun here."""
    Heartbeat.objects.all().delete()


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


@pytest.mark.parametrize(("coming", "looked"), [(0, 1), (3, 4), (10_000, 9)])
async def test_who_came_is_noted_once_nobody_comes_any_more_but_not_much_later(
    monkeypatch: pytest.MonkeyPatch, coming: int, looked: int
) -> None:
    """One comes each time that it is looked at."""
    now, times = [100.0], [0]

    async def passes(seconds: float) -> None:
        now[0] += seconds

    def came_at() -> float:
        times[0] += 1
        return now[0] if times[0] <= coming else 0.0

    monkeypatch.setattr(admissions, "LULL_SECONDS", admissions.LONGEST_SECONDS / 8)
    monkeypatch.setattr(admissions, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(admissions, "asyncio", SimpleNamespace(sleep=passes))
    await admissions.lull(came_at)
    assert times == [looked]
