"""What screens show of the findings: the step that is looked at, and nothing else."""

from dataclasses import fields, replace

import pytest

from game.engine.debrief.doubts import check, sliders
from game.engine.debrief.loops import arrows_of
from game.engine.debrief.measures import quality
from game.engine.debrief.steps import PICTURES
from game.engine.debrief.whatif import WhatIf
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset
from game.engine.screens.findings import FindingsView, findings_view
from game.engine.screens.room import DebriefView, Doubt
from tests.engine.golden import golden, told


def filled(step: str, **changes) -> set[str]:
    view = findings_view(golden("trap"), lambda: told("trap"), replace(DebriefView(step=step), **changes))
    empty = FindingsView()
    return {field.name for field in fields(view) if getattr(view, field.name) != getattr(empty, field.name)}


@pytest.mark.parametrize(
    ("step", "parts"),
    [
        ("feeling", set()),
        ("what_happened", set()),
        ("undercurrent", set()),
        ("pattern", {"loops", "circles", "behind"}),
        ("turning", {"turns"}),
        ("sensible", {"sensible", "leaning", "marks"}),
        ("what_if", set()),
        ("at_work", set()),
        ("tomorrow", set()),
    ],
)
def test_a_step_shows_its_own(step, parts):
    assert filled(step) == parts


def test_what_ifs_that_are_kept_and_a_doubt():
    assert filled("what_if", what_ifs=(WhatIf("no_rules"),)) == {"what_ifs"}
    assert filled("what_if", doubts=(Doubt("o_up", 0.0),)) == {"doubt"}


def test_what_the_street_got_of_what_was_done_together_is_shown_once_it_is_asked() -> None:
    def without(name: str, beat: int) -> dict[Role, float]:
        view = DebriefView(step="sensible", part="logic", beat=beat)
        return dict(findings_view(golden(name), lambda: told(name), view).without)

    assert (without("together", 1), without("trap", 2)) == ({}, {})  # nobody did anything together there
    found = without("together", 2)
    assert set(found) == set(Role)
    assert max(found.values()) < quality(golden("together"), -1)


def test_beside_the_purse_stands_what_more_money_would_have_brought() -> None:
    view = DebriefView(step="pattern", part="circle", beat=4)
    rich = {
        name: findings_view(golden(name), lambda name=name: told(name), view).rich
        for name in ("trap", "together")
    }
    assert (round(rich["trap"], 2), rich["together"]) == (0.63, quality(golden("together"), -1))
    assert filled("pattern", part="circle") == {"loops", "circles", "behind"}


def test_a_photo_knows_which_way_it_went():
    assert filled("tomorrow", part="take_home") == {"circles"}


def test_a_game_without_a_finished_round_has_nothing_to_show():
    nothing = replace(golden("trap"), rounds=())
    assert findings_view(nothing, lambda: told("trap"), DebriefView(step="pattern")) == FindingsView()


def test_marks_are_of_roles_and_between_1_and_10():
    marks = findings_view(golden("trap"), lambda: told("trap"), DebriefView(step="sensible")).marks
    assert set(marks) == set(Role)
    assert all(1.0 <= mark <= 10.0 for of_role in marks.values() for mark in of_role)


def test_courses_have_the_tables_own_dice():
    view = findings_view(golden("trap"), lambda: told("trap"), DebriefView(step="what_if", part="courses"))
    together = view.courses["together"]
    assert (
        together.quality[-1]
        > view.courses["letting_go"].quality[-1]
        > view.courses["mild_trap"].quality[-1] - 1
    )


def test_sliders_are_of_the_arrows_constants():
    for rules in RULESETS.values():
        found = sliders(rules)
        assert set(found) == {name for arrow in arrows_of(rules).values() for name in arrow.constants}
        assert all(one.low <= one.value <= one.high for one in found.values())
    found = sliders(Ruleset())
    assert (found["acc_req"].high, found["need"].high) == (1.0, 1.4)
    check(Ruleset(), "need", 1.4)
    for name, value in (("need", 1.41), ("need", -0.1), ("sat", 1.0), ("need", float("nan"))):
        with pytest.raises(Refused):
            check(Ruleset(), name, value)


def test_the_new_constants_of_ruleset_2_can_be_doubted_and_what_it_does_without_cannot():
    first, second = (set(sliders(rules)) for rules in RULESETS.values())
    slopes = {"guarantee_slope", "repair_slope", "back_slope", "evaluate_slope"}
    assert (second - first, first - second) == ({"dent", "o_loss", "call"} | slopes, {"debt_share"})
    check(RULESETS[2], "dent", 0.9)
    for rules, name, value in ((RULESETS[2], "debt_share", 0.5), (RULESETS[1], "dent", 0.0)):
        with pytest.raises(Refused):
            check(rules, name, value)


def test_the_short_path_leaves_most_pictures_out():
    short = [f"{step}.{one.part}" for step, all in PICTURES.items() for one in all if one.on == "short"]
    assert short == [
        "feeling.finale",
        "feeling.wall",
        "what_happened.film",
        "undercurrent.crossing",
        "pattern.circle",
        "sensible.logic",
        "what_if.vote",
        "what_if.streets",
        "tomorrow.wall",
        "tomorrow.take_home",
    ]
