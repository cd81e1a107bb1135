"""How Django's pages are made: a few at a time, on kept threads, over the protocol that the server speaks."""

import asyncio
import threading
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from game.live.door import AT_ONCE
from game.live.pages import CHUNK, Pages

made_by: set[int] = set()
LARGE = b"x" * (2 * CHUNK + 1)


def plain(request: HttpRequest) -> HttpResponse:
    made_by.add(threading.get_ident())
    answer = HttpResponse(request.body or b"nothing", headers={"X-Straat": "é"})
    answer.set_cookie("a", "1")
    answer.set_cookie("b", "2", httponly=True)
    return answer


def large(request: HttpRequest) -> HttpResponse:
    return HttpResponse(LARGE)


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)


urlpatterns = [path("", plain), path("large", large), path("empty", empty)]
Sent = list[dict[str, Any]]


async def ask(
    pages: Pages, to: str = "/", body: bytes = b"", kind: str = "http.request", **more: Any
) -> Sent:
    sent: Sent = []

    async def receive() -> dict[str, Any]:
        return {"type": kind, "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-length", str(len(body)).encode())]
    method = "POST" if body else "GET"
    scope = {"type": "http", "method": method, "path": to, "query_string": b"", "headers": headers, **more}
    await pages(scope, receive, send)
    return sent


@pytest.fixture
def pages() -> Pages:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        return Pages()


@pytest.fixture(autouse=True)
def addresses() -> Any:
    with override_settings(ROOT_URLCONF=__name__):
        yield


async def test_an_answer_goes_out_with_each_cookie_on_its_own(pages: Pages) -> None:
    start, body = await ask(pages, body=b"a=1")
    assert (start["type"], start["status"]) == ("http.response.start", 200)
    assert [value for name, value in start["headers"] if name == b"Set-Cookie"] == [
        b"a=1; Path=/",
        b"b=2; HttpOnly; Path=/",
    ]
    assert (b"X-Straat", "é".encode("latin1")) in start["headers"]
    assert (body["body"], body["more_body"]) == (b"a=1", False)


async def test_a_few_threads_make_all_pages(pages: Pages) -> None:
    made_by.clear()
    await asyncio.gather(*(ask(pages) for _ in range(5 * AT_ONCE)))
    assert 0 < len(made_by) <= AT_ONCE


async def test_what_is_large_goes_in_pieces_and_nothing_is_said_once(pages: Pages) -> None:
    _, *pieces = await ask(pages, "/large")
    assert b"".join(one["body"] for one in pieces) == LARGE
    assert [one["more_body"] for one in pieces] == [True, True, False]
    start, body = await ask(pages, "/empty")
    assert (start["status"], body) == (204, {"type": "http.response.body", "body": b""})


async def test_who_left_before_asking_gets_nothing(pages: Pages) -> None:
    assert await ask(pages, kind="http.disconnect") == []


async def test_an_address_that_is_no_text_is_a_bad_request(pages: Pages) -> None:
    start, _ = await ask(pages, query_string=b"\xff")
    assert start["status"] == 400
