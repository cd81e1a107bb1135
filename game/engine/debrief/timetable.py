"""How an evening of so many minutes is divided over arriving, rounds, time-out and debrief; no clock, no words.

It stands beside the debrief, as that has half of the evening and its own paths.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.engine.debrief.steps import MOST_IN_TURN, OF_A_FULL_GAME, PICTURES, Part, Picture, Step
from game.engine.table.phases import FULL_GAME_ROUNDS, SILENT_ROUNDS, Phase, talk_from

Kind = Literal["arrive", "practice", "round", "time_out"] | Step
PLANS = (45, 75, 120)
USUAL_PLAN = 75
SHORT_PLAN = 45  # of so many minutes or fewer the debrief takes its short path
STEP_WORDS: tuple[str, ...] = get_args(Step)

# The usual minutes and the least, of an evening of 75 minutes with six rounds.
ARRIVE = (8.0, 4.0)
TABLES_A_MINUTE = 10  # so many tables more, and arriving takes a minute longer
PRACTICE = (6.0, 4.0)
FIRST_ROUND = (7.0, 4.0)
SILENT_ROUND = (3.5, 2.0)
TALKING_ROUND = (10 / 3, 2.0)
TIME_OUT = (5.0, 3.0)
WITHOUT_ANSWERS = 0.85  # of a round in the short form
# What a step of the debrief takes is the sum of its pictures on the path; less than this only where they are less.
LEAST: dict[Step, float] = {
    "feeling": 2.0,
    "what_happened": 3.0,
    "undercurrent": 2.0,
    "pattern": 3.0,
    "turning": 2.0,
    "sensible": 3.0,
    "what_if": 2.0,
    "at_work": 3.0,
    "tomorrow": 3.0,
}
A_TABLE_MORE = 0.5  # minutes of film, and of the circle, while tables have their turn one after the other


@dataclass(frozen=True, slots=True)
class Evening:
    """What a timetable is made of: the `minutes` there are, and the settings of the game.

    `answers` says that people respond to trouble (the full form), `practice` that round 1 is played twice, `short` that the
    debrief was put on its short path.
    """

    minutes: int = USUAL_PLAN
    rounds: int = 6
    tables: int = 1
    silent_first: bool = True
    answers: bool = True
    practice: bool = False
    short: bool = False

    @property
    def is_short(self) -> bool:
        """Whether the debrief takes its short path: as it was put, or since there is no time for the other."""
        return self.short or self.minutes <= SHORT_PLAN


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of an evening, from one whole minute to another; `round` is its round, of a time-out the one after it."""

    kind: Kind
    round: int
    begins: int
    ends: int

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.ends - self.begins


def timetable(evening: Evening) -> tuple[Slot, ...]:
    """Return the stretches of an evening in order, each beginning where the one before ends.

    They fill its minutes exactly, unless even the least of everything takes longer: then the last one ends later.
    """
    wanted = [*_play(evening), *_debrief(evening)]
    ends = _ends(evening.minutes, [size for _, _, size in wanted])
    begins = [0, *ends]
    return tuple(
        Slot(kind, number, start, end)
        for (kind, number, _), start, end in zip(wanted, begins, ends, strict=False)
    )


def takes(slots: Sequence[Slot]) -> int:
    """Return how many minutes a timetable takes."""
    return slots[-1].ends


def time_out_minutes(evening: Evening) -> int:
    """Return how many minutes the tables talk among themselves in this evening; the usual ones without a plan."""
    slots = timetable(evening) if evening.minutes else ()
    return next((slot.minutes for slot in slots if slot.kind == "time_out"), round(TIME_OUT[0]))


def steps_on(evening: Evening) -> tuple[Step, ...]:
    """Return the steps of the debrief that the one button comes by; a try-out shows no pattern."""
    left_out = OF_A_FULL_GAME if evening.rounds < FULL_GAME_ROUNDS else ()
    return tuple(
        step for step in PICTURES if pictures_on(step, short=evening.is_short) and step not in left_out
    )


def pictures_on(step: Step, *, short: bool) -> tuple[Part, ...]:
    """Return the pictures of a step that the one button comes by on this path, in order."""
    return tuple(picture.part for picture in _on_path(step, short))


def minutes_of(step: Step, *, short: bool) -> float:
    """Return the usual minutes of a step on this path, in a room of one table: the sum of its pictures."""
    return sum(picture.minutes for picture in _on_path(step, short))


def _on_path(step: Step, short: bool) -> tuple[Picture, ...]:
    paths = ("short",) if short else ("short", "full")
    return tuple(picture for picture in PICTURES[step] if picture.on in paths)


def slot_at(
    slots: Sequence[Slot], phase: Phase, round: int, step: str = "", *, practising: bool = False
) -> Slot | None:
    """Return the stretch in which a game should be that is in `phase` of `round`, in the debrief at `step`.

    A step that is not on the path belongs to the one before it; None for a closed game, and for what the timetable lacks.
    """
    if phase is Phase.CLOSED:
        return None
    if phase is Phase.DEBRIEF:
        until = STEP_WORDS.index(step) if step in STEP_WORDS else 0
        return [slot for slot in slots if slot.kind in STEP_WORDS[: until + 1]][-1]
    kind = {Phase.LOBBY: "arrive", Phase.TIME_OUT: "time_out"}.get(phase, "round")
    if kind == "round" and round == 1 and practising:
        kind = "practice"
    number = 0 if kind == "arrive" else round
    return next((slot for slot in slots if (slot.kind, slot.round) == (kind, number)), None)


def _play(evening: Evening) -> list[tuple[Kind, int, tuple[float, float]]]:
    arrive = (ARRIVE[0] + evening.tables // TABLES_A_MINUTE, ARRIVE[1])
    wanted: list[tuple[Kind, int, tuple[float, float]]] = [("arrive", 0, arrive)]
    if evening.practice:
        wanted.append(("practice", 1, PRACTICE))
    talks = talk_from(evening.rounds, silent_first=evening.silent_first)
    for number in range(1, evening.rounds + 1):
        if evening.silent_first and number == talks:
            wanted.append(("time_out", number, TIME_OUT))
        silent = evening.silent_first and number <= SILENT_ROUNDS
        usual, least = FIRST_ROUND if number == 1 else SILENT_ROUND if silent else TALKING_ROUND
        wanted.append(("round", number, (usual * (1.0 if evening.answers else WITHOUT_ANSWERS), least)))
    return wanted


def _debrief(evening: Evening) -> list[tuple[Kind, int, tuple[float, float]]]:
    in_turn = A_TABLE_MORE * (evening.tables - 1) if evening.tables <= MOST_IN_TURN else 0.0
    wanted: list[tuple[Kind, int, tuple[float, float]]] = []
    for step in steps_on(evening):
        usual = minutes_of(step, short=evening.is_short)
        has_turns = any(one.has_turns(evening.tables) for one in _on_path(step, evening.is_short))
        more = in_turn if step == "what_happened" or has_turns else 0.0
        wanted.append((step, 0, (usual + more, min(LEAST[step], usual))))
    return wanted


def _ends(minutes: int, sizes: Sequence[tuple[float, float]]) -> list[int]:
    """Return the minute at which each ends: the usual sizes made to fit, and none shorter than its least."""
    real = _fitted(minutes, sizes)
    return [math.floor(sum(real[: place + 1]) + 0.5) for place in range(len(real))]


def _fitted(minutes: int, sizes: Sequence[tuple[float, float]]) -> list[float]:
    """Return how long each takes: what would come below its least gets that, and the others share what is left."""
    held: set[int] = set()
    while True:
        left = minutes - sum(sizes[place][1] for place in held)
        share = sum(usual for place, (usual, _) in enumerate(sizes) if place not in held)
        scale = left / share if share else 0.0
        under = {
            place
            for place, (usual, least) in enumerate(sizes)
            if place not in held and usual * scale < least - 1e-9
        }
        if not under:
            return [least if place in held else usual * scale for place, (usual, least) in enumerate(sizes)]
        held |= under
