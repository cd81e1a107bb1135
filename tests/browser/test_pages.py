"""Every page that needs no game under way: usable by everyone, and nothing blocked, sent elsewhere or broken."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door(watch: Watch, language: str) -> None:
    page = watch.visitor(language)
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    found = barriers(page, "home")
    page.goto("/privacy/")
    found += barriers(page, "privacy")
    assert found == []


def test_a_wrong_code_is_answered_with_a_sentence(watch: Watch) -> None:
    page = watch.visitor()
    page.goto("/")
    with watch.expecting("status of 404"):
        page.locator("#code").fill("12")
        page.locator("main form button.primary").click()
        expect(page.locator("#code-error")).to_be_visible()
        assert barriers(page, "wrong code") == []


def test_a_page_that_is_not_there(watch: Watch) -> None:
    page = watch.visitor()
    with watch.expecting("status of 404"):
        page.goto("/nergens/")
        assert barriers(page, "not found") == []


@pytest.mark.parametrize("path", ["/new/", "/new/?key=guessed", "/control/1/"])
def test_a_page_of_the_facilitator_opened_by_somebody_else(watch: Watch, path: str) -> None:
    page = watch.visitor(size=LAPTOP)
    with watch.expecting("status of 403"):
        page.goto(path)
        assert barriers(page, path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_starting_and_joining(watch: Watch, browser_server: Server, language: str) -> None:
    laptop = watch.visitor(language, size=LAPTOP)
    laptop.goto(f"/new/?key={browser_server.start_key}")
    found = barriers(laptop, "new")
    with watch.expecting("status of 400"):
        laptop.locator("[name=tables]").fill("41")
        laptop.locator("form.settings button.primary").click()
        expect(laptop.locator(".errorlist, .error").first).to_be_visible()
        found += barriers(laptop, "new, wrong")
    panel = Panel.start(laptop, browser_server, tables=2)
    page = watch.visitor(language)
    page.goto(f"/j/{panel.code}/")
    found += barriers(page, "join")
    with watch.expecting("status of 400"):
        page.locator("#alias").fill("een naam die heus veel te lang is")
        page.locator("main form button.primary").click()
        expect(page.locator("#alias-error")).to_be_visible()
        found += barriers(page, "join, wrong")
    assert found == []


def test_the_other_language_in_the_middle_of_joining(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    page = watch.visitor("nl")
    page.goto(f"/j/{panel.code}/")
    page.locator(".language button").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith(f"/j/{panel.code}/")
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/play/\d+/$"))
    page.locator(".language button").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_coming_back_to_the_front_door(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    seat = phone.page.url
    phone.page.goto("/")
    found = barriers(phone.page, "home, with a seat")
    phone.page.locator(".door-join a.button").click()
    assert phone.page.url == seat
    assert found == []


def test_joining_when_the_game_is_over(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    Phone.join(watch.visitor(), panel.code, "Egel")
    panel.next()
    panel.end_early()
    late = watch.visitor()
    late.goto(f"/j/{panel.code}/")
    expect(late.locator("#alias")).to_have_count(0)
    assert barriers(late, "join, over") == []


def test_a_form_that_was_open_for_too_long(watch: Watch) -> None:
    page = watch.visitor()
    page.goto("/")
    page.context.add_cookies([{"name": "csrftoken", "value": "o" * 32, "url": page.url}])
    with watch.expecting("status of 403"):
        page.locator("#code").fill("123456")
        page.locator("main form button.primary").click()
        expect(page.locator("#code")).to_have_count(0)
        assert barriers(page, "form too old") == []
