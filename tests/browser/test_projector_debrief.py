"""The debrief on the projector: every picture of every step, read from the last row, for one table, several and forty."""

import time
from functools import cached_property

import pytest
from playwright.sync_api import expect

from game.engine.debrief.loops import LOOPS
from game.engine.debrief.steps import STEPS
from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.legible import misread
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.voice import Voice
from tests.browser.watch import BEAMER, LAPTOP, WAIT_MS, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en")
ROUNDS = 6
A_TABLE_MS = 2000  # a room plays for an hour while its findings are made; here they are asked for in a minute
OF_THE_ROOM = ("feeling", "at_work", "tomorrow")
KEPT = ("funding.trust", "no_rules", "follows.professional.together", "luck.1")
HOSTILE = ('<b onclick="x()">vet</b> & meer', "😀" * 70, "W" * 140, "שלום " * 20)
WORDS = ("<b>druk</b>", "😀", "Verantwoordelijkheidsgevoelens", "مرحبا")
COMPARED = (
    ("what_happened", "quality"),
    ("what_happened", "share"),
    ("what_happened", "cost"),
    ("undercurrent", "crossing"),
    ("pattern", "loops"),
    ("sensible", "funding"),
    ("sensible", "marks"),
    ("what_if", "lines"),
)
THIN = "#story polyline.thin"
MANY = 40
PAIRED = 8  # with more tables the finale has the last picture of each


class Room:
    """A rehearsal in its debrief, the facilitator's socket, and a projector in each language once one is looked at.

    The panel's page is closed: no browser draws what nobody looks at.
    """

    def __init__(self, watch: Watch, server: Server, tables: int, rounds: int = ROUNDS) -> None:
        self.watch = watch
        self.tables = tables
        self.found: list[str] = []
        panel = Panel.start(
            watch.visitor(size=LAPTOP), server, tables=tables, seats=5, rounds=rounds, rehearsal=True
        )
        self.page = panel.page
        self.control, self.link = panel.page.url, panel.projector_link
        self.desk = self._desk()

    def _desk(self) -> Desk:
        desk = Desk(self.page)
        self.page.goto("about:blank")
        return desk

    @cached_property
    def projectors(self) -> dict[str, Projector]:
        """A projector in each language; at forty tables, where next to nothing is in words, in one."""
        return {
            language: Projector.open(self.watch.visitor(language, size=BEAMER), self.link)
            for language in (LANGUAGES if self.tables < MANY else LANGUAGES[:1])
        }

    def play_again(self) -> None:
        """Begin the next play, and open its socket."""
        self.desk.send("play_again", rotate=False)
        self.desk.close()
        self.page.goto(self.control)
        self.desk = self._desk()

    def to_the_debrief(self) -> None:
        """Play all rounds."""
        step = self.desk.step
        while self.desk.room["phase"] != "debrief":
            self.desk.send("next")
            assert self.desk.step != step
            step = self.desk.step

    def show(self, step: str, part: str, table: int | None = None) -> None:
        """Show a picture, and wait until every projector does."""
        self.desk.send("show_debrief", view=step, part=part, table=table)
        for projector in self.projectors.values():
            if part == "finale" and int(self.desk.room["round"]):
                pictures = self.tables * 2 if self.tables <= PAIRED else self.tables
                projector.shows_finale(pictures, self.tables)
                continue
            about = table if self.tables > 1 and step not in OF_THE_ROOM and part != "vote" else None
            projector.shows_debrief(step, about, max(WAIT_MS, self.tables * A_TABLE_MS))

    def look(self, state: str) -> None:
        """Look at every projector, at both sizes."""
        for language, projector in self.projectors.items():
            self.found += misread(projector.page, f"{self.tables} tables, {language}, {state}")

    def look_closely(self, state: str) -> None:
        """Look at every projector, and let axe look too."""
        self.look(state)
        self.found += barriers(self.projectors["nl"].page, f"{self.tables} tables, {state}")


@pytest.mark.parametrize("tables", [1, 6, 40])
def test_every_picture_can_be_read_at_ten_metres(watch: Watch, browser_server: Server, tables: int) -> None:
    room = Room(watch, browser_server, tables)
    with room.desk:
        room.to_the_debrief()
        for code in KEPT:
            room.desk.send("try_what_if", code=code, since=1, shown=True)
        room.desk.send("doubt", constant="admin", value=0.0)
        for step, parts in STEPS.items():
            for part in parts:
                if part == "courses" and tables > 1:
                    continue
                room.show(step, part)
                (room.look_closely if tables < MANY else room.look)(f"{step}, {part}")
    assert room.found == []


@pytest.mark.parametrize("tables", [1, 6])
def test_every_loop_reads_with_its_arrows_open(watch: Watch, browser_server: Server, tables: int) -> None:
    room = Room(watch, browser_server, tables)
    with room.desk:
        room.to_the_debrief()
        room.show("pattern", "loops")
        for loop, links in LOOPS.items():
            # Of several tables no arrow is opened: nothing of it is seen there.
            for round, arrow in ((0, ""), (2, links[0][0]))[: 2 if tables == 1 else 1]:
                room.desk.send("look_at", loop=loop, round=round, arrow=arrow)
                for projector in room.projectors.values():
                    name = projector.word(f"debrief.loop.{loop}")
                    expect(projector.page.locator("#story .chart-title")).to_contain_text(name)
                    opened = projector.page.locator("#story .arrow.tip.open")
                    expect(opened).to_have_count(1 if arrow else 0)
                room.look(f"{loop}, arrow {arrow}")
        room.look_closely("the last loop")
    assert room.found == []


def test_all_tables_in_one_picture_without_a_name(watch: Watch, browser_server: Server) -> None:
    room = Room(watch, browser_server, 6)
    with room.desk:
        room.to_the_debrief()
        room.desk.send("lead", compare=True)
        room.desk.send("try_what_if", code=KEPT[0], since=1, shown=True)
        for step, part in COMPARED:
            room.show(step, part)
            page = room.projectors["nl"].page
            expect(page.locator("#story .table-dot").first).to_be_visible()
            assert page.locator("#story .side-title").filter(has_text="Tafel").count() == 0
            room.look_closely(f"compared, {step}, {part}")
        room.show("undercurrent", "crossing", table=2)  # one table on its own has nothing to compare with
        room.look("one of them")
    assert room.found == []


def test_the_first_play_lies_beneath_the_second(watch: Watch, browser_server: Server) -> None:
    room = Room(watch, browser_server, 1, rounds=2)
    with room.desk:
        room.to_the_debrief()
        room.show("what_happened", "quality")
        for projector in room.projectors.values():
            expect(projector.page.locator(THIN)).to_have_count(0)
        room.play_again()
    with room.desk:
        room.to_the_debrief()
        room.desk.send("lead", overlay=True)
        for step, part, lines in (
            ("what_happened", "quality", 1),
            ("what_happened", "cost", 2),
        ):
            room.show(step, part)
            for projector in room.projectors.values():
                expect(projector.page.locator(THIN)).to_have_count(lines)
            room.look_closely(f"first play, {step}, {part}")
    assert room.found == []


@pytest.mark.parametrize(
    ("step", "texts", "shown"),
    [("feeling", WORDS, ".cloud li > span[dir]"), ("at_work", HOSTILE, ".card-text")],
    ids=["words", "cards"],
)
def test_what_people_write_stays_in_its_place(
    watch: Watch, browser_server: Server, step: str, texts: tuple[str, ...], shown: str
) -> None:
    panel = Panel.start(
        watch.visitor(size=LAPTOP), browser_server, tables=1, seats=4, rounds=1, rehearsal=True
    )
    page = Projector.open(watch.visitor(size=BEAMER), panel.projector_link).page
    phones = [Phone.join(watch.visitor(), panel.code, alias) for alias in ("Egel", "Das", "Uil", "Ree")]
    people = [Voice(phone.page) for phone in phones]
    panel.next()
    panel.end_early()
    panel.show_debrief(step)
    expect(page.locator("#story .story-claim")).to_be_visible()
    found = misread(page, f"{step}, empty")
    for person, text in zip(people, texts, strict=True):
        person.say("post", kind=step, text=text, mood="mixed" if step == "feeling" else "")
    expect(panel.posts("waiting")).to_have_count(len(texts))
    expect(
        page.locator("#story .story-claim")
    ).to_be_visible()  # nothing shows before the facilitator lets it
    panel.page.locator("#show-all").click()
    expect(page.locator(f"#story {shown}").first).to_be_visible()
    found += barriers(page, step)
    left, until = {text.strip() for text in texts}, time.monotonic() + 120
    while left:  # its pages turn by themselves
        now = set(page.locator(f"#story {shown}").all_inner_texts())
        assert now <= {text.strip() for text in texts}
        if now & left:
            found += misread(page, step)
        left -= now
        assert time.monotonic() < until, f"not shown: {left}"
    assert found == []


@pytest.mark.parametrize("tables", [1, 3])
def test_a_game_without_a_round_has_a_screen_for_every_picture(
    watch: Watch, browser_server: Server, tables: int
) -> None:
    room = Room(watch, browser_server, tables)
    with room.desk:
        room.desk.send("next")
        room.desk.send("end_game")
        for step, parts in STEPS.items():
            for part in parts:
                room.show(step, part)
                for projector in room.projectors.values():
                    expect(projector.page.locator("#story > *").first).to_be_visible()
        room.look("no round")
    assert room.found == []
