"""Django's admin, which staff enters by our own door."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from game.live.static import static_tree
from game.models import Game, Grant, Workshop
from tests.web.accounts.people import PASSWORD, logged_in, started, text
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    User.objects.create_superuser("beheer@stad.example", "beheer@stad.example", PASSWORD)
    return logged_in(User.objects.get(is_superuser=True))


def test_the_admin_is_entered_by_our_own_throttled_door(jan: User) -> None:
    assert browser().get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    page = text(browser(), "/admin/login/?next=/admin/")
    assert ('action="/login/"' in page, 'name="next" value="/admin/"' in page) == (True, True)
    assert logged_in(jan).get("/admin/").status_code == 302
    for _ in range(6):
        answer = browser().post("/admin/login/", {"email": jan.email, "password": "fout"})
    assert answer.status_code == 429


def test_the_policy_of_the_admin_is_ours_without_trusted_types(admin: Client) -> None:
    ours = set(admin.get("/privacy/")["Content-Security-Policy"].split("; "))
    its = set(admin.get("/admin/")["Content-Security-Policy"].split("; "))

    assert ours - its == {"require-trusted-types-for 'script'", "trusted-types 'none'"}
    assert its - ours == set()


def test_the_admins_own_files_are_served(admin: Client) -> None:
    page = text(admin, "/admin/auth/user/")

    named = re.findall(r'(?:href|src)="/static/(\w+)/(admin/[^"]+)"', page)
    assert len(named) > 5
    assert {version for version, _ in named} == {static_tree().version}
    assert [name for _, name in named if name not in static_tree().files] == []


def test_staff_makes_an_account_by_its_address(admin: Client) -> None:
    new = {
        "email": "Nieuw@Stad.example",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    assert admin.post("/admin/auth/user/add/", new).status_code == 302

    made = User.objects.get(email="nieuw@stad.example")
    assert (made.username, made.is_staff) == ("nieuw@stad.example", False)
    logged_in(made)
    again = admin.post("/admin/auth/user/add/", {**new, "email": "NIEUW@stad.example"})
    assert "Er is al een account" in again.content.decode()
    weak = admin.post(
        "/admin/auth/user/add/", {**new, "email": "x@y.example", "password1": "1", "password2": "1"}
    )
    assert weak.status_code == 200
    assert User.objects.count() == 2


def test_an_account_that_is_switched_off_loses_the_panel(admin: Client, jan: User) -> None:
    client = logged_in(jan)
    path = f"/control/{started(client).pk}/"
    edit = f"/admin/auth/user/{jan.pk}/change/"
    assert admin.post(edit, {"email": jan.email, "is_active": "on"}).status_code == 302
    assert Grant.objects.get().revoked_at is None

    assert admin.post(edit, {"email": jan.email}).status_code == 302

    assert client.get(path).status_code == 403
    assert client.get("/workshops/").status_code == 302


def test_a_new_password_takes_the_panel_from_who_had_the_old_one(admin: Client, jan: User) -> None:
    client = logged_in(jan)
    path = f"/control/{started(client).pk}/"
    new = {"usable_password": "true", "password1": "1", "password2": "2"}
    admin.post(f"/admin/auth/user/{jan.pk}/password/", new)
    assert Grant.objects.get().revoked_at is None

    new |= {"password1": "nog-Geheimer-2", "password2": "nog-Geheimer-2"}
    assert admin.post(f"/admin/auth/user/{jan.pk}/password/", new).status_code == 302

    assert client.get(path).status_code == 403


def test_staff_changes_whose_a_workshop_is_and_no_more(admin: Client, jan: User, els: User) -> None:
    client = logged_in(jan)
    workshop = started(client)
    edit = f"/admin/game/workshop/{workshop.pk}/change/"
    assert "Straatavond" in text(admin, edit)
    assert "jan@stad.example" in text(admin, "/admin/game/workshop/?q=jan")
    assert admin.get("/admin/game/workshop/add/").status_code == 403

    assert admin.post(edit, {"owner": str(els.pk), "title": "Anders"}).status_code == 302

    workshop.refresh_from_db()
    assert (workshop.owner, workshop.title) == (els, "Straatavond")
    assert client.get(f"/control/{workshop.pk}/").status_code == 403


@pytest.mark.parametrize("at_once", [False, True])
def test_staff_deletes_workshops_and_accounts(admin: Client, jan: User, at_once: bool) -> None:
    client = logged_in(jan)
    workshop = started(client, tables="9")
    for model, pk in (("game/workshop", workshop.pk), ("auth/user", jan.pk)):
        path = f"/admin/{model}/" if at_once else f"/admin/{model}/{pk}/delete/"
        chosen = {"action": "delete_selected", "_selected_action": str(pk)} if at_once else {}
        asked = admin.post(path, chosen) if at_once else admin.get(path)
        assert (asked.status_code, "table 9" in asked.content.decode()) == (200, False)
        assert admin.post(path, {**chosen, "post": "yes"}).status_code == 302

    assert Workshop.objects.count() == Game.objects.count() == Grant.objects.count() == 0
    assert User.objects.filter(pk=jan.pk).count() == 0
    assert client.get("/workshops/").status_code == 302


def test_leaving_the_admin_leaves_all_of_it(admin: Client) -> None:
    path = f"/control/{started(admin).pk}/"

    assert admin.post("/admin/logout/")["Location"] == "/login/"
    assert admin.get(path).status_code == 403
