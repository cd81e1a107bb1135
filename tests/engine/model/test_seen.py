"""No wire carries anything finer than a screen writes it before the debrief, so that nothing hidden can be reckoned back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.model.figures import option_figures
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.seen import whole_tenths
from game.engine.model.values import Values
from game.engine.screens.room import DebriefView
from game.engine.table.phases import PLAY_PHASES
from game.engine.table.state import TableState
from tests.engine.builders import acted, acting, choose, opened
from tests.engine.golden import NAMES
from tests.engine.golden_screens import audiences, moments

# 0–1, and so written in whole percents or points of a hundred; everything else in tenths.
SHARES = {"quality", "before", "looks", "qualities", "complaints", "joined", "professional_share"}
# What the rules say whatever the table has built: constants.
BY_THE_RULES = {"mark_point", "money"}
# What a facilitator asked for, once, on one panel.
ASKED_FOR = {"undercurrent"}

Place = tuple[str, ...]


def numbers(part: Any, place: Place = ()) -> Iterator[tuple[Place, float]]:
    """Yield every broken number of a screen, with where it is."""
    if isinstance(part, float):
        yield place, part
    elif isinstance(part, dict):
        for name, item in part.items():
            yield from numbers(item, (*place, name))
    elif isinstance(part, list):
        for item in part:
            yield from numbers(item, place)


# The figures that hang on what the table has built, by ruleset: of these kinds.
BUILT = {1: (), 2: ("respond", "funding")}


def sent(screens: Any, ruleset: int) -> dict[str, Any]:
    """Return screens as they travel; of the figures beside options only those that hang on what the table has built."""
    found: dict[str, Any] = json.loads(msgspec.json.encode(screens))
    for audience, screen in found.items():
        if audience.startswith("phone "):
            screen["figures"] = [one for one in screen["figures"] if one["kind"] in BUILT[ruleset]]
    return {audience: screen for audience, screen in found.items() if audience not in ASKED_FOR}


def in_play(name: str, ruleset: int) -> Iterator[tuple[str, TableState]]:
    return ((moment, state) for moment, state in moments(name, ruleset) if state.phase in PLAY_PHASES)


@pytest.mark.parametrize("ruleset", [1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_finer_than_a_screen_writes_it_is_on_any_wire(name: str, ruleset: int) -> None:
    for moment, state in in_play(name, ruleset):
        for audience, screen in sent(audiences(state, DebriefView()), ruleset).items():
            for place, number in numbers(screen):
                if place[-1] in BY_THE_RULES:
                    continue
                digits = 2 if place[-1] in SHARES else 1
                assert number == round(number, digits), f"{moment}, {audience}, {'.'.join(place)}"


HIDDEN = st.floats(0.0, 1.0)


@given(ownership=HIDDEN, expectation=HIDDEN, bureaucracy=HIDDEN, trust=HIDDEN)
@pytest.mark.parametrize("role", list(Role))
def test_every_other_figure_is_the_same_whatever_the_table_has_built(
    role: Role, ownership: float, expectation: float, bureaucracy: float, trust: float
) -> None:
    for ruleset in (1, 2):
        state = acting(opened(ruleset=ruleset))
        built = Values((ownership,) * 4, (expectation,) * 4, (bureaucracy,) * 4, trust, state.values.reserve)

        assert by_the_rules(state, role) == by_the_rules(replace(state, values=built), role)


def by_the_rules(state: TableState, role: Role) -> list[Any]:
    found = option_figures(
        state.setup.rules, state.values, role, 4, state.agreement.funding, state.agreement.deals
    )
    return [one for one in found if one.kind not in BUILT[state.setup.ruleset]]


@given(st.floats(0.0, 15.0))
def test_what_fits_in_the_hours_fits_in_the_tenths_that_are_shown(hours: float) -> None:
    for wanted in (0.0, 2.0, 2.5, 4.0, 4.5, 7.5, 10.0, 12.5):
        assert (wanted <= whole_tenths(hours)) == (wanted <= hours + 1e-10)
    assert hours - 0.1 - 1e-9 <= whole_tenths(hours) <= hours + 1e-9


def test_a_refusal_says_the_hours_no_finer_than_the_screen() -> None:
    state = acting(opened())
    poor = replace(state, values=replace(state.values, reserve=-3.0))

    with pytest.raises(Refused) as refused:
        choose(poor, 1, acted(*["take_over"] * 4))

    assert refused.value.params == {"limit": round(refused.value.params["limit"], 1)}
