"""What phones vote on: answered once the last round is over, the same whether scores are kept or not."""

import pytest

from game.engine.debrief.answers import voted_answers
from game.engine.debrief.findings import findings, findings_of
from game.engine.debrief.played import of_table
from game.engine.debrief.rerun import rerun
from game.engine.debrief.whatif import WhatIf, already, changes, offered, voted
from tests.engine.builders import opened, round_played
from tests.engine.debrief.test_rerun import MENDED, RULED, with_setbacks
from tests.engine.golden import golden


def test_the_vote_is_answered_after_the_last_round_and_not_before() -> None:
    first = round_played(opened(rounds=2))
    last = round_played(first)
    before = findings_of(first)
    after = findings_of(last, before)

    assert before == findings(of_table(first))
    assert before.voted == ()
    assert [one.code for one in after.voted] == list(voted(last.setup.rules))
    assert after.voted == voted_answers(of_table(last), rerun)


@pytest.mark.parametrize("name", ["together", "letting_go", "mixed", "left_by_all", "paper"])
def test_a_game_was_already_so_where_a_rerun_has_its_own_choices_dice_and_rules(name: str) -> None:
    game = golden(name)
    for code in offered(game.rules):
        again = rerun(game, changes(WhatIf(code)))
        played = [[(one.seats, one.draws, one.setback) for one in each.rounds] for each in (game, again)]
        assert already(game, code) == (played[0] == played[1] and again.rules == game.rules), code


def test_trouble_the_other_way_says_which_way_that_is() -> None:
    games = (with_setbacks(RULED, RULED), with_setbacks(MENDED, MENDED), with_setbacks(MENDED, RULED))
    ways = [one.why for game in games for one in voted_answers(game) if one.code == "other_answers"]
    assert ways == ["mended", "ruled", ""]


def test_a_chair_that_always_did_so_together_had_what_the_vote_offers() -> None:
    """Whatever it wrote on paper or answered besides: the vote names who does the work, and nothing else."""

    def had(name: str) -> set[str]:
        return {
            one.code for one in voted_answers(golden(name)) if one.already and one.code.startswith("follows")
        }

    always = {"follows.municipality.together", "follows.professional.together"}
    assert (had("together"), had("trap"), had("letting_go")) == (always, set(), set())


def test_why_a_street_ends_there_is_compared_from_the_reruns_own_measures() -> None:
    def whys(name: str) -> dict[str, str]:
        return {one.code: one.why for one in voted_answers(golden(name))}

    told = whys("trap")
    assert (told["luck.1"], told["evening_more"], told["letting_go"]) == ("", "not_ours", "ours")
    assert (told["twice_purse"], told["no_requirements"]) == ("hours", "less_paper")
    assert told["follows.professional.together"] == "rest_same"
    assert (whys("broke")["twice_purse"], whys("broke")["evening_more"]) == ("same", "came")
    assert (whys("together")["twice_purse"], whys("together")["letting_go"]) == ("paid", "alone")
    assert [one.reacting_why for one in voted_answers(golden("mixed"))][:2] == ["", ""]
