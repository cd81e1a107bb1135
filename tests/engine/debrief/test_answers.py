"""What phones vote on: answered once the last round is over, the same whether scores are kept or not."""

from game.engine.debrief.answers import voted_answers
from game.engine.debrief.findings import findings, findings_of
from game.engine.debrief.played import of_table
from game.engine.debrief.rerun import rerun
from game.engine.debrief.whatif import voted
from tests.engine.builders import opened, round_played


def test_the_vote_is_answered_after_the_last_round_and_not_before() -> None:
    first = round_played(opened(rounds=2))
    last = round_played(first)
    before = findings_of(first)
    after = findings_of(last, before)

    assert before == findings(of_table(first))
    assert before.voted == ()
    assert [one.code for one in after.voted] == list(voted(last.setup.rules))
    assert after.voted == voted_answers(of_table(last), rerun)
