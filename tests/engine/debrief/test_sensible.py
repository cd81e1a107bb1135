"""Sensible for whom: the trap pays every chair, and so does leaving the others to do it together."""

from dataclasses import replace

import pytest

from game.engine.debrief.played import of_file
from game.engine.debrief.sensible import sensible
from game.engine.gamefile.reading import parse
from game.engine.model.choices import Funding
from game.engine.model.roles import Role
from tests.engine.games import plain
from tests.engine.golden import data, told


def shares(name: str, role: Role) -> list[tuple[int, float, float]]:
    return [(one.moments, one.paid_more, one.taken) for one in told(name).sensible[role]]


@pytest.mark.parametrize(
    ("role", "moments"), [(Role.MUNICIPALITY, 4), (Role.PROFESSIONAL, 8), (Role.RESIDENT, 16)]
)
def test_in_the_trap_every_chair_did_what_paid_it(role, moments):
    assert shares("trap", role) == [(moments, 1.0, 1.0)] * 6


def test_together_was_tempted_and_did_not_yield():
    assert shares("together", Role.MUNICIPALITY) == [(4, 1.0, 0.0)] * 6
    assert shares("together", Role.RESIDENT) == [(12, 1.0, 0.0)] * 6, (
        "whose evenings are spent had nothing to choose"
    )
    assert shares("together", Role.PROFESSIONAL) == [(8, 0.0, 0.0)] * 6


def test_what_pays_a_professional_hangs_on_the_funding():
    for one in told("together").sensible[Role.PROFESSIONAL]:
        assert {rule: paid["take_over"] for rule, paid in one.by_funding.items()} == {
            "output": 1.0,
            "result": 0.0,
            "trust": 0.0,
        }
    for one in told("together").sensible[Role.RESIDENT]:
        assert one.by_funding == {}, "nothing hangs on it"


@pytest.mark.parametrize("name", ["trap", "together", "mended_and_ruled", "mixed"])
def test_another_pay_is_counted_at_the_moments_that_the_reason_is_counted_at(name):
    game = of_file(parse(data(name)))
    for one, played in zip(told(name).sensible[Role.PROFESSIONAL], game.rounds, strict=True):
        funding = played.result.outcome.agreement.funding
        acts = {
            word: option.paid for word, option in one.options.items() if word in ("take_over", "step_back")
        }
        assert one.by_funding[funding] == acts
        assert [list(paid) for paid in one.by_funding.values()] == [list(acts)] * len(Funding)


def test_every_seat_counts_whoever_sits_there():
    game = data("trap")
    for one in game["rounds"]:
        for seat in (*one["municipality"], *one["professionals"], *one["residents"][1:]):
            seat["by"] = "bot"
    found = sensible(of_file(parse(game)))
    assert {role: [one.moments for one in rounds] for role, rounds in found.items()} == {
        Role.MUNICIPALITY: [4] * 6,
        Role.PROFESSIONAL: [8] * 6,
        Role.RESIDENT: [16] * 6,
    }


def test_requirements_are_no_choice_in_round_1_unless_they_were_made():
    game = plain(rounds=2)
    assert len(sensible(of_file(parse(game)))[Role.MUNICIPALITY]) == 2
    game["rounds"][0]["municipality"][0]["deals"][0]["requirements"] = True
    first = sensible(of_file(parse(game)))[Role.MUNICIPALITY][0]
    assert (first.moments, first.paid_more, first.taken) == (4, 1.0, 0.25)


def test_in_the_short_form_a_rule_pays_nobody():
    game = plain(rounds=1)
    game["rounds"][0]["draws"] = [0.0] * 4
    game["rounds"][0]["municipality"][0]["respond"] = ["add_rule"] * 4
    full = sensible(of_file(parse(game)))[Role.MUNICIPALITY][0]
    short = sensible(of_file(parse({**game, "form": "short"})))[Role.MUNICIPALITY][0]
    assert (full.taken, short.moments) == (1.0, 4)


def test_a_municipal_seat_whose_vote_decides_nothing_had_nothing_to_gain():
    game = plain(rounds=1)
    game["rounds"][0]["professionals"][0]["act"] = ["take_over"] * 4
    seat = game["rounds"][0]["municipality"][0]
    game["rounds"][0]["municipality"] = [
        seat,
        seat,
        {**seat, "deals": [{"holder": "professionals", "requirements": False}] * 4},
    ]
    found = sensible(of_file(parse(game)))[Role.MUNICIPALITY][0]
    assert (found.moments, found.paid_more) == (12, 8 / 12), "the third stands alone against two"


# Ruleset 2


def hit(funding: str = "trust", ruleset: int = 2, **answers: str):
    """Return a played round in which all do something together, two tasks are hit, and each role answers alike."""
    game = {**plain(rounds=1), "ruleset": ruleset}
    one = game["rounds"][0]
    one["setback"] = [1, 2]
    one["municipality"][0]["funding"] = funding
    for seat in one["residents"]:
        seat["act"] = ["join", "join", "join", "wait"]
    for key, word in answers.items():
        for seat in one[key]:
            seat["respond"] = [word] * 4
    return of_file(parse(game))


def test_answers_and_the_funding_are_moments_of_their_own():
    game = hit(municipality="add_rule", professionals="evaluate", residents="guarantee")
    trouble = sum(task.trouble for task in game.rounds[0].result.outcome.tasks)
    found = {role: one[0] for role, one in sensible(game).items()}
    assert trouble >= 2
    assert {role: one.answers for role, one in found.items()} == {
        Role.MUNICIPALITY: trouble + 1,
        Role.PROFESSIONAL: trouble,
        Role.RESIDENT: 4 * trouble,
    }
    first = {role: one[0] for role, one in sensible(hit(ruleset=1)).items()}
    assert {one.answers for one in first.values()} == {0}
    assert {role: found[role].moments - found[role].answers for role in Role} == {
        role: one.moments for role, one in first.items()
    }


def answered(role: Role, key: str, word: str, **more: str) -> tuple[int, int]:
    """Return at how many of a round's moments less paid more, and at how many of those it was done, with this answer."""
    [one] = sensible(hit(**{key: word}, **more))[role]
    paid = round(one.paid_more * one.moments)
    return paid, round(one.taken * paid)


def test_what_an_answer_pays_decides_whether_it_was_sensible():
    # Two tasks are hit, where all residents came; the fourth, where nobody came, has complaints.
    tasks = hit().rounds[0].result.outcome.tasks
    assert [(task.trouble, task.incident, task.joined) for task in tasks] == [
        (False, False, 1.0),
        (True, True, 1.0),
        (True, True, 1.0),
        (True, False, 0.0),
    ]
    # Trust is .25: backing costs .21, a rule brings .15 after an incident, letting be brings more on the fourth.
    backed, ruled = (answered(Role.MUNICIPALITY, "municipality", word) for word in ("back", "add_rule"))
    assert (backed[0] - ruled[0], ruled[1] - backed[1]) == (0, 3)
    # Talking it over brings .4 where all came and costs .4 where nobody did; pulling in brings .2 unless under trust.
    for funding in ("output", "trust"):
        talked, left = (
            answered(Role.PROFESSIONAL, "professionals", word, funding=funding)
            for word in ("evaluate", "let_be")
        )
        assert (talked[0] - left[0], left[1] - talked[1]) == (0, 1)
    # Ownership is .5, so repairing brings nothing and costs nothing; less came than was expected on the fourth alone.
    gaps = [0.45 - task.quality > 0 for task in tasks]
    repaired, left = (answered(Role.RESIDENT, "residents", word) for word in ("repair", "let_be"))
    assert left[1] - repaired[1] == 4 * sum(g and task.trouble for g, task in zip(gaps, tasks, strict=True))


def test_a_fixed_budget_is_sensible_where_the_relation_is_firm_and_figures_are_poor():
    start = sensible(hit("output"))[Role.MUNICIPALITY][0]
    other = sensible(hit("trust"))[Role.MUNICIPALITY][0]
    paid = round(start.paid_more * start.moments)
    assert round(other.paid_more * other.moments) == paid
    assert round(start.taken * paid) - round(other.taken * paid) == 1, (
        "the funding alone differs, and output paid more"
    )
    none = of_file(parse({**plain(rounds=1), "ruleset": 2}))
    bare = replace(
        none,
        rounds=tuple(replace(r, seats=tuple(replace(s, funding=None) for s in r.seats)) for r in none.rounds),
    )
    assert sensible(none)[Role.MUNICIPALITY][0].answers - sensible(bare)[Role.MUNICIPALITY][0].answers == 1


def test_in_the_short_form_of_ruleset_2_nobody_answers():
    game = {**data("mended_and_ruled"), "form": "short"}
    found = sensible(of_file(parse(game)))
    assert [one.answers for one in found[Role.MUNICIPALITY]] == [1] * 6
    assert {one.answers for one in found[Role.RESIDENT]} == {0}


def test_who_acts_foresees_neither_a_setback_nor_what_will_be_answered():
    """What pays more among acts and deals is the same whatever is answered, and whatever happens then."""

    def acts(game) -> dict[Role, float]:
        found = {role: one[0] for role, one in sensible(game).items()}
        return {role: one.paid_more * one.moments for role, one in found.items()}

    calm = plain(rounds=1)
    calm["ruleset"] = 2
    for seat in calm["rounds"][0]["residents"]:
        seat["act"] = ["join", "join", "join", "wait"]
    calm["rounds"][0]["municipality"][0]["funding"] = "trust"
    quiet = of_file(parse({**calm, "form": "short"}))
    hit_game = hit()
    short = replace(hit_game, form="short")
    assert acts(quiet) == acts(short)
