"""Moves on a table: what is accepted in which phase, what a missing choice means, and how a game goes on and ends."""

from dataclasses import replace

import pytest

from game.engine.model.choices import Choice, Deal, Funding, Holder, Response
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.table.limits import whole
from game.engine.table.moves import (
    Choose,
    Ready,
    apply,
    close_game,
    close_phase,
    end,
    fill,
    prefill,
    rule_won,
)
from game.engine.table.phases import Phase, next_phase, talk_from
from tests.engine.builders import (
    CALM,
    TROUBLE,
    acted,
    acting,
    choose,
    decided,
    in_outcome,
    opened,
    proposed,
    responded,
    round_played,
)


def refusal(state, seat, choice):
    with pytest.raises(Refused) as refused:
        choose(state, seat, choice)
    return refused.value.code, refused.value.params


def test_a_seat_s_set_is_kept_with_who_made_it():
    state = choose(opened(), 3, proposed("residents", "", "together", "professionals"), By.BOT)
    assert state.picks[3].choice.propose == (
        Holder.RESIDENTS,
        None,
        Holder.TOGETHER,
        Holder.PROFESSIONALS,
    )
    assert state.picks[3].by is By.BOT


def test_ready_can_be_taken_back():
    state = apply(opened(), Ready(2, True))
    assert state.ready == {2}
    assert apply(state, Ready(2, False)).ready == frozenset()


@pytest.mark.parametrize("seat", [-1, 7])
def test_a_seat_that_is_not_at_the_table_is_refused(seat):
    with pytest.raises(Refused, match="not_seated"):
        apply(opened(), Ready(seat, True))


@pytest.mark.parametrize(
    ("seat", "choice", "code"),
    [
        (0, acted(*["leave"] * 4), "wrong_phase"),
        (0, proposed(*["together"] * 4), "wrong_role"),
        (1, decided(), "wrong_role"),
        (1, Choice(propose=(Holder.TOGETHER,) * 4, funding=Funding.TRUST), "wrong_role"),
        (0, Choice(deals=(Deal(),) * 4, propose=(Holder.TOGETHER,) * 4), "wrong_role"),
        (0, Choice(), "wrong_role"),
        (3, proposed("together", "together"), "unknown_task"),
        (3, responded(*["let_be"] * 4), "wrong_phase"),
    ],
)
def test_agree_takes_only_the_role_s_own_set(seat, choice, code):
    assert refusal(opened(), seat, choice)[0] == code


def test_a_resident_has_three_evenings_for_four_tasks():
    state = acting()
    assert refusal(state, 3, acted(*["join"] * 4)) == ("too_many_evenings", {"limit": 3})
    assert choose(state, 3, acted("join", "join", "join", "claim")).picks[3].by is By.PLAYER


def test_a_professional_has_ten_hours_for_four_tasks():
    state = acting()
    assert choose(state, 1, acted(*["take_over"] * 4)).picks[1].choice.act == ("take_over",) * 4
    assert refusal(state, 1, acted(*["jion"] * 4))[0] == "unknown_choice"


def test_who_is_broke_hires_fewer_hours():
    poor = opened()
    poor = replace(poor, values=replace(poor.values, reserve=-8.0))
    code, params = refusal(acting(poor), 1, acted(*["take_over"] * 4))
    assert code == "too_many_hours"
    assert params["limit"] < 10


def test_the_municipality_looks_at_two_tasks_at_most():
    assert refusal(acting(), 0, acted("visit", "inspect", "visit", None)) == ("too_many_visits", {"limit": 2})


@pytest.mark.parametrize(("seat", "word"), [(0, "join"), (1, "visit"), (3, "take_over")])
def test_an_act_of_another_role_is_unknown(seat, word):
    assert refusal(acting(), seat, acted(word, None, None, None))[0] == "unknown_choice"


def test_responding_is_for_tasks_in_trouble():
    act = acting()
    for seat in (3, 4, 5, 6):
        act = choose(act, seat, acted("join", "join", "join", "wait"))
    state = close_phase(act, (0.0, 0.99, 0.99, 0.99))
    assert [task.trouble for task in state.outcome.tasks] == [True, False, False, True]
    assert refusal(state, 3, responded(None, "repair", None, None))[0] == "not_in_trouble"
    assert refusal(state, 3, responded("add_rule", None, None, None))[0] == "unknown_choice"
    assert choose(state, 3, responded("guarantee", None, "let_be", None)).picks[3].choice.respond[0] is (
        Response.GUARANTEE
    )


def test_the_short_form_has_no_responses():
    state = in_outcome(TROUBLE, opened(form="short"))
    assert refusal(state, 3, responded(*["let_be"] * 4))[0] == "wrong_phase"
    after = close_phase(state, ())
    assert {word for seat in after.played[0].seats for word in seat.respond} == {Response.LET_BE}


def test_in_round_one_a_missing_choice_is_the_role_s_default():
    state = acting()
    assert [filled.choice.act[0] for filled in fill(state)] == ["leave"] + ["together"] * 2 + ["wait"] * 4
    assert {filled.by for filled in fill(state)} == {By.DEFAULT}


def test_later_a_missing_choice_repeats_the_seat_s_last_round():
    first = choose(acting(), 3, acted("join", "wait", "claim", "join"))
    second = acting(close_phase(close_phase(first, CALM), ()))
    assert prefill(second, 3) == acted("join", "wait", "claim", "join")
    partly = choose(second, 3, acted(None, "claim", None, None))
    assert fill(partly)[3].choice.act == ("join", "claim", "claim", "join")
    assert fill(partly)[3].by is By.PLAYER


def test_a_repeated_evening_that_no_longer_fits_is_left_out():
    first = choose(acting(), 3, acted("join", "join", "join", "wait"))
    second = acting(close_phase(close_phase(first, CALM), ()))
    partly = choose(second, 3, acted(None, None, None, "join"))
    assert fill(partly)[3].choice.act == ("join", "join", "wait", "join")


def test_a_repeated_visit_that_no_longer_fits_is_left_out():
    first = choose(acting(), 0, acted("visit", "inspect", "leave", "leave"))
    second = acting(close_phase(close_phase(first, CALM), ()))
    partly = choose(second, 0, acted(None, None, "visit", "visit"))
    assert fill(partly)[0].choice.act == ("leave", "leave", "visit", "visit")


def test_a_professional_s_repeated_hours_may_go_over():
    first = choose(acting(), 1, acted(*["take_over"] * 4))
    second = acting(close_phase(close_phase(first, CALM), ()))
    assert fill(choose(second, 1, acted("step_back", None, None, None)))[1].choice.act == (
        "step_back",
        "take_over",
        "take_over",
        "take_over",
    )


def test_agree_opens_with_last_round_s_deals_and_a_won_rule_asks_for_requirements():
    first = in_outcome(TROUBLE, holder="professionals", funding="trust")
    ruled = close_phase(choose(first, 0, responded("add_rule", None, "back", None)), ())
    assert rule_won(ruled.setup.rules, ruled.played[0]) == (True, False, False, False)
    opens = prefill(ruled, 0)
    assert [deal.requirements for deal in opens.deals] == [True, False, False, False]
    assert {deal.holder for deal in opens.deals} == {Holder.PROFESSIONALS}
    assert opens.funding is Funding.TRUST
    assert close_phase(ruled, ()).agreement.deals[0].requirements is True


def test_before_round_one_everything_is_together_without_requirements():
    assert prefill(opened(), 0) == decided("together", False, "output")
    assert prefill(opened(), 3) == proposed(*["together"] * 4)


def test_proposals_come_back_next_round():
    first = choose(opened(), 3, proposed("residents", "professionals", "", ""))
    after = round_played(first)
    assert prefill(after, 3) == proposed("residents", "professionals", "together", "together")


def test_a_round_runs_through_its_phases():
    state = opened()
    seen = [(state.phase, state.round)]
    for _ in range(6):
        state = close_phase(state, CALM)
        seen.append((state.phase, state.round))
    assert seen == [
        (Phase.AGREE, 1),
        (Phase.ACT, 1),
        (Phase.OUTCOME, 1),
        (Phase.AGREE, 2),
        (Phase.ACT, 2),
        (Phase.OUTCOME, 2),
        (Phase.AGREE, 3),
    ]


def test_after_the_last_round_comes_the_debrief_and_then_the_end():
    state = round_played(opened(rounds=1))
    assert (state.phase, state.round) == (Phase.DEBRIEF, 1)
    assert close_game(state).phase is Phase.CLOSED
    for refused in (
        lambda: close_phase(state, CALM),
        lambda: end(state),
        lambda: apply(state, Ready(0, True)),
    ):
        with pytest.raises(Refused, match="wrong_phase"):
            refused()


def test_only_a_debrief_can_be_closed():
    with pytest.raises(Refused, match="wrong_phase"):
        close_game(opened())


def test_ending_early_leaves_out_a_round_without_outcome():
    assert end(acting()).played == ()
    assert end(acting()).round == 0


def test_ending_early_counts_a_round_that_has_its_outcome():
    state = end(in_outcome())
    assert (state.phase, state.round, len(state.played)) == (Phase.DEBRIEF, 1, 1)


def test_the_order_of_choices_changes_nothing():
    moves = [
        Choose(0, decided("residents")),
        Choose(3, proposed(*["together"] * 4)),
        Choose(4, proposed(*["residents"] * 4)),
    ]
    one, other = opened(), opened()
    for move in moves:
        one = apply(one, move)
    for move in reversed(moves):
        other = apply(other, move)
    assert close_phase(one, ()) == close_phase(other, ())


def test_neighbours_are_residents_like_the_others():
    roles = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
    state = in_outcome(CALM, choose(opened(roles=roles, neighbours=3), 5, proposed(*["residents"] * 4)))
    assert state.agreed[5].choice == proposed(*["residents"] * 4)


def test_a_set_with_gaps_is_not_whole():
    with pytest.raises(ValueError, match="gaps"):
        whole(("join", None))


@pytest.mark.parametrize(
    ("phase", "round", "then"),
    [
        (Phase.LOBBY, 0, (Phase.AGREE, 1)),
        (Phase.OUTCOME, 6, (Phase.DEBRIEF, 6)),
        (Phase.DEBRIEF, 6, (Phase.CLOSED, 6)),
        (Phase.CLOSED, 6, (Phase.CLOSED, 6)),
    ],
)
def test_what_follows_a_phase(phase, round, then):
    assert next_phase(phase, round, 6) == then


def test_talking_begins_after_the_silent_rounds_or_at_once():
    assert [talk_from(rounds, silent_first=True) for rounds in (3, 4, 6)] == [None, 4, 4]
    assert talk_from(1, silent_first=False) == 1
