"""What one street tells the room: the largest rise, or what was answered; a fall never carries a number."""

from dataclasses import replace

from game.engine.model.choices import Response
from game.engine.screens.message import Message, message
from game.engine.screens.room import Setback, TableRoom, TableTexts, Text
from game.engine.table.moves import close_phase
from game.engine.table.phases import Phase
from tests.engine.builders import CALM, TROUBLE, acting, choose, in_outcome, opened, responded, round_played

NEWS, SETBACK, DONE = Text("news.bench", {}), Text("setback.green.0", {}), Text("done.green.repair", {})


def table(number, **texts):
    return TableRoom(number, (), TableTexts(**texts))


def moved(state, by):
    """Return a table in outcome whose qualities moved by so much since the round before."""
    before = state.played[-1].result.outcome
    tasks = tuple(
        replace(now, quality=past.quality + by)
        for now, past in zip(state.outcome.tasks, before.tasks, strict=True)
    )
    return replace(state, outcome=replace(state.outcome, tasks=tasks))


def second(by):
    return moved(in_outcome(CALM, round_played(draws=CALM)), by)


def test_the_street_that_rose_most_tells_its_news():
    texts = {"news": (SETBACK, NEWS), "setbacks": (Setback(0, SETBACK),)}
    tables = [(second(0.05), table(1)), (second(0.11), table(2, **texts)), (second(-0.3), table(3))]
    assert message(tables) == Message("rose", 2, NEWS)


def test_without_news_it_is_named_all_the_same():
    assert message([(second(0.05), table(1)), (second(0.0), table(2))]) == Message("rose", 1, None)


def test_where_no_street_rose_the_outcome_is_silent():
    assert message([(second(0.01), table(1)), (second(-0.3), table(2))]) is None


def test_a_table_alone_has_its_own_screen():
    assert message([(second(0.11), table(1))]) is None
    assert message([(None, table(1)), (None, table(2))]) is None


def answered_round(by, response=Response.REPAIR):
    """Return a table in the agree after trouble that its residents answered, in a round in which it moved by so much."""
    state = moved(in_outcome(TROUBLE, round_played(draws=TROUBLE)), by)
    for seat, role in enumerate(state.setup.roles):
        if role == "resident":
            state = choose(state, seat, responded(*[response] * 4))
    return close_phase(state, ())


def test_then_the_next_agree_tells_what_was_answered():
    done = {"done": (DONE,) * 4}
    assert message([(answered_round(0.0), table(1, **done)), (answered_round(-0.2), table(2))]) == Message(
        "answered", 1, DONE
    )


def test_a_street_that_fell_is_not_named():
    done = {"done": (DONE,) * 4}
    tables = [(answered_round(-0.2), table(1, **done)), (answered_round(-0.3), table(2, **done))]
    assert message(tables) == Message("answered", None, DONE)


def test_nobody_is_told_that_nothing_was_done():
    let_be = answered_round(-0.2, Response.LET_BE)
    assert message([(let_be, table(1, done=(DONE,) * 4)), (let_be, table(2, done=(DONE,) * 4))]) is None


def test_one_message_a_round():
    done = {"done": (DONE,) * 4}
    assert message([(answered_round(0.2), table(1, **done)), (answered_round(0.0), table(2, **done))]) is None


def test_the_first_round_has_nothing_to_compare():
    assert message([(opened(), table(1)), (acting(), table(2))]) is None


def over(by):
    """Return a table in the debrief whose qualities moved by so much since its first round."""
    return replace(close_phase(second(by), ()), phase=Phase.DEBRIEF)


def test_at_the_end_the_street_that_rose_most_since_its_first_round_tells_its_news():
    tables = [(over(0.05), table(1)), (over(0.11), table(2, news=(NEWS,)))]
    assert message(tables) == Message("rose", 2, NEWS)


def test_where_none_rose_the_end_has_news_without_a_number():
    tables = [(over(-0.05), table(1, news=(NEWS,))), (over(-0.3), table(2))]
    assert message(tables) == Message("rose", None, NEWS)
    assert message([(over(-0.05), table(1)), (over(-0.3), table(2, news=(NEWS,)))]) is None
