"""The checks after a rehearsal see what they are there for: a journal with one thing wrong is found, a sound one is not."""

from copy import deepcopy

import pytest

from game.rehearsal import checks
from game.rehearsal.checks import Press
from game.rehearsal.phone import Acknowledged

CHOICE = {"act": ["join"]}


def entry(step, kind, by="facilitator", command_id="", seat=None, **payload):
    return {
        "step": step,
        "kind": kind,
        "by": by,
        "command_id": command_id,
        "seat": seat,
        "payload": payload,
    }


def chose(command_id, seat=0, choice=None):
    return entry(1, "chose", "player", command_id, seat, choice=choice or CHOICE)


def table(number, *journal):
    return {"table": number, "journal": list(journal)}


def kept(command_id="a", table=1, seat=0, choice=None, moved=False):
    return Acknowledged(table, seat, command_id, choice or CHOICE, moved)


@pytest.mark.parametrize(
    ("acknowledged", "journal"),
    [
        (kept(), [table(1, chose("a"))]),
        (kept(moved=True), [table(2, chose("a", 3))]),
        (kept(moved=True), [table(1, chose("a")), table(2, chose("a"))]),
    ],
)
def test_what_was_kept(acknowledged, journal):
    assert checks.kept_once([acknowledged], journal) == []


@pytest.mark.parametrize(
    ("acknowledged", "journal"),
    [
        (kept(), [table(1)]),
        (kept(), [table(1, chose("b"))]),
        (kept(), [table(1, chose("a"), chose("a"))]),
        (kept(), [table(1, chose("a")), table(2, chose("a"))]),
        (kept(), [table(1, chose("a", 1))]),
        (kept(), [table(1, chose("a", choice={"act": ["wait"]}))]),
        (kept(moved=True), [table(1, chose("a"), chose("a"))]),
        (kept(moved=True), [table(1, chose("a", choice={"act": ["wait"]}))]),
    ],
)
def test_what_was_not_kept(acknowledged, journal):
    assert len(checks.kept_once([acknowledged], journal)) == 1


STEPS = [
    entry(0, "set_up", command_id="p0"),
    entry(1, "phase_closed", command_id="p1"),
    entry(2, "phase_closed", "default"),
    entry(2, "time_out", "default", open=True),
    entry(3, "time_out", command_id="p3", open=False),
    entry(4, "stepped_back", command_id="p4"),
    entry(5, "ended", command_id="p5"),
]
PRESSES = [Press(f"p{step}", "next", step) for step in (0, 1, 3, 4, 5)]


def explained(tables, presses=PRESSES, clocks=frozenset({2}), last=6):
    return checks.steps_explained(last, tables, presses, clocks)


def test_steps_that_are_explained():
    assert explained([table(1, *STEPS), table(2, *deepcopy(STEPS))]) == []


def test_steps_that_are_not():
    sound = table(1, *STEPS)
    skipped = table(1, *STEPS[:1], *STEPS[2:])
    twice = table(1, *STEPS, entry(1, "phase_closed", command_id="p1"))
    late = [Press("p1", "next", 0) if press.command_id == "p1" else press for press in PRESSES]
    assert len(explained([skipped])) == 2  # the step, and the press that did nothing
    assert len(explained([sound, skipped])) == 2
    assert len(explained([twice])) == 2
    assert len(explained([sound], late)) == 1
    assert len(explained([sound], PRESSES[1:])) == 1
    assert len(explained([sound], [*PRESSES, Press("more", "next", 5)])) == 1
    assert len(explained([sound], clocks=frozenset())) == 1
    assert len(explained([sound], last=7)) == 1


def test_a_table_takes_part_from_its_start_until_the_lobby_opens_again():
    to_lobby = entry(1, "stepped_back", command_id="b1", phase="lobby", round=0)
    first = [entry(0, "set_up", command_id="p0"), to_lobby]
    again = [entry(2, "set_up", command_id="p2"), entry(3, "ended", command_id="p3")]
    presses = [Press(id, "next", step) for id, step in (("p0", 0), ("b1", 1), ("p2", 2), ("p3", 3))]
    tables = [table(1, *first, *again), table(2, *deepcopy(first)), table(3, *deepcopy(again))]
    assert explained(tables, presses, last=4) == []
    assert len(explained([table(1, *first, again[1])], presses, last=4)) == 4
    assert checks.replays([{"table": 2, "snapshot": None, "journal": first}]) == []


def test_one_course():
    assert checks.one_course([{0: ("lobby", 0)}, {0: ("lobby", 0), 1: ("agree", 1)}]) == []
    assert len(checks.one_course([{1: ("agree", 1)}, {1: ("act", 1)}])) == 1


def test_differences():
    assert checks.differences("a", {"x": 1}, {"x": 1}) == []
    assert checks.differences("a", {"x": 1}, {"x": 2}) == ["a shows another x than the server would send"]
    assert len(checks.differences("a", [1], None)) == 1
    said = "a shows 2 other lines than the server would send: 2 for 3"
    assert checks.differences("a", [1, 2], [1, 3, 4]) == [said]


def test_a_phone_shows_what_its_place_would_be_sent():
    audit = {
        "tables": {"1": {"0": {"table": {"table": 1}, "mine": {"seat": 0}}}},
        "observers": {"1": {"Mol": {"table": {"table": 1}, "mine": {"seat": None, "alias": "Mol"}}}},
    }
    for place in (audit["tables"]["1"]["0"], audit["observers"]["1"]["Mol"]):
        assert checks.phone_differences(place, audit) == []
        changed = {**place, "mine": {**place["mine"], "more": 1}}
        assert len(checks.phone_differences(changed, audit)) == 1
    gone = {"table": {"table": 1}, "mine": {"seat": None, "alias": "Das"}}
    assert len(checks.phone_differences(gone, audit)) == 1


def test_attendance():
    seats = [{"seat": 0, "present": True, "bot": False}, {"seat": 1, "present": False, "bot": True}]
    panel = {"room": {"here": 1}, "parts": {"1": {"table": 1, "seats": seats}}}
    assert checks.attendance({(1, 0)}, panel) == []
    assert len(checks.attendance({(1, 0), (1, 1)}, panel)) == 2
    assert len(checks.attendance({(1, 0)}, {**panel, "room": {"here": 2}})) == 1
    seats[0]["bot"] = True
    assert len(checks.attendance({(1, 0)}, panel)) == 1
