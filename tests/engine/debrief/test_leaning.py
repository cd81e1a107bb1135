"""Leaning back as a reaction, single options apart, and what all tables of a room have in common."""

from dataclasses import replace

import pytest

from game.engine.debrief.findings import findings
from game.engine.debrief.leaning import LeaningRound
from game.engine.debrief.played import of_file
from game.engine.debrief.room import room
from game.engine.debrief.series import share_of
from game.engine.gamefile.reading import parse
from game.engine.model.roles import Role
from tests.engine.games import plain
from tests.engine.golden import NAMES, STORIES, data, golden, told


def leaning(game) -> tuple[LeaningRound, ...]:
    return findings(of_file(parse(game))).leaning


def test_coming_pays_less_where_professionals_take_over_than_where_they_share_the_work():
    taken_over = [one.gains["taken_over"].mean for one in told("trap").leaning]
    shared = [one.gains["shared"].mean for one in told("mixed").leaning if one.gains["shared"].moments]
    assert max(taken_over) < 0.0
    assert sum(taken_over) / len(taken_over) < sum(shared) / len(shared)
    assert [one.gains["shared"].moments for one in told("trap").leaning] == [0] * 6


def test_every_moment_is_of_all_tasks_and_at_most_of_one_kind():
    for name in (*NAMES, *STORIES):
        for one in told(name).leaning:
            gains = one.gains
            assert gains["all"].moments >= gains["taken_over"].moments + gains["shared"].moments


def test_evenings_claims_and_hours_are_of_everybody_in_the_street():
    game = data("trap")
    for seat in game["rounds"][0]["residents"][2:]:
        seat["by"] = "bot"
    first = leaning(game)[0]
    assert (first.kept, first.evenings, first.claims, first.moments) == (12, 12, 8, 16)
    assert (first.paid_hours, first.given_hours) == (20.0, 0.0)
    assert first.meant == {"residents": 0, "together": 0, "professionals": 4}
    shared = told("together").leaning[0]
    assert (shared.paid_hours, shared.given_hours) == (16.0, 24.0)
    assert (shared.kept, shared.evenings) == (0, 12)


def test_residents_that_are_bots_count_and_have_moments():
    game = plain(rounds=1)
    for seat in game["rounds"][0]["residents"]:
        seat["by"] = "bot"
    one = leaning(game)[0]
    assert (one.evenings, one.gains["all"].moments) == (12, 16)


def test_a_task_that_nobody_did_has_no_share():
    game = golden("left_by_all")
    fifth = game.rounds[4].result.outcome.tasks
    assert share_of(fifth[3]) is None
    assert share_of(fifth[0]) == fifth[0].professional_share
    assert [one.nobody for one in told("left_by_all").leaning] == [0, 0, 0, 0, 1, 0]


def options(name: str, role: Role, turn: int = 2) -> dict[str, tuple[float, float]]:
    found = told(name).sensible[role][turn].options
    return {word: (one.paid, one.done) for word, one in found.items()}


def test_paper_stands_apart_from_handing_over_and_doing_it_alone_from_stepping_back():
    assert options("trap", Role.MUNICIPALITY) == {
        "professionals": (1.0, 1.0),
        "residents": (0.0, 0.0),
        "requirements": (0.0, 1.0),
        "add_rule": (1.0, 1.0),
    }
    assert options("trap", Role.PROFESSIONAL) == {"take_over": (1.0, 1.0), "step_back": (1.0, 0.0)}
    assert options("trap", Role.RESIDENT) == {"wait": (1.0, 0.5), "claim": (1.0, 0.5)}
    second = options("mended_and_ruled", Role.MUNICIPALITY, 4)
    assert {"add_rule", "output", "result"} <= set(second)
    assert {"guarantee"} <= set(options("mended_and_ruled", Role.RESIDENT, 4))
    assert {"pull_in"} <= set(options("mended_and_ruled", Role.PROFESSIONAL, 4))


@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_an_option_pays_where_less_paid_and_is_a_share(name):
    for role in Role:
        for one in told(name).sensible[role]:
            for option in one.options.values():
                assert 0.0 <= option.paid <= 1.0
                assert 0.0 <= option.done <= 1.0
                assert 0 < option.moments <= one.moments


def test_a_room_hears_what_most_tables_have_in_common():
    tables = [(golden(name), told(name)) for name in ("trap", "ran_thin", "together")]
    message = room(tables)
    assert message is not None
    assert (message.direction, message.count, message.of) == ("down", 2, 3)
    moved = [game.rounds[-1].result.values.ownership[0] - 0.5 for game, _ in tables[:2]]
    assert message.change == pytest.approx(sum(moved) / 2, abs=0.02)
    assert room([]) is None
    still = of_file(parse(plain(rounds=1)))
    calm = replace(still, rounds=still.rounds)
    alone = room([(calm, findings(calm))])
    assert alone is not None
    assert (alone.count, alone.of) == (1, 1)
