"""Counting failed tries of codes, links and passwords, which makes guessing slow and locks nobody out.

Looked at first, counted after: whatever others behind the same address did, what is right works. The counts are under a keyed
hash of who tried, for the minutes that they count; all processes share them through Redis where there is one.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.utils.crypto import salted_hmac

from game.engine.model.refusal import Refused

REST_SECONDS = 5.0  # between two looks at whether a Redis that was dead is back


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` in `seconds`, counted from the first one; `name` keeps limits apart."""

    name: str
    tries: int
    seconds: int


CODES = Limit("codes", 120, 60)
LINKS = Limit("control-link", 120, 60)
LOGIN_HERE = Limit("login", 5, 5 * 60)
LOGIN = Limit("login-account", 50, 15 * 60)
LOGINS_HERE = Limit("logins", 20, 5 * 60)  # at whichever accounts
# What passwords may cost: a check takes a third of a second of a processor that joins and pages need too.
HASHES = Limit("hashes", 12, 10)
HASHES_OF_FAILING = Limit("hashes-failing", 6, 10)


class Counts:
    """Counts in Redis, and in this process's memory while that is dead or where there is none."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rests_until = 0.0

    def add(self, key: str, seconds: int) -> int:
        """Count one, and return how many there were in the `seconds` since the first of them, this one included."""
        return self._ask(lambda cache: _add(cache, key, seconds))

    def get(self, key: str) -> int:
        """Return how many there were."""
        return self._ask(lambda cache: int(cache.get(key, 0)))

    def _ask(self, work: Callable[[BaseCache], int]) -> int:
        if settings.REDIS_URL and self._clock() >= self._rests_until:
            from redis.exceptions import RedisError

            try:
                return work(caches["shared"])
            except (RedisError, OSError):
                self._rests_until = self._clock() + REST_SECONDS
        return work(caches["default"])


def _add(cache: BaseCache, key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # pragma: no cover - its time ended just now, between the two
        return 1


counts = Counts()


def failed(limit: Limit, *who: str) -> None:
    """Count a failed try; raises Refused("too_many_tries") for who failed more often than that."""
    if note(limit, *who):
        raise Refused("too_many_tries")


def note(limit: Limit, *who: str) -> bool:
    """Count a failed try, and return whether these failed more often than they may."""
    return counts.add(_key(limit, who), limit.seconds) > limit.tries


def is_failing(limit: Limit, *who: str) -> bool:
    """Tell whether these failed as often as they may."""
    return counts.get(_key(limit, who)) >= limit.tries


def spend_hash(*, failing: bool) -> None:
    """Take one check of a password from what all together may have.

    Those who keep failing have half of it, so that there is always some for others. Raises Refused("login_busy").
    """
    if (failing and note(HASHES_OF_FAILING)) or note(HASHES):
        raise Refused("login_busy")


def _key(limit: Limit, who: tuple[str, ...]) -> str:
    told = salted_hmac("game.actions.tries", "\0".join(who), algorithm="sha256").hexdigest()
    return f"tries-{limit.name}-{told}"
