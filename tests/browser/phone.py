"""A player's phone in a real browser: joins, taps, waits for what the server has, loses its connection and returns.

Knows the page by its ids and its coded words only, so that it plays in every language.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.sentences import filled

PLAY = ("agree", "act", "outcome")
RESTS = ("wait", "leave")  # what none of a task's switches means


def choose_self(page: Page) -> None:
    """Unfold table, role and the other ways to take part, where they do not lie open."""
    if page.locator(".choose-self:not([open])").count():
        page.locator(".choose-self > summary").click()


class Phone:
    """One person's phone on its play page; make it with `join`."""

    def __init__(self, page: Page, alias: str) -> None:
        self.page = page
        self.alias = alias
        self.words: dict[str, str] = json.loads(page.locator("#words").text_content() or "{}")
        self.role = page.locator("body").get_attribute("data-role") or ""

    @classmethod
    def join(
        cls,
        page: Page,
        code: str,
        alias: str,
        *,
        table: int | None = None,
        role: str = "",
        lobby: bool = True,
    ) -> "Phone":
        """Take a seat through the door, by the table's own link when `table` is given, in the lobby or later."""
        page.goto(f"/j/{code}/{table}/" if table else f"/j/{code}/")
        page.locator("#alias").fill(alias)
        if role:
            choose_self(page)
            page.locator(f".role-pick[data-role={role}]").click()
        page.locator("main form button.primary").click()
        page.wait_for_url(re.compile(r"/play/\d+/$"))
        phone = cls(page, alias)
        if lobby:
            phone.sees("lobby")
        return phone

    def word(self, code: str, **params: Any) -> str:
        """Return the sentence of a code as this page has it, with its names filled in."""
        return filled(self.page, self.words, code, params)

    def again(self, page: Page) -> "Phone":
        """Return this seat as another tab of the same browser shows it."""
        page.goto(self.page.url)
        return Phone(page, self.alias)

    # What it shows

    def sees(self, phase: str, round: int | None = None) -> None:
        """Wait for the phase (and round) to be on screen."""
        if phase == "debrief":  # its title is that of the step that is shown
            expect(self.page.locator("body")).to_have_attribute("data-phase", phase)
        else:
            title = self.word(f"ui.player.title.{phase}", alias=self.alias)
            expect(self.page.locator("#phase-title")).to_have_text(title)
        if round is not None:
            expect(self.page.locator("#round")).to_have_text(self.word("ui.round", round=round))

    def waits(self) -> None:
        """Wait for the words about who is still busy, and something to talk about or look at."""
        expect(self.page.locator("#waiting")).to_be_visible()
        expect(self.page.locator("#waiting-for")).to_be_in_viewport(ratio=1)  # read from the top
        expect(self.page.locator("#meanwhile")).to_be_visible()

    @property
    def tasks(self) -> Locator:
        """The task cards."""
        return self.page.locator("#tasks > li")

    def decided(self) -> list[str]:
        """Return per task what the phone says was decided."""
        return self.page.locator("#tasks [data-part=decided]").all_text_contents()

    def option(self, task: int, option: str) -> Locator:
        """The option on a task that a thumb taps."""
        return self.tasks.nth(task).locator(f"label:has(input[value={option}])")

    def chosen(self) -> list[str | None]:
        """Return per task what counts as chosen now, whoever chose it (the first set of each card)."""
        return [self._marked(self.tasks.nth(k)) for k in range(self.tasks.count())]

    def stands_ready(self, options: Sequence[str]) -> None:
        """Wait until each task counts as its option of these: marked, or the act that rests."""
        for task, option in enumerate(options):
            row = self.tasks.nth(task)
            if row.get_attribute("data-rest") == option:
                expect(row.locator("fieldset").first.locator("input:checked")).to_have_count(0)
            else:
                expect(row.locator("fieldset").first.locator(f"input[value={option}]")).to_be_checked()

    def _marked(self, task: Locator) -> str | None:
        marked = task.locator("fieldset").first.locator("input:checked")
        return marked.get_attribute("value") if marked.count() else task.get_attribute("data-rest") or None

    def shows_guess(self) -> None:
        """Wait for the question about luck, with no dice in sight yet."""
        expect(self.page.locator("#voice-luck")).to_be_visible()
        expect(self.page.locator("#story")).to_be_hidden()

    def shows_story(self, view: str) -> None:
        """Wait for a step of the debrief, with a drawing, to be on screen."""
        words = self.page.evaluate("fetch(document.body.dataset.words).then((answer) => answer.json())")[
            "words"
        ]
        expect(self.page.locator("#story")).to_contain_text(words[f"debrief.{view}.intro"])
        expect(self.page.locator("#story svg").first).to_be_visible()

    # What it does

    def tap(self, task: int, option: str) -> None:
        """Tap an option, or the switch that is on where none of them is wanted; it need not have reached the server."""
        folded = self.tasks.nth(task).locator("details.kept:not([open]) > summary")
        if folded.count():
            folded.click()
        if option not in RESTS:
            self.option(task, option).click()
        elif (is_on := self.tasks.nth(task).locator("label:has(input:checked)")).count():
            is_on.click()

    def choose(self, task: int, option: str) -> None:
        """Tap an option, unless it is a switch that is on by an own tap, and wait until the server has it."""
        switch = self.option(task, option).locator("input[type=checkbox]:checked")
        if option in RESTS or not switch.count():
            self.tap(task, option)
        elif self.option(task, option).get_attribute("data-state") == "prefilled":
            self.tap(task, option)  # off, and on again: so it is meant
            self.tap(task, option)
        self.shows_sent(task, option)

    def shows_sent(self, task: int, option: str) -> None:
        """Wait until the option is marked as sent; where no switch was on, there was nothing to send."""
        if option in RESTS:
            expect(self.tasks.nth(task)).to_have_attribute("data-state", re.compile("^(sent)?$"))
        else:
            expect(self.option(task, option)).to_have_attribute("data-state", "sent")

    def shows_pending(self, task: int, option: str) -> None:
        """Wait until the option is marked as tapped but not sent."""
        expect(self.option(task, option)).to_have_attribute("data-state", "pending")

    def fund(self, funding: str) -> None:
        """Choose how the professionals are paid; the municipality's chair only."""
        option = self.page.locator(f"#funding label:has(input[value={funding}])")
        option.click()
        expect(option).to_have_attribute("data-state", "sent")

    def agree(self, *holders: str, funding: str = "output") -> None:
        """Choose or propose who carries each task."""
        for task, holder in enumerate(holders):
            self.choose(task, holder)
        if self.role == "municipality":
            self.fund(funding)

    def act(self, *acts: str) -> None:
        """Choose what to do on each task."""
        for task, act in enumerate(acts):
            self.choose(task, act)

    def keep_all(self) -> None:
        """Take last round's whole set with one tap, and be done with it."""
        button = self.page.locator("#ready")
        expect(button).to_contain_text(button.get_attribute("data-again") or "")  # a translator adds to it
        button.click()
        expect(button).to_contain_text(button.get_attribute("data-undo") or "")
        expect(self.page.locator("[data-state=pending]")).to_have_count(0)

    def respond(self, option: str) -> int:
        """Choose this response on every task in trouble; return how many there were."""
        expect(self.page.locator("#mark")).to_be_visible()
        troubled = self.page.locator(f"#tasks label:has(input[value={option}])")
        count = troubled.count()
        for index in range(count):
            troubled.nth(index).click()
            expect(troubled.nth(index)).to_have_attribute("data-state", "sent")
        return count

    def ready(self) -> None:
        """Say "I am done", also with things left open, and wait until the server has it."""
        self.say_ready()
        button = self.page.locator("#ready")
        expect(button).to_have_text(button.get_attribute("data-undo") or "")
        self.waits()

    def say_ready(self) -> None:
        """Press "I am done", twice when it asks; it need not have reached the server."""
        button = self.page.locator("#ready")
        button.click()
        if self.page.locator("#left").is_visible():
            button.click()

    def unready(self) -> None:
        """Take "I am done" back."""
        button = self.page.locator("#ready")
        button.click()
        expect(button).not_to_have_text(button.get_attribute("data-undo") or "")
        expect(self.page.locator("#waiting")).to_be_hidden()

    def reload(self) -> None:
        """Reload the page, as somebody who does not trust it."""
        self.page.reload()
        expect(self.page.locator("#round")).to_be_visible()

    def offline(self, off: bool = True) -> None:
        """Take the phone off the network, or put it back; its sockets are frozen meanwhile, as on a real phone.

        What play needs has come before: the cards are fetched with the first screen of play.
        """
        expect(self.page.locator("body[data-phase]")).to_be_attached()  # it was connected
        if off and self.page.locator("body").get_attribute("data-phase") in PLAY:
            expect(self.tasks.first).to_be_attached()
        self.page.context.set_offline(off)
