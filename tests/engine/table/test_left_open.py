"""What is filled in for what a seat leaves open, and where nothing is filled in without a yes."""

from dataclasses import replace

from game.engine.model.choices import Choice, Deal, Funding, Holder
from game.engine.table.left_open import LeftOpen, left_open, repeats, unanswered, undecided
from game.engine.table.moves import Ready, apply, close_phase, end, fill
from tests.engine.builders import (
    CALM,
    TASKS,
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

MUNICIPALITY, PROFESSIONAL, RESIDENT = 0, 1, 3
ONE_DEAL = Choice(deals=(Deal(Holder.RESIDENTS), None, None, None))


def test_in_round_1_the_rest_is_as_before_the_game_or_the_chair_s_own_default():
    state = choose(opened(), RESIDENT, proposed("residents", None, "professionals", None))
    assert left_open(state, RESIDENT) == (
        LeftOpen(1, "holder", "together"),
        LeftOpen(3, "holder", "together"),
    )
    assert left_open(choose(opened(), MUNICIPALITY, ONE_DEAL), MUNICIPALITY) == (
        LeftOpen(1, "holder", "together"),
        LeftOpen(2, "holder", "together"),
        LeftOpen(3, "holder", "together"),
        LeftOpen(None, "funding", "output"),
    )
    act = choose(acting(), RESIDENT, acted("join", "wait", "claim", None))
    assert left_open(act, RESIDENT) == (LeftOpen(3, "act", "wait"),)
    assert [left_open(act, seat)[0].option for seat in (MUNICIPALITY, PROFESSIONAL)] == ["leave", "together"]
    assert not repeats(act)


def test_later_the_rest_is_what_this_seat_did_last_round():
    act = choose(acting(), RESIDENT, acted("join", "claim", "wait", "join"))
    later = close_phase(close_phase(act, CALM), ())
    assert repeats(later)
    now = choose(acting(later), RESIDENT, acted(None, None, "join", "join"))
    assert left_open(now, RESIDENT) == (LeftOpen(0, "act", "join"), LeftOpen(1, "act", "claim"))
    full = choose(acting(later), RESIDENT, acted(None, "join", "join", "join"))
    assert left_open(full, RESIDENT) == (LeftOpen(0, "act", "wait"),), "the evenings are spent"


def test_paper_is_named_from_the_round_in_which_it_is_decided():
    assert [item.requirements for item in left_open(opened(), MUNICIPALITY)] == [None] * 5
    assert [item.requirements for item in left_open(round_played(), MUNICIPALITY)] == [False] * 4 + [None]


def test_only_tasks_in_trouble_can_be_left_open_in_the_outcome():
    calm = acting()
    for seat in range(RESIDENT, 7):
        calm = choose(calm, seat, acted(*["join" if k != seat % 4 else "wait" for k in range(4)]))
    assert left_open(close_phase(calm, CALM), RESIDENT) == ()
    state = choose(in_outcome(), RESIDENT, responded("repair", None, None, None))
    assert left_open(state, RESIDENT) == tuple(LeftOpen(k, "respond", "let_be") for k in (1, 2, 3))
    assert not repeats(in_outcome(state=round_played()))
    assert left_open(in_outcome(TROUBLE, opened(form="short")), RESIDENT) == ()


def test_only_trouble_asks_for_an_answer_until_all_of_it_has_one():
    state = in_outcome()
    assert unanswered(state, RESIDENT)
    half = choose(state, RESIDENT, responded("repair", None, None, None))
    assert unanswered(half, RESIDENT)
    assert not unanswered(choose(state, RESIDENT, responded("repair", *["let_be"] * 3)), RESIDENT)
    calm = acting()
    for seat in range(RESIDENT, 7):
        calm = choose(calm, seat, acted(*["join" if k != seat % 4 else "wait" for k in range(4)]))
    for other in (close_phase(calm, CALM), in_outcome(TROUBLE, opened(form="short")), acting(), end(state)):
        assert not unanswered(other, RESIDENT)


def test_nothing_is_open_once_all_is_tapped_or_play_is_over():
    assert left_open(choose(opened(), MUNICIPALITY, decided()), MUNICIPALITY) == ()
    assert left_open(end(in_outcome()), RESIDENT) == ()


def test_what_is_said_is_what_is_filled_in():
    for state in (opened(), acting(), in_outcome(), round_played(), acting(round_played())):
        for seat, filled in enumerate(fill(state)):
            for item in left_open(state, seat):
                sets = (filled.choice.propose, filled.choice.act, filled.choice.respond)
                items = next((found for found in sets if found is not None), None)
                if filled.choice.deals and item.task is not None:
                    items = tuple(deal.holder for deal in filled.choice.deals)
                found = filled.choice.funding if item.task is None else items[item.task]
                assert item.option == found


def test_the_first_decision_is_nobody_s_but_the_municipality_s():
    assert undecided(opened()) == (MUNICIPALITY,)
    half = choose(opened(), MUNICIPALITY, ONE_DEAL)
    assert undecided(half) == (MUNICIPALITY,)
    assert undecided(apply(half, Ready(MUNICIPALITY, True))) == ()
    unpaid = Choice(deals=(Deal(),) * len(TASKS))
    assert undecided(choose(opened(), MUNICIPALITY, unpaid)) == (MUNICIPALITY,)
    paid = choose(opened(), MUNICIPALITY, replace(unpaid, funding=Funding.TRUST))
    assert undecided(paid) == undecided(acting()) == undecided(round_played()) == ()
