"""A whole congress at the door over HTTP: the form, a seat, and the phone's page, as browsers ask for them.

Each person keeps one connection, as a browser does. Own few lines of HTTP, as a client library takes longer than the server.
"""

import asyncio
import re
import time
from urllib.parse import urlencode

COOKIE = re.compile(rb"(?im)^set-cookie: ([^=]+)=([^;\r\n]*)")
LENGTH = re.compile(rb"(?im)^content-length: (\d+)")
LOCATION = re.compile(rb"(?im)^location: (\S+)")
CSRF = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
ONCE = re.compile(rb'name="once" value="([^"]+)"')
PATIENCE = 120.0  # seconds; as patient as a browser


class Visitor:
    """One browser with one connection, which it keeps."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[bytes, bytes] = {}
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[bytes, bytes]:
        """Return the head and body of an answer; `form` makes it a POST."""
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        assert self._reader is not None
        encoding = "gzip" if path.startswith("/play/") else "identity"  # the form is read here
        body = urlencode(form).encode() if form is not None else b""
        lines = [
            f"{'GET' if form is None else 'POST'} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self._port}",
            "Accept: text/html",
            f"Accept-Encoding: {encoding}",
            "Cookie: "
            + "; ".join(f"{key.decode()}={value.decode()}" for key, value in self._cookies.items()),
        ]
        if form is not None:
            lines += [
                f"Origin: http://127.0.0.1:{self._port}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        self._writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        self._cookies |= dict(COOKIE.findall(head))
        found = LENGTH.search(head)
        return head, await self._reader.readexactly(int(found[1])) if found else b""

    async def join(self, code: str, alias: str) -> float:
        """Come in under a name; return the seconds that the slowest of the three answers took. Raises ValueError."""
        took = []
        began = time.perf_counter()
        _, page = await self.ask(f"/j/{code}/")
        took.append(time.perf_counter() - began)
        token, once = CSRF.search(page), ONCE.search(page)
        if token is None or once is None:
            raise ValueError(page[:300])
        form = {
            "csrfmiddlewaretoken": token[1].decode(),
            "once": once[1].decode(),
            "alias": alias,
            "how": "seat",
        }
        began = time.perf_counter()
        head, page = await self.ask(f"/j/{code}/", form)
        took.append(time.perf_counter() - began)
        seat = LOCATION.search(head)
        if seat is None or not seat[1].startswith(b"/play/"):
            raise ValueError(head[:300])
        began = time.perf_counter()
        head, _ = await self.ask(seat[1].decode())
        took.append(time.perf_counter() - began)
        if not head.startswith(b"HTTP/1.1 200"):
            raise ValueError(head[:300])
        return max(took)

    def leave(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()


async def offer(
    port: int, code: str, people: int, seconds: float, name: str = "P"
) -> tuple[float, list[float]]:
    """Let so many people come in evenly over so many seconds; return when all were in, and what each waited, sorted."""
    began = time.perf_counter()

    async def come(number: int) -> float:
        await asyncio.sleep(number * seconds / people)
        visitor = Visitor(port)
        try:
            return await asyncio.wait_for(visitor.join(code, f"{name}{number}"), PATIENCE)
        finally:
            visitor.leave()

    waited = await asyncio.gather(*(come(number) for number in range(people)))
    return time.perf_counter() - began, sorted(waited)
