"""The door in front of Django: a few at a time, in the order in which they came; nobody is turned away."""

import asyncio
from typing import Any

from game.live.door import AT_ONCE, Door

PEOPLE = 50


async def test_a_few_requests_at_a_time_are_in_and_all_come_in() -> None:
    inside: list[int] = []
    most, order = 0, []
    go_on = asyncio.Event()

    async def django(scope: dict[str, Any], receive: Any, send: Any) -> None:
        nonlocal most
        inside.append(scope["person"])
        most = max(most, len(inside))
        await go_on.wait()
        inside.remove(scope["person"])
        order.append(scope["person"])

    door = Door(django)
    people = [
        asyncio.ensure_future(door({"path": "/", "person": number}, None, None)) for number in range(PEOPLE)
    ]
    await asyncio.sleep(0)
    assert inside == list(range(AT_ONCE))
    asked = asyncio.ensure_future(door({"path": "/healthz", "person": -1}, None, None))
    await asyncio.sleep(0)
    assert inside[-1] == -1, "whoever asks how the process is does not wait"
    go_on.set()
    await asyncio.gather(*people, asked)
    assert most == AT_ONCE + 1
    assert sorted(order) == [-1, *range(PEOPLE)]
