"""Asks an ASGI application as a server would, and keeps what it answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Application = Callable[..., Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    """An HTTP response; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


async def request(
    application: Application,
    path: str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    chunks: tuple[bytes, ...] = (b"",),
) -> Answer:
    """Send one HTTP request with its body in these chunks; Host is localhost unless given."""
    asked = {"host": "localhost"} | (headers or {})
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in asked.items()],
        "server": ["198.18.0.1", 8000],
    }
    events: list[dict[str, Any]] = [
        {"type": "http.request", "body": chunk, "more_body": number < len(chunks)}
        for number, chunk in enumerate(chunks, 1)
    ]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return events.pop(0) if events else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await application(scope, receive, send)
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], answered, b"".join(message["body"] for message in sent[1:]))
