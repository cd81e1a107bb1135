"""The one person of a task: what happened to theirs, in sentences that go on from round to round; what a visitor hears."""

import re
from dataclasses import replace

import pytest

from game.content import Scenario, load_all, words
from game.content.complete import HEARD_AFTER, THREAD
from game.content.texts import table_texts
from game.content.threads import seen_by, thread
from game.content.words import LANGUAGES
from game.engine.model.choices import Choice, Deal, Holder
from game.engine.model.roles import Role
from game.engine.model.values import Outcome, TaskOutcome
from game.engine.screens.room import TableTexts
from game.engine.table.moves import Choose, apply, close_phase, open_table
from game.engine.table.state import TableSetup, TableState

STREET = load_all()["street"]
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
SETUP = TableSetup(2, "full", STREET.tasks, ROLES, 0, 10, seed=5)
CALM = (0.99,) * 4
# Who the thread of a task is about, in the order of the tasks; a mother and her daughter may take turns.
NAMES = {
    "street": ("Yilmaz", "Nadia", "Bouman", "Jip"),
    "care": ("Van Dam", "De Groot", "Aydin", "Pinas"),
    "school": ("Sami", "Lotte", "Bram", "El Amrani|Noor"),
}
# Who has a first name only is said to be who, whichever sentence a table hears first.
KNOWN_AS = r"van nummer 8|at number 8|van (zes|acht|dertien|veertien)\b|, (aged six|eight|thirteen|fourteen),"
each = pytest.mark.parametrize("scenario", load_all().values(), ids=lambda scenario: scenario.code)


def task(joined: float = 0.0, take_over: float = 0.0, together: float = 0.0) -> TaskOutcome:
    deal = Deal(Holder.TOGETHER, False)
    return TaskOutcome(deal, 0.6, 0.0, False, False, joined, 0.0, take_over, together, 0.0)


def a_round(outcome: Outcome, *tasks: TaskOutcome) -> Outcome:
    return replace(outcome, tasks=tasks)


@pytest.fixture
def outcome() -> Outcome:
    state = close_phase(close_phase(open_table(SETUP), ()), CALM)
    assert state.outcome is not None
    return state.outcome


def played(act: dict[int, tuple[str, ...]], state: TableState | None = None) -> TableState:
    """Return a table at an outcome, in which seats acted so."""
    state = close_phase(state or open_table(SETUP), ())
    for seat, words_ in act.items():
        state = apply(state, Choose(seat, Choice(act=words_)))
    return close_phase(state, CALM)


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_has_somebody_with_a_name_and_sentences_for_all_that_can_happen(
    language: str, scenario: Scenario
) -> None:
    said = words(scenario.code, language)
    for name, person in zip(scenario.tasks, NAMES[scenario.code], strict=True):
        lines = [text for code, text in said.items() if code.startswith(f"thread.{name}.")]
        assert len(lines) >= 4 * 2
        assert [line for line in lines if not re.search(person, line)] == []
    every = [text for code, text in said.items() if code.startswith("thread.")]
    assert len(set(every)) == len(every)


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_a_first_name_only_is_introduced(language: str, scenario: Scenario) -> None:
    said = words(scenario.code, language)
    for name, person in zip(scenario.tasks, NAMES[scenario.code], strict=True):
        if person in ("Nadia", "Jip", "Sami", "Lotte", "Bram"):
            firsts = [said[f"thread.{name}.{kind}.0"] for kind in THREAD]
            assert [
                line for line in firsts if not re.search(f"{person}({KNOWN_AS}| ({KNOWN_AS}))", line)
            ] == []


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_says_the_same_on_a_visit_with_company_and_without(language: str, scenario: Scenario) -> None:
    said = words(scenario.code, language)
    heard = [text for code, text in said.items() if code.startswith("heard.")]
    assert len(set(heard)) == len(heard)
    assert HEARD_AFTER == ("came", "without")


@pytest.mark.parametrize(
    ("happened", "residents", "seen"),
    [
        (task(joined=0.5, together=1.0), 4, "came"),
        (task(joined=0.5), 4, "came"),
        (task(joined=0.25), 4, "alone"),
        (task(joined=0.25, together=0.5), 4, "came"),
        (task(joined=0.5), 2, "came"),
        (task(take_over=1.0), 4, "worked"),
        (task(together=0.5), 4, "worked"),
        (task(), 4, "nobody"),
    ],
)
def test_what_a_person_saw_is_who_came(happened: TaskOutcome, residents: int, seen: str) -> None:
    assert seen_by(happened, residents) == seen
    assert seen in THREAD


def test_a_table_follows_one_person_and_hears_the_next_sentence_each_time(outcome: Outcome) -> None:
    rounds = [a_round(outcome, *[task(joined=0.5)] * 4)] * 3
    told = [thread(STREET, rounds[:n], SETUP) for n in (1, 2, 3)]
    (place,) = {code.rpartition(".")[0] for code in told if code}
    assert told == [f"{place}.{n}" for n in range(3)]
    others = {thread(STREET, rounds[:1], replace(SETUP, number=number)) for number in range(1, 30)}
    assert len(others) == 4, "another table follows somebody else"


def test_it_looks_in_where_nobody_came_and_at_who_stood_alone(outcome: Outcome) -> None:
    came, alone, nobody = task(joined=0.5), task(joined=0.25), task()
    assert (
        thread(STREET, [a_round(outcome, came, came, nobody, alone)], SETUP) == "thread.neighbours.nobody.0"
    )
    assert thread(STREET, [a_round(outcome, came, came, came, alone)], SETUP) == "thread.play.alone.0"


def test_a_sentence_is_told_once_and_then_there_is_other_news(outcome: Outcome) -> None:
    rounds = [a_round(outcome, *[task()] * 4)] * 10
    told = [thread(STREET, rounds[:n], SETUP) for n in range(1, 11)]
    codes = [code for code in told if code]
    assert (
        len(set(codes)) == len(codes) == sum(STREET.lists[f"thread.{name}.nobody"] for name in STREET.tasks)
    )
    assert told[len(codes) :] == [None] * (10 - len(codes))


def test_words_that_were_taken_out_since_are_passed_over(outcome: Outcome) -> None:
    bare = replace(
        STREET, lists={code: n for code, n in STREET.lists.items() if not code.startswith("thread.")}
    )
    assert thread(bare, [outcome], SETUP) is None


def test_it_stands_with_the_news_of_the_round() -> None:
    texts = table_texts(STREET, played({2: ("join",) * 3 + ("wait",), 3: ("join",) * 3 + ("wait",)}))
    assert [text.code.split(".")[0] for text in texts.news] == ["thread", "news"]


def visited(texts: TableTexts) -> list[str]:
    return [text.code.rpartition(".")[0] for text in texts.heard if text]


def test_what_people_say_on_a_visit_depends_on_who_came() -> None:
    """The same quality, with evenings of residents and with professionals alone."""
    texts = table_texts(STREET, played({1: ("take_over",) * 4, 2: ("join", "wait", "wait", "wait")}))
    assert [code.split(".")[2] for code in visited(texts)] == ["came", "without", "without", "without"]
