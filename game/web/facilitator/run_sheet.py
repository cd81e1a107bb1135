"""The run sheet: an evening minute by minute, with what to say, what to press and what to watch.

It knows the timetable, the speaker notes and what the panel's buttons are called, so that it says what the panel will say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from game import content
from game.engine.debrief.steps import MOST_IN_TURN, PICTURES, Step
from game.engine.debrief.timetable import (
    PLANS,
    TABLES_A_MINUTE,
    USUAL_PLAN,
    Evening,
    Slot,
    minutes_of,
    pictures_on,
    takes,
    timetable,
)
from game.engine.model.rules import RULESETS
from game.engine.screens.notes import own_step
from game.models import Game
from game.selectors.evening import evening_of
from game.selectors.saved import account_in, own_notes
from game.web.devices import device_of
from game.web.facilitator.printed import kit_words, printed, room_of, spoken

CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
PARTS_OF_A_ROUND = (0.35, 0.3, 0.35)  # agree, act, outcome
QUARTER = 15  # seconds: how finely the parts of a round are told
A_DAY = 24 * 60


@dataclass(frozen=True)
class Line:
    """What to do at one moment, by what it is (say, ask, press, …), as far as there is something."""

    label: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Block:
    """A stretch of the evening on paper: when, how long, what it is called, and its moments."""

    at: str
    minutes: str
    title: str
    lines: tuple[Line, ...]


@printed
def run_sheet(request: HttpRequest, game: Game) -> HttpResponse:
    """Show the run sheet of a plan (`minutes`), with times of the clock when it says when one begins (`start`: 19:30)."""
    asked = request.GET.get("minutes", "")
    minutes = next((plan for plan in PLANS if str(plan) == asked), game.minutes or USUAL_PLAN)
    start = request.GET.get("start", "").strip()
    clock = CLOCK.fullmatch(start)
    words, language = content.words(game.scenario, spoken()), spoken()
    room = room_of(game)
    evening = evening_of(game, len(room.tables), minutes)
    slots = timetable(evening)
    saves = 0 if evening.is_short else _short_saves(slots)
    told = kit_words(
        words,
        language,
        minutes=minutes,
        takes=takes(slots),
        saves=saves,
        tables=len(room.tables),
        seats=len(room.roles),
        rounds=game.rounds,
        count=len(room.tables),
    )
    sheet = Sheet(game, evening, slots, words, language, _minute(clock), _own(request, game))
    context = {
        "workshop": game.workshop,
        "kit": told,
        "blocks": list(sheet.blocks()),
        "minutes": minutes,
        "plans": PLANS,
        "start": start,
        "is_wrong": bool(start) and clock is None,
        "too_long": takes(slots) > minutes,
        "behind": told["behind_short"] if evening.is_short else told["behind"],
        "lang": language,
    }
    return render(request, "kit/run_sheet.html", context)


def _own(request: HttpRequest, game: Game) -> Mapping[str, str]:
    device = device_of(request)
    return own_notes(game.workshop_id, account_in(device.pk, game.workshop_id)) if device else {}


def _minute(clock: re.Match[str] | None) -> int | None:
    return 60 * int(clock[1]) + int(clock[2]) if clock else None


def _short_saves(slots: tuple[Slot, ...]) -> int:
    """Return how many minutes an evening is shorter without what the short path leaves out, picture by picture."""
    saved = 0.0
    for step in PICTURES:
        left = minutes_of(step, short=True) / minutes_of(step, short=False)
        saved += sum((1 - left) * slot.minutes for slot in slots if slot.kind == step)
    return round(saved)


@dataclass(frozen=True)
class Sheet:
    """A run sheet in the making; `start` is the minute of the day at which the evening begins, None for minutes only.

    `own` are the facilitator's own notes by step.
    """

    game: Game
    evening: Evening
    slots: tuple[Slot, ...]
    words: Mapping[str, str]
    language: str
    start: int | None
    own: Mapping[str, str]

    def blocks(self) -> Iterator[Block]:
        """Give the stretches of the evening in order, each with its moments."""
        for slot in self.slots:
            if slot.kind == "arrive":
                title, lines = self.words["phase.lobby"], self._arriving()
            elif slot.kind in ("practice", "round"):
                code = "practice" if slot.kind == "practice" else "round"
                title, lines = self._kit(code, round=slot.round), self._round(slot)
            elif slot.kind == "time_out":
                note = "time_out_setback" if self._is_hit(slot.round - 1) else "time_out"
                title, lines = self._kit("time_out"), (self._note(note, self._next("time_out", slot.round)),)
            else:
                title, lines = self.words[f"debrief.{slot.kind}.title"], (self._looking_back(slot.kind),)
            yield Block(self._time(slot.begins), self._kit("lasts", minutes=slot.minutes), title, lines)
        yield Block(self._time(takes(self.slots)), "", self.words["phase.closed"], (self._closed(),))

    def _time(self, minute: int) -> str:
        at = minute if self.start is None else (self.start + minute) % A_DAY
        return f"{at // 60}:{at % 60:02d}"

    def _kit(self, code: str, **params: str | float) -> str:
        return content.fill(self.words, f"kit.{code}", params, self.language)

    def _next(self, phase: str, round: int) -> str:
        """Return what to press at the end of a moment: what the panel's button is then called."""
        code = "outcome" if phase == "time_out" else phase
        return content.fill(self.words, f"ui.panel.next.{code}", {"round": round}, self.language)

    def _note(self, code: str, button: str = "", label: str = "", **more: str) -> Line:
        """Return a speaker note with what to press after it."""
        press = {"press": self._kit("press_one", button=button)} if button else {}
        parts = {"say": "say", "ask": "ask", "watch": "watch", "avoid": "not"}
        said = {key: self.words.get(f"note.{code}.{part}", "") for key, part in parts.items()}
        told = {key: text for key, text in {**more, **said, **press}.items() if text}
        if own := self.own.get(own_step(code), ""):
            told["own"] = own
        return Line(label, told)

    def _arriving(self) -> tuple[Line, ...]:
        button = self._next("lobby", 1)
        many = self._kit("arrive_many") if self.evening.tables >= TABLES_A_MINUTE else ""
        line = self._note("lobby", read=self.words["opening"])
        press = self._kit("press_arrive", button=button)
        return (_also(replace(line, told={**line.told, "press": press}), "watch", many),)

    def _round(self, slot: Slot) -> tuple[Line, ...]:
        """Return a round: the first step by step, later ones in one line, with what is new in them."""
        number = slot.round
        if number == 1 and (slot.kind == "practice" or not self.evening.practice):
            return self._first(slot)
        agree = "agree_setback" if self._is_hit(number - 1) else "agree_later" if number == 2 else ""
        line = self._note(agree) if agree else Line(told={"say": self._kit("same")})
        if number == 1:
            line = Line(told={"say": self._kit("same")})
        is_silent = number <= self.game.silent_rounds
        talks_now = self.game.is_silent_first and number == self.game.silent_rounds + 1
        rule = self._kit("silent") if is_silent else self._kit("talk") if talks_now else ""
        told = {"watch": rule} if rule and "watch" not in line.told else {}
        line = replace(line, label=self._parts(slot), told={**line.told, **told, "press": self._three(slot)})
        if rule and not told:
            line = _also(line, "watch", rule)
        hit = (
            self._note("outcome_setback", label=self.words["phase.outcome"]) if self._is_hit(number) else None
        )
        return (line, hit) if hit else (line,)

    def _first(self, slot: Slot) -> tuple[Line, ...]:
        outcome = self._note("outcome", self._after(slot), self.words["phase.outcome"])
        if self.evening.answers:
            outcome = _also(outcome, "say", self.words["note.respond.say"])
        first = self._note("agree_first", self._next("agree", 1), self.words["phase.agree"])
        if slot.kind == "practice":
            first = _also(first, "watch", self._kit("practice_watch"))
        return (first, self._note("act", self._next("act", 1), self.words["phase.act"]), outcome)

    def _three(self, slot: Slot) -> str:
        return self._kit(
            "press_three",
            first=self._next("agree", slot.round),
            second=self._next("act", slot.round),
            third=self._after(slot),
        )

    def _after(self, slot: Slot) -> str:
        """Return what the button is called at the end of a round."""
        if slot.kind == "practice":
            return self._next("reset", 1)
        following = self.slots[self.slots.index(slot) + 1]
        if following.kind == "time_out":
            return self._next("to_time_out", slot.round)
        return self._next("outcome", slot.round + 1) if following.kind == "round" else self._next("last", 0)

    def _parts(self, slot: Slot) -> str:
        spans = [_quarters(60 * slot.minutes * part) for part in PARTS_OF_A_ROUND]
        return self._kit("parts", agree=spans[0], act=spans[1], outcome=spans[2])

    def _is_hit(self, round: int) -> bool:
        """Tell whether something happens to the streets in a round."""
        return RULESETS[self.game.ruleset].has_setbacks and bool(
            content.scenario(self.game.scenario).setbacks.get(round)
        )

    def _looking_back(self, kind: str) -> Line:
        step: Step = next(step for step in PICTURES if step == kind)
        was_hit = any(self._is_hit(number) for number in range(1, self.game.rounds + 1))
        line = self._note(f"{step}_setback" if step == "what_happened" and was_hit else step)
        names = [
            self.words[f"ui.panel.picture.{step}.{part}"]
            for part in pictures_on(step, short=self.evening.is_short)
        ]
        press = self._kit("pictures", pictures=" · ".join(names))
        line = replace(line, told={**line.told, "press": press})
        if step != "what_happened" or self.evening.tables == 1:
            return line
        return _also(
            line,
            "watch",
            self._kit("film_each" if self.evening.tables <= MOST_IN_TURN else "film_many"),
        )

    def _closed(self) -> Line:
        return self._note("closed", self._next("debrief", 0))


def _also(line: Line, key: str, text: str) -> Line:
    """Return a line with a sentence more of one kind, if there is one."""
    said = f"{line.told.get(key, '')} {text}".strip()
    return replace(line, told={**line.told, key: said}) if text else line


def _quarters(seconds: float) -> str:
    whole = max(QUARTER, QUARTER * round(seconds / QUARTER))
    return f"{whole // 60}:{whole % 60:02d}"
