"""The sentences a table gets, picked from its state."""

from dataclasses import fields, replace

import pytest

from game.content import load_all, words
from game.content.news import StreetRound, became
from game.content.texts import table_texts
from game.engine.debrief.series import start_of
from game.engine.model.choices import BASIC, Choice, Response
from game.engine.model.roles import Role
from game.engine.screens.room import TableTexts, Text
from game.engine.table.moves import Choose, apply, close_phase, end, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import TableSetup, TableState

STREET = load_all()["street"]
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
CALM, BAD = (0.99,) * 4, (0.0,) * 4


def opened(form: str = "full", roles: tuple[Role, ...] = ROLES, number: int = 1) -> TableState:
    return open_table(TableSetup(1, form, STREET.tasks, roles, 0, 10, seed=5, number=number))


def in_outcome(state: TableState, draws: tuple[float, ...] = BAD) -> TableState:
    return close_phase(close_phase(state, ()), draws)


def answered(state: TableState, **by_role: str) -> TableState:
    """Return the next round after everyone of a role gave its word on every task in trouble."""
    for seat, role in enumerate(state.setup.roles):
        if word := by_role.get(role):
            given = tuple(Response(word) if task.trouble else Response.LET_BE for task in state.outcome.tasks)
            state = apply(state, Choose(seat, Choice(respond=given)))
    return close_phase(state, ())


def codes(texts: TableTexts) -> list[str]:
    found = []
    for one in fields(texts):
        value = getattr(texts, one.name)
        found += [text.code for text in (value if isinstance(value, tuple) else (value,)) if text]
    return found


@pytest.mark.parametrize("draws", [CALM, BAD])
def test_every_code_has_its_words_through_a_whole_game(draws):
    known = words("street", "nl")
    state = opened()
    while state.phase is not Phase.DEBRIEF:
        found = codes(table_texts(STREET, state))
        assert [code for code in found if code not in known] == []
        state = close_phase(state, draws)
    assert table_texts(STREET, state).meanwhile is None


def test_a_fresh_table_has_a_briefing_and_something_to_look_at():
    texts = table_texts(STREET, opened())
    assert texts.briefing == Text("briefing.1", {})
    assert texts.meanwhile.code.startswith("look_at.")
    assert (texts.news, texts.incidents, texts.done, texts.overheard, texts.heard) == ((), (), (), (), ())


def test_news_in_the_outcome_is_that_of_the_open_round_and_stays_the_newest():
    state = in_outcome(opened())
    shown = table_texts(STREET, state).news
    assert len(shown) == 2
    assert table_texts(STREET, close_phase(state, ())).news == shown


def test_no_news_comes_twice_in_a_game():
    state, seen = opened(), []
    for _ in range(10):
        state = in_outcome(state)
        seen += [text.code for text in table_texts(STREET, state).news]
        state = close_phase(state, ())
    assert len(seen) == len(set(seen)) == 20


def test_an_incident_has_another_sentence_every_time():
    state, seen = opened(), []
    for _ in range(10):
        state = in_outcome(state)
        seen += [text.code for text in table_texts(STREET, state).incidents]
        state = close_phase(state, ())
    assert len(seen) == len(set(seen)) == 40
    assert {code.split(".")[0] for code in seen} == {"incident"}


def test_complaints_without_an_incident_have_sentences_of_their_own():
    state = in_outcome(opened(), CALM)
    for _ in range(9):
        if all(task.trouble for task in state.outcome.tasks):
            break
        state = in_outcome(close_phase(state, ()), CALM)
    shown = [text.code.rpartition(".")[0] for text in table_texts(STREET, state).incidents if text]
    assert shown == [
        f"grumble.{task}" for task, now in zip(STREET.tasks, state.outcome.tasks, strict=True) if now.trouble
    ]
    assert shown


def test_without_trouble_nothing_is_told():
    state = close_phase(opened(), ())
    for seat in range(2, 6):
        state = apply(state, Choose(seat, Choice(act=("join", "join", "join", "wait"))))
    state = close_phase(state, CALM)
    texts = table_texts(STREET, state)
    trouble = [task.trouble for task in state.outcome.tasks]
    assert [text is not None for text in texts.incidents] == trouble
    assert not all(trouble)


@pytest.mark.parametrize(
    ("role", "word"),
    [(role, word) for role in Role for word in BASIC.answer_words[role] if word != "let_be"],
)
def test_next_round_says_what_was_done(role, word):
    state = answered(in_outcome(opened()), **{role: word})
    assert table_texts(STREET, state).done == tuple(Text(f"done.{task}.{word}", {}) for task in STREET.tasks)


def test_roles_that_did_something_take_turns():
    state = in_outcome(opened())
    state = answered(state, municipality="back", professional="pull_in", resident="repair")
    done = [text.code.rpartition(".")[2] for text in table_texts(STREET, state).done]
    assert sorted(set(done)) == ["back", "pull_in", "repair"]


def test_a_rule_without_a_majority_is_not_on_paper():
    state = in_outcome(opened(roles=(Role.MUNICIPALITY, *ROLES)))
    state = apply(state, Choose(0, Choice(respond=(Response.ADD_RULE,) * 4)))
    done = table_texts(STREET, close_phase(state, ())).done
    assert [text.code.rpartition(".")[2] for text in done] == ["let_be"] * 4


def test_the_short_form_says_nothing_about_responses():
    state = close_phase(in_outcome(opened(form="short")), ())
    assert table_texts(STREET, state).done == ()


def test_talk_begins_after_three_silent_rounds_unless_told_otherwise():
    state, kinds = opened(), []
    for _ in range(5):
        kinds.append(table_texts(STREET, state).meanwhile.code.split(".")[0])
        state = close_phase(in_outcome(state), ())
    assert kinds == ["look_at"] * 3 + ["talk_about"] * 2
    assert table_texts(STREET, opened(), silent=False).meanwhile.code.startswith("talk_about.")
    assert table_texts(STREET, state, silent=True).meanwhile.code.startswith("look_at.")


def test_waiting_brings_something_new_every_phase():
    state, seen = opened(), []
    for _ in range(3 * 3):
        seen.append(table_texts(STREET, state).meanwhile.code)
        state = close_phase(state, CALM)
    assert len(set(seen)) == len(seen)


def test_people_talk_as_the_street_is():
    state = close_phase(opened(), ())
    for seat in range(2, 6):
        state = apply(state, Choose(seat, Choice(act=("claim",) * 4)))
    state = close_phase(state, BAD)
    for _ in range(6):
        state = in_outcome(close_phase(state, ()))
    texts = table_texts(STREET, state)
    assert {text.code.rpartition(".")[0] for text in texts.overheard} == {"overheard.cross"}
    assert len({text.code for text in texts.overheard}) >= 6
    assert [text.code.rpartition(".")[0] for text in texts.heard] == [
        f"heard.{task}.without.0" for task in STREET.tasks
    ]


def test_tables_differ_in_their_sentences_and_not_in_their_kind():
    one, other = (table_texts(STREET, in_outcome(opened(number=number))) for number in (1, 2))
    assert codes(one) != codes(other)
    assert [text.code.rpartition(".")[0] for text in one.incidents] == [
        text.code.rpartition(".")[0] for text in other.incidents
    ]


@pytest.mark.parametrize("scenario", load_all().values(), ids=lambda scenario: scenario.code)
def test_a_game_that_is_over_has_news_of_what_became_of_it_and_no_person_or_event(scenario):
    setup = replace(opened().setup, tasks=scenario.tasks)
    state = in_outcome(open_table(setup))
    ways = {f"news.{news.code}": news.direction for news in scenario.news}
    for _ in range(9):
        state = in_outcome(close_phase(state, ()))
        over = table_texts(scenario, end(state)).news
        rounds = [
            StreetRound(start_of(state), outcome)
            for outcome in (state.played[0].result.outcome, state.outcome)
        ]
        assert [ways[text.code] for text in over] == [became(*rounds)] * 2
