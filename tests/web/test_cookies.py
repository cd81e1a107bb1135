"""A browser that keeps no cookies is told so, on the page where it tried, with what to do."""

import pytest
from django.test import Client, override_settings
from pytest_django.asserts import assertTemplateUsed

from tests.web.rooms import start

pytestmark = pytest.mark.django_db

SAYS = {"nl": "Deze browser bewaart geen cookies", "en": "This browser keeps no cookies"}


def without(language: str = "nl") -> Client:
    """Return a browser whose forms are checked and which sends no cookie back."""
    return Client(enforce_csrf_checks=True, headers={"accept-language": language})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_join_page_says_so_and_keeps_the_name(language: str) -> None:
    answer = without(language).post(f"/j/{start().code}/", {"alias": "Noor van 12"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assertTemplateUsed(answer, "join.html")
    assert page.count(SAYS[language]) == 1
    assert "WhatsApp" in page
    assert answer.context["alias"] == "Noor van 12"


@pytest.mark.parametrize(
    ("path", "template"),
    [("/", "home.html"), ("/pair/", "pair/enter.html"), ("/new/", "facilitator/no_key.html")],
)
def test_the_other_forms_say_so_on_their_own_page(path: str, template: str) -> None:
    answer = without().post(path, {"code": "123456"})

    assert answer.status_code == 403
    assertTemplateUsed(answer, template)
    assert answer.content.decode().count(SAYS["nl"]) == 1


@pytest.mark.parametrize("path", ["/language/", "/pair/ABCDEFGH/"])
def test_what_has_no_page_of_its_own_says_so_too(path: str) -> None:
    answer = without().post(path, {"language": "en", "next": "/"})

    assert answer.status_code == 403
    assert answer.content.decode().count(SAYS["nl"]) == 1


def test_with_cookies_the_form_is_only_too_old() -> None:
    client = without()
    code = start().code
    client.get(f"/j/{code}/")  # sets the cookie

    answer = client.post(f"/j/{code}/", {"alias": "Noor"})

    assert answer.status_code == 403
    assert answer.content.decode().count(SAYS["nl"]) == 0


@override_settings(CSRF_COOKIE_SECURE=True, PUBLIC_URL="https://spel.example")
def test_a_safe_cookie_on_an_unsafe_address_leads_to_the_safe_one() -> None:
    code = start().code

    page = without().post(f"/j/{code}/", {"alias": "Noor"}).content.decode()

    assert f'href="https://spel.example/j/{code}/"' in page
    assert page.count(SAYS["nl"]) == 0


def test_who_opens_a_start_link_without_cookies_hears_why_it_leads_nowhere() -> None:
    page = without().get("/new/").content.decode()

    assert "Dan bewaart die geen cookies" in page
