"""Thousands of frames that are no messages, on many sockets at once: nothing is logged, nobody is in the way of who plays."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable

import psutil
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from game.rehearsal.client import Client, origin_of
from game.rehearsal.statistics import Statistics, summed_up
from tests.faults.sizes import SEED, SIZE
from tests.live.conftest import Gather
from tests.live.phones import Group
from tests.live.server import Server

pytestmark = pytest.mark.faults
SOCKETS = 50
FRAMES = 10_000 if SIZE.is_whole else 2_000
MOST_BYTES = 50 * 1024 * 1024
WHOLE = [
    {"type": "choose", "id": "a", "step": 1, "n": 1, "choice": {"propose": ["together", None, None, None]}},
    {"type": "ready", "id": "b", "step": 1, "ready": True},
    {"type": "rename", "id": "c", "step": 1, "alias": "Uil"},
    {"type": "ping", "rev": 1},
]
ODD = [None, -1, 2**70, 1e309, "\0", "é" * 3000, [], {}, [[[[[]]]]], "\ud800"]


def malformed(dice: random.Random) -> str | bytes:
    """Return a frame that is nothing that a phone sends, though it may look like it."""
    message: dict[str, object] = dict(dice.choice(WHOLE))
    match dice.randrange(6):
        case 0:
            text = json.dumps(message)
            return text[: dice.randrange(len(text))]
        case 1:
            message[dice.choice(list(message))] = dice.choice(ODD)
            message["more"] = 1
        case 2:
            return dice.randbytes(dice.randrange(200))
        case 3:
            message["type"] = dice.choice(["", "next", "hello ", "__class__", "CHOOSE", "\0"])
        case 4:
            return "[" * dice.randrange(1, 4000)
        case _:
            del message["type"]
    return json.dumps(message)


async def send_all(url: str, token: str, dice: random.Random, told: Counter[object]) -> None:
    """Send what is malformed, each answered before the next, on another socket whenever one is closed; count what is told."""
    left = FRAMES // SOCKETS
    headers = {"Cookie": f"device={token}"}
    while left:
        try:
            async with connect(
                url, origin=origin_of(url), additional_headers=headers, proxy=None, max_queue=None
            ) as socket:
                while left:
                    await socket.send(malformed(dice))
                    left -= 1
                    while (message := json.loads(await socket.recv()))["type"] != "refused":
                        pass
                    told[message["code"]] += 1
        except ConnectionClosed as ended:
            told[ended.rcvd.code if ended.rcvd else 1006] += 1
        except (WebSocketException, OSError):
            await asyncio.sleep(0.05)


@pytest.fixture
def room(group: Gather) -> Group:
    """Give a game with a phone for each hostile socket, and one for who plays."""
    made = group(*[f"Gast {number}" for number in range(SOCKETS + 1)], tables=6, seats=10)
    made.begin()
    return made


@pytest.mark.promise("malformed frames on 50 sockets: nothing logged, no close 1011, memory stays", FRAMES)
async def test_what_is_no_message_disturbs_nobody(
    server: Server, room: Group, record_property: Callable[[str, object], None]
) -> None:
    url = f"{server.socket_url}/ws/play/{room.workshop.pk}/"
    *hostile, (_, token, _) = room.players
    statistics, told = Statistics(), Counter[object]()
    other = Client(url, f"device={token}", statistics, random.Random(SEED), lambda _: None)
    following = asyncio.ensure_future(other.run())
    assert server.process is not None
    process = psutil.Process(server.process.pid)
    before = process.memory_info().rss

    sending = [
        send_all(url, token, random.Random(f"{SEED} {number}"), told)
        for number, (_, token, _) in enumerate(hostile)
    ]
    attack = asyncio.gather(*sending)
    n = 0
    while not attack.done():
        n += 1
        assert (await other.command("ready", step=1, ready=bool(n % 2)))["type"] == "ack"
        await asyncio.wait([attack], timeout=0.1)
    await attack
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
    record_property("measured", f"{n} commands meanwhile, answered in {summed_up(statistics.ack_ms)} ms")
    assert {code for code in told if isinstance(code, int)} <= {4008, 1006}, told  # too many, or one too long
    assert told["malformed"] > FRAMES / 2
    assert other.connections == 1
    assert process.memory_info().rss - before < MOST_BYTES
