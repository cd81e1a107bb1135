"""A browser's token: renewed at every gain of rights, under a name that only its host can set, hashed in the database."""

import re
from datetime import timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone

from game.actions import codes, devices, grants
from game.actions.sender import Sender
from game.actions.write import writing_newest
from game.models import Device, Grant, Workshop
from game.protocol.commands.people import Pair
from game.web.devices import COOKIE
from tests.ops.test_upgrade import migration
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
NEW = "__Host-device"
HTTPS = {"SESSION_COOKIE_NAME": "__Host-sessionid", "CSRF_COOKIE_NAME": "__Host-csrftoken"}
HTTPS |= {"SESSION_COOKIE_SECURE": True, "CSRF_COOKIE_SECURE": True}


@pytest.fixture(autouse=True)
def _no_failed_tries() -> None:
    cache.clear()


def with_token(token: str, name: str = COOKIE) -> Client:
    client = browser()
    client.cookies[name] = token
    return client


def link(workshop: Workshop) -> str:
    return f"/control/{workshop.pk}/?key={grants.new_link(workshop.pk)}"


def code(workshop: Workshop) -> str:
    with writing_newest(workshop.pk) as write:
        return codes.pair(write, Pair("x", 0), Sender(workshop.started_by_id or 0))


def account(email: str = "a@example.org") -> User:
    return User.objects.create_user(email, email, "a long enough word")


def gains(what: str, client: Client, workshop: Workshop) -> None:
    """Let a browser gain a right."""
    if what == "control link":
        client.get(link(workshop))
    elif what == "pairing":
        client.post(f"/pair/{code(workshop)}/")
    elif what == "start link":
        client.get("/new/", {"key": settings.START_KEY()})
    else:
        account()
        client.post("/login/", {"email": "a@example.org", "password": "a long enough word"})


@pytest.mark.parametrize("what", ["control link", "pairing", "start link", "log-in"])
def test_who_knew_the_token_gains_nothing(what: str, settings) -> None:
    if what == "log-in":
        settings.HOSTING, settings.ROOT_URLCONF = "accounts", "config.account_urls"
    workshop = start()
    victim = seated(workshop)
    known = victim.cookies[COOKIE].value
    device = devices.recognise(known)

    gains(what, victim, workshop)

    assert victim.cookies[COOKIE].value != known
    assert devices.recognise(victim.cookies[COOKIE].value) == device
    assert devices.recognise(known) is None
    assert victim.get(f"/play/{workshop.pk}/").status_code == 200  # what it had it has
    for path in (f"/play/{workshop.pk}/", f"/control/{workshop.pk}/", "/new/"):
        assert "data-socket" not in with_token(known).get(path).content.decode()


def test_an_answer_that_was_lost_is_given_again() -> None:
    workshop = start()
    known = seated(workshop).cookies[COOKIE].value
    where = link(workshop)

    first, second = with_token(known), with_token(known)
    first.get(where)
    second.get(where)

    assert first.cookies[COOKIE].value == second.cookies[COOKIE].value
    assert Grant.objects.filter(kind="facilitator").count() == 2
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        late = with_token(known)
        late.get(where)
        assert devices.recognise(late.cookies[COOKIE].value) != devices.recognise(first.cookies[COOKIE].value)


def test_a_pairing_whose_answer_was_lost_is_given_again() -> None:
    workshop = start()
    known = browser()
    token = devices.register("nl")[1]
    path = f"/pair/{code(workshop)}/"
    known.cookies[COOKIE] = token
    assert known.post(path)["Location"] == f"/control/{workshop.pk}/"

    again = with_token(token)
    assert again.get(path)["Location"] == f"/control/{workshop.pk}/"
    assert again.cookies[COOKIE].value == known.cookies[COOKIE].value
    assert again.get(f"/control/{workshop.pk}/").status_code == 200


def test_the_cookie_of_https_has_the_name_that_only_its_host_can_set() -> None:
    workshop = start()
    client = browser()

    client.post(f"/j/{workshop.code}/", {"alias": "Egel", "table": "", "role": ""}, secure=True)

    kept = client.cookies[NEW]
    assert (kept["secure"], kept["httponly"], kept["path"], kept["domain"]) == (True, True, "/", "")
    assert COOKIE not in client.cookies
    assert client.get(f"/play/{workshop.pk}/", secure=True).status_code == 200


def test_the_old_cookie_is_taken_over_once() -> None:
    workshop = start()
    old = seated(workshop).cookies[COOKIE].value

    client = with_token(old)
    answer = client.get(f"/play/{workshop.pk}/", secure=True)

    assert answer.status_code == 200
    assert (answer.cookies[COOKIE].value, answer.cookies[COOKIE]["max-age"]) == ("", 0)
    assert devices.recognise(answer.cookies[NEW].value) is not None
    assert devices.recognise(old) is None
    # What the same browser asked at the same moment, with the old one, is that once.
    assert with_token(old).get(f"/play/{workshop.pk}/", secure=True).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        page = with_token(old).get(f"/play/{workshop.pk}/", secure=True).content.decode()
        assert "data-socket" not in page
    new = with_token(answer.cookies[NEW].value, NEW)
    new.cookies[COOKIE] = "what somebody else set"
    assert "data-socket" in new.get(f"/play/{workshop.pk}/", secure=True).content.decode()


@override_settings(HOSTING="accounts", ROOT_URLCONF="config.account_urls")
def test_who_is_logged_in_stays_so_over_an_upgrade_to_the_new_names() -> None:
    account()
    client = browser()
    client.post("/login/", {"email": "a@example.org", "password": "a long enough word"})
    old = client.cookies["sessionid"].value

    with override_settings(**HTTPS):
        answer = client.get("/workshops/", secure=True)

        assert answer.status_code == 200
        assert (answer.cookies["sessionid"].value, answer.cookies["__Host-sessionid"].value != old) == (
            "",
            True,
        )
        assert client.get("/workshops/", secure=True).status_code == 200
        assert with_token(old, "sessionid").get("/workshops/", secure=True).status_code == 302


@override_settings(HOSTING="accounts", ROOT_URLCONF="config.account_urls")
def test_a_session_is_kept_under_a_hash_and_ends_with_the_log_out() -> None:
    account()
    client = browser()
    client.post("/login/", {"email": "a@example.org", "password": "a long enough word"})
    key = client.cookies["sessionid"].value

    [row] = Session.objects.all()
    assert row.session_key != key
    assert with_token(row.session_key, "sessionid").get("/workshops/").status_code == 302
    client.post("/logout/")
    assert with_token(key, "sessionid").get("/workshops/").status_code == 302
    assert not Session.objects.filter(session_key=row.session_key).exists()


@override_settings(HOSTING="accounts", ROOT_URLCONF="config.account_urls")
def test_sessions_of_before_are_found_under_their_hash() -> None:
    with override_settings(SESSION_ENGINE="django.contrib.sessions.backends.db"):
        account()
        client = browser()
        client.post("/login/", {"email": "a@example.org", "password": "a long enough word"})

    migration("tokens").hash_sessions(apps, None)

    again = with_token(client.cookies["sessionid"].value, "sessionid")
    assert again.get("/workshops/").status_code == 200


def test_a_form_that_was_open_during_the_upgrade_still_counts() -> None:
    workshop = start()
    client = Client(enforce_csrf_checks=True)
    page = client.get(f"/j/{workshop.code}/").content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    fields = {"csrfmiddlewaretoken": found[1] if found else "", "alias": "Egel", "table": "", "role": ""}

    with override_settings(**HTTPS):
        headers = {"origin": "https://testserver"}
        answer = client.post(f"/j/{workshop.code}/", fields, secure=True, headers=headers)

    assert answer.status_code == 302
    assert answer.cookies["__Host-csrftoken"]["secure"] is True


def test_a_wrong_start_link_makes_no_device() -> None:
    rows = Device.objects.count()

    answer = browser().get("/new/", {"key": "guessed"})

    assert (answer.status_code, COOKIE in answer.cookies, Device.objects.count()) == (403, False, rows)


def test_the_middleware_needs_no_database_for_who_has_no_cookie(django_assert_num_queries) -> None:
    assert import_module("game.web.cookies").NewNames
    with django_assert_num_queries(0):
        assert browser().get("/privacy/", secure=True).status_code == 200
