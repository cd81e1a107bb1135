"""A browser without a screen: pages, forms and cookies over HTTP. Blocking; used from worker threads."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TIMEOUT_SECONDS = 90.0


class PageError(Exception):
    """A page that did not do what it should, with its status and address."""


class Browser:
    """One cookie jar on one server; `base_url` has no slash at the end."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> tuple[str, str]:
        """Return the address (path) a page ends up at and its text; raises PageError for a status of 400 and up."""
        return self._open(urllib.request.Request(self.base_url + path))

    def get_json(self, path: str) -> Any:
        """Return what a page says in JSON."""
        return json.loads(self.get(path)[1])

    def submit(self, path: str, **fields: str | int) -> str:
        """Fill in and send the form on a page; return the path it leads to."""
        found = CSRF.search(self.get(path)[1])
        if found is None:
            raise PageError(f"{path} has no form")
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": found[1], **fields}).encode()
        request = urllib.request.Request(self.base_url + path, data, {"Referer": self.base_url + path})
        return self._open(request)[0]

    def cookie_header(self) -> str:
        """Return the cookies as a socket's request carries them."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies)

    def _open(self, request: urllib.request.Request) -> tuple[str, str]:
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return urllib.parse.urlsplit(answer.url).path, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                raise PageError(f"{error.code} for {request.full_url}") from None
