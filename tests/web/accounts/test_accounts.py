"""Where facilitators have accounts: logging in and out, my workshops, who else may run one, and Django's admin."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from config.settings import BASE_DIR
from game.live.static import static_tree
from game.models import Game, Grant, Workshop
from game.selectors.rights import is_facilitator
from game.web.devices import COOKIE
from tests.web.facilitator.test_workshops import filled_in
from tests.web.rooms import browser, seated

pytestmark = pytest.mark.django_db
PASSWORD = "goed-Geheim-1"
ADMIN_FILES = "contrib/admin/static"


@pytest.fixture(autouse=True)
def _accounts(settings):
    """Be a server with HOSTING=accounts."""
    import django

    cache.clear()
    settings.HOSTING = "accounts"
    settings.ROOT_URLCONF = "config.account_urls"
    settings.STATICFILES_DIRS = [BASE_DIR / "static", f"{django.__path__[0]}/{ADMIN_FILES}"]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def jan() -> User:
    return account("jan@stad.example")


@pytest.fixture
def els() -> User:
    return account("els@stad.example")


def account(email: str, **more: bool) -> User:
    return User.objects.create_user(email, email, PASSWORD, **more)


def logged_in(user: User, language: str = "nl", following: str = "") -> Client:
    client = browser(language)
    answer = client.post("/login/", {"email": user.email, "password": PASSWORD, "next": following})
    assert (answer.status_code, answer["Location"]) == (302, following or "/workshops/")
    return client


def started(client: Client, **changes: str) -> Workshop:
    answer = client.post("/new/", filled_in(**changes))
    assert answer.status_code == 302
    return Workshop.objects.latest("pk")


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


# Logging in


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

    answer = client.post("/login/", {"email": jan.email, "password": PASSWORD})

    page = answer.content.decode()
    assert (answer.status_code, says in page) == (429, True)
    assert re.search(r"\d\d:\d\d", page)
    logged_in(els)
    elsewhere = {"email": jan.email, "password": PASSWORD}
    assert browser().post("/login/", elsewhere, REMOTE_ADDR="192.0.2.8").status_code == 302


def test_a_session_that_somebody_else_put_there_is_not_used(jan: User) -> None:
    client = browser()
    client.cookies["sessionid"] = planted = "k" * 32
    client.post("/login/", {"email": jan.email, "password": PASSWORD})

    assert client.cookies["sessionid"].value != planted
    assert client.get("/workshops/").status_code == 200


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


# Django's admin


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
