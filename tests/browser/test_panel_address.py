"""Choosing the address on the panel: a real Chromium on a laptop that is on two networks."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import FLAGS, SHELL
from tests.browser.panel import Panel
from tests.browser.projector import Projector
from tests.browser.watch import LAPTOP, Watch
from tests.conftest import find_program
from tests.faults.cluster import wait_until
from tests.laptops import laptop, namespaces, unplayed
from tests.networks import PORT, Laptop

__all__ = ["laptop", "namespaces", "unplayed"]
pytestmark = pytest.mark.browser
WIFI, CABLE = f"192.168.1.20:{PORT}", f"10.1.2.3:{PORT}"
SMALL = {"width": 360, "height": 740}


def is_settling(laptop: Laptop) -> bool:
    """Whether an address may still change; a browser gives up what it loads when one does (ERR_NETWORK_CHANGED)."""
    shown = subprocess.run(["ip", "-n", laptop.name, "addr"], check=True, capture_output=True, text=True)
    return "tentative" in shown.stdout


@pytest.fixture
def on_laptop(
    laptop: Laptop, playwright: Playwright, require_program: Callable[[str], Path], tmp_path: Path
) -> Iterator[Watch]:
    """Give browsers on the laptop itself, its server running on two networks."""
    laptop.network("wlan0", "192.168.1.20/24", "192.168.1.77/24")
    laptop.network("eth0", "10.1.2.3/24", "10.1.2.77/24")
    laptop.play()
    wait_until(lambda: not is_settling(laptop), "the addresses to be settled")
    program = find_program(SHELL) or require_program("chromium")
    start = tmp_path / "browser"
    start.write_text(f'#!/bin/sh\nexec ip netns exec {laptop.name} {program} "$@"\n')
    start.chmod(0o755)
    started = playwright.chromium.launch(executable_path=start, args=FLAGS)
    watching = Watch(started, f"http://127.0.0.1:{PORT}")
    yield watching
    watching.close()
    started.close()
    assert watching.problems == []


def says(page: Page, address: str) -> None:
    """Wait until everything that is shown of the address on a panel or projector is this one."""
    shown = page.locator("[data-address]")
    for index in range(shown.count()):
        expect(shown.nth(index)).to_have_text(address)
    at = re.compile(rf"\?at=http%3A%2F%2F{address.replace(':', '%3A')}$")
    code = page.locator("img[data-qr]").first
    expect(code).to_have_attribute("src", at)
    expect(code).not_to_have_js_property("naturalWidth", 0)


def test_the_facilitator_chooses_by_keyboard_and_every_screen_follows(
    on_laptop: Watch, laptop: Laptop
) -> None:
    page = on_laptop.visitor(size=LAPTOP)
    page.goto(f"/new/?key={laptop.start_key}")
    page.locator("form.settings button.primary").click()
    page.wait_for_url(re.compile(r"/control/\d+/$"))
    panel = Panel(page)
    projector = Projector.open(on_laptop.visitor(size=LAPTOP), panel.projector_link)
    for shown in (page, projector.page):
        says(shown, WIFI)
    link = page.locator("#control-link input")
    expect(link).to_have_value(re.compile(rf"^http://{WIFI}/control/\d+/\?key="))

    page.locator(".join-box [data-open-address]").focus()
    page.keyboard.press("Enter")
    options = page.locator("#address-list label")
    expect(options.locator("strong")).to_have_text([panel.word("ui.panel.address.auto"), WIFI, CABLE])
    expect(options.nth(0).locator("input")).to_be_checked()
    found = barriers(page, "panel, address")
    page.set_viewport_size(SMALL)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    found += barriers(page, "panel, address, narrow")
    page.set_viewport_size(LAPTOP)
    options.nth(0).locator("input").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(2).locator("input")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("#address")).to_be_hidden()
    for shown in (page, projector.page):
        says(shown, CABLE)
    expect(link).to_have_value(re.compile(rf"^http://{CABLE}/control/\d+/\?key="))
    assert found == []
