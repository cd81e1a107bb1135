"""Every sentence of every scenario is told in some state, has its words in both languages, and comes once a game.

First 200 games from seeds, in which people do anything, the worlds by turns; then one constructed state for every
condition that a sentence has.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from random import Random

import pytest

from game.content import Scenario, load_all, words
from game.content.complete import HEARD_AFTER, THREAD
from game.content.news import StreetRound, choose_news
from game.content.scenario import News
from game.content.texts import CROSS_FROM, HEARD_FROM, table_texts
from game.content.threads import thread
from game.content.words import LANGUAGES
from game.engine.model.choices import BASIC, Choice, Response
from game.engine.model.roles import Role
from game.engine.model.rules import NEWEST, RULESETS
from game.engine.model.values import Outcome, TaskOutcome
from game.engine.screens.room import TableTexts
from game.engine.table.moves import Choose, apply, close_phase, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import TableSetup, TableState

GAMES = 200
TABLES = range(1, 121)
TINY = 1e-9  # over a bound
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
RULES = RULESETS[NEWEST]
CALM, BAD = (0.99,) * 4, (0.0,) * 4
# What comes once a game, as long as there is more of it.
ONCE = ("news", "thread", "setback", "incident")
ACTS = {Role.MUNICIPALITY: ("visit", "inspect"), Role.PROFESSIONAL: ("take_over", "together", "step_back")}
each = pytest.mark.parametrize("scenario", load_all().values(), ids=lambda scenario: scenario.code)


def opened(scenario: Scenario, seed: int = 5, number: int = 1, rounds: int = 6) -> TableState:
    hit = tuple((round, k) for round, tasks in sorted(scenario.setbacks.items()) for k in tasks)
    setup = TableSetup(NEWEST, "full", scenario.tasks, ROLES, 0, rounds, seed, number, setbacks=hit)
    return open_table(setup)


def told(texts: TableTexts) -> list[str]:
    """Return the codes of all that a table is told."""
    found: list[str] = []
    for one in fields(texts):
        value = getattr(texts, one.name)
        for text in value if isinstance(value, tuple) else (value,):
            if text:
                found.append(getattr(text, "sentence", text).code)
    return found


def acts(role: Role, chance: Random) -> tuple[str, ...]:
    """Return what a seat does with four tasks, within its limit."""
    if role is Role.RESIDENT:
        kinds = ["join"] * chance.randint(0, 3)
        kinds += [chance.choice(("claim", "wait")) for _ in range(4 - len(kinds))]
    elif role is Role.MUNICIPALITY:
        kinds = [chance.choice(ACTS[role]) for _ in range(2)] + ["leave"] * 2
    else:
        kinds = [chance.choice(ACTS[role]) for _ in range(4)]
    chance.shuffle(kinds)
    return tuple(kinds)


def game(scenario: Scenario, seed: int) -> Iterator[TableState]:
    """Give a table at every step of a game in which everybody does anything."""
    chance = Random(seed)
    state = opened(scenario, seed, number=seed % 40 + 1, rounds=5 + seed % 6)
    while state.phase is not Phase.DEBRIEF:
        yield state
        for seat, role in enumerate(ROLES):
            if state.phase is Phase.ACT:
                state = apply(state, Choose(seat, Choice(act=acts(role, chance))))
            elif state.phase is Phase.OUTCOME and state.outcome:
                options = [Response(word) for word in sorted(BASIC.answer_words[role])]
                given = tuple(
                    chance.choice(options) if task.trouble else Response.LET_BE
                    for task in state.outcome.tasks
                )
                state = apply(state, Choose(seat, Choice(respond=given)))
        state = close_phase(state, tuple(chance.random() for _ in scenario.tasks))


@each
def test_in_two_hundred_games_no_sentence_is_missing_and_none_comes_twice(scenario: Scenario) -> None:
    known = [words(scenario.code, language).keys() for language in LANGUAGES]
    worlds = list(load_all())
    for seed in range(worlds.index(scenario.code), GAMES, len(worlds)):
        new: Counter[str] = Counter()
        for state in game(scenario, seed):
            codes = told(table_texts(scenario, state))
            assert [code for code in codes if any(code not in said for said in known)] == []
            if state.phase is Phase.OUTCOME:
                new.update({code for code in codes if code.startswith(ONCE)})
        assert [(code, seed) for code, times in new.items() if times > 1] == []


@cache
def first_outcome(code: str, number: int) -> TableState:
    """Return a table of a scenario in its first outcome."""
    return close_phase(close_phase(opened(load_all()[code], number, number), ()), CALM)


def at_outcome(scenario: Scenario, number: int, **changes: object) -> TableState:
    """Return a table in its first outcome, with these facts of each of its tasks."""
    state = first_outcome(scenario.code, number)
    assert state.outcome is not None
    plain = {"incident": False, "trouble": False, "setback": False}
    tasks = tuple(replace(task, **{**plain, **changes}) for task in state.outcome.tasks)
    return replace(state, outcome=replace(state.outcome, tasks=tasks))


def of(family: str, scenario: Scenario) -> set[str]:
    """Return the codes of a family of sentences of a scenario."""
    return {
        code
        for code in words(scenario.code, "nl")
        if code.startswith(f"{family}.") and code.rpartition(".")[2].isdecimal()
    }


CONDITIONS = {
    "incident": [{"incident": True, "trouble": True}],
    "grumble": [{"trouble": True}],
    "setback": [{"incident": True, "trouble": True, "setback": True}],
    "overheard": [{"complaints": complaints} for complaints in (0.0, CROSS_FROM - 0.01, CROSS_FROM)],
    "heard": [
        {"joined": float(after == "came"), "quality": quality}
        for after in HEARD_AFTER
        for quality in (0.0, *HEARD_FROM)
    ],
}


@each
@pytest.mark.parametrize("family", CONDITIONS)
def test_every_sentence_is_told_in_its_state(scenario: Scenario, family: str) -> None:
    found = {
        code
        for changes in CONDITIONS[family]
        for number in TABLES
        for code in told(table_texts(scenario, at_outcome(scenario, number, **changes)))
    }
    assert of(family, scenario) - found == set()


@each
def test_every_sentence_about_what_was_done_is_told(scenario: Scenario) -> None:
    found: set[str] = set()
    for role in Role:
        for word in sorted(BASIC.answer_words[role]):
            state = close_phase(close_phase(opened(scenario), ()), BAD)
            for seat, one in enumerate(ROLES):
                if one is role:
                    state = apply(state, Choose(seat, Choice(respond=(Response(word),) * 4)))
            found.update(told(table_texts(scenario, close_phase(state, ()))))
    assert {f"done.{task}.{word}" for task in scenario.tasks for word in Response} - found == set()


@each
def test_every_month_and_every_silence_has_its_sentence(scenario: Scenario) -> None:
    found: set[str] = set()
    state = opened(scenario, rounds=10)
    while state.phase is not Phase.DEBRIEF:
        found.update(
            code for silent in (True, False) for code in told(table_texts(scenario, state, silent=silent))
        )
        state = close_phase(state, CALM)
    wanted = (
        {f"briefing.{round}" for round in range(1, 11)} | of("look_at", scenario) | of("talk_about", scenario)
    )
    assert wanted - found == set()


SEEN = {
    "came": {"joined": 1.0, "take_over": 0.0, "together": 0.0},
    "alone": {"joined": 0.25, "take_over": 0.0, "together": 0.0},
    "worked": {"joined": 0.0, "take_over": 1.0, "together": 0.0},
    "nobody": {"joined": 0.0, "take_over": 0.0, "together": 0.0},
}


@each
@pytest.mark.parametrize("seen", THREAD)
def test_every_sentence_of_the_one_person_of_a_task_is_told(scenario: Scenario, seen: str) -> None:
    found = set()
    for number in TABLES:
        state = at_outcome(scenario, number, **SEEN[seen])
        assert state.outcome is not None
        found.update(thread(scenario, [state.outcome] * rounds, state.setup) for rounds in range(1, 4))
    wanted = {
        f"thread.{task}.{seen}.{index}"
        for task in scenario.tasks
        for index in range(scenario.lists[f"thread.{task}.{seen}"])
    }
    assert wanted - found == set()


@each
def test_every_news_is_told_in_a_state_of_its_own(scenario: Scenario) -> None:
    start = opened(scenario)
    outcome = at_outcome(scenario, 1).outcome
    assert outcome is not None

    def is_told(news: News) -> bool:
        rounds = rounds_of(news, start, outcome)
        picked = (choose_news(scenario, rounds, RULES, 5, table) for table in range(1, 201))
        return any(news.code in codes for game in picked for codes in game[1:])

    assert [news.code for news in scenario.news if not is_told(news)] == []


def rounds_of(news: News, start: TableState, outcome: Outcome) -> list[StreetRound]:
    """Return three rounds of which the last two fit a sentence: its measures are at their bounds, others where few turn."""
    at = {name: bound - 0.01 for name, bound in news.below.items()}
    at |= {name: bound + TINY for name, bound in news.above.items()}
    quality = at.get("quality", 0.55)
    first = quality - 0.2 if news.direction == "rose" else quality + 0.2
    middle = quality - at.get("change", 0.0)
    usual = {"ownership": 0.45, "expectation": 0.45, "bureaucracy": 0.05}
    before = {name: (at.get(name, value),) * 4 for name, value in usual.items()}
    full = RULES.reserve_cap * 4
    reserve = 0.0 if "empty" in news.above else at.get("reserve", 0.5) * full
    values = replace(start.values, **before, trust=at.get("trust", 0.5), reserve=full / 2)

    def one(task: TaskOutcome, quality: float) -> TaskOutcome:
        acted = {
            name: at.get(name, 0.2) for name in ("complaints", "joined", "claimed", "take_over", "together")
        }
        return replace(task, quality=quality, professional_share=at.get("professionals", 0.5), **acted)

    def a_round(quality: float) -> StreetRound:
        tasks = tuple(one(task, quality) for task in outcome.tasks)
        return StreetRound(values, replace(outcome, tasks=tasks, reserve=reserve))

    return [a_round(first), a_round(middle), a_round(quality)]
