"""The figures beside every option: what it costs and brings this chair now, and exactly what it then does."""

import pytest

from game.engine.model.choices import BASIC, Deal, Funding, Holder
from game.engine.model.figures import OptionFigure, option_figures
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.engine.table.state import TableState
from tests.engine.builders import acting, in_outcome, opened
from tests.engine.model.test_outcome import START

RULES = RULESETS[1]
DEALS = (
    Deal(),
    Deal(Holder.RESIDENTS, True),
    Deal(Holder.PROFESSIONALS, True),
    Deal(Holder.PROFESSIONALS),
)


def figures(role: Role, funding: str = "output") -> dict[tuple[str, int | None, str], OptionFigure]:
    found = option_figures(RULES, START, role, 4, Funding(funding), DEALS)
    by_place = {(figure.kind, figure.task, figure.option): figure for figure in found}
    assert len(by_place) == len(found)
    return by_place


@pytest.mark.parametrize("role", list(Role))
def test_every_option_of_a_chair_has_its_figures(role: Role) -> None:
    expected = {("act", task, act) for task in range(4) for act in BASIC.act_words[role]}
    expected |= {("respond", None, response) for response in BASIC.answer_words[role]}
    if role is Role.MUNICIPALITY:
        expected |= {("holder", task, holder.value) for task in range(4) for holder in Holder}
        expected |= {("requirements", task, answer) for task in range(4) for answer in ("yes", "no")}
        expected |= {("funding", None, funding.value) for funding in Funding}
    assert set(figures(role)) == expected


def test_a_resident_sees_evenings_and_what_a_claim_brings() -> None:
    found = figures(Role.RESIDENT)
    assert found["act", 0, "join"] == OptionFigure("act", 0, "join", takes=1, evenings=1, worth=1.0)
    assert found["act", 0, "wait"] == OptionFigure("act", 0, "wait", kept=1, points=0.4)
    assert found["act", 0, "claim"].points == pytest.approx(0.2)
    assert found["act", 1, "claim"].points == pytest.approx(0.5)
    assert found["respond", None, "repair"].points == pytest.approx(-0.2)


@pytest.mark.parametrize(
    ("holder", "on_paper", "worth"),
    [
        ("residents", False, 1.0),
        ("together", False, 1.0),
        ("together", True, 0.75),
        ("professionals", False, 0.5),
        ("professionals", True, 0.375),
    ],
)
def test_an_evening_says_how_much_it_counts_where_professionals_carry_or_paper_lies(
    holder: str, on_paper: bool, worth: float
) -> None:
    deals = (Deal(Holder(holder), on_paper),) * 4
    found = option_figures(RULES, START, Role.RESIDENT, 4, Funding.OUTPUT, deals)
    assert {one.worth for one in found if one.option == "join"} == {worth}
    assert {one.worth for one in found if one.option != "join"} == {0.0}


def test_a_professional_sees_hours_and_what_they_pay() -> None:
    output, result, trust = (figures(Role.PROFESSIONAL, funding) for funding in ("output", "result", "trust"))
    assert [output["act", 0, act].hours for act in BASIC.act_words[Role.PROFESSIONAL]] == [2.5, 2.0, 0.0]
    assert output["act", 0, "take_over"].points == pytest.approx(3.25)
    assert output["act", 0, "together"].points == pytest.approx(1.5)
    assert output["act", 0, "together"].craft == pytest.approx(1.3)
    assert output["act", 1, "take_over"].points == pytest.approx(1.0), "residents hold it"
    assert result["act", 0, "take_over"].points == pytest.approx(1.5)
    assert [trust["act", 0, act].points for act in BASIC.act_words[Role.PROFESSIONAL]] == pytest.approx(
        [0, 0, 0.12]
    )
    assert output["respond", None, "pull_in"].points == pytest.approx(0.2)
    assert trust["respond", None, "pull_in"].points == 0.0


def test_the_municipality_sees_what_an_incident_would_cost_it() -> None:
    found = figures(Role.MUNICIPALITY)
    assert [found["holder", 0, holder].blame for holder in Holder] == pytest.approx([2.2, 1.76, 0.88])
    assert [found["holder", 1, holder].blame for holder in Holder] == pytest.approx([1.32, 1.056, 0.528])
    assert found["requirements", 0, "yes"] == OptionFigure(
        "requirements", 0, "yes", money=0.25, blame=pytest.approx(1.056)
    )
    assert found["requirements", 0, "no"].blame == pytest.approx(1.76)
    assert [found["funding", None, funding].points for funding in Funding] == [0.0, 0.3, -0.3]
    assert [found["act", 0, act].calm for act in BASIC.act_words[Role.MUNICIPALITY]] == [0.08, 0.15, 0.0]
    assert found["respond", None, "add_rule"].points == pytest.approx(0.15)


def answered(role: Role, state: TableState) -> dict[tuple[int | None, str], float]:
    """Return what each answer of a role brings per task, as its phone has it."""
    found = option_figures(
        state.setup.rules,
        state.values,
        role,
        4,
        state.agreement.funding,
        state.agreement.deals,
        state.outcome,
    )
    return {(one.task, one.option): one.points for one in found if one.kind == "respond"}


def test_in_ruleset_2_an_answer_brings_what_the_table_has_built_in_whole_tenths() -> None:
    state = in_outcome((0.0, 0.99, 0.99, 0.99), state=opened(ruleset=2), holder="together")
    assert state.outcome is not None
    residents = answered(Role.RESIDENT, state)
    gap = state.values.expectation[0] - state.outcome.tasks[0].quality

    assert {task for task, _ in residents} == {k for k in range(4) if state.outcome.tasks[k].trouble}
    assert residents[0, "guarantee"] == round(0.5 * gap, 1)
    assert residents[0, "repair"] == 0.0
    assert answered(Role.MUNICIPALITY, state)[0, "back"] == round(0.6 * (0.25 - 0.6), 1)
    assert answered(Role.MUNICIPALITY, acting(opened(ruleset=2))) == {}


def test_in_ruleset_2_a_funding_brings_what_the_table_has_built() -> None:
    state = in_outcome(state=opened(ruleset=2))
    args = (
        state.setup.rules,
        state.values,
        Role.MUNICIPALITY,
        4,
        state.agreement.funding,
        state.agreement.deals,
    )
    before = {one.option: one.points for one in option_figures(*args) if one.kind == "funding"}
    after = {one.option: one.points for one in option_figures(*args, state.outcome) if one.kind == "funding"}
    assert state.outcome is not None
    quality = sum(task.quality for task in state.outcome.tasks) / 4

    assert before == {"output": 0.0, "result": 0.0, "trust": -0.3}
    assert after == {**before, "result": round(1.5 * (quality - 0.5), 1)}
