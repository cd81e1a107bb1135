"""Sentences of the story: whole in both languages for every kind, in which a head never names a chair."""

import re
from dataclasses import replace

import pytest

from game.content import catalogue
from game.content.findings import leaned, said, sentence
from game.engine.debrief.fair import PLAYERS
from game.engine.debrief.levers import LEVERS
from game.engine.debrief.moments import Gain
from game.engine.debrief.telling import Told, Turn
from tests.engine.golden import NAMES, STORIES, told

TURNING = [
    f"{measure}_{way}" for measure in ("ownership", "quality") for way in ("fell", "rose", "rose_again")
]
EVENTS = re.findall(
    r"[a-z_]+", "nobody no_hours paper_stood alone setback mended ruled ran_thin purse_broke resisted steady"
)
ONCE = ("purse_broke", "resisted", "steady")  # of which there are never more
VARIANTS = {
    "nobody": ("residents", "together", "professionals", "promised", "unpromised"),
    "after_talk": ("held", "fell_back", "lower"),
}
CHAIRS = {
    "nl": r"\b(gemeente|bewoners?|professionals?)\b",
    "en": r"\b(municipality|residents?|professionals?)\b",
}


def whole(text: str) -> bool:
    return text.endswith(".") and not set("{}") & set(text) and "debrief." not in text and "  " not in text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ruleset", [1, 2])
@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_everything_that_a_golden_game_tells_is_whole(name, ruleset, language):
    for turn in told(name, ruleset).story:
        assert whole(sentence(turn, catalogue(language), language)), turn.kind


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_player_and_choice_has_its_words(language):
    words = catalogue(language)
    causes = tuple(
        (Told(str(LEVERS[code].role), code, 3, 4, only_with=True), Told("purse", "hours", 4.25, 10))
        for code in LEVERS
    ) + tuple((Told(player, ""),) for player in PLAYERS if player != "purse")
    for kind in TURNING:
        for task in ("", "green"):
            turn = Turn(kind, 1, 2, 0.2, kind.partition("_")[0], 0.5, 0.25, 0.4, task=task, groups=causes)
            assert whole(sentence(turn, words, language)), kind
    for kind in EVENTS:
        for variant in VARIANTS.get(kind, ("",)):
            turn = Turn(kind, 2, 2, 0.2, "quality", 0.5, 0.25, None, variant, "green", 1, 4)
            turn = replace(turn, more=0 if kind in ONCE else 2)
            assert whole(sentence(turn, words, language)), (kind, variant)
    for variant in VARIANTS["after_talk"]:
        assert whole(sentence(Turn("after_talk", 4, 6, 0.2, "ownership", variant=variant), words, language))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_head_names_an_event_and_never_a_chair(language):
    for name in (*NAMES, *STORIES):
        for ruleset in (1, 2):
            for turn in told(name, ruleset).story:
                # The hours are those per professional: a unit, not a chair.
                head = replace(turn, variant="", groups=())
                text = re.sub("per professional", "", said(head, catalogue(language), language).what)
                assert not re.search(CHAIRS[language], text), text


def test_no_sentence_has_two_figures_that_read_the_same():
    for name in (*NAMES, *STORIES):
        for ruleset in (1, 2):
            for turn in told(name, ruleset).story:
                apart = [turn.before] if turn.causes else []
                apart += [turn.without] if turn.without is not None and turn.variant != "fell_back" else []
                for other in apart:
                    assert abs(round(100 * turn.value) - round(100 * other)) >= 2, (name, turn.kind)


WITH_NAMES = {
    "nl": {"task.play.name": "Speelplek", "task.safety.name": "Veilig op straat"},
    "en": {"task.play.name": "Play area", "task.safety.name": "Safe in the street"},
}
TOLD = {
    ("trap", 2, "ownership_fell", 1): (
        "In ronde 1–5 voelde het steeds minder van ons: van 50 naar 5 (van 100). Het meest in ronde 1. "
        "Dit woog het zwaarst: professionals voerden bij 40 van hun 40 keuzes een taak zelf uit. "
        "Dit telde ook mee: bewoners hielden 60 van hun 60 avonden vrij. "
        "Was dat anders "
        "gegaan (samen, alle avonden), dan was het daarna 44 geweest.",
        "In rounds 1–5 it felt less and less like ours: from 50 to 5 (of 100). Most of it in round 1. "
        "This weighed most: professionals carried a task out themselves in 40 of their 40 choices. "
        "This counted too: residents kept 60 of their 60 evenings free. Had that gone "
        "otherwise (together, "
        "every evening), it would have been 44 after that.",
    ),
    ("left_by_all", 2, "nobody", 5): (
        "Wie pakt het op? In ronde 5 niemand (Speelplek). Het stond daar op 0 van 100. Toch was het toegezegd. Dat "
        "deden: bewoners (2 van de 4).",
        "Who takes it on? In round 5 nobody did (Play area). It stood at 0 of 100 there. And yet it was "
        "promised. These had "
        "promised: residents (2 of 4).",
    ),
    ("broke", 2, "quality_fell", 5): (
        "In ronde 5 ging het bij alle taken achteruit: van 41 naar 27 (van 100). Zo kwam het: de kas "
        "betaalde nog 4,3 van de "
        "10 uur per professional; en net zo veel: bewoners hielden 12 van hun 12 avonden vrij. Was dat "
        "anders gegaan "
        "(samen, alle avonden en een volle week uren), dan was het daar 56 geweest.",
        "In round 5 it got worse at all tasks: from 41 to 27 (of 100). This is how: the purse paid no "
        "more than 4.3 of 10 "
        "hours per professional; and just as much: residents kept 12 of their 12 evenings free. Had that gone "
        "otherwise "
        "(together, every evening and a full week of hours), it would have been 56 there.",
    ),
    ("paper", 2, "ownership_fell", 4): (
        "In ronde 4–5 voelde het steeds minder van ons: van 60 naar 55 (van 100). Het meest in ronde 5. "
        "Zo kwam het: de "
        "gemeente zette 8 van de 8 keer "
        "afspraken op papier. Was dat anders gegaan (samen, alle avonden), dan was het daarna 69 geweest.",
        "In rounds 4–5 it felt less and less like ours: from 60 to 55 (of 100). Most of it in round 5. This is how: the "
        "municipality put agreements on paper 8 of 8 "
        "times. Had that gone otherwise (together, every evening), it would have been 69 after that.",
    ),
    ("paper", 2, "paper_stood", 4): (
        "In ronde 4 lag er papier dat niemand opnieuw had gekozen (Veilig op straat). In ronde 3 was er een "
        "afspraak "
        "opgeschreven; de eis stond vooraf ingevuld en bleef staan.",
        "In round 4 there was paper that nobody had chosen anew (Safe in the street). In round 3 an "
        "agreement was written "
        "down; the requirement stood filled in beforehand, and it stayed.",
    ),
    ("turned_and_fell_back", 2, "after_talk", 4): (
        "Vanaf ronde 4 mochten jullie overleggen. Eerst ging het beter dan wanneer iedereen had herhaald wat "
        "hij deed, maar "
        "dat zakte weer weg (van ons 24 in ronde 4, 12 aan het eind).",
        "From round 4 on you could talk. At first it went better than if everyone had repeated what they "
        "did, but that "
        "slipped away (ours 24 in round 4, 12 at the end).",
    ),
    ("ran_thin", 2, "ran_thin", 6): (
        "In ronde 6 was er meer aangenomen dan de kas betaalde: 3,9 van de 10 uur per professional. Elke "
        "taak kreeg dus minder uren. In nog 2 rondes was er meer aangenomen dan de kas betaalde.",
        "In round 6 more was taken on than the purse paid for: 3.9 of 10 hours per professional. So every "
        "task got fewer hours. In 2 other rounds, too, more was taken on than the purse paid for.",
    ),
    ("mended_and_ruled", 2, "mended", 3): (
        "In ronde 3 ging er iets mis, en het werd samen hersteld (Veilig op straat). Zo ging het: de "
        "gemeente verdedigde "
        "mensen, professionals bespraken wat er misging (2 van de 2) en bewoners werkten aan "
        "herstel (2 van de "
        "4). Na ronde 3 stond 'van ons' daar op 66, met regels en garanties op 40.",
        "In round 3 there was trouble, and it was put right together (Safe in the street). This is how: the "
        "municipality defended people, professionals discussed what had happened (2 of 2) and residents "
        "worked on "
        "repairs (2 of 4). After round 3 'ours' stood at 66 there, with rules and guarantees at 40.",
    ),
    ("trap", 2, "no_hours", 6): (
        "In ronde 6 was een taak aangenomen waar geen uren voor waren (green): van de 5 uur betaalde de kas "
        "er 1,8. Het "
        "stond daar op 24 van 100. Nog 11 keer waren er geen uren voor een taak.",
        "In round 6 a task was taken on that there were no hours for (green): of 5 hours the purse paid 1.8. "
        "It stood at "
        "24 of 100 there. There were no hours for a task 11 more times.",
    ),
}


@pytest.mark.parametrize(("name", "ruleset", "kind", "round"), TOLD)
def test_the_stories_that_must_be_told_are_told_in_both_languages(name, ruleset, kind, round):
    turn = next(turn for turn in told(name, ruleset).story if (turn.kind, turn.round) == (kind, round))
    for language, text in zip(("nl", "en"), TOLD[name, ruleset, kind, round], strict=True):
        words = {**catalogue(language), **WITH_NAMES[language]}
        assert sentence(turn, words, language) == text


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        (
            "trap",
            "nl",
            "Van de 72 avonden die bewoners hadden, bleven er 72 vrij. Een avond geven scheelde een bewoner zelf −0,4 op het "
            "cijfer waar professionals het overnamen.",
        ),
        (
            "mixed",
            "en",
            "Of the 72 evenings that residents had, 40 stayed free. Giving an evening changed a resident's own mark by −0.3 "
            "where professionals took over, and by −0.1 where the work was divided.",
        ),
    ],
)
def test_what_leaning_back_was_a_reaction_to(name, language, text):
    assert leaned(told(name, 2).leaning, catalogue(language), language) == text


def test_without_evenings_nothing_is_said_of_them_and_a_gain_has_its_sign():
    rounds = told("trap", 2).leaning
    assert leaned([replace(one, evenings=0) for one in rounds], catalogue("nl"), "nl") == ""
    gained = replace(rounds[0], gains={"taken_over": Gain(0.0, 0), "shared": Gain(0.3, 2)})
    assert "+0,3" in leaned([gained], catalogue("nl"), "nl")
    nothing = replace(rounds[0], gains={"taken_over": Gain(0.0, 0), "shared": Gain(0.0, 0)})
    assert (
        leaned([nothing], catalogue("nl"), "nl")
        == "Van de 12 avonden die bewoners hadden, bleven er 12 vrij."
    )
