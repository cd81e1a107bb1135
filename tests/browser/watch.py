"""Watches every page of a test: what the policy blocked, what went to another host, what the console called an error."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebSocket, expect

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
BEAMER = {"width": 1920, "height": 1080}
HERE = ("http", "https", "ws", "wss")
WAIT_MS = 30_000  # for what comes within one or two seconds, also on a machine that is busy
# What Chromium says when a page that comes back gives up a connection that was still being made, for a fresh one.
GIVEN_UP = re.compile(r"console warning: WebSocket connection to \S+ failed: WebSocket is closed before")
REPORT_BLOCKED = """document.addEventListener("securitypolicyviolation", (event) =>
  reportBlocked([event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber].join(" ")));"""

expect.set_options(timeout=WAIT_MS)


class Watch:
    """Opens browsers of separate people and keeps in `problems` everything that may not happen in any of them."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self.browser = browser
        self.base_url = base_url
        self.problems: list[str] = []
        self._expected = [GIVEN_UP]
        self._open: list[BrowserContext] = []

    def visitor(self, language: str = "nl", *, size: dict[str, int] = PHONE) -> Page:
        """Return an empty page of a new person: own cookies, own storage, a browser in that language."""
        context = self.browser.new_context(
            base_url=self.base_url,
            locale=LOCALES[language],
            viewport={"width": size["width"], "height": size["height"]},
            has_touch=size is PHONE,
            reduced_motion="reduce",
        )
        context.set_default_timeout(WAIT_MS)
        context.expose_binding("reportBlocked", lambda source, what: self._note(f"blocked by policy: {what}"))
        context.add_init_script(REPORT_BLOCKED)
        context.on("request", self._requested)
        context.on("console", self._said)
        context.on("weberror", lambda failed: self._note(f"script failed: {failed.error}"))
        context.on("page", lambda page: page.on("websocket", self._connected))
        self._open.append(context)
        return context.new_page()

    @contextmanager
    def expecting(self, pattern: str) -> Iterator[None]:
        """Let problems that match `pattern` pass, such as the console's own line about a page that answers 404."""
        self._expected.append(re.compile(pattern))
        try:
            yield
        finally:
            self._expected.pop()

    def close(self) -> None:
        """Close everybody's browser."""
        for context in self._open:
            context.close()

    def _note(self, problem: str) -> None:
        if not any(pattern.search(problem) for pattern in self._expected):
            self.problems.append(problem)

    def _requested(self, request: Request) -> None:
        self._same_origin(request.url)

    def _connected(self, socket: WebSocket) -> None:
        self._same_origin(socket.url)

    def _same_origin(self, url: str) -> None:
        asked = urlsplit(url)
        if asked.scheme in HERE and asked.netloc != urlsplit(self.base_url).netloc:
            self._note(f"asked another origin: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console {message.type}: {message.text} ({message.location.get('url', '')})")
