"""The timetable of an evening: it fills its minutes, nothing is shorter than its least, and every moment has its place."""

from itertools import pairwise, product

import pytest

from game.engine.debrief.steps import PICTURES
from game.engine.debrief.timetable import (
    PLANS,
    Evening,
    minutes_of,
    pictures_on,
    slot_at,
    steps_on,
    takes,
    timetable,
)
from game.engine.table.phases import Phase


def stretches(evening: Evening) -> list[tuple[str, int, int]]:
    return [(slot.kind, slot.round, slot.minutes) for slot in timetable(evening)]


def at(evening: Evening, phase: Phase, round: int, step: str = "", *, practising: bool = False) -> object:
    slot = slot_at(timetable(evening), phase, round, step, practising=practising)
    return slot and (slot.kind, slot.round)


def test_the_usual_evening_is_the_one_of_the_manual() -> None:
    plan = stretches(Evening())
    assert plan[:2] == [("arrive", 0, 8), ("round", 1, 7)]
    assert sum(minutes for kind, number, minutes in plan if kind == "round" and number in (2, 3)) == 7
    assert ("time_out", 4, 5) in plan
    assert sum(minutes for kind, number, minutes in plan if kind == "round" and number > 3) == 10
    assert [minutes for kind, _, minutes in plan if kind in PICTURES] == [4, 5, 3, 3, 4, 4, 3, 8, 4]


@pytest.mark.parametrize("minutes", [*PLANS, 60, 90, 240])
def test_every_evening_is_filled_and_nothing_is_shorter_than_its_least(minutes: int) -> None:
    for rounds, tables, silent, answers, practice, short in product(
        range(1, 11), (1, 4, 7, 40), *((True, False),) * 4
    ):
        evening = Evening(minutes, rounds, tables, silent, answers, practice, short)
        slots = timetable(evening)
        assert all(one.ends == other.begins for one, other in pairwise(slots))
        assert all(slot.minutes >= 2 for slot in slots)
        assert takes(slots) >= minutes
        if takes(slots) > minutes:
            assert {slot.minutes for slot in slots} <= {2, 3, 4}
        assert [slot.round for slot in slots if slot.kind == "round"] == list(range(1, rounds + 1))


def test_too_much_for_the_minutes_takes_longer() -> None:
    assert takes(timetable(Evening(45))) == 45
    assert (
        takes(timetable(Evening(45, rounds=10, practice=True)))
        == 4 + 4 + 4 + 9 * 2 + 3 + 2 + 2 + 2 + 3 + 2 + 2 + 3
    )


def test_a_time_out_stands_between_silence_and_talking() -> None:
    kinds = [(slot.kind, slot.round) for slot in timetable(Evening(rounds=4))]
    assert kinds.index(("time_out", 4)) == kinds.index(("round", 4)) - 1 == kinds.index(("round", 3)) + 1
    for evening in (Evening(rounds=3), Evening(silent_first=False)):
        assert "time_out" not in {slot.kind for slot in timetable(evening)}


def test_a_practice_round_comes_first_and_answers_take_time() -> None:
    kinds = [(slot.kind, slot.round) for slot in timetable(Evening(practice=True))]
    assert kinds[:3] == [("arrive", 0), ("practice", 1), ("round", 1)]
    with_answers, without = (timetable(Evening(120, answers=answers))[1].minutes for answers in (True, False))
    assert with_answers > without


def test_the_short_path_and_a_try_out_leave_steps_out() -> None:
    assert steps_on(Evening()) == tuple(PICTURES)
    short = ("feeling", "what_happened", "undercurrent", "pattern", "sensible", "what_if", "tomorrow")
    assert steps_on(Evening(short=True)) == steps_on(Evening(45)) == short
    assert "pattern" not in steps_on(Evening(rounds=4))
    assert pictures_on("sensible", short=True) == ("logic",)
    assert pictures_on("sensible", short=False) == ("logic", "funding", "claim")


def test_the_minutes_are_the_sum_of_the_pictures_on_the_path() -> None:
    full, short = (
        {step: minutes_of(step, short=is_short) for step in steps_on(Evening(short=is_short))}
        for is_short in (False, True)
    )
    assert (len(full), sum(full.values())) == (9, 38.0)
    assert (len(short), sum(short.values())) == (7, 20.0)  # as the panel says
    asked = [one for pictures in PICTURES.values() for one in pictures if one.on == "request"]
    assert [one.part for one in asked if one.minutes] == []


def test_more_tables_need_longer_to_arrive_and_to_look_at_one_after_the_other() -> None:
    few, some, many = (timetable(Evening(120, tables=tables)) for tables in (1, 6, 40))
    assert many[0].minutes > few[0].minutes
    film = [
        next(slot.minutes for slot in slots if slot.kind == "what_happened") for slots in (few, some, many)
    ]
    assert film[1] > film[0] >= film[2]
    circle = [
        next(slot.minutes for slot in timetable(Evening(600, tables=tables)) if slot.kind == "pattern")
        for tables in (2, 3, 6)
    ]
    assert circle[0] < circle[1] < circle[2]


def test_every_moment_has_its_place() -> None:
    usual = Evening(practice=True)
    for phase in (Phase.AGREE, Phase.ACT, Phase.OUTCOME):
        assert at(usual, phase, 2) == ("round", 2)
    assert at(usual, Phase.LOBBY, 0) == ("arrive", 0)
    assert at(usual, Phase.TIME_OUT, 4) == ("time_out", 4)
    assert at(usual, Phase.ACT, 1, practising=True) == ("practice", 1)
    assert at(usual, Phase.ACT, 1) == ("round", 1)
    assert at(usual, Phase.DEBRIEF, 6, "turning") == ("turning", 0)
    assert at(usual, Phase.CLOSED, 6) is None
    assert at(usual, Phase.AGREE, 7) is None


def test_a_step_beside_the_path_belongs_to_the_one_before() -> None:
    short = Evening(short=True)
    assert at(short, Phase.DEBRIEF, 6, "turning") == ("pattern", 0)
    assert at(short, Phase.DEBRIEF, 6) == ("feeling", 0)
