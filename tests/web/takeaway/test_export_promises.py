"""What the spreadsheet says of promises: who carried what, and what came of it."""

import pytest

from game.protocol.commands.course import GoBack
from game.protocol.commands.player import Promise
from tests.actions.room import acts, full_table, new_id
from tests.web.takeaway.test_export import play, taken

pytestmark = pytest.mark.django_db


def test_what_was_promised_and_what_came_of_it():
    room = full_table(talking="free", rounds=1)
    room.next()
    room.next()
    vos, uil, _ = room.players[3:]
    vos.send(Promise(new_id(), room.game.step, 1, (True, True, False, False)))
    vos.choose(acts("join", "wait", "wait", "wait"))
    uil.choose(acts("join", "wait", "wait", "wait"))
    room.next()
    room.next()
    book = taken(room)
    said = [row for row in book["choices"] if (row["about"], row["seat"]) == ("promise", 4)]
    assert [(row["task"], row["choice"], row["by"], row["status"]) for row in said] == [
        ("green", "yes", "player", "counts"),
        ("safety", "yes", "player", "counts"),
        ("neighbours", "no", "player", "counts"),
        ("play", "no", "player", "counts"),
    ]
    green, safety, *_ = book["tasks"]
    others = room.state().played[0].seats[6:]  # a neighbour promises too
    counted = [
        sum(seat.promise[k] and seat.act[k] in kept for seat in others)
        for k in (0, 1)
        for kept in (("join", "wait", "claim"), ("join",))
    ]
    assert green["promised_residents"] - counted[0] == green["kept_residents"] - counted[1] == 1
    assert (safety["promised_residents"] - counted[2], safety["kept_residents"] - counted[3]) == (1, 0)
    assert (green["promised_professionals"], green["kept_municipality"]) == (0, 0)


def test_without_promises_there_are_no_figures_of_them():
    book = taken(play(full_table(), 1))
    assert [row for row in book["choices"] if row["about"] == "promise"] == []
    assert {row["promised_residents"] for row in book["tasks"]} == {None}


def test_a_promise_in_an_act_that_was_undone_or_never_closed_is_marked():
    room = full_table(talking="free", rounds=1)
    room.next()
    room.next()
    room.players[3].send(Promise(new_id(), room.game.step, 1, (True,) * 4))
    room.run(GoBack(new_id(), room.game.step, "agree", 1))
    room.next()
    room.players[3].send(Promise(new_id(), room.game.step, 1, (False, True, True, True)))
    rows = lambda: [r for r in taken(room)["choices"] if (r["about"], r["seat"]) == ("promise", 4)]  # noqa: E731
    assert [row["status"] for row in rows()] == ["replaced"] * 4, "what is open is told to nobody"
    room.end()
    assert [row["status"] for row in rows()] == ["replaced"] * 4 + ["unfinished"] * 4
    assert [row["choice"] for row in rows()] == ["yes"] * 4 + ["no"] + ["yes"] * 3
