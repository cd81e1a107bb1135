"""A disk that is full in the middle of a game: it is said, nothing is lost that was promised, and play goes on with room."""

import contextlib
import re
from typing import Any

import pytest
from websockets.sync.client import connect

from game.rehearsal.browser import Browser, PageError
from game.rehearsal.client import origin_of
from tests.disks import SmallDisk, disk, disk_server, disks
from tests.live.phones import Message, Phone, alive
from tests.live.server import Server

__all__ = ["disk", "disk_server", "disks"]
pytestmark = pytest.mark.faults
TOLD = re.compile(r"^\S+ \S+ ERROR .*nothing is stored", re.M)
OVER = re.compile(r"^\S+ \S+ WARNING .*stored again", re.M)


def start(server: Server, opened: contextlib.ExitStack) -> tuple[str, Phone]:
    """Start a workshop; return its code and its panel."""
    browser = Browser(server.base_url)
    browser.get(f"/new/?key={server.start_key}")
    form = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on"}
    path = browser.submit("/new/", title="Straat", tables=1, seats=3, rounds=5, scenario="street", **form)
    code = re.findall(r'data-qr="/qr/(\d{6})\.svg"', browser.get(path)[1])[0]
    return code, follow(server, opened, browser, path.replace("/control/", "/ws/control/"))


def begin(
    server: Server, opened: contextlib.ExitStack, code: str, panel: Phone
) -> tuple[Browser, str, Phone]:
    """Let a resident in and begin round 1; return their browser, the path of their page, and their phone."""
    player = Browser(server.base_url)
    path = player.submit(f"/j/{code}/", alias="Egel", role="resident")
    phone = follow(server, opened, player, path.replace("/play/", "/ws/play/"))
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda m: m["table"]["phase"] == "agree")
    return player, path, phone


def follow(server: Server, opened: contextlib.ExitStack, browser: Browser, path: str) -> Phone:
    headers = {"Cookie": browser.cookie_header()}
    url = f"{server.socket_url}{path}"
    made = connect(url, origin=origin_of(url), additional_headers=headers, proxy=None, max_queue=None)
    phone = Phone(opened.enter_context(made))
    phone.shows(bool)
    return phone


def choose(phone: Phone, n: int, id: str) -> Message:
    """Send what a resident asks for; return the answer."""
    choice: dict[str, Any] = {"propose": ["together", "residents", None, None]}
    phone.say("choose", id=id, step=phone.step, n=n, choice=choice)
    return phone.until(lambda m: m["type"] in ("ack", "refused") and m["id"] == id)


@pytest.mark.promise("a full disk: nothing acknowledged that is not stored, play goes on with room")
def test_a_full_disk_in_the_middle_of_a_game(disk_server: Server, disk: SmallDisk) -> None:
    server = disk_server
    with contextlib.ExitStack() as opened:
        code, panel = start(server, opened)
        player, path, phone = begin(server, opened, code, panel)

        disk.fill()
        n = 0
        answer: Message = {"type": "ack"}
        while answer["type"] == "ack":  # what fits is kept
            n += 1
            answer = choose(phone, n, f"tap-{n}")
        assert answer["code"] == "not_stored"
        assert panel.until(lambda m: m["type"] == "storage")["stored"] is False

        # Pages, screens and presence go on.
        with pytest.raises(PageError, match=r"^503 for"):
            Browser(server.base_url).submit(f"/j/{code}/", alias="Merel")
        assert "Egel" in player.get(path)[1]
        assert panel.ask("next")["code"] == "not_stored"
        seen: list[Message] = []
        beats = 0
        with alive(panel, phone):
            while beats < 2:  # twice five seconds: longer than a lease lasts
                seen.append(panel.until(lambda m: m["type"] in ("heartbeat", "storage", "panel_screen")))
                beats += seen[-1]["type"] == "heartbeat"
        assert {m["type"] for m in seen} == {"heartbeat"}, "told once, and nobody went away"

        disk.empty()
        assert panel.until(lambda m: m["type"] == "storage")["stored"] is True
        assert choose(phone, n, f"tap-{n}")["type"] == "ack", "the same tap again"
        Browser(server.base_url).submit(f"/j/{code}/", alias="Merel")
        assert panel.ask("next")["type"] == "ack"
        phone.shows(lambda m: m["table"]["phase"] == "act")

    log = server.log.read_text()
    assert (len(TOLD.findall(log)), len(OVER.findall(log)), "Traceback" in log) == (1, 1, False), log
