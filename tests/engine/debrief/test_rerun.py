"""Reruns: one thing changed, everything else as it was; no change is the game itself.

In one file because each what-if is tried on the same few games, which are played once.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.engine.bots.paths import OWN, Path
from game.engine.debrief.changes import (
    LAST,
    Constant,
    Evenings,
    Follows,
    Instead,
    Luck,
    NoSetbacks,
    OtherAnswers,
    Purse,
    Reacts,
)
from game.engine.debrief.levers import LEVERS
from game.engine.debrief.measures import ownership, quality
from game.engine.debrief.played import PlayedGame, of_file, of_table
from game.engine.debrief.rerun import rerun
from game.engine.debrief.whatif import (
    ALL,
    WhatIf,
    answer,
    begins_in_a_round,
    changes,
    offered,
    reaction,
    voted,
)
from game.engine.gamefile.reading import parse
from game.engine.model.choices import Funding
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from tests.engine.builders import CALM, acting, close_phase
from tests.engine.games import games, plain
from tests.engine.golden import NAMES, STORIES, golden


@pytest.mark.parametrize("name", NAMES)
def test_a_rerun_without_a_change_is_the_game_itself(name):
    assert rerun(golden(name)) == golden(name)


@settings(max_examples=10, deadline=None)
@given(games())
def test_any_game_reruns_to_the_last_digit_and_with_every_what_if_in_bounds(plain_game):
    game = of_file(parse(plain_game))
    assert rerun(game) == game
    for code in offered(game.rules):
        lines = answer(game, WhatIf(code))
        assert all(0.0 <= share <= 1.0 for share in (*lines.quality, *lines.ownership))


def test_a_table_is_the_same_game_as_its_file():
    state = close_phase(close_phase(acting(), CALM), ())
    game = of_table(state)
    assert (len(game.rounds), game.tasks, game.before(0).trust) == (1, state.setup.tasks, 0.5)
    assert rerun(game) == game


def acts(game: PlayedGame, role: Role, turn: int = 0):
    return [seat.act for seat in game.rounds[turn].seats if seat.role is role]


def test_one_choice_instead_of_another_in_some_rounds_only():
    change = LEVERS["took_over"].without(2, 3)
    again = rerun(golden("trap"), [change])
    words = [set(acts(again, Role.PROFESSIONAL, turn)[0]) for turn in range(6)]
    assert words == [{"take_over"}, {"together"}, {"together"}, {"take_over"}, {"take_over"}, {"take_over"}]


def test_evenings_instead_of_waiting_stay_within_the_limit_and_take_turns():
    again = rerun(golden("trap"), [LEVERS["kept_evenings"].without(1, LAST)])
    for turn in range(6):
        assert [act.count("join") for act in acts(again, Role.RESIDENT, turn)] == [3, 3, 3, 3]
    assert (
        len(
            {act.index("wait") if "wait" in act else act.index("claim") for act in acts(again, Role.RESIDENT)}
        )
        == 4
    )


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("to_professionals", {("together", True)}),
        ("required", {("professionals", False)}),
    ],
)
def test_deals_instead_of_others(code, seen):
    again = rerun(golden("trap"), [LEVERS[code].without(1, LAST)])
    deals = again.rounds[0].result.outcome.agreement.deals
    assert {(deal.holder.value, deal.requirements) for deal in deals} == seen


def test_requirements_and_funding_instead_of_none():
    on_paper = Instead(Role.MUNICIPALITY, "requirements", frozenset({"no"}), "yes")
    paid = Instead(Role.MUNICIPALITY, "funding", frozenset({"trust"}), "result", since=2)
    again = rerun(golden("together"), [on_paper, paid])
    agreements = [one.result.outcome.agreement for one in again.rounds]
    assert all(deal.requirements for one in agreements for deal in one.deals)
    assert [one.funding for one in agreements[:3]] == [Funding.TRUST, Funding.RESULT, Funding.RESULT]


def test_seats_without_deals_have_none_to_change():
    game = golden("together")
    bare = replace(
        game,
        rounds=tuple(
            replace(r, seats=tuple(replace(s, deals=None, funding=None) for s in r.seats))
            for r in game.rounds
        ),
    )
    change = Instead(Role.MUNICIPALITY, "requirements", frozenset({"no"}), "yes")
    paid = Instead(Role.MUNICIPALITY, "funding", frozenset(Funding), "result")
    assert rerun(bare, [change, paid]).rounds[0].result == rerun(bare).rounds[0].result


def test_an_evening_more_and_fewer():
    trap, together = golden("trap"), golden("together")
    assert [act.count("join") for act in acts(rerun(trap, [Evenings(1)]), Role.RESIDENT)] == [1, 1, 1, 1]
    assert [act.count("join") for act in acts(rerun(trap, [Evenings(-1)]), Role.RESIDENT)] == [0, 0, 0, 0]
    assert [act.count("join") for act in acts(rerun(together, [Evenings(1)]), Role.RESIDENT)] == [3, 3, 3, 3]
    assert [act.count("join") for act in acts(rerun(together, [Evenings(-1)]), Role.RESIDENT)] == [2, 2, 2, 2]
    claims = [act.count("claim") for act in acts(rerun(trap, [Evenings(1)]), Role.RESIDENT)]
    assert claims == [act.count("claim") for act in acts(trap, Role.RESIDENT)], "a kept evening goes first"


def test_everyone_on_a_path_is_that_path():
    again = rerun(golden("trap"), [Follows(None, Path.TOGETHER)])
    assert [quality(again, turn) for turn in range(6)] == [
        quality(golden("together"), turn) for turn in range(6)
    ]


def test_a_role_follows_a_path_from_a_round_on():
    again = rerun(golden("trap"), [Follows(Role.PROFESSIONAL, Path.TOGETHER, since=3)])
    assert again.rounds[:2] == golden("trap").rounds[:2]
    assert set(acts(again, Role.PROFESSIONAL, 2)[0]) == {"together"}
    assert acts(again, Role.RESIDENT, 2) == acts(golden("trap"), Role.RESIDENT, 2)


def test_on_their_own_score_everyone_falls_into_the_trap():
    again = rerun(golden("together"), [Follows(None, OWN)])
    assert ownership(again, 5) < 0.2
    assert quality(again, 5) < 0.5 < quality(golden("together"), 5)


@pytest.mark.parametrize("role", Role)
def test_one_role_on_its_own_score_leaves_the_others_as_they_were(role):
    again = rerun(golden("mixed"), [Follows(role, OWN)])
    for other in set(Role) - {role}:
        assert [acts(again, other, turn) for turn in range(6)] == [
            acts(golden("mixed"), other, turn) for turn in range(6)
        ]


def test_own_score_at_a_table_whose_seats_change():
    plain_game = plain(rounds=2)
    plain_game["rounds"][1]["residents"].append({"act": ["join", "wait", "wait", "wait"]})
    game = of_file(parse(plain_game))
    again = rerun(game, [Follows(Role.RESIDENT, OWN)])
    assert [len(one.seats) for one in again.rounds] == [6, 7]


def test_a_policy_and_a_constant_that_are_none():
    with pytest.raises(ValueError, match="habit"):
        rerun(golden("trap"), [Follows(Role.RESIDENT, "habit")])
    for name in ("nothing", "join_by", "budget"):
        with pytest.raises(ValueError, match=name):
            rerun(golden("trap"), [Constant(name, 1.0)])


def test_twice_the_purse_is_never_broke_and_a_constant_changes_the_street():
    rich = rerun(golden("trap"), [Purse(2.0)])
    assert min(one.result.values.reserve for one in rich.rounds) > 0.0
    assert ownership(rerun(golden("trap"), [Constant("o_down", 0.0)]), 5) > ownership(golden("trap"), 5)


def test_other_luck_is_other_dice_and_the_same_choices():
    again = rerun(golden("mixed"), [Luck(1)])
    assert again.rounds[0].draws != golden("mixed").rounds[0].draws
    assert again.rounds[0].seats == golden("mixed").rounds[0].seats


def test_a_what_if_that_changes_nothing_says_so():
    assert answer(golden("together"), WhatIf("no_requirements")).is_same is True
    assert answer(golden("trap"), WhatIf("no_requirements")).is_same is False


def test_what_ifs_begin_in_a_round_or_hold_all_game():
    assert changes(WhatIf("funding.trust", 3))[0].since == 3
    assert changes(WhatIf("follows.resident.together", 2)) == (
        Follows(Role.RESIDENT, Path.TOGETHER, since=2),
    )
    assert changes(WhatIf("letting_go", 4)) == (Follows(None, Path.LETTING_GO, since=4),)
    assert changes(WhatIf("luck.2")) == (Luck(2),)
    assert [code for code in voted(RULESETS[1]) if begins_in_a_round(code)] == [
        "funding.trust",
        "follows.municipality.together",
        "follows.professional.together",
        "letting_go",
    ]
    for rules in RULESETS.values():
        assert set(voted(rules)) <= set(offered(rules)) <= set(ALL)


def test_a_what_if_that_is_not_offered():
    with pytest.raises(Refused) as refused:
        changes(WhatIf("luck.99"))
    assert refused.value.code == "unknown_choice"


def test_the_short_form_stays_short():
    plain_game = plain(rounds=2)
    plain_game["form"] = "short"
    game = of_file(parse(plain_game))
    assert rerun(game) == game


def test_without_setbacks_and_with_twice_the_purse_of_ruleset_2() -> None:
    hit = {**plain(rounds=2), "ruleset": 2}
    hit["rounds"][0]["setback"] = [1]
    game = of_file(parse(hit))
    calm, rich = rerun(game, [NoSetbacks()]), rerun(game, [Purse(2.0)])

    assert rerun(game) == game
    assert [task.setback for task in game.rounds[0].result.outcome.tasks] == [False, True, False, False]
    assert [task.setback for task in calm.rounds[0].result.outcome.tasks] == [False] * 4
    assert (rich.rules.start_reserve, rich.rules.reserve_cap, rich.rules.budget_per_task) == (7.6, 7.6, 2.2)


def with_setbacks(*answers: tuple[str, str, str], rounds: int = 2) -> PlayedGame:
    """Return a game of ruleset 2, hit in every round, answered in these words by municipality, professional, residents."""
    game = {**plain(rounds=rounds), "ruleset": 2}
    for one, words in zip(game["rounds"], answers, strict=True):
        one["setback"] = [1, 2]
        for key, word in zip(("municipality", "professionals", "residents"), words, strict=True):
            for seat in one[key]:
                seat["respond"] = [word] * 4
    return of_file(parse(game))


def test_a_setback_can_be_taken_out_by_round_and_task() -> None:
    game = with_setbacks(("back", "evaluate", "repair"), ("back", "evaluate", "repair"))
    assert [one.setback for one in rerun(game, [NoSetbacks(since=2)]).rounds] == [(1, 2), ()]
    assert [one.setback for one in rerun(game, [NoSetbacks(2, since=1, until=1)]).rounds] == [(1,), (1, 2)]


MENDED, RULED, LEFT = ("back", "evaluate", "repair"), ("add_rule", "pull_in", "guarantee"), ("let_be",) * 3


def test_answering_the_other_way_mends_what_was_not_and_the_other_way_round() -> None:
    game = with_setbacks(MENDED, RULED, LEFT, ("add_rule", "evaluate", "repair"), rounds=4)
    again = rerun(game, [OtherAnswers()])
    said = [
        tuple({seat.respond for seat in one.seats if seat.role is role} for role in Role)
        for one in again.rounds
    ]
    assert said == [tuple({(word,) * 4} for word in words) for words in (RULED, MENDED, MENDED, RULED)]
    assert rerun(again, [OtherAnswers()]) == rerun(game, [OtherAnswers(), OtherAnswers()])


def test_mending_instead_of_rules_is_worth_ownership_and_the_other_way_round() -> None:
    ruled, mended = with_setbacks(RULED, RULED), with_setbacks(MENDED, MENDED)
    assert ownership(rerun(ruled, [OtherAnswers()]), 1) == pytest.approx(ownership(mended, 1))
    assert ownership(rerun(mended, [OtherAnswers()]), 1) == pytest.approx(ownership(ruled, 1))
    assert ownership(mended, 1) > ownership(ruled, 1) + 0.1


def test_what_is_offered_and_voted_on_hangs_on_the_ruleset() -> None:
    first, second = RULESETS[1], RULESETS[2]
    assert set(offered(second)) - set(offered(first)) == {"other_answers", "no_setbacks"}
    assert [code for code in offered(second) if code in offered(first)] == list(offered(first))
    assert [pair for pair in zip(voted(first), voted(second), strict=True) if pair[0] != pair[1]] == [
        ("no_rules", "other_answers"),
        ("luck.1", "no_setbacks"),
    ]
    assert changes(WhatIf("other_answers")) == (OtherAnswers(),)
    assert changes(WhatIf("no_setbacks")) == (NoSetbacks(),)


@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_a_reaction_to_the_pay_as_played_is_the_game_itself(name):
    game = golden(name)
    paid = {one.result.outcome.agreement.funding for one in game.rounds}
    if len(paid) == 1:
        assert rerun(game, reaction(WhatIf(f"funding.{paid.pop()}"))).rounds == game.rounds


@settings(max_examples=15, deadline=None)
@given(games(max_rounds=3, max_seats=4))
def test_in_any_game_a_reaction_to_the_pay_as_played_changes_nothing(plain_game):
    for one in plain_game["rounds"]:
        for seat in one["municipality"]:
            seat["funding"] = "result"
    game = of_file(parse(plain_game))
    assert rerun(game, (Reacts(Funding.RESULT),)) == game


def test_professionals_who_react_to_a_fixed_budget_work_together_more_and_others_act_as_they_did():
    game = golden("mixed")
    again = rerun(game, reaction(WhatIf("funding.trust")))
    together = [
        sum(
            act == "together"
            for turn in range(6)
            for seat in acts(one, Role.PROFESSIONAL, turn)
            for act in seat
        )
        for one in (game, again)
    ]
    assert together[1] > together[0]
    for role in (Role.RESIDENT, Role.MUNICIPALITY):
        assert acts(again, role, 5) == acts(game, role, 5)
    assert reaction(WhatIf("no_rules")) == ()


def test_a_reaction_can_begin_later():
    game = golden("mixed")
    again = rerun(game, reaction(WhatIf("funding.trust", 4)))
    assert again.rounds[:3] == game.rounds[:3]
    assert again.rounds[3] != game.rounds[3]


@pytest.mark.parametrize("name", ["trap", "together", "ran_thin", "left_by_all"])
def test_who_goes_on_like_this_does_so_for_four_rounds_in_which_nothing_goes_wrong_by_chance(name):
    game = golden(name)
    again = rerun(game, changes(WhatIf("go_on")))
    last = game.rounds[-1]
    assert again.rounds[: len(game.rounds)] == game.rounds
    for one in again.rounds[len(game.rounds) :]:
        assert one.seats == last.seats
        assert not any(task.incident for task in one.result.outcome.tasks)
    lines = answer(game, WhatIf("go_on"))
    assert (len(lines.quality), lines.is_same) == (len(game.rounds) + 4, False)


@pytest.mark.parametrize(("tasks", "shared"), [(3, 2), (4, 2), (5, 3), (6, 3)])
def test_the_mixed_path_is_half_of_the_tasks_together(tasks, shared):
    game = rerun(of_file(parse(plain(tasks=tasks, rounds=2))), (Follows(None, Path.MIXED),))
    for one in game.rounds:
        outcome = one.result.outcome
        assert [task.deal.holder for task in outcome.tasks] == ["together"] * shared + ["professionals"] * (
            tasks - shared
        )
        assert [task.joined for task in outcome.tasks] == [1.0] * shared + [0.0] * (tasks - shared)
        assert [(task.take_over, task.together) for task in outcome.tasks] == [(0.0, 1.0)] * shared + [
            (1.0, 0.0)
        ] * (tasks - shared)
