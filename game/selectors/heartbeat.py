"""Whether somebody served the phones all the time; nothing here writes."""

from datetime import datetime, timedelta

from game.models import Heartbeat

GAP_SECONDS = 5.0  # a silence of more than this was felt in the room


def last() -> datetime | None:
    """Return when any process last said that it runs; None before the first did."""
    return Heartbeat.objects.filter(pk=Heartbeat.ONLY).values_list("at", flat=True).first()


def is_silence(since: datetime, now: datetime) -> bool:
    """Tell whether nobody ran between a heartbeat and now, or (one in the future) the clock was set back meanwhile."""
    return abs(now - since) > timedelta(seconds=GAP_SECONDS)


def has_run(now: datetime) -> bool:
    """Tell whether some process ran all the time until now; else nothing is overdue before the clocks were put right."""
    at = last()
    return at is None or not is_silence(at, now)
