"""A workshop on a running server, played from its panel's socket: for what happens to a whole installation."""

import re
from contextlib import ExitStack

from websockets.sync.client import connect

from game.rehearsal.browser import Browser
from game.rehearsal.client import origin_of
from tests.live.phones import Phone
from tests.live.server import Server

FORM = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on", "scenario": "street"}


class Evening:
    """A workshop with one table and Egel in it; `rev` is of the newest screen that its panel showed."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.browser = Browser(server.base_url)
        self.browser.get(f"/new/?key={server.start_key}")
        self.path = self.browser.submit("/new/", title="Straatavond", tables=1, seats=4, rounds=5, **FORM)
        [self.code] = set(re.findall(r'data-qr="/qr/(\d{6})\.svg"', self.browser.get(self.path)[1]))
        self.rev = 0
        Browser(server.base_url).submit(f"/j/{self.code}/", alias="Egel")

    def go_on(self, *phases: str) -> None:
        """Press the button until the panel shows these phases, one after the other."""
        with ExitStack() as opened:
            url = self.server.socket_url + self.path.replace("/control/", "/ws/control/")
            headers = {"Cookie": self.browser.cookie_header()}
            made = connect(url, origin=origin_of(url), additional_headers=headers, proxy=None, max_queue=None)
            panel = Phone(opened.enter_context(made))
            panel.shows(bool)
            for phase in phases:
                assert panel.ask("next")["type"] == "ack"
                panel.shows(lambda screen, phase=phase: screen["room"]["phase"] == phase)
                self.rev = panel.screen["rev"]
                self.arrived(phase)

    def arrived(self, phase: str) -> None:
        """Do what has to be done before the next press."""
