"""Sentences of turning points: one for every kind, lever and measure, in both languages, and none with a hole in it."""

import re
from dataclasses import replace

import pytest

from game.content import catalogue
from game.content.findings import sentence
from game.engine.debrief.levers import LEVERS, MEND, RULE, Counted
from game.engine.debrief.turns import MEASURES, TASK_MEASURES, Turn
from tests.engine.golden import NAMES, told

KINDS = re.findall(
    r"[a-z_]+",
    "crossing crossed_back first_requirement first_rule purse_broke proposals_turned took_over "
    "decided_professionals leaned_back claimed let_go recovery grew quality_fell resisted steady "
    "setback mended ruled ran_thin",
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_turn_of_a_golden_game_is_one_whole_sentence(name, language):
    for turn in told(name).story:
        text = sentence(turn, catalogue(language), language)
        assert text.endswith(".")
        assert not set("{}") & set(text)
        assert "debrief." not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_lever_and_measure_has_its_words(language):
    words = catalogue(language)
    choice = Counted("took_over", LEVERS["took_over"].role, 1, 2, 3, 4)
    for kind in KINDS:
        for measure in MEASURES:
            turn = Turn(kind, 1, 2, measure, 2, 0.25, 0.5, 0.2, (choice,))
            assert "debrief." not in sentence(turn, words, language), (kind, measure)
    for measure in TASK_MEASURES:
        for kind in ("setback", "mended", "ruled"):
            answers = tuple(replace(choice, lever=lever) for lever in (*MEND, *RULE))
            turn = Turn(kind, 1, 2, measure, 2, 0.25, 0.5, 0.2, answers, "green")
            assert "debrief." not in sentence(turn, words, language), (kind, measure)
    for lever in LEVERS:
        two = (replace(choice, lever=lever), choice)
        assert "debrief." not in sentence(
            Turn("grew", 1, 1, "ownership", 1, 0.5, 0.2, 0.1, two), words, language
        )


def test_a_sentence_says_when_who_how_often_and_what_it_did():
    turn = next(turn for turn in told("turned_in_round_4").story if turn.kind == "took_over")
    assert sentence(turn, catalogue("en"), "en") == (
        "In rounds 1 to 3 professionals did most of the work themselves: professionals carried a task out themselves 24 "
        "of 24 times; after round 3 ownership stood at 12%, without those choices at 33%."
    )


def test_what_happened_to_a_task_is_told_with_its_name_and_with_all_three_chairs():
    words = {**catalogue("en"), "task.safety.name": "Safe in the street"}
    setback = next(turn for turn in told("mended_and_ruled").story if turn.kind == "setback")
    mended = next(turn for turn in told("mended_and_ruled").story if turn.kind == "mended")
    assert sentence(setback, words, "en") == (
        "In round 5 there was a setback (neighbours): quality there was 48 of 100, without the setback 70."
    )
    assert sentence(mended, words, "en") == (
        "In round 3 there was an incident, and it was put right together (Safe in the street): residents worked on repairs "
        "(2 of 4), the municipality defended people (1 of 1) and professionals discussed the incident (2 of 2); after "
        "round 3 ownership there stood at 66%, without those choices at 51%."
    )


def test_a_purse_that_ran_thin_is_told_in_hours():
    thin = next(turn for turn in told("ran_thin").story if turn.kind == "ran_thin")
    assert sentence(thin, catalogue("nl"), "nl").endswith(
        "; na ronde 3 betaalde de kas 5,2 uur per professional, zonder die keuzes 10."
    )
