"""What panel and projector cost the computer that shows them: processor time of the page's main thread, at many tables.

    python -m tests.load.forty_pages [--tables 40] [--slowed 4] [--times 3] [--debrief] [--hot] [--tasks 3]

Prints, per press, all of it and its longest task in milliseconds, how many frames it took, and what of it was script,
style, layout and paint (with what comes before and after that), while Chromium slows that thread down until it is as slow
as a reference computer slowed so many times (`reference_computer`; by how much stands before each game). What is counted is
time that the thread ran; `first` is until the first paint. `drawn` is by the clock, other work and all: from the press,
over the server, to the last frame of what it changed. The game is played so often as `--times` says, with `--debrief`
through the short path of the debrief; at the end stands one table: the median of each. `--hot` also lists where scripts
spend it, `--tasks` of what the longest tasks were: each kind of event without what ran within it, and a script's function
by its name and line. `cleared` is the longest task that the browser's own collector took for the greater part: after a page
was opened again it clears what that left, whenever it likes, also where nothing happens; `longest` is without those.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from game.engine.debrief.steps import PICTURES
from tests.browser.conftest import FLAGS, SHELL
from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.watch import BEAMER, LAPTOP
from tests.conftest import find_program
from tests.live.server import Server
from tests.load import reference_computer

CATEGORIES = [
    "toplevel",
    "loading",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
]
QUIET_MS = 2500  # after a press: the streets are drawn in slices
STEPS = 5
HOTTEST = 12
LEAST_MS, TASK = 0.5, "RunTask"
KINDS = {
    "script": {
        "FunctionCall",
        "EvaluateScript",
        "v8.compile",
        "v8.compileModule",
        "RunMicrotasks",
        "MinorGC",
        "MajorGC",
    },
    "style": {"UpdateLayoutTree", "RecalculateStyles"},
    "layout": {"Layout"},
    "paint": {"PrePaint", "Paint", "Layerize", "UpdateLayer", "Commit"},
}
FRAME = "Commit"
COLLECTOR = ("V8.GC", "MajorGC", "MinorGC")
PRESS = "press"
TOGETHER_US = 500_000  # frames that follow within this belong to one change
FIRST = "firstContentfulPaint"


@dataclass
class Measured:
    """Prints what a page's main thread ran."""

    browser: Browser
    page: Page
    name: str
    slowed: float
    hot: bool
    tasks: int
    found: dict[tuple[str, str], list[dict[str, float]]] = field(default_factory=dict)

    def during(self, what: str, act: Callable[[], object]) -> None:
        """Print it for what happens from `act` on."""
        session = self.page.context.new_cdp_session(self.page)
        if self.hot:
            session.send("Profiler.enable")
            session.send("Profiler.start")
        self.browser.start_tracing(page=self.page, categories=CATEGORIES)
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slowed})
        self.page.evaluate("name => void performance.mark(name)", PRESS)
        act()
        self.page.wait_for_timeout(QUIET_MS)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        told = json.loads(self.browser.stop_tracing())["traceEvents"]
        events = self._of_main_thread(told)
        tasks = [event for event in events if event["name"] == TASK]
        collected = [one for one in events if one["name"].startswith(COLLECTOR)]
        cleared = [task for task in tasks if _of_collector(task, collected)]
        own = [task for task in tasks if task not in cleared]
        painted = [event["ts"] for event in told if event["name"] == FIRST]
        spent = {
            "first": sum(_ms(event) for event in tasks if painted and event["ts"] < painted[-1]),
            "drawn": _drawn(told, events),
            "longest": max(map(_ms, own), default=0.0),
            "cleared": max(map(_ms, cleared), default=0.0),
            "all": sum(map(_ms, tasks)),
            **_by_kind(events),
            "frames": sum(event["name"] == FRAME for event in events),
        }
        self.found.setdefault((self.name, what), []).append(spent)
        print(_line(self.name, what, spent), flush=True)
        for task in sorted(own, key=_ms, reverse=True)[: self.tasks]:
            print(_made_of(task, events))
        if self.hot:
            print(_hottest(session.send("Profiler.stop")["profile"]))
        session.detach()

    def _of_main_thread(self, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
        named = [
            one for one in events if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
        ]
        threads = {(one["pid"], one["tid"]): 0.0 for one in named}
        for event in events:
            if (event["pid"], event["tid"]) in threads:
                threads[event["pid"], event["tid"]] += _ms(event)
        busiest = max(threads, key=lambda thread: threads[thread])
        return [event for event in events if (event["pid"], event["tid"]) == busiest and event["ph"] == "X"]


def _ms(event: dict[str, Any]) -> float:
    return float(event.get("tdur", event.get("dur", 0))) / 1000


def _of_collector(task: dict[str, Any], collected: list[dict[str, Any]]) -> bool:
    """Return whether the collector, with these events of its own, took most of this task."""
    ends = task["ts"] + task["dur"]
    until = task["ts"]
    spent = 0.0
    for one in sorted(collected, key=lambda event: (event["ts"], -event["dur"])):
        if until <= one["ts"] < ends:
            spent += _ms(one)
            until = one["ts"] + one["dur"]
    return spent > _ms(task) / 2


def _drawn(told: list[dict[str, Any]], events: list[dict[str, Any]]) -> float:
    """Return after how many milliseconds by the clock the last frame came that belongs to the press."""
    pressed = max(event["ts"] for event in told if event["name"] == PRESS)
    frames = sorted((one["ts"], one["ts"] + one["dur"]) for one in events if one["name"] == FRAME)
    after = [frame for frame in frames if frame[0] > pressed]
    last = after[0][0] if after else pressed
    for began, ended in after:
        if began - last < TOGETHER_US:
            last = ended
    return float(last - pressed) / 1000


def _by_kind(events: list[dict[str, Any]]) -> dict[str, float]:
    """Return the milliseconds of each kind of work, without what other kinds did within it."""
    kind_of = {name: kind for kind, names in KINDS.items() for name in names}
    spent = dict.fromkeys(KINDS, 0.0)
    open_: list[tuple[float, str]] = []  # until when, and its kind
    for event in sorted(events, key=lambda one: (one["ts"], -one.get("dur", 0))):
        kind = kind_of.get(event["name"])
        if kind is None:
            continue
        while open_ and open_[-1][0] <= event["ts"]:
            open_.pop()
        spent[kind] += _ms(event)
        if open_:
            spent[open_[-1][1]] -= _ms(event)
        open_.append((event["ts"] + event.get("dur", 0), kind))
    return spent


def _made_of(task: dict[str, Any], events: list[dict[str, Any]]) -> str:
    """Return the events within a task, those that took longest first, each without the events within itself."""
    ends = task["ts"] + task["dur"]
    within = [one for one in events if one is not task and task["ts"] <= one["ts"] < ends]
    spent: Counter[str] = Counter()
    open_: list[tuple[float, str]] = []  # until when, and its name
    for event in sorted(within, key=lambda one: (one["ts"], -one.get("dur", 0))):
        while open_ and open_[-1][0] <= event["ts"]:
            open_.pop()
        spent[_named(event)] += _ms(event)
        if open_:
            spent[open_[-1][1]] -= _ms(event)
        open_.append((event["ts"] + event.get("dur", 0), _named(event)))
    lines = [f"{ms:10.1f} {name}" for name, ms in spent.most_common(HOTTEST) if ms > LEAST_MS]
    return "\n".join([f"    a task of {_ms(task):.1f}", *lines])


def _named(event: dict[str, Any]) -> str:
    data = event.get("args", {}).get("data") or {}
    if event["name"] == "FunctionCall":
        return (
            f"{data.get('functionName') or '-'} {data.get('url', '').split('/')[-1]}:{data.get('lineNumber')}"
        )
    counted = {"UpdateLayoutTree": event.get("args", {}).get("elementCount")}.get(event["name"])
    return event["name"] + (f" of {counted}" if counted else "")


def _line(name: str, what: str, spent: dict[str, float]) -> str:
    return f"{name:10}{what:24}" + "".join(f"{ms:7.0f} {kind}" for kind, ms in spent.items())


def _table(found: dict[tuple[str, str], list[dict[str, float]]]) -> str:
    """Return the median of each press as one table: a line for each screen and press, ms and frames."""
    kinds = list(next(iter(found.values()))[0])
    lines = ["".join([f"{'':34}", *[f"{kind:>9}" for kind in kinds]])]
    for (name, what), times in found.items():
        middle = [median(one[kind] for one in times) for kind in kinds]
        lines.append("".join([f"{name:10}{what:24}", *[f"{value:9.0f}" for value in middle]]))
    return "\n".join(lines)


def _hottest(profile: dict[str, Any]) -> str:
    nodes = {node["id"]: node["callFrame"] for node in profile["nodes"]}
    spent: Counter[str] = Counter()
    for sample, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        frame = nodes[sample]
        spent[f"{frame['functionName'] or '-'} {frame['url'].split('/')[-1]}:{frame['lineNumber'] + 1}"] += (
            microseconds
        )
    lines = [
        f"    {spent_us / 1000:7.1f} {where}"
        for where, spent_us in spent.most_common(HOTTEST)
        if "(idle)" not in where
    ]
    return "\n".join(lines)


def main() -> None:
    """Play a rehearsal at so many tables, once before the panel and once before the projector."""
    parser = argparse.ArgumentParser(
        prog="forty_pages", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--tables", type=int, default=40)
    parser.add_argument("--slowed", type=float, default=4)
    parser.add_argument("--hot", action="store_true")
    parser.add_argument("--tasks", type=int, default=0)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--debrief", action="store_true")
    parser.add_argument("--screens", nargs="*", default=["panel", "projector"])
    asked = parser.parse_args()
    program = find_program(SHELL) or find_program("chromium")
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with TemporaryDirectory() as data, Server({"DATA_DIR": data}) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for screen in asked.screens * asked.times:
            rate = reference_computer.rate(reference_computer.index(browser), asked.slowed)
            print(f"{screen}: slowed {rate:.2f} times", flush=True)
            context = browser.new_context(base_url=server.base_url, locale="nl-NL", viewport=LAPTOP)
            page = context.new_page()
            panel = Panel.start(page, server, tables=asked.tables, seats=6, rounds=3, rehearsal=True)
            with Desk(page) as desk:
                measured = Measured(browser, page, screen, rate, asked.hot, asked.tasks, found)
                _play(measured, desk, panel)
                if asked.debrief:
                    _debrief(measured, desk)
            context.close()
        browser.close()
    slowed = f"a reference computer {asked.slowed:g} times slowed"
    print(f"\nms of the main thread, {asked.tables} tables, {slowed}, the median of {asked.times}")
    print(_table(found))


def _play(measured: Measured, desk: Desk, panel: Panel) -> None:
    page = measured.page
    address = panel.projector_link if measured.name == "projector" else page.url
    page.goto("about:blank")
    page.set_viewport_size(BEAMER if measured.name == "projector" else LAPTOP)
    page.goto(address)
    measured.during("settling", lambda: None)
    measured.during("lobby again", page.reload)
    for step in range(1, STEPS + 1):
        coming = _room(desk)["next"]
        measured.during(f"{step} {coming['phase']} {coming['round']}", lambda: desk.send("next"))
    measured.during("opened again", page.reload)
    page.wait_for_timeout(QUIET_MS)  # what can be pressed on the projector fades meanwhile
    measured.during("one seat", lambda: desk.send("set_bot", table=3, seat=0, bot=False))
    measured.during("nothing", lambda: None)


def _room(desk: Desk) -> dict[str, Any]:
    assert desk.step >= 0  # asked for this, it has the newest
    return desk.room


def _debrief(measured: Measured, desk: Desk) -> None:
    while _room(desk)["phase"] != "debrief":
        desk.send("next")
    for step, pictures in PICTURES.items():
        for one in (one for one in pictures if one.on == "short"):
            for beat in range(one.last_beat(1, len(desk.tiles)) + 1):
                press = partial(desk.send, "show_debrief", view=step, part=one.part, table=None, beat=beat)
                measured.during(f"{step} {one.part} {beat}", press)


if __name__ == "__main__":
    main()
