"""Plays real games on real pages: three chairs at one table that play well, middling or poorly, and who looks on."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.live.server import Server

ROLES = ("municipality", "professional", "resident")
SEATS = 6  # one for the municipality, two professionals, three residents and so one neighbour
EXTRAS = (("professional", "Cor"), ("resident", "Els"), ("resident", "Dewi"))  # play along, unseen
ALIAS = {"municipality": "Anneke-Wilhelmina", "professional": "Bram", "resident": "Şükran van den Berg"}
WAIT_MS = 15_000


@dataclass(frozen=True)
class Manner:
    """How the three chairs of a table play every round: an option per task, and how professionals are paid."""

    holders: tuple[str, ...]
    paper: bool
    funding: str
    acts: dict[str, tuple[str, ...]]
    responds: dict[str, str]


GOOD = Manner(
    holders=("together",) * 4,
    paper=False,
    funding="trust",
    acts={
        "municipality": ("visit", "visit", "leave", "leave"),
        "professional": ("together",) * 4,
        "resident": ("join", "join", "join", "wait"),
    },
    responds={"municipality": "back", "professional": "evaluate", "resident": "repair"},
)
MIDDLING = Manner(
    holders=("residents", "together", "together", "professionals"),
    paper=False,
    funding="output",
    acts={
        "municipality": ("visit", "leave", "inspect", "leave"),
        "professional": ("step_back", "together", "together", "take_over"),
        "resident": ("join", "wait", "join", "claim"),
    },
    responds={"municipality": "let_be", "professional": "pull_in", "resident": "repair"},
)
POOR = Manner(
    holders=("professionals",) * 4,
    paper=True,
    funding="output",
    acts={
        "municipality": ("inspect", "inspect", "leave", "leave"),
        "professional": ("take_over", "take_over", "take_over", "step_back"),
        "resident": ("claim", "claim", "wait", "wait"),
    },
    responds={"municipality": "add_rule", "professional": "pull_in", "resident": "guarantee"},
)
MANNERS = {"good": GOOD, "middling": MIDDLING, "poor": POOR}


class Room:
    """Everybody's pages in one game; `walk` goes through it and answers at every screen worth looking at."""

    def __init__(self, browser: Browser, server: Server, manner: Manner, *, tables: int, rounds: int) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._manner = manner
        self._rounds = rounds
        self.panel = Panel.start(self._page(server), server, tables=tables, seats=SEATS, rounds=rounds)
        self.projector = Projector.open(self._page(server), self.panel.projector_link)
        self.phones = {
            role: Phone.join(
                self._page(server), self.panel.code, ALIAS[role], role=role, table=1 if tables > 1 else None
            )
            for role in ROLES
        }

        self.extras = [
            Phone.join(self._page(server), self.panel.code, alias, role=role, table=1 if tables > 1 else None)
            for role, alias in EXTRAS
        ]

    def close(self) -> None:
        """Close every browser of this game."""
        for context in self._contexts:
            context.close()

    def _page(self, server: Server) -> Page:
        context = self._browser.new_context(base_url=server.base_url, locale="nl-NL", reduced_motion="reduce")
        context.set_default_timeout(WAIT_MS)
        self._contexts.append(context)
        return context.new_page()

    def walk(self) -> Iterator[str]:
        """Play; yields the name of the state that all pages are in."""
        yield "lobby"
        for round in range(1, self._rounds + 1):
            self._next("agree")
            yield f"{round}-agree"
            self._agree()
            yield f"{round}-agree-chosen"
            self._next("act")
            yield f"{round}-act"
            self._act()
            yield f"{round}-act-chosen"
            self._ready()
            yield f"{round}-act-ready"
            self._next("outcome")
            self._finish_reveal()
            yield f"{round}-outcome"
            self._respond()
            if round == 3 and self._rounds > 3:
                self._next("time_out")
                yield "time-out"
        self._next("debrief")
        yield "debrief"

    def _next(self, phase: str) -> None:
        self.panel.page.locator("#next:not([aria-disabled=true])").wait_for()
        self.panel.page.locator("#next").click()
        yes = self.panel.page.locator("#confirm:not([hidden]) button[value=yes]")
        here = self.panel.page.locator(f"body[data-phase={phase}]")
        expect(here.or_(yes).first).to_be_attached()
        if yes.is_visible():
            yes.click()
        expect(here).to_be_attached()
        for page in self.pages.values():
            expect(page.locator(f"body[data-phase={phase}]")).to_be_attached()
        for phone in (*self.phones.values(), *self.extras):
            if phase in ("agree", "act"):
                expect(phone.tasks.first).to_be_attached()
            elif phase == "outcome":
                expect(phone.page.locator("#result")).to_be_visible()
        if phase == "debrief":  # comes a moment after the phase
            expect(self.projector.page.locator("main svg:visible").first).to_be_visible()

    def _finish_reveal(self) -> None:
        expect(self.projector.page.locator("body[data-reveal='0']")).to_be_attached(timeout=30_000)

    def _agree(self) -> None:
        for phone in self.phones.values():
            self._tap(phone, self._manner.holders)
        municipality = self.phones["municipality"]
        self._tap_all(municipality, f"input[value={'yes' if self._manner.paper else 'no'}]")
        self._tap_all(municipality, f"#funding input[value={self._manner.funding}]")

    def _act(self) -> None:
        for role, phone in self.phones.items():
            self._tap(phone, self._manner.acts[role])
        for turn, phone in enumerate(self.extras, 1):
            acts = self._manner.acts[phone.role]
            self._tap(phone, acts[turn:] + acts[:turn])

    def _respond(self) -> None:
        for phone in (*self.phones.values(), *self.extras):
            self._tap_all(phone, f"#tasks input[value={self._manner.responds[phone.role]}]")

    def _ready(self) -> None:
        for phone in (*self.phones.values(), *self.extras):
            phone.say_ready()
            expect(phone.page.locator("#waiting")).to_be_visible()

    def _tap(self, phone: Phone, options: tuple[str, ...]) -> None:
        for task, option in enumerate(options):
            if not phone.option(task, option).locator("input[type=checkbox]:checked").count():
                phone.tap(task, option)  # of a switch that is on already, a tap would take it back
        expect(phone.page.locator("[data-state=pending]")).to_have_count(0)

    def _tap_all(self, phone: Phone, inputs: str) -> None:
        for label in phone.page.locator(f"label:has({inputs}:not(:checked))").all():
            if label.is_visible():
                label.click()
        expect(phone.page.locator("[data-state=pending]")).to_have_count(0)

    @property
    def pages(self) -> dict[str, Page]:
        """Every page by the screen that it is."""
        return {
            "panel": self.panel.page,
            "projector": self.projector.page,
            **{f"phone-{role}": phone.page for role, phone in self.phones.items()},
        }
