"""A press too many is taken back as if it had not been made: choices, who was ready, the countdown, the log."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import phases
from game.engine.table.phases import Phase
from game.models import Game, JournalEntry, LogLine, Prediction, Table
from game.protocol.commands.course import Configure, GoBack, PlayAgain, Undo
from game.protocol.messages import Ack
from tests.actions.room import acts, decides, full_table, new_id, proposes

pytestmark = pytest.mark.django_db


def undo(room, step=None, id=None):
    return room.run(Undo(id or new_id(), room.game.step if step is None else step))


def where(room):
    game = room.game
    return game.phase, game.round, game.step


def playing(**settings):
    """Return a room that has just begun round 1 of four."""
    room = full_table(rounds=4, **settings)
    room.next()
    return room


def choose_all(room):
    """Let everybody choose what there is to choose, and two of them be ready."""
    phase = room.game.phase
    for player in room.players:
        role = player.seat.role
        if phase == Phase.AGREE:
            assert isinstance(
                player.choose(decides() if role == "municipality" else proposes(*["residents"] * 4)), Ack
            )
        elif phase == Phase.ACT and role == "resident":
            assert isinstance(player.choose(acts("join", "wait", "claim", "join")), Ack)
    for player in room.players[:2]:
        player.ready()


@pytest.mark.parametrize("presses", range(4))
def test_a_press_is_taken_back_with_every_choice_as_it_was(presses):
    room = playing()
    for _ in range(presses):
        room.next()
    choose_all(room)
    phase, round, step = where(room)
    before = room.state()
    room.next()
    choose_all(room)
    assert isinstance(undo(room), Ack)
    assert where(room) == (phase, round, step + 2)
    assert room.state() == before
    assert room.game.back_from == "undone"
    room.assert_replays()
    room.next()
    assert room.game.back_from == ""
    room.assert_replays()


def test_what_was_chosen_since_is_kept_and_does_not_count():
    room = playing()
    room.next()
    room.players[3].choose(acts("join", "wait", "claim", "join"), id="since")
    undo(room)
    assert JournalEntry.objects.filter(command_id="since").count() == 1
    room.next()
    assert room.state().picks[3].by is None


def test_the_countdown_goes_on_where_it_was():
    room = playing()
    room.clock(90)
    room.next()
    undo(room)
    assert 88 < (room.game.deadline - timezone.now()).total_seconds() <= 90


def test_but_never_with_less_than_half_a_minute():
    room = playing()
    room.clock(5)
    room.next()
    undo(room)
    assert 28 < (room.game.deadline - timezone.now()).total_seconds() <= 30


def test_a_pause_is_a_pause_again():
    from game.protocol.commands.course import Pause

    room = playing()
    room.clock(90)
    room.run(Pause(new_id(), room.game.step, True))
    room.next()
    undo(room)
    game = room.game
    assert (game.paused, game.deadline) == (True, None)
    assert 89_000 < game.clock_left_ms <= 90_000


def test_a_countdown_that_ran_out_closes_nothing_again():
    room = playing()
    room.players[0].ready()
    game = room.game
    Game.objects.filter(pk=game.pk).update(deadline=timezone.now() - timedelta(seconds=1))
    assert phases.close_overdue(game.pk, game.step) is True
    assert isinstance(undo(room), Ack)
    assert (room.game.phase, room.game.deadline) == (Phase.AGREE, None)


def test_nor_does_what_closed_because_everybody_was_ready():
    room = playing(auto_close=True)
    choose_all(room)
    for player in room.players:
        player.ready()
    room.next()
    undo(room)
    game = room.game
    assert (game.phase, game.auto_close) == (Phase.AGREE, False)
    assert LogLine.objects.filter(code="auto_close_off").count() == 1
    room.run(Configure(new_id(), game.step, auto_close=True))
    assert room.game.auto_close is True


def test_a_step_back_is_taken_back_too_with_the_lines_and_predictions_it_took():
    room = playing()
    for _ in range(3):
        choose_all(room)
        room.next()
    person = room.players[0].device.people.get()
    Prediction.objects.create(person=person, table=Table.objects.get(), round=2, expects="same")
    choose_all(room)
    before = room.state()
    lines = list(LogLine.objects.filter(table=1).values_list("pk", "replaced"))
    room.run(GoBack(new_id(), room.game.step, "agree", 1))
    assert Prediction.objects.count() == 0
    assert isinstance(undo(room), Ack)
    assert where(room)[:2] == (Phase.AGREE, 2)
    assert room.state() == before
    assert list(LogLine.objects.filter(table=1).values_list("pk", "replaced")) == lines
    assert list(Prediction.objects.values_list("round", "expects")) == [(2, "same")]
    room.assert_replays()


def test_the_reset_of_a_practice_round_is_taken_back():
    room = playing(practice=True)
    for _ in range(2):
        choose_all(room)
        room.next()
    before = room.state()
    room.next()
    assert room.game.practice is False
    undo(room)
    assert (room.game.practice, where(room)[:2]) == (True, (Phase.OUTCOME, 1))
    assert room.state() == before
    room.assert_replays()


def test_into_the_time_out_and_out_of_it():
    room = playing()
    for _ in range(8):
        room.next()
    choose_all(room)
    before = room.state()
    room.next()
    assert where(room)[0] == Phase.TIME_OUT
    undo(room)
    assert (where(room)[:2], room.state()) == ((Phase.OUTCOME, 3), before)
    room.next()
    left = (room.game.deadline - timezone.now()).total_seconds()
    room.next()
    undo(room)
    assert where(room)[:2] == (Phase.TIME_OUT, 4)
    assert left - 2 < (room.game.deadline - timezone.now()).total_seconds() <= left
    room.next()
    choose_all(room)
    room.assert_replays()


def test_an_early_end_and_a_closed_game():
    room = playing()
    choose_all(room)
    before = room.state()
    room.end()
    undo(room)
    assert (where(room)[:2], room.state()) == ((Phase.AGREE, 1), before)
    room.end()
    room.next()
    assert room.game.phase == Phase.CLOSED
    undo(room)
    assert room.game.phase == Phase.DEBRIEF
    room.assert_replays()


def test_the_lines_about_tables_that_the_press_made_are_struck_through():
    room = playing()
    choose_all(room)
    room.next()
    made = set(LogLine.objects.filter(table=1).values_list("pk", flat=True))
    undo(room)
    assert made
    assert set(LogLine.objects.filter(table=1, replaced=True).values_list("pk", flat=True)) == made


def test_what_cannot_be_undone():
    room = full_table(rounds=1)
    assert undo(room).code == "cannot_undo"
    room.next()
    room.next()
    assert undo(room, step=1).code == "stale_step"
    undo(room)
    assert undo(room).code == "cannot_undo", "once"
    room.next()
    Game.objects.update(opened_at=timezone.now() - timedelta(seconds=16))
    assert undo(room).code == "cannot_undo", "too late"
    room.end()
    room.run(PlayAgain(new_id(), room.game.step, False))
    assert undo(room).code == "cannot_undo", "the next game"


def test_the_same_undo_sent_twice_is_one():
    room = playing()
    room.next()
    assert isinstance(undo(room, id="u1"), Ack)
    assert isinstance(undo(room, id="u1", step=2), Ack)
    assert where(room) == (Phase.AGREE, 1, 3)
