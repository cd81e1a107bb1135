"""Time and going back: pause, countdowns, closing by itself, steps back, the practice round, the time-out, the next game."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import attendance, phases, seats
from game.engine.table.journal import Paused, SteppedBack, TimeOut
from game.engine.table.phases import Phase
from game.models import Game, LogLine, Occupancy, PanelLease, Prediction, Presence, Seat, Table, Workshop
from game.protocol.commands.course import Configure, Cover, GoBack, Pause, PlayAgain, Star, StartClock
from game.protocol.messages import Ack
from game.selectors import games, leases
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import acts, full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db


def where(room):
    game = room.game
    return game.phase, game.round, game.step


def play_round(room):
    for _ in range(3):
        assert isinstance(room.next(), Ack)


def pause(room, paused=True, step=None):
    return room.run(Pause(new_id(), room.game.step if step is None else step, paused))


def back(room, phase, round, id=None, step=None):
    return room.run(GoBack(id or new_id(), room.game.step if step is None else step, phase, round))


def again(room, rotate=False, step=None):
    return room.run(PlayAgain(new_id(), room.game.step if step is None else step, rotate))


def log_codes(room, **where):
    return list(LogLine.objects.filter(game__workshop=room.workshop, **where).values_list("code", flat=True))


# Pause


def test_a_pause_keeps_what_was_left_of_the_countdown():
    room = full_table()
    room.next()
    room.clock(90)
    assert isinstance(pause(room), Ack)
    game = room.game
    assert (game.paused, game.deadline) == (True, None)
    assert 89_000 < game.clock_left_ms <= 90_000
    pause(room, False)
    game = room.game
    assert (game.paused, game.clock_left_ms) == (False, None)
    assert 88 < (game.deadline - timezone.now()).total_seconds() <= 90
    paused, resumed = [entry for entry in room.journal() if isinstance(entry, Paused)]
    assert (paused.paused, resumed.paused, resumed.remaining_ms) == (True, False, paused.remaining_ms)
    room.assert_replays()


def test_a_pause_without_a_countdown_and_the_same_pause_twice():
    room = full_table()
    room.next()
    pause(room)
    pause(room)
    assert (room.game.paused, room.game.clock_left_ms) == (True, None)
    assert [entry for entry in room.journal() if isinstance(entry, Paused)] == [Paused(True, None)]
    pause(room, False)
    assert (room.game.paused, room.game.deadline) == (False, None)


def test_choices_stay_open_during_a_pause():
    room = full_table()
    room.next()
    pause(room)
    assert isinstance(room.players[3].choose(proposes(*["together"] * 4)), Ack)


def test_a_countdown_set_during_a_pause_waits_for_its_end():
    room = full_table()
    room.next()
    pause(room)
    room.clock(60)
    assert (room.game.clock_left_ms, room.game.deadline) == (60_000, None)
    room.clock(0)
    assert room.game.clock_left_ms is None


def test_going_on_ends_a_pause():
    room = full_table()
    room.next()
    room.clock(60)
    pause(room)
    room.next()
    assert (room.game.paused, room.game.clock_left_ms, room.game.deadline) == (False, None, None)


def test_what_cannot_be_paused():
    room = full_table()
    assert pause(room).code == "wrong_phase"
    room.next()
    assert pause(room, step=0).code == "stale_step"


# Closing by itself


def ready_all(room):
    for player in room.players:
        player.ready()


def connect(room, *, here=True):
    now = timezone.now()
    Presence.objects.bulk_create(
        Presence(device=p.device, seat_id=p.seat_id, here=here, since=now, seen_at=now) for p in room.players
    )


def opened_earlier(room, seconds=25):
    Game.objects.filter(pk=room.game.pk).update(opened_at=timezone.now() - timedelta(seconds=seconds))


def closes(room):
    return phases.close_ready(room.game.pk, room.game.step)


def test_a_phase_closes_by_itself_when_every_seat_is_ready():
    room = full_table(auto_close=True)
    room.next()
    connect(room)
    ready_all(room)
    assert closes(room) is False, "agree stays open for twenty seconds"
    opened_earlier(room)
    assert closes(room) is True
    assert where(room) == (Phase.ACT, 1, 2)
    assert "auto_closed" in log_codes(room)
    assert phases.close_ready(room.game.pk, 1) is False


def test_who_is_just_away_is_waited_for_until_a_bot_stands_in():
    room = full_table(auto_close=True)
    room.next()
    opened_earlier(room)
    connect(room)
    locked, *others = room.players
    for player in others:
        player.ready()
    Presence.objects.filter(seat_id=locked.seat_id).update(here=False)
    assert closes(room) is False
    long_ago = timezone.now() - timedelta(seconds=61)
    Presence.objects.update(since=long_ago)
    Occupancy.objects.update(since=long_ago)
    assert seats.let_bots_stand_in(room.game.pk, timezone.now() - timedelta(seconds=31)) == 1
    assert closes(room) is True


def test_who_said_ready_and_locked_the_phone_is_ready():
    room = full_table(auto_close=True)
    room.next()
    opened_earlier(room)
    connect(room, here=False)
    ready_all(room)
    assert closes(room) is True


def test_nothing_closes_by_itself_unless_wished_and_while_paused_or_empty():
    room = full_table()
    room.next()
    opened_earlier(room)
    assert closes(room) is False
    room.run(Configure(new_id(), 1, auto_close=True))
    assert closes(room) is False, "nobody is ready"
    ready_all(room)
    pause(room)
    assert closes(room) is False
    pause(room, False)
    assert closes(room) is True
    assert phases.close_ready(404, 1) is False


def test_the_last_to_be_ready_is_known():
    room = full_table()
    room.next()
    room.players[1].ready()
    ready_at = Table.objects.get().ready_at
    room.players[1].ready(False)
    assert ready_at is not None
    assert Table.objects.get().ready_at == ready_at
    room.next()
    assert Table.objects.get().ready_at is None


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


# The next game


def test_the_same_people_play_again_on_the_same_chairs():
    room = full_table(rounds=1)
    first = room.game
    held = list(Occupancy.objects.order_by("seat__number").values_list("person__alias", "seat__number"))
    room.next()
    play_round(room)
    assert isinstance(again(room), Ack)
    first.refresh_from_db()
    second = room.game
    assert (first.phase, second.number, second.phase, second.rounds) == (Phase.CLOSED, 2, Phase.LOBBY, 1)
    now = Occupancy.objects.filter(until=None).order_by("seat__number")
    assert list(now.values_list("person__alias", "seat__number")) == held
    assert set(now.values_list("seat__table__game", flat=True)) == {second.pk}
    assert isinstance(room.next(), Ack)
    assert where(room)[:2] == (Phase.AGREE, 1)
    room.assert_replays()


@pytest.mark.parametrize("ruleset", [1, 2])
def test_the_next_game_keeps_the_rules_of_the_first(ruleset):
    room = full_table(rounds=1, ruleset=ruleset)
    room.next()
    play_round(room)
    assert isinstance(again(room), Ack)
    assert list(Game.objects.order_by("number").values_list("ruleset", flat=True)) == [ruleset] * 2


def test_or_on_other_chairs():
    room = full_table(rounds=1)
    room.next()
    play_round(room)
    roles = dict(Occupancy.objects.values_list("person__alias", "seat__role"))
    room.next()
    assert room.game.phase == Phase.CLOSED
    again(room, rotate=True)
    now = dict(Occupancy.objects.filter(until=None).values_list("person__alias", "seat__role"))
    assert all(now[alias] != role for alias, role in roles.items())


def test_there_is_one_next_game():
    room = full_table(rounds=1)
    assert again(room).code == "wrong_phase"
    room.next()
    play_round(room)
    old, step = room.game, room.game.step
    assert again(room, step=0).code == "stale_step"
    again(room)
    command = PlayAgain(new_id(), step, False)
    answer = running_on(old, command, room)
    assert answer.code == "game_over"
    assert Game.objects.count() == 2


def running_on(game, command, room):
    from game.actions.commands import Request, carry_out

    return carry_out(game.pk, [Request(command, "facilitator", room.facilitator.pk)])[0]


def test_a_room_of_bots_plays_again():
    room = start(seats=4, rehearsal=True, rounds=1)
    room.next()
    play_round(room)
    again(room, rotate=True)
    assert set(Seat.objects.filter(table__game=room.game).values_list("bot", flat=True)) == {True}


# Switches, log and the facilitator's own presence


def test_the_rooms_switches():
    room = full_table()
    assert room.game.sound is False  # off until somebody wants it
    room.run(Configure(new_id(), 0, locked=True, bot_after_seconds=120, theme="dark", sound=True))
    game = room.game
    assert (Workshop.objects.get().locked, game.bot_after_seconds, game.auto_close) == (True, 120, False)
    assert (game.theme, game.sound) == ("dark", True)
    room.run(Configure(new_id(), 0, locked=True, bot_after_seconds=120))
    room.run(Configure(new_id(), 0, locked=False))
    assert log_codes(room) == ["locked", "unlocked"]
    room.run(Cover(new_id(), 0, "qr"))
    assert room.game.cover == "qr"


def test_a_line_of_the_log_is_starred():
    room = full_table()
    room.next()
    line = LogLine.objects.get(code="started")
    assert isinstance(room.run(Star(new_id(), 0, line.pk, True)), Ack)
    line.refresh_from_db()
    assert line.starred is True
    assert room.run(Star(new_id(), 0, 404, True)).code == "unknown_line"


def test_the_clock_is_in_the_log():
    room = full_table()
    room.next()
    room.clock(60)
    room.run(StartClock(new_id(), 1, 0))
    assert log_codes(room)[-2:] == ["clock_set", "clock_removed"]


def test_a_facilitator_without_a_panel_is_away_until_one_is_open_again():
    room = full_table()
    game = room.game
    room.next()
    assert leases.games_of_facilitators_who_left_or_came() == []
    attendance.renew("p1", {game.pk})
    attendance.renew("p1", {game.pk})
    assert PanelLease.objects.count() == 1
    assert leases.games_of_facilitators_who_left_or_came() == []
    PanelLease.objects.update(seen_at=timezone.now() - timedelta(seconds=7))
    assert leases.games_of_facilitators_who_left_or_came() == [game.pk]
    attendance.note(game.pk)
    attendance.note(game.pk)
    assert room.game.facilitator_away_since is not None
    attendance.renew("p2", {game.pk})
    assert leases.games_of_facilitators_who_left_or_came() == [game.pk]
    attendance.note(game.pk)
    assert room.game.facilitator_away_since is None
    assert log_codes(room)[-2:] == ["facilitator_away", "facilitator_back"]
    attendance.note(404)


def test_a_panel_of_a_game_that_is_gone_takes_no_lease():
    attendance.renew("p1", {404})
    assert PanelLease.objects.count() == 0
