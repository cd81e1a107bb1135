"""A scenario's setbacks: in which round which task is hit, and the sentences for it, alike at every table."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.content import ContentError, load_all, words
from game.content.complete import LEAST
from game.content.loader import read_folder
from game.content.scenario import Scenario
from game.content.texts import table_texts
from game.content.words import LANGUAGES
from game.engine.model.roles import Role
from game.engine.screens.room import TableTexts, Text
from game.engine.table.moves import close_phase, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import TableSetup, TableState
from tests.content.test_broken import DUTCH, ENGLISH, SCENARIO, edit, folder

__all__ = ["folder"]
STREET = load_all()["street"]
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
CALM, BAD = (0.99,) * 4, (0.0,) * 4
SAFETY, NEIGHBOURS = 1, 2


def opened(setbacks: tuple[tuple[int, int], ...], number: int = 1, seed: int = 5) -> TableState:
    setup = TableSetup(2, "full", STREET.tasks, ROLES, 0, 10, seed=seed, number=number, setbacks=setbacks)
    return open_table(setup)


def outcomes(state: TableState, draws: tuple[float, ...] = CALM) -> dict[int, TableState]:
    """Return a whole game's table at each of its outcomes, by round, with nothing chosen."""
    found = {}
    while state.phase is not Phase.DEBRIEF:
        if state.phase is Phase.OUTCOME:
            found[state.round] = state
        state = close_phase(state, draws)
    return found


def told(setbacks: tuple[tuple[int, int], ...], number: int = 1, seed: int = 5) -> dict[int, TableTexts]:
    return {
        round: table_texts(STREET, state) for round, state in outcomes(opened(setbacks, number, seed)).items()
    }


def is_of(text: Text, task: str) -> bool:
    return re.fullmatch(rf"setback\.{task}\.\d+", text.code) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_has_at_least_four_sentences_and_none_stands_twice(language: str) -> None:
    texts = [text for code, text in words("street", language).items() if code.startswith("setback.")]
    counts = [STREET.lists[f"setback.{task}"] for task in STREET.tasks]
    assert [count for count in counts if count < LEAST["setback"]] == []
    assert len(set(texts)) == len(texts) == sum(counts)


def test_a_setback_is_told_where_it_happened_and_leads_the_news() -> None:
    texts = told(((3, SAFETY), (5, NEIGHBOURS)))
    assert {round: [one.task for one in text.setbacks] for round, text in texts.items() if text.setbacks} == {
        3: [SAFETY],
        5: [NEIGHBOURS],
    }
    (happened,) = texts[3].setbacks
    assert is_of(happened.sentence, "safety")
    assert texts[3].incidents[SAFETY] == happened.sentence
    assert texts[3].news[0] == happened.sentence
    assert [len(text.news) for text in texts.values()] == [2] * 10
    assert [text.code.split(".")[0] for text in texts[3].news] == ["setback", "thread"]


def test_the_next_round_still_has_it_in_its_news() -> None:
    state = outcomes(opened(((3, SAFETY),)))[3]
    (happened,) = table_texts(STREET, state).setbacks
    later = table_texts(STREET, close_phase(state, ()))
    assert (later.setbacks, later.news[0]) == ((), happened.sentence)


@pytest.mark.parametrize("seed", range(6))
def test_it_is_alike_at_every_table_whatever_the_dice(seed: int) -> None:
    every = ((3, SAFETY), (5, NEIGHBOURS), (7, SAFETY))
    tables = [told(every, number, seed) for number in (1, 2, 40)]
    setbacks = [{round: text.setbacks for round, text in table.items()} for table in tables]
    assert setbacks[0] == setbacks[1] == setbacks[2]
    assert setbacks[0][3] != setbacks[0][7]


def test_other_games_are_told_other_sentences() -> None:
    games = [told(((3, SAFETY),), seed=seed)[3].setbacks[0].sentence.code for seed in range(12)]
    assert len(set(games)) > 2


def test_a_task_hit_every_round_has_had_all_its_sentences_before_one_comes_again() -> None:
    count = STREET.lists["setback.safety"]
    texts = told(tuple((round, SAFETY) for round in range(1, 11)))
    codes = [texts[round].setbacks[0].sentence.code for round in range(1, 11)]
    assert len(set(codes[:count])) == count
    assert codes[count:] == codes[: 10 - count]


def test_several_in_a_round_take_the_place_of_the_news() -> None:
    texts = told(tuple((3, task) for task in range(4)))[3]
    assert texts.news == tuple(one.sentence for one in texts.setbacks)
    assert [one.task for one in texts.setbacks] == [0, 1, 2, 3]


def test_an_incident_of_the_dice_keeps_its_own_sentences() -> None:
    state = outcomes(opened(((3, SAFETY),)), BAD)[3]
    kinds = [text.code.split(".")[0] for text in table_texts(STREET, state).incidents if text]
    assert kinds == ["incident", "setback", "incident", "incident"]


def test_words_that_are_gone_since_a_game_began_make_it_an_incident() -> None:
    kept = {code: count for code, count in STREET.lists.items() if not code.startswith("setback.")}
    texts = table_texts(replace(STREET, lists=kept), outcomes(opened(((3, SAFETY),)))[3])
    assert (texts.setbacks, texts.incidents[SAFETY].code.split(".")[0]) == ((), "incident")


def read(folder: Path) -> Scenario:
    return read_folder(folder).scenarios["street"]


def test_a_task_named_twice_in_a_round_counts_once(folder: Path) -> None:
    edit(folder, SCENARIO, '3 = "safety"', '3 = ["play", "safety", "play"]')
    assert read(folder).setbacks == {3: (1, 3), 5: (2,)}


def test_one_in_every_round_is_read(folder: Path) -> None:
    rounds = "\n".join(f'{round} = ["green", "play"]' for round in range(1, 11))
    edit(folder, SCENARIO, '3 = "safety"\n5 = "neighbours"', rounds)
    assert read(folder).setbacks == dict.fromkeys(range(1, 11), (0, 3))


def without_words(folder: Path) -> None:
    """Take all words about setbacks out of both languages."""
    for name in (DUTCH, ENGLISH):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\[setback\]\n.*?(?=\[grumble\])", "", text, flags=re.S)
        text = re.sub(r"\[note\.\w+_setback\]\n.*?(?=\n\[)", "", text, flags=re.S)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rest", ["[setbacks]", ""])
def test_a_scenario_without_any_needs_no_words_for_it(folder: Path, rest: str) -> None:
    edit(folder, SCENARIO, '[setbacks]\n3 = "safety"\n5 = "neighbours"', rest)
    without_words(folder)
    assert read(folder).setbacks == {}


def test_a_scenario_with_one_needs_words_for_every_task(folder: Path) -> None:
    without_words(folder)
    with pytest.raises(
        ContentError, match=r"^street\.nl\.toml:\d+: setback\.green\.0: 'setback\.green\.0' is missing$"
    ):
        read(folder)
