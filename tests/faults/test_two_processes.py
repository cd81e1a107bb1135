"""One game on two server processes: tables with players on both, a process that dies, a Redis that is gone."""

import asyncio

import psycopg
import pytest

from game.engine.bots.policies import Policy
from game.rehearsal.run import Plan, rehearse
from tests.faults.cluster import SECRETS, Cluster, wait_until

pytestmark = pytest.mark.faults


def plan(cluster: Cluster, **changes) -> Plan:
    usual = {"tables": 2, "seats": 6, "rounds": 2, "policy": Policy.RANDOM}
    return Plan(urls=cluster.urls, key=SECRETS["START_KEY"], **{**usual, **changes})


@pytest.mark.promise("lines cut between a choice and its answer: stored once, right screen afterwards")
async def test_phones_that_lose_their_line_lose_nothing(cluster):
    report = await rehearse(plan(cluster, drop=0.5, seed=3))
    assert (report["problems"], report["ok"]) == ([], True)
    assert report["reconnects"] > 0


async def test_a_killed_process_takes_nothing_with_it(cluster):
    """The facilitator and half of every table are on the first; the second is killed in the middle and comes back."""
    second = cluster.servers[1]

    def newest(least_round: int) -> int:
        with psycopg.connect(cluster.environment("web1")["DATABASE_URL"]) as connection:
            asked = "SELECT coalesce(max(id), 0) FROM game_game WHERE round >= %s"
            (found,) = connection.execute(asked, [least_round]).fetchone() or (0,)
            return int(found)

    before = newest(0)

    def is_playing() -> bool:
        return newest(2) > before

    async def kill_and_restart() -> None:
        await asyncio.to_thread(wait_until, is_playing, "the game has begun")
        second.kill()
        await asyncio.to_thread(second.start)

    report, _ = await asyncio.gather(rehearse(plan(cluster, rounds=4)), kill_and_restart())
    assert (report["problems"], report["ok"]) == ([], True)
    assert report["reconnects"] >= 6


@pytest.mark.promise("Redis dead: nothing lost, the game goes on")
async def test_without_redis_the_poll_carries_the_game(cluster):
    cluster.redis.kill()
    report = await rehearse(plan(cluster))
    assert (report["problems"], report["ok"]) == ([], True)
    cluster.redis.start()


async def test_a_wild_facilitator_with_phones_and_devices_on_two_processes(cluster):
    report = await rehearse(plan(cluster, tables=3, rounds=2, wild=True, seed=6))
    assert (report["problems"], report["ok"]) == ([], True)
    assert report["wild"]["handed_over"] > 0
