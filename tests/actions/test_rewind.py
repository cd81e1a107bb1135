"""Going back, the practice round and the time-out: a phase opens as it was, and what it replaces is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import phases
from game.engine.table.journal import SteppedBack, TimeOut
from game.engine.table.phases import Phase
from game.models import Game, LogLine, Occupancy, Prediction, Table
from game.protocol.commands.course import GoBack
from game.protocol.messages import Ack
from game.selectors import games
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import acts, full_table, new_id, proposes, start
from tests.actions.steered import log_codes, pause, play_round, where

pytestmark = pytest.mark.django_db


def back(room, phase, round, id=None, step=None):
    return room.run(GoBack(id or new_id(), room.game.step if step is None else step, phase, round))


# Going back


def test_a_step_back_reopens_the_phase_as_it_was_and_keeps_what_it_replaced():
    room = full_table()
    room.next()
    room.players[3].choose(proposes(*["residents"] * 4))
    room.next()
    room.players[3].choose(acts("join", "wait", "wait", "join"))
    before = len(room.journal())
    assert isinstance(back(room, "agree", 1), Ack)
    assert where(room) == (Phase.AGREE, 1, 3)
    assert room.game.back_from == "act"
    assert room.journal()[before] == SteppedBack(Phase.AGREE, 1)
    assert room.state().picks[3].by is None
    room.assert_replays()
    room.next()
    assert room.game.back_from == ""
    room.assert_replays()


def test_back_to_the_start_of_an_earlier_round_takes_its_lines_and_predictions_out():
    room = full_table()
    room.next()
    play_round(room)
    play_round(room)
    table = Table.objects.get()
    person = Occupancy.objects.get(seat_id=room.players[0].seat_id).person
    for round in (2, 3):
        Prediction.objects.create(person=person, table=table, round=round, expects="same")
    assert isinstance(back(room, "agree", 2), Ack)
    assert where(room)[:2] == (Phase.AGREE, 2)
    assert set(LogLine.objects.filter(table=1).values_list("round", "replaced")) == {(1, False), (2, True)}
    assert list(Prediction.objects.values_list("round", flat=True)) == [2]
    assert len(room.state().played) == 1
    room.assert_replays()


def test_back_from_the_debrief_to_the_last_outcome_and_on_again():
    room = full_table(rounds=1)
    room.next()
    play_round(room)
    assert room.game.phase == Phase.DEBRIEF
    assert isinstance(back(room, "outcome", 1), Ack)
    assert where(room)[:2] == (Phase.OUTCOME, 1)
    room.next()
    assert room.game.phase == Phase.DEBRIEF
    room.assert_replays()


def test_back_after_an_early_end_without_a_round():
    room = full_table()
    room.next()
    room.end()
    assert where(room)[:2] == (Phase.DEBRIEF, 0)
    assert isinstance(back(room, "agree", 1), Ack)
    assert where(room)[:2] == (Phase.AGREE, 1)
    room.assert_replays()


def test_where_a_game_cannot_go_back_to():
    room = full_table()
    assert back(room, "agree", 1).code == "cannot_go_back"
    room.next()
    assert back(room, "agree", 1).code == "cannot_go_back"
    assert back(room, "act", 1).code == "cannot_go_back"
    room.next()
    assert back(room, "agree", 1, step=1).code == "stale_step"


def test_the_same_step_back_sent_twice_goes_back_once():
    room = full_table()
    room.next()
    room.next()
    assert isinstance(back(room, "agree", 1, id="b1"), Ack)
    assert isinstance(back(room, "agree", 1, id="b1", step=2), Ack)
    assert where(room) == (Phase.AGREE, 1, 3)


def test_bots_choose_again_after_a_step_back():
    room = start(seats=4, rehearsal=True)
    room.next()
    room.next()
    back(room, "agree", 1)
    assert all(picks.by == "bot" for picks in room.state().picks)
    room.assert_replays()


# The practice round and the time-out


def test_a_practice_round_is_reset_and_then_it_counts():
    room = full_table(practice=True)
    room.next()
    play_round(room)
    assert where(room)[:2] == (Phase.AGREE, 1)
    assert (room.game.practice, room.game.back_from) == (False, "practice")
    assert room.state().played == ()
    assert "practice_reset" in log_codes(room)
    room.assert_replays()
    play_round(room)
    assert where(room)[:2] == (Phase.AGREE, 2)


def in_time_out(**settings):
    room = full_table(**settings)
    room.next()
    for _ in range(3):
        play_round(room)
    return room


def test_after_three_silent_rounds_the_tables_talk():
    room = in_time_out()
    assert where(room)[:2] == (Phase.TIME_OUT, 4)
    left = (room.game.deadline - timezone.now()).total_seconds()
    assert 290 < left <= 300
    assert room.players[3].choose(proposes(*["together"] * 4)).code == "wrong_phase"
    assert room.players[3].ready().code == "wrong_phase"
    assert isinstance(pause(room), Ack)
    room.next()
    assert where(room)[:2] == (Phase.AGREE, 4)
    assert [entry for entry in room.journal() if isinstance(entry, TimeOut)] == [
        TimeOut(True),
        TimeOut(False),
    ]
    assert isinstance(room.players[3].choose(proposes(*["together"] * 4)), Ack)
    room.assert_replays()


@pytest.mark.parametrize(("minutes", "talked"), [(45, 3), (75, 5), (120, 8), (0, 5)])
def test_its_clock_follows_the_plan_of_the_evening(minutes, talked):
    room = in_time_out(minutes=minutes)
    assert round((room.game.deadline - timezone.now()).total_seconds() / 60) == talked


def test_a_time_out_whose_time_is_up_waits_for_the_facilitator():
    room = in_time_out()
    Game.objects.filter(pk=room.game.pk).update(deadline=timezone.now() - timedelta(seconds=1))
    assert games.overdue() == []
    assert phases.close_overdue(room.game.pk, room.game.step) is False
    assert where(room)[:2] == (Phase.TIME_OUT, 4)
    assert isinstance(room.next(), Ack)
    assert where(room)[:2] == (Phase.AGREE, 4)


@pytest.mark.parametrize("talking", ["silent_first", "free"])
def test_screens_say_that_talking_is_allowed_once_the_silent_rounds_are_over(talking):
    room = full_table(talking=talking)
    seen = {}
    while room.game.round < 5:
        room.next()
        shown = load(room.game.pk)
        seen[room.game.round, room.game.phase] = (shown.room.silent, shown.room.may_talk)
        part = screens.table_part(shown, shown.tables[0])
        assert (part.may_talk, screens.projector_room(shown).may_talk) == (shown.room.may_talk,) * 2
    later = talking == "silent_first"
    assert [seen[4, phase] for phase in ("agree", "act", "outcome")] == [(False, later)] * 2 + [
        (False, False)
    ]
    assert seen[3, "agree"] == (later, False)
    assert seen.get((4, "time_out")) == ((False, False) if later else None)


def test_from_the_time_out_one_can_go_back_or_end():
    room = in_time_out()
    assert isinstance(back(room, "outcome", 3), Ack)
    assert where(room)[:2] == (Phase.OUTCOME, 3)
    room.next()
    room.end()
    assert where(room)[:2] == (Phase.DEBRIEF, 3)
    room.assert_replays()


@pytest.mark.parametrize("settings", [{"talking": "free"}, {"rounds": 3}])
def test_no_time_out_when_they_talked_all_along_or_nothing_follows(settings):
    room = in_time_out(**settings)
    assert room.game.phase != Phase.TIME_OUT
