"""Sensible for whom: the trap pays every chair, and so does leaving the others to do it together."""

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
        assert dict(one.by_funding) == {"output": 1.0, "result": 0.0, "trust": 0.0}
    for one in told("together").sensible[Role.RESIDENT]:
        assert dict(one.by_funding) == {funding.value: 1.0 for funding in Funding}


def test_bots_count_only_in_a_game_of_bots():
    game = data("trap")
    for one in game["rounds"]:
        for seat in one["residents"][1:]:
            seat["by"] = "bot"
    assert [one.moments for one in sensible(of_file(parse(game)))[Role.RESIDENT]] == [4] * 6
    for one in game["rounds"]:
        for key in ("municipality", "professionals", "residents"):
            for seat in one[key]:
                seat["by"] = "bot"
    assert [one.moments for one in sensible(of_file(parse(game)))[Role.RESIDENT]] == [16] * 6


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
