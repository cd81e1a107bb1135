"""A bot on a seat chooses what a person on it could choose, in every phase, and always the same."""

import pytest

from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice, Response
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.moves import Choose, apply, close_phase
from tests.engine.builders import CALM, TROUBLE, in_outcome, opened, round_played


def all_choose(state, policy):
    for seat in range(len(state.setup.roles)):
        choice = bot_choice(state, seat, policy)
        if choice != Choice():
            state = apply(state, Choose(seat, choice, By.BOT))
    return state


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("form", ["full", "short"])
def test_every_policy_plays_a_whole_game_within_the_rules(policy, form):
    state = opened(form=form, rounds=2)
    for _ in range(6):
        state = close_phase(all_choose(state, policy), TROUBLE)
    assert {seat.by for played in state.played for seat in played.seats} == {By.BOT}


def test_the_same_bot_chooses_the_same():
    state = round_played()
    assert bot_choice(state, 3) == bot_choice(state, 3)


def test_nobody_responds_where_there_is_no_trouble():
    quiet = in_outcome(CALM)
    for seat in range(7):
        responses = bot_choice(quiet, seat).respond
        calm = [k for k, task in enumerate(quiet.outcome.tasks) if not task.trouble]
        assert {responses[k] for k in calm} <= {Response.LET_BE}


def test_a_bot_has_nothing_to_choose_after_play():
    with pytest.raises(Refused, match="wrong_phase"):
        bot_choice(round_played(opened(rounds=1)), 3)
