"""Pages while nothing can be stored: what only reads is as always, a form is answered with what is the matter."""

import logging
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from game.actions.storage import storage
from game.models import Person
from tests.actions.room import start
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db(transaction=True)
SAYS = {
    "nl": ("Dat lukte niet", "Niet bewaard: het spel kan even niets opslaan. Probeer het zo nog eens."),
    "en": ("That did not work", "Not kept: the game cannot store anything for a moment. Try again soon."),
}


@pytest.fixture(autouse=True)
def _taking_nothing(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    if connection.vendor != "sqlite":
        pytest.skip("asks SQLite to take nothing")
    storage.__init__()  # type: ignore[misc]  # as a process begins
    yield
    takes(True)
    storage.__init__()  # type: ignore[misc]


def takes(writes: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA query_only = {int(not writes)}")


def visitor(language: str) -> Client:
    client = browser(language)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_says_that_nothing_was_kept_and_works_once_it_can(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    room = start()
    address, client = f"/j/{room.workshop.code}/", visitor(language)
    takes(False)

    assert client.get(address).status_code == 200
    answers = [client.post(address, {"alias": "Egel"}) for _ in range(3)]

    title, text = SAYS[language]
    assert [answer.status_code for answer in answers] == [503] * 3
    page = answers[0].content.decode()
    assert (f"<h1>{title}</h1>" in page, f"<p>{text}</p>" in page, "device" in client.cookies) == (
        True,
        True,
        False,
    )
    lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert lines == ["nothing is stored until this is over: attempt to write a readonly database"]
    takes(True)
    assert client.post(address, {"alias": "Egel"}).status_code == 302
    assert Person.objects.get().alias == "Egel"


def test_what_keeps_nothing_goes_on() -> None:
    room = start()
    takes(False)
    for path in (
        "/",
        "/privacy/",
        f"/j/{room.workshop.code}/1/",
        "/healthz",
        f"/qr/{room.workshop.code}.svg",
    ):
        assert visitor("nl").get(path).status_code == 200, path
    assert visitor("nl").post("/", {"code": room.workshop.code}).status_code == 302


def test_a_mistake_of_ours_is_still_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE game_workshop RENAME TO game_workshop_away")
    try:
        answer = visitor("nl").get("/j/123456/")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE game_workshop_away RENAME TO game_workshop")
    assert answer.status_code == 500
    assert "Wat je eerder verstuurde, is bewaard." in answer.content.decode()
    assert storage.is_failing is False
