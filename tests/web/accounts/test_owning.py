"""Whose a workshop is: starting and finding it, opening it elsewhere, who else may run it, deleting it."""

import re

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from game.models import Game, Grant, Workshop
from game.selectors.rights import is_facilitator
from game.web.devices import COOKIE
from tests.web.accounts.people import PASSWORD, logged_in, started, text
from tests.web.facilitator.test_workshops import filled_in
from tests.web.rooms import browser, seated

pytestmark = pytest.mark.django_db


# Starting and finding workshops


def test_starting_needs_an_account_and_no_key(jan: User, settings) -> None:
    for path in ("/new/", f"/new/?key={settings.START_KEY()}"):
        assert browser().get(path)["Location"].startswith("/login/?next=/new/")
    assert browser().post("/new/", filled_in())["Location"] == "/login/?next=/new/"
    assert Grant.objects.count() == Workshop.objects.count() == 0

    workshop = started(logged_in(jan))

    assert (workshop.owner, Grant.objects.get().account) == (jan, jan)


def test_players_get_no_session(jan: User) -> None:
    workshop = started(logged_in(jan))
    client = seated(workshop)
    client.get("/")
    client.get(f"/play/{workshop.pk}/")

    assert sorted(client.cookies) == ["csrftoken", COOKIE]


@pytest.mark.parametrize(
    ("language", "running", "past", "none"),
    [("nl", "Bezig", "Geweest", "nog geen werksessies"), ("en", "Running", "Past", "no workshops yet")],
)
def test_my_workshops(jan: User, els: User, language: str, running: str, past: str, none: str) -> None:
    client = logged_in(jan, language)
    assert none in text(client, "/workshops/")
    first, second = started(client, title="Eerste"), started(client, title="Tweede")
    third = started(logged_in(els), title="Derde")
    started(logged_in(els), title="Vierde")
    third.facilitators.add(jan)
    Game.objects.filter(workshop=first).update(phase="closed")

    page = text(client, "/workshops/")

    assert re.findall(r"<h[23]>(.*?)</h", page) == [running, "Derde", "Tweede", past, "Eerste"]
    own = [f"/workshops/{one.pk}/" for one in (second, first)]
    assert re.findall(r'href="(/workshops/\d+/)"', page) == own
    assert re.findall(r'href="(/control/\d+/)"', page) == [
        f"/control/{one.pk}/" for one in (third, second, first)
    ]


def test_a_long_list_costs_few_queries(
    jan: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = logged_in(jan)
    for number in range(12):
        started(client, title=f"Avond {number}")

    with django_assert_max_num_queries(6):
        text(client, "/workshops/")


def test_a_copy_is_for_who_may_run_it(jan: User, els: User) -> None:
    workshop = started(logged_in(jan), tables="4")
    other = logged_in(els)
    path = f"/new/?copy={workshop.pk}"
    assert other.get(path).context["form"].initial["tables"] == 1

    workshop.facilitators.add(els)

    assert other.get(path).context["form"].initial["tables"] == 4


# Opening


def test_the_owner_opens_it_on_another_device(jan: User) -> None:
    workshop = started(logged_in(jan))
    path = f"/control/{workshop.pk}/"
    client = logged_in(jan, following=path)

    answer = client.get(path, headers={"user-agent": "Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X)"})

    assert (answer.status_code, answer["Location"]) == (302, path)
    assert client.cookies[COOKIE]["httponly"] is True
    grant = Grant.objects.latest("pk")
    assert (grant.account, grant.kind, grant.label) == (jan, "facilitator", "iPad")
    assert is_facilitator(grant.device_id, workshop.pk)


@pytest.mark.parametrize(("language", "says"), [("nl", ">Inloggen<"), ("en", ">Log in<")])
def test_nobody_else_opens_it(jan: User, els: User, language: str, says: str) -> None:
    workshop = started(logged_in(jan))
    path = f"/control/{workshop.pk}/"

    page = text(browser(language), path, 403)
    assert (says in page, f'href="/login/?next={path}"' in page) == (True, True)
    assert text(logged_in(els), path, 403)
    assert text(logged_in(jan), "/control/999999/", 403)


def test_a_revoked_device_has_to_log_in_again(jan: User) -> None:
    client = logged_in(jan)
    path = f"/control/{started(client).pk}/"
    Grant.objects.update(revoked_at=timezone.now())

    assert "Log opnieuw in" in text(client, path, 403)
    client.post("/login/", {"email": jan.email, "password": PASSWORD})
    assert client.get(path).status_code == 302


def test_logging_out_closes_the_panel_of_this_device(jan: User) -> None:
    client = logged_in(jan)
    path = f"/control/{started(client).pk}/"
    client.post("/logout/")

    assert client.get(path).status_code == 403


def test_the_next_one_on_a_laptop_does_not_get_the_panel(jan: User, els: User) -> None:
    client = logged_in(jan)
    path = f"/control/{started(client).pk}/"
    client.post("/login/", {"email": els.email, "password": PASSWORD})

    assert client.get(path).status_code == 403


# Managing


@pytest.mark.parametrize(("language", "says"), [("nl", "Wie mag begeleiden"), ("en", "Who may run it")])
def test_adding_and_removing_a_facilitator(jan: User, els: User, language: str, says: str) -> None:
    client, other = logged_in(jan, language), logged_in(els)
    workshop = started(client)
    path = f"/workshops/{workshop.pk}/"
    assert says in text(client, path)

    assert client.post(path, {"email": "Els@stad.example"})["Location"] == path
    assert "els@stad.example" in text(client, path)
    assert other.get(f"/control/{workshop.pk}/").status_code == 302
    assert f'href="/control/{workshop.pk}/"' in text(other, "/workshops/")

    assert client.post(f"{path}remove/", {"account": str(els.pk)})["Location"] == path
    assert "els@stad.example" not in text(client, path)
    assert other.get(f"/control/{workshop.pk}/").status_code == 403


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("nobody@stad.example", "Er is geen account"),
        ("jan@stad.example", "al van dit account"),
        ("geen adres", "e-mailadres"),
        ("", "id_email_error"),
    ],
)
def test_who_cannot_be_added(jan: User, email: str, says: str) -> None:
    client = logged_in(jan)
    workshop = started(client)

    answer = client.post(f"/workshops/{workshop.pk}/", {"email": email})

    assert (answer.status_code, says in answer.content.decode()) == (400, True)
    assert workshop.facilitators.count() == 0


@pytest.mark.parametrize("account", ["", "x", "9" * 30, "٣", "999999"])
def test_removing_who_is_not_there(jan: User, account: str) -> None:
    client = logged_in(jan)
    workshop = started(client)

    assert client.post(f"/workshops/{workshop.pk}/remove/", {"account": account}).status_code == 302


@pytest.mark.parametrize(("language", "says"), [("nl", "Voorgoed verwijderen"), ("en", "Delete for good")])
def test_deleting_asks_first(jan: User, language: str, says: str) -> None:
    client = logged_in(jan, language)
    workshop = started(client)
    path = f"/workshops/{workshop.pk}/delete/"

    assert says in text(client, path)
    assert Workshop.objects.count() == 1
    assert client.post(path)["Location"] == "/workshops/"
    assert Workshop.objects.count() == Game.objects.count() == 0
    assert client.post(path).status_code == 404


@pytest.mark.parametrize("path", ["/workshops/{}/", "/workshops/{}/remove/", "/workshops/{}/delete/"])
def test_a_workshop_of_somebody_else_is_not_there(jan: User, els: User, path: str) -> None:
    workshop = started(logged_in(jan))
    client = logged_in(els)
    filled = {"email": els.email, "account": str(jan.pk)}

    for added in (False, True):
        if added:
            workshop.facilitators.add(els)
        assert client.post(path.format(workshop.pk), filled).status_code == 404
    assert client.post(path.format(999_999), filled).status_code == 404
    assert browser().post(path.format(workshop.pk), filled)["Location"].startswith("/login/?next=")
    assert (Workshop.objects.count(), workshop.facilitators.count()) == (1, 1)
