"""Measures a first visit on a slow phone, and prints it as JSON: `python -m tests.load.bench.visit`.

Somebody who has a seat opens the phone's page anew in the middle of a round, with nothing kept from before: 400 kbit/s,
400 ms there and back, a processor that is four times as slow. Prints nothing of it where there is no Chromium.
"""

import json
import os
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import FLAGS, SHELL
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, LOCALES, PHONE
from tests.conftest import find_program
from tests.live.server import Server

BITS_PER_SECOND, LATENCY_MS, SLOWED = 400_000, 400, 4
VISITS = 3
ROLES = ("municipality", "professional", "resident")
IS_SHOWN = """() => document.body.dataset.phase === "agree"
  && [...document.querySelectorAll("#choices .option")].some((one) => one.checkVisibility())"""
# Of what came over the network until now, with the page itself.
CAME = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((one) => one.transferSize).filter((bytes) => bytes > 0)"""


def visit(browser: Browser, address: str, cookies: list[dict[str, object]]) -> tuple[float, int, int]:
    """Return after how many seconds there is something to choose, and how many bytes and files had come by then."""
    context = browser.new_context(locale=LOCALES["nl"], viewport=PHONE, has_touch=True)
    context.add_cookies(cookies)
    page = context.new_page()
    session = context.new_cdp_session(page)
    speed = BITS_PER_SECOND / 8
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(address, wait_until="commit")
    page.wait_for_function(IS_SHOWN)
    took = float(page.evaluate("performance.now()")) / 1000
    came = page.evaluate(CAME)
    context.close()
    return took, sum(came), len(came)


def _round(page: Page, server: Server, browser: Browser) -> Page:
    """Let three people sit down and the first round begin; return the page of one of them."""
    panel = Panel.start(page, server, tables=1, seats=3, rounds=2)
    phones = []
    for role in ROLES:
        context = browser.new_context(base_url=server.base_url, locale=LOCALES["nl"], viewport=PHONE)
        phones.append(Phone.join(context.new_page(), panel.code, role, table=1, role=role))
    panel.next()
    for phone in phones:
        phone.sees("agree", 1)
    return phones[-1].page


def main() -> None:
    """Visit a few times."""
    program = find_program(SHELL) or find_program("chromium")
    if program is None:
        sys.stdout.write("{}\n")
        return
    folder = Path(os.environ["DATA_DIR"])
    with Server({"DATA_DIR": str(folder)}) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        context = browser.new_context(base_url=server.base_url, locale=LOCALES["nl"], viewport=LAPTOP)
        seated = _round(context.new_page(), server, browser)
        cookies = seated.context.cookies()
        found = [visit(browser, seated.url, cookies) for _ in range(VISITS)]
        browser.close()
    took, came, files = (statistics.median(column) for column in zip(*found, strict=True))
    figures = {"something to choose, s": took, "bytes by then": came, "files by then": files}
    sys.stdout.write(json.dumps({"first visit": figures}) + "\n")


if __name__ == "__main__":
    main()
