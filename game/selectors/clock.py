"""The time by which all processes play: taken from the database's clock once, and then counted.

So nothing happens when somebody, or the network, sets a computer's clock: no phase closes, nobody is away, no countdown lasts
an hour. A process that serves keeps it so; others go by the computer's clock.
"""

import logging
import time
from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone

log = logging.getLogger(__name__)

LARGEST_DRIFT_SECONDS = 1.0  # what two clocks grow apart between two looks; more is a clock that was set
AT_ONCE_SECONDS = 0.05  # of a drift that is made up for at one look

_began: float | None = None  # what the counted seconds count from (since 1970); None: not kept steady


def now() -> datetime:
    """Return the time by which the game plays."""
    return timezone.now() if _began is None else datetime.fromtimestamp(_began + _counted(), UTC)


def keep_steady() -> None:
    """Take the time from the database's clock (reads it), and count from there on."""
    global _began
    _began = _of_database() - _counted()


def let_go() -> None:
    """Go by the computer's clock again."""
    global _began
    _began = None


def follow() -> float:
    """Follow the database's clock where it runs a little faster or slower (reads it); return how far off it is, in seconds.

    One that was set is not followed.
    """
    global _began
    if _began is None:
        return 0.0
    off = _of_database() - (_began + _counted())
    if abs(off) <= LARGEST_DRIFT_SECONDS:
        _began += max(-AT_ONCE_SECONDS, min(AT_ONCE_SECONDS, off))
    return off


def _counted() -> float:
    """Return seconds that only rise, those of a computer that sleeps among them where the system counts them."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def _of_database() -> float:
    """Return the time of the database's computer, in seconds since 1970; an embedded one has this computer's."""
    if connection.vendor != "postgresql":
        return time.time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        return float(cursor.fetchone()[0])
