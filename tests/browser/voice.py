"""What people say in the debrief without a phone's page: a socket with the same place, for tests that look at the panel."""

import json
from itertools import count
from typing import Any

from playwright.sync_api import Page
from websockets.sync.client import connect

from game.rehearsal.client import origin_of

_ids = count()


class Voice:
    """Somebody who took a seat in this page; the page itself is left, so that the place has one socket."""

    def __init__(self, page: Page) -> None:
        host = page.url.split("/")[2]
        self.url = f"ws://{host}{page.locator('body').get_attribute('data-socket')}"
        self.cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
        page.goto("about:blank")

    def say(self, type: str, **fields: Any) -> None:
        """Send one command, which has to be accepted."""
        id = f"voice{next(_ids)}"
        with connect(
            self.url,
            origin=origin_of(self.url),
            additional_headers={"Cookie": self.cookies},
            proxy=None,
            max_queue=None,
        ) as socket:
            screen = json.loads(socket.recv(60))
            while screen["type"] != "player_screen":
                screen = json.loads(socket.recv(60))
            step = screen["table"]["step"]
            socket.send(json.dumps({"type": type, "id": id, "step": step, **fields}))
            answer: dict[str, Any] = {}
            while answer.get("id") != id:
                answer = json.loads(socket.recv(60))
        assert answer["type"] == "ack", answer
