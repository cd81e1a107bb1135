"""Debian's Firefox without a window, told what to do over its own remote protocol (Marionette): a length, a colon, JSON."""

import base64
import contextlib
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from tests.live.server import free_port

PREFERENCES = """user_pref("marionette.port", {port});
user_pref("ui.prefersReducedMotion", 1);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""
WAIT_S = 90.0


class Firefox:
    """One page in Firefox; make it with `started`."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line.makefile("rwb")
        self._count = 0
        self._hear()  # who speaks there
        self.tells(
            "WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": {"script": 60_000}}}}
        )

    def tells(self, command: str, parameters: dict[str, Any]) -> Any:
        """Return what Firefox answers to a command; raises RuntimeError with its words where it refuses."""
        self._count += 1
        text = json.dumps([0, self._count, command, parameters]).encode()
        self._line.write(b"%d:%b" % (len(text), text))
        self._line.flush()
        _, _, refused, answer = self._hear()
        if refused:
            raise RuntimeError(f"{command}: {refused['message']}")
        return answer

    def _hear(self) -> Any:
        length = b""
        while (one := self._line.read(1)) != b":":
            if not one:
                raise RuntimeError("Firefox is gone")
            length += one
        return json.loads(self._line.read(int(length)))

    def shoot(self, address: str, width: int, height: int, pictures: int, path: Path) -> None:
        """Write what the page at `address` looks like at this size, once it has so many pictures of streets.

        It is shown in a frame within the page that is open, since a window is never as narrow as a phone. Raises
        RuntimeError where the pictures do not come.
        """
        found = self.tells(
            "WebDriver:ExecuteAsyncScript", {"script": SHOW, "args": [address, width, height, pictures]}
        )
        if found["value"] is None:
            raise RuntimeError(f"{address}: not drawn")
        node = cast(dict[str, str], found["value"])
        shot = self.tells("WebDriver:TakeScreenshot", {"id": next(iter(node.values())), "full": False})
        path.write_bytes(base64.b64decode(shot["value"]))


# The frame takes the place of what is on the page that is open; afterwards what moves has come to rest.
SHOW = """
const [address, width, height, pictures, done] = arguments;
const frame = document.createElement("iframe");
Object.assign(frame, { src: address, width, height });
frame.style.border = "0";
frame.onload = async () => {
  const page = frame.contentDocument;
  const next = () => new Promise((go) => setTimeout(go, 100));
  const isDrawn = () => page.body.dataset.phase && page.querySelectorAll(".s-street").length >= pictures;
  for (const ends = Date.now() + 30000; Date.now() < ends && !isDrawn(); ) await next();
  for (let turn = 0; turn < 10; turn += 1) await next();
  done(isDrawn() ? frame : null);
};
document.body.replaceChildren(frame);
"""


@contextlib.contextmanager
def started(program: Path, folder: Path) -> Iterator[Firefox]:
    """Give a Firefox with a new profile in `folder`, and end it afterwards."""
    port = free_port()
    (folder / "user.js").write_text(PREFERENCES.format(port=port))
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", folder]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with _line(port) as line:
            yield Firefox(line)
    finally:
        process.terminate()
        process.wait(30)


def _line(port: int) -> socket.socket:
    ends = time.monotonic() + WAIT_S
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=WAIT_S)
        except ConnectionRefusedError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)
