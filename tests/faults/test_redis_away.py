"""A Redis that is killed, frozen or emptied in the middle of a game on two processes: what is chosen is stored all the same.

Screens on the other process come by polling then, and at once again when Redis is back.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import redis

from tests.faults.cluster import SECRETS, Cluster
from tests.faults.sizes import by_turn
from tests.faults.test_database_away import answers, playing, propose
from tests.live.phones import Phone

__all__ = ["playing"]
pytestmark = pytest.mark.faults


@contextmanager
def killed(cluster: Cluster) -> Iterator[None]:
    """Kill it; it comes back empty."""
    cluster.redis.kill()
    try:
        yield
    finally:
        cluster.redis.start()


@contextmanager
def frozen(cluster: Cluster) -> Iterator[None]:
    """Let it answer nothing, while its connections stay."""
    assert cluster.redis.process is not None
    cluster.redis.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        cluster.redis.process.send_signal(signal.SIGCONT)


@contextmanager
def emptied(cluster: Cluster) -> Iterator[None]:
    """Take away all that it knows, and everybody's connection to it."""
    client = redis.Redis(port=cluster.redis.port, password=SECRETS["REDIS_PASSWORD"])
    client.flushall()
    for kind in ("normal", "pubsub"):
        client.client_kill_filter(_type=kind, skipme=True)
    client.close()
    yield


@pytest.mark.promise(
    "Redis killed, frozen or flushed: nothing lost, screens by polling, at once when it is back"
)
@pytest.mark.parametrize("away", by_turn([killed, frozen, emptied]))
def test_redis_is_away(
    cluster: Cluster, playing: tuple[Phone, Phone], away: Callable[[Cluster], "contextmanager[None]"]
) -> None:
    panel, phone = playing
    with away(cluster):
        propose(phone, "tap")
        assert answers(phone, "tap")["type"] == "ack"
        assert panel.ask("next")["type"] == "ack"
        phone.shows(lambda m: m["table"]["phase"] == "act")
        panel.shows(lambda m: m["room"]["phase"] == "act")
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda m: m["table"]["phase"] == "outcome")
