"""What one street tells the room: the largest rise, or what was answered; a fall never carries a number."""

from dataclasses import replace

from game.engine.model.choices import Response
from game.engine.screens.message import MOST_TELLINGS, Message, Telling, message, telling, tellings
from game.engine.screens.room import Setback, TableRoom, TableTexts, Text, Wish
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


def test_the_end_names_no_street_that_fell_in_its_last_round():
    """Everything broke at last, and the big screen praised the street that had risen most before."""
    start, peak, low = (moved(second(0.0), by) for by in (0.0, 0.3, 0.2))
    rounds = tuple(
        replace(start.played[-1], result=replace(start.played[-1].result, outcome=state.outcome))
        for state in (start, peak)
    )
    fell = replace(close_phase(replace(low, played=rounds, round=3), ()), phase=Phase.DEBRIEF)
    assert message([(fell, table(1, news=(NEWS,))), (over(-0.3), table(2))]) == Message("rose", None, NEWS)
    assert message([(fell, table(1, news=(NEWS,))), (over(0.05), table(2, news=(OTHER,)))]) == Message(
        "rose", 2, OTHER
    )


OTHER, THIRD = Text("news.cups", {}), Text("news.bin", {})


def three():
    """Return three tables in an outcome: one rose most, one a little, one fell; each has its news."""
    news = zip((0.05, 0.11, -0.3), (NEWS, OTHER, THIRD), strict=True)
    return [(second(by), table(number, news=(text,))) for number, (by, text) in enumerate(news, 1)]


def test_the_facilitator_has_another_street_told_and_a_fall_stays_without_its_number():
    assert message(three()) == Message("rose", 2, OTHER)
    assert message(three(), Wish(1)) == Message("told", 1, NEWS)
    assert message(three(), Wish(3)) == Message("told", None, THIRD)
    assert telling(three(), Wish(3)) == Telling(3, Message("told", None, THIRD))


def test_the_facilitator_has_none_told():
    assert message(three(), Wish(nothing=True)) is None
    assert telling(three(), Wish(nothing=True)) is None


def test_a_wish_for_a_street_without_a_sentence_changes_nothing():
    assert message(three(), Wish(40)) == Message("rose", 2, OTHER)


def test_what_could_be_told_begins_with_what_is():
    assert [one.of for one in tellings(three())] == [2, 1, 3]
    assert [one.of for one in tellings([three()[0], (second(0.0), table(2))])] == [1]
    assert tellings([three()[0]]) == ()
    many = [(second(0.0), table(number, news=(NEWS,))) for number in range(1, 41)]
    assert len(tellings(many)) == MOST_TELLINGS


def test_nothing_is_told_while_people_act():
    assert tellings([(acting(), table(1, news=(NEWS,))), (acting(), table(2, news=(NEWS,)))]) == ()


def test_answers_of_several_streets_can_be_told():
    done = {"done": (DONE,) * 4}
    tables = [(answered_round(-0.2), table(1, **done)), (answered_round(-0.1), table(2, **done))]
    assert [one.of for one in tellings(tables)] == [2, 1]
    assert message(tables, Wish(1)) == Message("answered", None, DONE)


def test_at_the_end_any_streets_news_can_be_told():
    tables = [(over(0.05), table(1, news=(NEWS,))), (over(0.11), table(2, news=(OTHER,)))]
    assert message(tables, Wish(1)) == Message("told", 1, NEWS)
    closed = [(replace(state, phase=Phase.CLOSED), texts) for state, texts in tables]
    assert (message(closed, Wish(1)), tellings(closed)) == (None, ())
