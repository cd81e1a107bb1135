"""The facilitator's browser: starts a workshop from the form, presses the one button, and looks at who is there.

In one file because it is the one person that all tests of the panel let press.
"""

import json
import re
import sqlite3
from contextlib import closing
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.sentences import filled
from tests.live.server import Server

SEED = 1  # of the dice and the bots of every game that is started here


# What the panel says that presses of a picture bring of one table, the last of them every further one too.
PRESSES = {
    "film": ("what_happened.film_on",),
    "gap": ("what_happened.gap_on",),
    "luck": ("what_happened.luck_guessed", "what_happened.luck_dice", "what_happened.luck_answer"),
    "turns": ("turning.turns_on",),
    "logic": ("sensible.logic_chosen", "sensible.logic_got"),
    "claim": ("sensible.claim_on",),
    "vote": ("what_if.vote_on",),
    "take_home": ("tomorrow.photo",),
}


class Panel:
    """A control panel; make it with `start`. Knows the page by its ids and its coded words only."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: dict[str, str] = json.loads(page.locator("#words").text_content() or "{}")
        self.code = (page.locator(".panel-code strong").text_content() or "").strip()

    @classmethod
    def start(cls, page: Page, server: Server, **settings: object) -> "Panel":
        """Open the start link, fill in these settings (the form's defaults otherwise) and open the lobby.

        Its dice and bots are the same in every run, so that no test hangs on chance.
        """
        page.goto(f"/new/?key={server.start_key}")
        for name, value in settings.items():
            field = page.locator(f"input[name={name}]")
            if name in ("ruleset", "talking"):
                if not page.locator("form.settings details.more[open]").count():
                    page.locator("form.settings details.more > summary").click()
                page.locator(f"input[name={name}][value='{value}']").check()
            elif name == "scenario":
                page.locator("select[name=scenario]").select_option(str(value))
            elif isinstance(value, bool):
                field.set_checked(value)
            else:
                field.fill(str(value))
        page.locator("form.settings button.primary").click()
        page.wait_for_url(re.compile(r"/control/\d+/$"))
        if not server.before:  # else its disk is its own
            cls._seed(server, int(page.url.split("/")[-2]))
        panel = cls(page)
        panel.sees("lobby")
        return panel

    @staticmethod
    def _seed(server: Server, workshop: int) -> None:
        with closing(sqlite3.connect(server.data / "game.sqlite3", timeout=60)) as own, own:
            seeded = own.execute("UPDATE game_game SET seed = ? WHERE workshop_id = ?", [SEED, workshop])
            assert seeded.rowcount == 1

    def word(self, code: str, **params: Any) -> str:
        """Return the sentence of a code as this page has it, with its names filled in."""
        return filled(self.page, self.words, code, params)

    @property
    def projector_link(self) -> str:
        """The path of the projector's page."""
        return self.page.locator("a[href^='/projector/']").get_attribute("href") or ""

    # What it shows

    def sees(self, phase: str, round: int | None = None) -> None:
        """Wait for the phase (and the round, while one is played) to be on screen."""
        asks = f"ui.asks.{phase}"
        expect(self.page.locator("#phase")).to_have_text(
            self.word(asks if asks in self.words else f"phase.{phase}")
        )
        if round is not None:
            pattern = re.escape(self.words["ui.panel.round_of"]).replace(r"\{round\}", str(round))
            pattern = pattern.replace(r"\{rounds\}", r"\d+")
            expect(self.page.locator("#round")).to_have_text(re.compile(f"^{pattern}$"))

    def counts_people(self, count: int) -> None:
        """Wait for the lobby to count so many people."""
        code = f"ui.panel.people_short.{'one' if count == 1 else 'other'}"
        expect(self.page.locator("#counts")).to_have_text(self.word(code, count=count))

    def counts_ready(self, ready: int, here: int) -> None:
        """Wait for so many of the connected people to be ready; all of them mark the one button."""
        told = "ui.panel.everybody" if ready == here else "ui.ready"
        expect(self.page.locator("#counts")).to_have_text(self.word(told, ready=ready, here=here))
        expect(self.page.locator("#next-tick")).to_be_visible(visible=ready == here)

    def tile(self, table: int) -> Locator:
        """A table's tile."""
        return self.page.locator(f"#tiles > li[data-table='{table}']")

    def person(self, alias: str) -> Locator:
        """The line of somebody at the table that is looked at."""
        return self.page.locator("#people > li").filter(has_text=alias)

    def seat_of(self, alias: str) -> str:
        """Return the role of somebody at the table that is looked at."""
        return self.person(alias).locator("[data-part=mark]").get_attribute("data-role") or ""

    def tells(self, code: str, **params: Any) -> None:
        """Wait until the panel says what was done."""
        expect(self.page.locator("#toast-text")).to_have_text(self.word(code, **params))

    def refuses(self, code: str, place: str = "people-refused") -> None:
        """Wait until the panel says, where one acted, why something was refused."""
        expect(self.page.locator(f"#{place}")).to_have_text(self.word(f"refused.{code}"))

    def promises(self, step: str, preview: str, **params: Any) -> None:
        """Wait for the button to be named after this step, with what the projector will then show under it."""
        expect(self.page.locator("#next")).to_have_text(self.word(f"ui.panel.next.{step}", **params))
        expect(self.page.locator("#preview-text")).to_have_text(
            self.word(f"ui.panel.preview.{preview}", **params)
        )

    def advises(self, note: str, picture: str = "", press: str = "") -> None:
        """Wait for the speaker notes of a phase: what to say and to ask, of some pictures and presses their own, and to
        watch.
        """
        for part in ("say", "ask", "watch"):
            own = [f"ui.panel.{part}.{note}.{picture}_{press}", f"ui.panel.{part}.{note}.{picture}"]
            code = next((one for one in own if one in self.words), f"note.{note}.{part}")
            expect(self.page.locator(f"#note-{part}")).to_have_text(self.word(code))
        if f"note.{note}.not" in self.words:
            expect(self.page.locator("#note-not")).to_have_text(self.word(f"note.{note}.not"))
        else:
            expect(self.page.locator("#note-not")).to_be_hidden()

    def devices(self, count: int) -> Locator:
        """Open the list of devices and wait until it has so many lines; returns them."""
        if not self.page.locator("#devices").is_visible():
            self.page.locator("#open-devices").click()
        lines = self.page.locator("#device-list > li")
        expect(lines).to_have_count(count)
        return lines

    def logs(self, code: str, **params: Any) -> Locator:
        """The lines of the log with this sentence in them."""
        return self.page.locator("#log > li").filter(has_text=self.word(f"log.{code}", **params))

    # What it does

    def next(self) -> None:
        """Press the one button, say yes where it asks, and wait until the panel has gone on."""
        button = self.page.locator("#next")
        expect(button).to_be_enabled()
        before = self.next_word
        button.click()
        dialog = self.page.locator("#confirm:not([hidden])")
        went_on = button.filter(has_not_text=re.compile(rf"^\s*{re.escape(before.strip())}\s*$"))
        expect(dialog.or_(went_on).first).to_be_visible()
        if dialog.is_visible():
            is_last = self.page.locator("body").get_attribute("data-phase") == "debrief"
            dialog.locator("button[value=yes]").click()
            if is_last:
                self.sees("closed")
                return
        expect(button).not_to_have_text(before)

    @property
    def next_word(self) -> str:
        """What the one button says."""
        return self.page.locator("#next").text_content() or ""

    @property
    def is_at_the_end(self) -> bool:
        """Tell whether the button closes the game: the last picture of the debrief is shown."""
        return self.next_word == self.word("ui.panel.next.debrief")

    def close(self) -> None:
        """Go through what is left of the debrief and close the game."""
        while not self.is_at_the_end:
            self.next()
        self.next()

    def open_course(self) -> None:
        """Unfold what goes back, swaps chairs or ends the game."""
        if not self.page.locator("#course[open]").count():
            self.page.locator("#course > summary").click()

    def ask_to_end(self) -> None:
        """Press the button that ends the play, which asks first."""
        self.open_course()
        self.page.locator("#end").click()

    def end_early(self) -> None:
        """End the play before its last round, and mean it."""
        self.ask_to_end()
        self.page.locator("#confirm button[value=yes]").click()
        self.sees("debrief")

    def press(self, key: str) -> None:
        """Press a key with nothing in focus, as a presenter's clicker does."""
        self.page.evaluate("document.activeElement.blur()")
        self.page.keyboard.press(key)

    def swap(self) -> None:
        """Swap the chairs at every table, and mean it."""
        self.open_course()
        self.page.locator("#swap").click()
        self.answer()

    def go_back(self, index: int = 0) -> None:
        """Go back to a moment of the list, and mean it; 0 is one step."""
        self.open_course()
        self.page.locator("#back-to").select_option(str(index))
        self.page.locator("#back").click()
        self.answer()

    def play_again(self, *, other_chairs: bool = False) -> None:
        """Begin the next play with the same people."""
        self.page.locator("#again-other" if other_chairs else "#again-same").click()
        self.answer()
        self.sees("lobby")

    def answer(self, yes: bool = True, dialog: str = "confirm") -> None:
        """Answer the dialog that asks, and wait until it has gone."""
        asks = self.page.locator(f"#{dialog}")
        expect(asks).to_be_visible()
        if yes:
            asks.locator("button[value=yes]").click()
        else:
            asks.locator("button[value=no], [data-cancel]").click()
        expect(asks).to_be_hidden()

    def choose(self, *aliases: str) -> None:
        """Tick people at the table that is looked at."""
        for alias in aliases:
            self.person(alias).locator("input[type=checkbox]").check()

    def act(self, what: str) -> None:
        """Press an action on those who are chosen."""
        self.page.locator(f"[data-act={what}]").click()

    def move(self, table: int, seat: int | None = None) -> None:
        """Move those who are chosen to a table, and to a seat of it when they are one."""
        self.act("move")
        self.page.locator("#mover-table").select_option(str(table))
        if seat is not None:
            self.page.locator("#mover-seat").select_option(str(seat))
        self.answer(dialog="mover")

    def undo(self) -> None:
        """Take back what was just done; also when the offer has just gone again, as on a busy machine."""
        self.page.locator("#toast-undo").dispatch_event("click")
        expect(self.page.locator("#toast")).to_be_hidden()

    def pause(self) -> None:
        """Stop the clocks."""
        self.page.locator("#pause").click()
        expect(self.page.locator("#paused")).to_be_visible()

    def look_at(self, table: int) -> None:
        """Open a table's people."""
        self.tile(table).locator("button").click()
        expect(self.page.locator("#people-title")).to_have_text(self.word("ui.panel.people_of", table=table))

    def show_debrief(self, view: str, table: int | None = None) -> None:
        """Show a step of the debrief, about one table or all side by side; the step that is shown keeps its picture."""
        if self.page.locator("#debrief-table").is_visible():
            self.page.locator("#debrief-table").select_option("" if table is None else str(table))
        step = self.step(view)
        if step.get_attribute("aria-current") is None:
            step.click()
            expect(step).to_have_attribute("aria-current", "step")

    # The debrief

    def step(self, view: str) -> Locator:
        """The button of a step of the debrief."""
        return self.page.locator(f"#steps > li[data-step={view}] button")

    def picture(self, part: str) -> Locator:
        """The button of a picture of the step that is shown."""
        return self.page.locator(f"#pictures > li[data-part={part}] button")

    def is_at(self, view: str, part: str) -> None:
        """Wait until this step of the debrief is shown, and this picture of it where it has more."""
        expect(self.step(view)).to_have_attribute("aria-current", "step")
        pictures = self.page.locator("#pictures > li")
        if pictures.count() > 1:
            expect(self.picture(part)).to_have_attribute("aria-current", "true")

    def previews(self, view: str, part: str, *, new_step: bool) -> None:
        """Wait for the one button to be named after this picture, or after its step, with what the projector will show."""
        name = self.word(f"debrief.{view}.title" if new_step else f"ui.panel.picture.{view}.{part}")
        code = "ui.panel.next.step" if new_step else "ui.panel.next.picture"
        expect(self.page.locator("#next")).to_have_text(self.word(code, name=name))
        untried = {("what_if", "lines"): "what_if.none", ("what_if", "doubt"): "what_if.no_doubt"}
        told = self.word(f"ui.panel.preview.{untried.get((view, part), f'{view}.{part}')}")
        expect(self.page.locator("#preview-text")).to_have_text(told)

    def builds_up(self, part: str, beat: int, of: int, press: str = "") -> None:
        """Wait for the one button to say that it shows more of the same picture: press `beat` of so many, which has a
        sentence of its own where it has a name.
        """
        goes_on = "photo" if part == "take_home" else "more"
        previews = PRESSES.get(part, ("more",))
        is_named = bool(press) and part == "circle"
        preview = f"pattern.circle_{press}" if is_named else previews[min(beat, len(previews)) - 1]
        expect(self.page.locator("#next")).to_have_text(
            self.word(f"ui.panel.next.{goes_on}", beat=beat, of=of)
        )
        expect(self.page.locator("#preview-text")).to_have_text(self.word(f"ui.panel.preview.{preview}"))

    def switch(self, name: str, *, on: bool) -> None:
        """Turn one of the switches short, compare, overlay on or off."""
        button = self.page.locator(f"#lead-{name}")
        if (button.get_attribute("aria-pressed") == "true") != on:
            button.click()
        expect(button).to_have_attribute("aria-pressed", str(on).lower())

    def posts(self, state: str) -> Locator:
        """The texts of the step that is shown, in one of the states waiting, shown, hidden."""
        return self.page.locator(f"#posts-{state} > li")

    def choose_posts(self, *texts: str) -> None:
        """Tick texts, whatever their state."""
        for text in texts:
            line = self.page.locator("#posts .post").filter(has_text=text)
            line.locator("input[type=checkbox]").check()

    def judge(self, what: str) -> None:
        """Press what is to be done with the texts that are chosen."""
        self.page.locator(f"[data-judge={what}]").click()

    def open_clock(self) -> None:
        """Unfold what else the clock can do."""
        if not self.page.locator(".more-clock[open]").count():
            self.page.locator(".more-clock > summary").click()

    def start_own_clock(self, typed: str) -> None:
        """Start a countdown of a time that is typed."""
        self.open_clock()
        self.page.locator("#own-minutes").fill(typed)
        self.page.locator("#own-time button").click()

    def start_clock(self, seconds: int) -> None:
        """Start one of the countdowns."""
        self.open_clock()
        self.page.locator(f"[data-seconds='{seconds}']").click()
        expect(self.page.locator("#clock.running")).to_be_visible()
