"""Choices made on paper: entered for a whole table or not at all, and told apart from what people tap."""

import pytest

from game.actions import devices, paper
from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.models import JournalEntry, LogLine, Table
from tests.actions.room import acts, decides, full_table, proposes

pytestmark = pytest.mark.django_db


def enter(room, choices, *, table=1, step=None, device=None, ready=False):
    return paper.enter_choices(
        room.workshop.pk,
        device or room.facilitator,
        table,
        room.game.step if step is None else step,
        choices,
        ready=ready,
    )


def code_of(*arguments, **how):
    with pytest.raises(Refused) as refused:
        enter(*arguments, **how)
    return refused.value.code


def in_agree():
    room = full_table()
    room.next()
    return room


def test_a_tables_choices_are_entered_by_the_facilitator():
    room = in_agree()
    sets = {0: decides("residents"), 3: proposes(*["together"] * 4)}
    assert enter(room, sets, ready=True) == 2
    assert [room.state().picks[seat].by for seat in (0, 3, 4)] == ["facilitator", "facilitator", None]
    assert room.state().ready == {0, 3}
    assert Table.objects.get().ready_at is not None
    assert set(
        JournalEntry.objects.filter(by="facilitator", kind="chose").values_list("seat", flat=True)
    ) == {0, 3}
    assert LogLine.objects.get(code="choices_entered").params == {"table": 1}
    room.assert_replays()
    room.next()
    assert room.state().agreement.deals[0].holder == "residents"


def test_what_stands_there_already_is_not_written_again():
    room = in_agree()
    room.players[3].choose(proposes(*["together"] * 4))
    assert enter(room, {3: proposes(*["together"] * 4)}) == 0
    assert room.state().picks[3].by == "player"
    assert enter(room, {3: proposes(*["together"] * 4)}, ready=True) == 0
    assert enter(room, {3: proposes(*["together"] * 4)}, ready=True) == 0
    assert LogLine.objects.filter(code="choices_entered").exists() is False


def test_a_seat_without_a_set_is_only_marked_as_done():
    room = in_agree()
    room.players[3].choose(proposes(*["together"] * 4))
    assert enter(room, {3: None}) == 0
    assert room.state().ready == frozenset()
    assert enter(room, {3: None}, ready=True) == 0
    assert (room.state().ready, room.state().picks[3].by) == ({3}, "player")
    room.assert_replays()


def test_every_entry_has_an_id_of_its_own_and_the_device():
    room = in_agree()
    enter(room, {3: proposes(*["together"] * 4), 4: proposes(*["together"] * 4)})
    enter(room, {3: proposes(*["residents"] * 4)})
    rows = JournalEntry.objects.filter(by="facilitator", kind="chose")
    assert len({row.command_id for row in rows}) == 3
    assert {row.device for row in rows} == {room.facilitator.pk}


def test_the_same_submit_twice_stores_it_once():
    room = in_agree()
    sets = {3: proposes(*["together"] * 4)}
    assert [enter(room, sets, ready=True), enter(room, sets, ready=True)] == [1, 0]
    assert JournalEntry.objects.filter(by="facilitator", seat=3).count() == 2


def test_one_set_over_its_limit_refuses_them_all_and_names_the_seat():
    room = in_agree()
    room.next()
    with pytest.raises(Refused) as refused:
        enter(room, {3: acts("wait", "wait", "wait", "join"), 4: acts(*["join"] * 4)})
    assert (refused.value.code, refused.value.params) == ("too_many_evenings", {"limit": 3, "seat": 4})
    assert room.state().picks[3].choice == Choice()


def test_who_may_and_when():
    room = full_table()
    stranger, _ = devices.register("nl")
    assert code_of(room, {}) == "wrong_phase"
    room.next()
    assert code_of(room, {}, device=stranger) == "not_allowed"
    assert code_of(room, {}, device=room.players[0].device) == "not_allowed"
    assert code_of(room, {}, step=0) == "stale_step"
    assert code_of(room, {}, table=2) == "unknown_table"
    assert code_of(room, {6: proposes(*["together"] * 4)}) == "unknown_seat", "a neighbour is no seat"
    with pytest.raises(Refused, match="gone"):
        paper.enter_choices(404, room.facilitator, 1, 0, {}, ready=False)
