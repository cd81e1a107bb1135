"""How quick this computer's Chromium is now, and how much to slow it so that it is as slow as one that everybody knows.

"Four times slowed" says nothing without of what: this machine is twice as quick in one hour as in another. The field's
own measure is the benchmark index of Lighthouse: how often in a tenth of a second a string of 10,000 letters is put
together, and 100,000 numbers are copied; the mean of both. A high-end desktop has 1500 to 2000, and slowing four times is
meant for that; a mid-range phone comes to 800 at most. Here it is counted in time that the thread ran, so that other work
on this machine counts little.
"""

import json
from collections.abc import Iterable
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

REFERENCE = 1500  # the slowest of the computers for which a factor of four is meant
TIMES = 5
ROUNDS = {"joining": 3000, "copying": 600}  # a quarter of a second each on the reference
WORK = """rounds => {
  const numbers = [Array.from({ length: 100_000 }, (_, at) => at), Array.from({ length: 100_000 }, () => 0)];
  const joining = () => {
    let text = "";
    for (let letter = 0; letter < 10_000; letter += 1) text += "a";
    return text.length;
  };
  const copying = (round) => {
    const from = numbers[round % 2], to = numbers[1 - (round % 2)];
    for (let at = 0; at < from.length; at += 1) to[at] = from[at];
    return to.length;
  };
  const work = { joining, copying };
  let done = 0;
  for (const [name, times] of Object.entries(rounds))
    for (let round = 0; round < times; round += 1) done += work[name](round);
  return done;
}"""
TENTH = 10


def index(browser: Browser) -> float:
    """Return the benchmark index of this computer now: the median of a few, each half a second or so."""
    page = browser.new_page()
    page.goto("about:blank")
    page.evaluate(WORK, ROUNDS)  # compiled from now on
    found = median(_once(browser, page) for _ in range(TIMES))
    page.close()
    return found


def rate(index_now: float, slowed: float) -> float:
    """Return how often to slow a computer of this index, so that it is the reference slowed so many times; at least 1."""
    return max(1.0, slowed * index_now / REFERENCE)


def _once(browser: Browser, page: Page) -> float:
    each = [rounds / TENTH / _seconds(browser, page, {name: rounds}) for name, rounds in ROUNDS.items()]
    return sum(each) / len(each)


def _seconds(browser: Browser, page: Page, rounds: dict[str, int]) -> float:
    browser.start_tracing(page=page, categories=["toplevel", "disabled-by-default-devtools.timeline"])
    page.evaluate(WORK, rounds)
    return _longest(json.loads(browser.stop_tracing())["traceEvents"]) / 1e6


def _longest(events: Iterable[dict[str, Any]]) -> float:
    """Return the microseconds that the longest task of any thread ran."""
    return max(float(one.get("tdur", 0)) for one in events if one["name"] == "RunTask")
