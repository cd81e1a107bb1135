"""Counting tries of codes, links and passwords, so that guessing is slow and a room is not locked out.

They are in this process's cache only, under a hash of who tried, for the minutes that they count.
"""

import hashlib
import math
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

from game.engine.model.refusal import Refused


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` failed tries in `seconds`, counted from the first one; `name` keeps limits apart."""

    name: str
    tries: int
    seconds: int


CODES = Limit("pairing", 120, 60)
LINKS = Limit("control-link", 120, 60)


def check(limit: Limit, *who: str) -> None:
    """Raise Refused("too_many_tries") when these have used up their tries."""
    if cache.get(_key(limit, who), 0) >= limit.tries:
        raise Refused("too_many_tries")


def count(limit: Limit, *who: str) -> None:
    """Count one try."""
    key = _key(limit, who)
    if cache.add(key, 0, limit.seconds):
        until = timezone.now() + timedelta(seconds=limit.seconds)
        cache.set(f"{key}-until", until.timestamp(), limit.seconds)
    with suppress(ValueError):  # its time ended just now, between the two
        cache.incr(key)


def is_over(limit: Limit, *who: str) -> bool:
    """Tell whether more tries were counted than are allowed: for those who count a try before they make it."""
    return int(cache.get(_key(limit, who), 0)) > limit.tries


def forgive(limit: Limit, *who: str) -> None:
    """Take one try back: it was no failed one."""
    with suppress(ValueError):
        cache.decr(_key(limit, who))


def ends_at(limit: Limit, *who: str) -> datetime:
    """Return the moment, rounded up to the minute, at which these may try again; now when they may already."""
    left = cache.get(f"{_key(limit, who)}-until")
    moment = timezone.now().timestamp() if left is None else float(left)
    return datetime.fromtimestamp(math.ceil(moment / 60) * 60, UTC)


def _key(limit: Limit, who: tuple[str, ...]) -> str:
    return f"tries-{limit.name}-" + hashlib.sha256("\0".join(who).encode()).hexdigest()
