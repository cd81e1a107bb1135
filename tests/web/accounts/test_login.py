"""Logging in and out, without guessing, and where one gets."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.web.accounts.people import PASSWORD, logged_in, text
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "says", "wrong"),
    [
        ("nl", "<h1>Inloggen</h1>", "horen niet bij elkaar"),
        ("en", "<h1>Log in</h1>", "do not belong together"),
    ],
)
def test_the_login_page(jan: User, language: str, says: str, wrong: str) -> None:
    client = browser(language)
    page = text(client, "/login/")
    assert (says in page, f'<html lang="{language}">' in page, "style=" in page) == (True, True, False)
    for email, password in (
        (jan.email, "fout"),
        ("nobody@stad.example", PASSWORD),
        ("", ""),
    ):
        answer = client.post("/login/", {"email": email, "password": password})
        assert (answer.status_code, wrong in answer.content.decode()) == (403, True)
    assert (
        client.post("/login/", {"email": "\x00", "password": "\x00"}).status_code == 400
    )  # no page sends that
    assert "sessionid" not in client.cookies


def test_the_password_is_not_sent_back(jan: User) -> None:
    answer = browser().post("/login/", {"email": jan.email, "password": "net-niet-Goed"})

    assert "net-niet-Goed" not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_the_form_needs_its_token(jan: User) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post("/login/", {"email": jan.email, "password": PASSWORD}).status_code == 403


def test_logging_in_and_out(jan: User) -> None:
    client = logged_in(jan)
    assert client.cookies["sessionid"]["httponly"] is True
    assert "Mijn werksessies" in text(client, "/workshops/")
    assert client.get("/logout/").status_code == 405

    answer = client.post("/logout/")

    assert answer["Location"] == "/login/"
    assert client.get("/workshops/")["Location"] == "/login/?next=/workshops/"


@pytest.mark.parametrize("address", ["/new/", "/workshops/?a=1", "/control/7/"])
def test_after_logging_in_one_gets_where_one_was_going(jan: User, address: str) -> None:
    assert f'name="next" value="{address}"' in text(browser(), f"/login/?next={address}")
    logged_in(jan, following=address)


@pytest.mark.parametrize(
    "address", ["https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test", "javascript:alert(1)"]
)
def test_logging_in_leads_nowhere_else(jan: User, address: str) -> None:
    assert 'name="next" value="/workshops/"' in text(browser(), f"/login/?next={address}")
    answer = browser().post("/login/", {"email": jan.email, "password": PASSWORD, "next": address})
    assert answer["Location"] == "/workshops/"


@pytest.mark.parametrize(("language", "says"), [("nl", "te vaak niet"), ("en", "wrong too often")])
def test_too_many_mistakes(jan: User, els: User, language: str, says: str) -> None:
    client = browser(language)
    for _ in range(5):
        client.post("/login/", {"email": jan.email, "password": "fout"})

    answer = client.post("/login/", {"email": jan.email, "password": "fout"})

    page = answer.content.decode()
    assert (answer.status_code, says in page) == (429, True)
    logged_in(els)  # others at this address are not kept out, and a right password works from there too
    assert client.post("/login/", {"email": jan.email, "password": PASSWORD}).status_code == 302


def test_a_session_that_somebody_else_put_there_is_not_used(jan: User) -> None:
    client = browser()
    client.cookies["sessionid"] = planted = "k" * 32
    client.post("/login/", {"email": jan.email, "password": PASSWORD})

    assert client.cookies["sessionid"].value != planted
    assert client.get("/workshops/").status_code == 200
