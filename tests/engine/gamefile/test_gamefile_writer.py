"""A table's game file leads back to the same game, to the last digit."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.debrief.played import of_file, of_table
from game.engine.gamefile.reading import parse, replay
from game.engine.gamefile.writing import game_file
from game.engine.model.choices import BASIC, Choice, Deal, Funding, Holder, Response
from game.engine.model.roles import Role, default_roles
from game.engine.model.rules import RULESETS
from game.engine.model.values import By
from game.engine.table.moves import close_phase, end, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import Filled, TableState
from tests.engine.builders import acting, opened, round_played, setup


@st.composite
def played_tables(draw: st.DrawFn) -> TableState:
    """Give a table after one to four rounds of any choices, in either form, perhaps ended early in an outcome."""
    tasks = draw(st.integers(3, 6))
    roles = default_roles(draw(st.integers(3, 12)))
    neighbours = draw(st.integers(0, 3))
    state = open_table(
        setup(
            form=draw(st.sampled_from(["full", "short"])),
            tasks=tuple(f"task{k}" for k in range(tasks)),
            roles=roles + (Role.RESIDENT,) * neighbours,
            neighbours=neighbours,
            rounds=4,
        )
    )
    for _ in range(draw(st.integers(1, 4))):
        for _ in range(3):
            dice = draw(st.lists(st.floats(0, 1), min_size=tasks, max_size=tasks))
            # Few sets drawn, so that many seats stay quick to make.
            sets = {role: draw(_filled(state, role)) for role in Role}
            if state.phase is not Phase.OUTCOME or draw(st.integers(0, 9)) != 0:
                state = close_phase(state, tuple(dice), tuple(sets[role] for role in state.setup.roles))
            else:
                return end(state)
    return state


@st.composite
def _filled(draw: st.DrawFn, state: TableState, role: Role) -> Filled:
    tasks = len(state.setup.tasks)

    def words(among):
        return tuple(draw(st.lists(st.sampled_from(list(among)), min_size=tasks, max_size=tasks)))

    by = draw(st.sampled_from(By))
    if state.phase is Phase.OUTCOME:
        return Filled(Choice(respond=tuple(Response(word) for word in words(BASIC.answer_words[role]))), by)
    if state.phase is Phase.ACT:
        return Filled(Choice(act=_within(role, words(BASIC.act_words[role]), tasks)), by)
    if role is not Role.MUNICIPALITY:
        return Filled(Choice(propose=words(Holder)), by)
    deals = tuple(Deal(holder, draw(st.booleans())) for holder in words(Holder))
    return Filled(Choice(deals=deals, funding=draw(st.sampled_from(Funding))), by)


def _within(role: Role, act: tuple[str, ...], tasks: int) -> tuple[str, ...]:
    """Return `act` with what is over the limit left out."""
    limits = {Role.RESIDENT: (("join",), "wait", RULESETS[1].evenings(tasks)), Role.PROFESSIONAL: ((), "", 0)}
    taking, idle, left = limits.get(role, (("visit", "inspect"), "leave", 2))
    kept = []
    for word in act:
        left -= word in taking
        kept.append(word if word not in taking or left >= 0 else idle)
    return tuple(kept)


@settings(max_examples=40)
@given(played_tables())
def test_a_written_game_is_the_same_game(state: TableState) -> None:
    written = json.loads(json.dumps(game_file(state), allow_nan=False))
    assert of_file(parse(written)) == of_table(state)


def test_a_replay_gives_the_figures_of_the_table() -> None:
    state = round_played(round_played())
    rounds = replay(parse(game_file(state)))["rounds"]
    assert [one["reserve"] for one in rounds] == [one.result.values.reserve for one in state.played]
    assert [one["scores"]["residents"] for one in rounds] == [
        [
            score.total
            for seat, score in zip(one.seats, one.result.scores, strict=True)
            if seat.role is Role.RESIDENT
        ]
        for one in state.played
    ]


def test_an_open_round_is_left_out() -> None:
    state = acting(round_played())
    assert len(game_file(state)["rounds"]) == 1


def test_a_seat_says_what_it_chose_and_who_chose() -> None:
    file = game_file(round_played())
    assert (file["ruleset"], file["form"], file["tasks"][0]) == (1, "full", "green")
    [only] = file["rounds"]
    assert only["draws"] == [0.0] * 4
    assert {key: len(only[key]) for key in ("municipality", "professionals", "residents")} == {
        "municipality": 1,
        "professionals": 2,
        "residents": 4,
    }
    assert only["residents"][0] == {
        "propose": ["together"] * 4,
        "act": ["wait"] * 4,
        "respond": ["let_be"] * 4,
        "by": "default",
    }
    assert list(only["municipality"][0]) == ["deals", "funding", "act", "respond", "by"]


def test_a_file_says_when_talking_began_and_what_was_promised() -> None:
    state = round_played(opened(talk_from=1))
    first = state.played[0]
    promised = tuple(replace(seat, promise=(True, False, False, True)) for seat in first.seats[:1])
    state = replace(state, played=(replace(first, seats=promised + first.seats[1:]),))
    file = json.loads(json.dumps(game_file(state)))
    assert (file["talk_from"], file["rounds"][0]["municipality"][0]["promise"]) == (
        1,
        [True, False, False, True],
    )
    assert of_file(parse(file)) == of_table(state)
    assert "talk_from" not in game_file(round_played())


def test_without_a_finished_round_there_is_no_file() -> None:
    with pytest.raises(ValueError):
        game_file(opened())
