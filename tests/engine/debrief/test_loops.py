"""The loops: every golden game lights its own, from the terms of the equations and nothing else."""

import pytest
from hypothesis import given, settings

from game.engine.debrief.behind import behind
from game.engine.debrief.loops import LOOPS, arrows_of, loops_of
from game.engine.debrief.played import mean, of_file
from game.engine.debrief.strengths import loops
from game.engine.gamefile.reading import parse
from game.engine.model import dynamics
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from tests.engine.games import games, plain
from tests.engine.golden import NAMES, data, golden, told


def strengths(name: str) -> dict[str, list[float]]:
    return {code: [round(one.loops[code], 2) for one in told(name).loops] for code in LOOPS}


def test_the_trap_turns_its_loops_and_never_the_one_of_together():
    found = strengths("trap")
    assert all(found["R1"][turn] > 0.25 for turn in range(6))
    assert found["R2"][0] == 0.0, "claims come with the gap"
    assert min(found["R2"][2:]) > 0.25
    assert found["R3"][:2] == [1.0, 1.0]
    assert found["R4"][:2] == [0.0, 0.0], "accountable once quality is short"
    assert found["R4"][2] > 0.4
    assert found["R6"] == found["B2"] == found["R5"] == [0.0] * 6
    assert found["B3"] == [0.4] * 6
    assert found["B4"][:2] == [0.0, 0.0], "cuts once the purse is empty"
    assert found["B4"][2] > 0.4


def test_together_turns_only_the_loop_of_together():
    found = strengths("together")
    assert min(found["R6"]) > 0.5
    assert min(found["B2"]) > 0.75
    others = set(LOOPS) - {"R6", "B2"}
    assert {code for code in others if any(found[code])} == set()


def test_letting_go_turns_nothing():
    assert {code for code, rounds in strengths("letting_go").items() if any(rounds)} == set()


def test_a_turn_in_round_4_is_seen_in_the_loops():
    found = strengths("turned_in_round_4")
    assert found["R1"][2] > 0.3
    assert found["R1"][3:] == [0.0] * 5
    assert found["R6"][:3] == [0.0] * 3
    assert min(found["R6"][3:]) > 0.2


def test_blame_after_an_incident_with_residents():
    game = plain(rounds=1)
    game["rounds"][0]["draws"] = [0.0, 1.0, 1.0, 1.0]
    game["rounds"][0]["municipality"][0]["respond"] = ["add_rule", "let_be", "let_be", "let_be"]
    found = loops(of_file(parse(game)))[0]
    assert found.loops["R5"] > 0.05
    assert found.arrows["blame_rules"] == 1.0


@pytest.mark.parametrize("funding", ["output", "result", "trust"])
def test_pay_and_account_hang_on_the_funding(funding):
    game = data("trap")
    for one in game["rounds"]:
        one["municipality"][0]["funding"] = funding
    found = loops(of_file(parse(game)))[-1]
    assert (found.arrows["pay_take_over"] > 0.0) == (funding == "output")
    assert (
        (found.arrows["quality_account"] > 0.0)
        == (found.arrows["account_take_over"] > 0.0)
        == (funding != "trust")
    )


def test_residents_hold_and_professionals_do_it_all():
    game = plain(rounds=1)
    game["rounds"][0]["municipality"][0] |= {
        "deals": [{"holder": "residents", "requirements": False}] * 4,
        "funding": "result",
    }
    game["rounds"][0]["professionals"][0]["act"] = ["take_over"] * 4
    found = loops(of_file(parse(game)))[0]
    assert found.arrows["quality_account"] == 0.0
    game["rounds"][0]["municipality"][0]["funding"] = "output"
    assert loops(of_file(parse(game)))[0].arrows["take_over_pay"] == 1.0


def test_where_nobody_does_anything():
    game = plain(rounds=1)
    game["rounds"][0]["professionals"][0]["act"] = ["step_back"] * 4
    found = loops(of_file(parse(game)))[0]
    assert found.arrows["bureaucracy_quality"] == found.arrows["bureaucracy_hours"] == 0.0
    assert found.arrows["take_over_account"] == found.arrows["ownership_quality"] == 0.0


@settings(max_examples=25)
@given(games())
def test_strengths_are_shares(plain_game):
    game = of_file(parse(plain_game))
    for one in loops(game):
        assert all(0.0 <= strength <= 1.0 for strength in (*one.loops.values(), *one.arrows.values()))
        assert set(one.arrows) == set(arrows_of(game.rules))


@settings(max_examples=25)
@given(games())
def test_the_terms_are_what_moved_the_values(plain_game):
    game = of_file(parse(plain_game))
    for turn, played in enumerate(game.rounds):
        before, after = game.before(turn), played.result.values
        seats = played.seats
        if game.form == "short":
            continue
        terms = dynamics.round_terms(game.rules, before, played.result.outcome, seats)
        for k in range(game.count):
            for name in ("ownership", "expectation", "bureaucracy"):
                moved = getattr(before, name)[k] + sum(getattr(terms, name)[k].values())
                assert getattr(after, name)[k] == pytest.approx(min(1.0, max(0.0, moved)), abs=1e-12)
        assert after.trust == pytest.approx(
            min(1.0, max(0.0, before.trust + sum(terms.trust.values()))), abs=1e-12
        )


@pytest.mark.parametrize("rules", RULESETS.values(), ids=RULESETS)
def test_every_loop_is_a_chain_of_arrows_and_a_reinforcing_one_a_ring(rules):
    arrows = arrows_of(rules)
    for loop, links in loops_of(rules).items():
        start = arrows[links[0][0]].source
        reached = {start}
        for link in links:
            assert any(arrows[code].source in reached for code in link)
            reached |= {arrows[code].target for code in link}
        if loop.startswith("R"):
            assert start in {arrows[code].target for code in links[-1]}
    assert {code for links in loops_of(rules).values() for link in links for code in link} == set(arrows)


@pytest.mark.parametrize("name", NAMES)
def test_behind_an_arrow_is_what_people_chose(name):
    game = golden(name)
    found = behind(game)
    for code, choices in found.items():
        arrow = arrows_of(game.rules)[code]
        words = [game.rules.choices.words(arrow.role, choice) or {choice} for choice in arrow.choices]
        assert {one.choice for one in choices} == set().union(*words)
        for one in choices:
            assert all(0 <= count <= of for count, of in zip(one.counts, one.moments, strict=True))
    joined = found["quality_doing"][0]
    residents = [seat for seat in game.rounds[0].seats if seat.role is Role.RESIDENT]
    assert joined.counts[0] == sum(seat.act.count("join") for seat in residents)
    assert joined.moments[0] == len(residents) * game.count


def test_behind_a_deal_and_a_response():
    found = behind(golden("trap"))
    assert [one.counts[0] for one in found["claims_requirements"] if one.choice == "requirements"] == [4]
    assert [one.counts for one in found["doing_incident"]] == [(0,) * 6, (0,) * 6]
    trouble = [sum(task.trouble for task in one.result.outcome.tasks) for one in golden("trap").rounds]
    assert list(found["blame_rules"][0].moments) == trouble


# Ruleset 2


def hit(answers: tuple[str, str, str] = ("let_be",) * 3, holder: str = "together", ruleset: int = 2):
    """Return a played round in which all do something together and two tasks are hit, with what the three roles answer."""
    game = {**plain(rounds=1), "ruleset": ruleset}
    one = game["rounds"][0]
    one["setback"] = [1, 2]
    one["municipality"][0]["deals"] = [{"holder": holder, "requirements": False}] * 4
    for seat in one["residents"]:
        seat["act"] = ["join", "join", "join", "wait"]
    for key, word in zip(("municipality", "professionals", "residents"), answers, strict=True):
        for seat in one[key]:
            seat["respond"] = [word] * 4
    return of_file(parse(game))


MENDED, RULED, LEFT = ("back", "evaluate", "repair"), ("add_rule", "pull_in", "guarantee"), ("let_be",) * 3


def test_what_is_not_mended_is_lost_and_what_is_mended_is_kept():
    left, mended, ruled = (loops(hit(answers))[0] for answers in (LEFT, MENDED, RULED))
    assert mended.arrows["incident_loss"] == left.arrows["mending_ownership"] == 0.0
    assert left.arrows["incident_loss"] > 0.1
    assert mended.arrows["mending_ownership"] > 0.4
    assert ruled.arrows["incident_loss"] > 0.0
    assert ruled.loops["R5"] > 0.1 > mended.loops["R5"] == 0.0


def test_losing_what_broke_makes_the_loop_of_blame_as_strong_as_it_was():
    found = loops(hit(RULED))[0]
    ways = found.arrows["rules_room"], found.arrows["incident_loss"]
    links = [found.arrows[code] for code in ("doing_incident", "incident_blame", "blame_rules")]
    assert found.loops["R5"] == min(*links, max(ways))
    assert ways[1] > ways[0]


def test_a_setback_was_certain_whatever_the_quality():
    game = {**plain(rounds=1), "ruleset": 2}
    game["rounds"][0]["setback"] = [1, 2]
    holders = ["professionals", "together", "together", "professionals"]
    deals = [{"holder": holder, "requirements": False} for holder in holders]
    game["rounds"][0]["municipality"][0]["deals"] = deals
    played = of_file(parse(game))
    others = [task.quality for task in played.rounds[0].result.outcome.tasks if not task.setback]
    feared = sum(0.4 * (0.05 + 0.4 * (1.0 - quality)) for quality in others)
    found = loops(played)[0].arrows["doing_incident"]
    assert found == pytest.approx(2 * 0.8 / (2 * 0.8 + feared))


def test_calls_take_hours_where_people_count_on_being_served():
    game = of_file(parse({**data("trap"), "ruleset": 2}))
    found = [one.arrows["calls_hours"] for one in loops(game)]
    assert found[0] == 0.0
    assert max(found) > 0.25
    last, values = game.rounds[-1].result.outcome, game.before(5)
    called = 2.6 * mean(max(0.0, one - 0.5) for one in values.expectation)
    assert found[-1] == pytest.approx(called / last.load)
    idle = {**plain(rounds=1), "ruleset": 2}
    idle["rounds"][0]["professionals"][0]["act"] = ["step_back"] * 4
    assert loops(of_file(parse(idle)))[0].arrows["calls_hours"] == 0.0


def test_what_a_funding_costs_the_municipality_is_part_of_what_it_lost():
    game = hit()
    cheap = {**data("together"), "ruleset": 2}
    cheap["rounds"][0]["setback"] = [0]
    trusting = loops(of_file(parse(cheap)))[0].arrows["incident_blame"]
    cheap["rounds"][0]["municipality"][0]["funding"] = "result"
    assert trusting < loops(of_file(parse(cheap)))[0].arrows["incident_blame"]
    assert 0.0 < loops(game)[0].arrows["incident_blame"] < 1.0


def test_the_purse_cuts_hours_in_ruleset_2_as_well():
    found = loops(of_file(parse({**data("trap"), "ruleset": 2})))
    assert found[0].loops["B4"] == 0.0
    assert found[-1].loops["B4"] > 0.4


def test_the_mean_of_nothing_is_nothing():
    assert mean([]) == 0.0
