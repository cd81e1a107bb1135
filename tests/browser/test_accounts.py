"""Running the room from several devices: a remote paired by its link, the control link, and accounts on a hosted server."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import ROOT, Server

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en")
JAN, ELS = "jan@stad.example", "els.van.den.berg-winterkoninkje@gemeente-verweg.example"
PASSWORD = "goed-Geheim-1"
ASK = """command => new Promise((resolve, reject) => {
  const socket = new WebSocket(location.origin.replace("http", "ws") + document.body.dataset.socket);
  socket.onopen = () => socket.send(JSON.stringify({id: "asked", step: 0, ...command}));
  socket.onerror = reject;
  socket.onmessage = ({data}) => {
    const message = JSON.parse(data);
    if (message.id === "asked") { socket.close(1000); resolve(message.code); }
  };
})"""


def ask(panel: Page, **command: object) -> str:
    """Send a command as this panel and return the code in its answer; the panel's own cards have their own tests."""
    code = panel.evaluate(ASK, command)
    assert isinstance(code, str)
    return code


def person(panel: Page) -> int:
    """Return the only person in the room."""
    shown = panel.evaluate(
        """() => new Promise((resolve) => {
          const socket = new WebSocket(location.origin.replace("http", "ws") + document.body.dataset.socket);
          socket.onmessage = ({data}) => {
            const message = JSON.parse(data);
            if (message.type === "panel_screen") { socket.close(1000); resolve(message.tiles); }
          };
        })"""
    )
    (only,) = [one["person"] for tile in shown for seat in tile["seats"] for one in seat["people"]]
    return int(only)


# On a laptop


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remote_paired_by_the_link_presses_next(
    watch: Watch, browser_server: Server, language: str
) -> None:
    panel = Panel.start(watch.visitor(language, size=LAPTOP), browser_server)
    Phone.join(watch.visitor(), panel.code, "Egel")
    panel.counts_people(1)
    code = ask(panel.page, type="pair")
    phone = watch.visitor(language)

    phone.goto(f"/pair/{code}/")
    assert barriers(phone, "pair, remote") == []
    phone.locator("main form button.primary").click()
    phone.wait_for_url(re.compile(r"/control/\d+/$"))
    remote = Panel(phone)
    remote.sees("lobby")
    remote.next()

    panel.sees("agree", 1)
    late = watch.visitor(language)
    with watch.expecting("status of 404"):
        late.goto(f"/pair/{code}/")
        expect(late.locator("#code-error")).to_be_visible()
        assert barriers(late, "pair, used") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_goes_to_another_phone_by_its_code(
    watch: Watch, browser_server: Server, language: str
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    egel = Phone.join(watch.visitor(language), panel.code, "Egel")
    panel.counts_people(1)
    code = ask(panel.page, type="hand_over", person=person(panel.page))
    other = watch.visitor(language)

    other.goto("/")
    other.locator("main a.link[href^='/pair']").click()
    assert barriers(other, "enter a code") == []
    other.locator("#code").fill(f"{code[:4]} {code[4:]}".lower())
    other.locator("main form button.primary").click()
    other.wait_for_url(f"**/pair/{code}/")
    assert barriers(other, "pair, seat") == []
    other.locator("main form button.primary").click()

    other.wait_for_url(re.compile(r"/play/\d+/$"))
    expect(other.get_by_text("Egel").first).to_be_visible()
    expect(egel.page.get_by_role("alertdialog")).to_be_visible()
    panel.counts_people(1)


def test_the_control_link_opens_the_panel_elsewhere(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    panel.page.locator("[data-copy=control-link-text]").click()
    expect(panel.page.locator("[data-copy=control-link-text]")).to_have_text("Gekopieerd")
    link = panel.page.locator("#control-link-text")
    assert link.evaluate("(field) => field.selectionEnd - field.selectionStart") == len(link.input_value())
    key = ask(panel.page, type="renew_link")
    other = watch.visitor(size=LAPTOP)

    other.goto(f"{panel.page.url}?key={key}")

    assert other.url == panel.page.url  # the key has left the address
    Panel(other).sees("lobby")
    other.goto("/")
    with watch.expecting("status of 403"):
        stranger = watch.visitor()
        stranger.goto(f"{panel.page.url}?key=guessed")
        assert barriers(stranger, "wrong control link") == []


def test_a_workshop_is_found_back_where_one_starts(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    address = panel.page.url
    panel.page.goto("/new/")
    assert barriers(panel.page, "new, with a workshop") == []
    panel.page.locator(".known a").first.click()
    expect(panel.page).to_have_url(address)


# With accounts


@pytest.fixture(scope="module")
def account_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server with HOSTING=accounts and two accounts, of which Jan's is staff's."""
    environment = {"DATA_DIR": str(tmp_path_factory.mktemp("account-server")), "HOSTING": "accounts"}
    with Server(environment) as started:
        for email in (JAN, ELS):
            subprocess.run(
                [
                    sys.executable,
                    "manage.py",
                    "createsuperuser",
                    "--noinput",
                    "--username",
                    email,
                    "--email",
                    email,
                ],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], "DJANGO_SUPERUSER_PASSWORD": PASSWORD, **environment},
                check=True,
                capture_output=True,
            )
        yield started


@pytest.fixture
def hosted(browser: Browser, account_server: Server) -> Iterator[Watch]:
    """Give people their browsers on the server with accounts; afterwards nothing may have gone wrong."""
    account_server.log.write_bytes(b"")
    watching = Watch(browser, account_server.base_url)
    yield watching
    watching.close()
    assert watching.problems == []
    assert account_server.errors() == ""


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.locator("#id_email").fill(email)
    page.locator("#id_password").fill(password)
    page.locator("main form button.primary").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evening_with_an_account(hosted: Watch, language: str) -> None:
    page = hosted.visitor(language, size=LAPTOP)
    page.goto("/new/")
    found = barriers(page, "login")
    with hosted.expecting("status of 403"):
        log_in(page, JAN, "fout")
        expect(page.locator("#login-error")).to_be_visible()
        found += barriers(page, "login, wrong")
    log_in(page, JAN)
    expect(page).to_have_url(re.compile(r"/new/$"))
    found += barriers(page, "new, with an account")
    page.locator("form.settings button.primary").click()
    page.wait_for_url(re.compile(r"/control/\d+/$"))
    panel = Panel(page)
    panel.sees("lobby")
    number = page.url.rstrip("/").rpartition("/")[2]

    page.goto("/workshops/")
    found += barriers(page, "my workshops")
    page.locator(f"a[href='/workshops/{number}/']").click()
    with hosted.expecting("status of 400"):
        page.locator("#id_email").fill("nobody@stad.example")
        page.locator("main form[novalidate] button").click()
        expect(page.locator("#id_email_error")).to_be_visible()
        found += barriers(page, "manage, unknown")
    page.locator("#id_email").fill(ELS)
    page.locator("main form[novalidate] button").click()
    expect(page.get_by_text(ELS, exact=True)).to_be_visible()
    found += barriers(page, "manage")

    colleague = hosted.visitor(language)
    with hosted.expecting("status of 403"):
        colleague.goto(f"/control/{number}/")
        found += barriers(colleague, "control, not logged in")
    colleague.locator("main a.primary").click()
    log_in(colleague, ELS)
    expect(colleague).to_have_url(re.compile(rf"/control/{number}/$"))
    Panel(colleague).sees("lobby")
    colleague.goto("/workshops/")
    found += barriers(colleague, "workshops on a phone")

    page.goto(f"/workshops/{number}/delete/")
    found += barriers(page, "delete")
    page.locator("main form button").click()
    page.wait_for_url("**/workshops/")
    expect(page.locator(f"a[href='/control/{number}/']")).to_have_count(0)
    assert found == []


def test_logging_out_closes_the_panel(hosted: Watch) -> None:
    page = hosted.visitor(size=LAPTOP)
    page.goto("/new/")
    log_in(page, JAN)
    page.locator("form.settings button.primary").click()
    page.wait_for_url(re.compile(r"/control/\d+/$"))
    address = page.url
    page.goto("/workshops/")
    page.locator(".account-menu form:first-of-type button").click()
    page.wait_for_url("**/login/")
    with hosted.expecting("status of 403"):
        page.goto(address)
        expect(page.locator("main a.primary")).to_be_visible()


def test_the_admin_works_under_its_policy(hosted: Watch) -> None:
    page = hosted.visitor(size=LAPTOP)
    page.goto("/admin/")
    log_in(page, JAN)
    page.goto("/admin/auth/user/add/")
    page.locator("#id_email").fill("Nieuw@Stad.example")
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto("/admin/auth/user/")
    expect(page.get_by_text("nieuw@stad.example", exact=True).first).to_be_visible()
