"""The game as a whole: starting, going on once per press, the countdown, the early end and the debrief."""

from datetime import timedelta

import pytest

from game.actions import phases
from game.actions.write import writing
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.table.journal import PhaseClosed
from game.engine.table.phases import Phase
from game.models import Game, JournalEntry, Seat, Table
from game.protocol.commands.course import StartClock
from game.protocol.messages import Ack
from tests.actions.room import acts, full_table, proposes, start

pytestmark = pytest.mark.django_db


def where(room):
    game = room.game
    return game.phase, game.round, game.step


def play_round(room):
    for _ in range(3):
        room.next()


def test_starting_sets_every_table_up():
    room = full_table()
    assert isinstance(room.next(), Ack)
    assert where(room) == (Phase.AGREE, 1, 1)
    setup = room.state().setup
    assert setup.roles == (Role.MUNICIPALITY,) + (Role.PROFESSIONAL,) * 2 + (Role.RESIDENT,) * 4
    assert (setup.neighbours, setup.seed, len(setup.tasks)) == (1, 7, 4)
    assert (setup.ruleset, len(setup.fixed), len(setup.setbacks)) == (2, 0, 2)
    room.assert_replays()


def test_nobody_here_cannot_start():
    assert start().next().code == "nobody_here"


def test_tables_without_people_are_left_out():
    room = start(tables=3, seats=4)
    room.join("Egel", table=2)
    room.next()
    assert list(Table.objects.values_list("number", flat=True)) == [2]


def test_a_rehearsal_plays_all_tables_with_bots():
    room = start(tables=2, seats=4, rehearsal=True)
    room.next()
    assert Seat.objects.filter(bot=True).count() == 8
    play_round(room)
    assert where(room) == (Phase.AGREE, 2, 4)
    assert {entry.by for entry in room.state().played[0].seats} == {"bot"}
    room.assert_replays()


def test_without_bots_empty_seats_are_dropped_but_no_role_is_empty():
    room = start(seats=8, fill_bots=False)
    room.join("Egel", role="resident")
    room.join("Das", role="resident")
    room.next()
    seats = list(Seat.objects.values_list("number", "role", "bot"))
    assert seats == [
        (0, "municipality", True),
        (1, "professional", True),
        (2, "resident", False),
        (3, "resident", False),
    ]
    assert room.state().setup.neighbours == 2


def test_bots_choose_as_ordinary_commands_when_a_step_opens():
    room = start(seats=4)
    room.join("Egel", role="resident")
    room.next()
    by_bot = JournalEntry.objects.filter(by="bot", kind="chose")
    assert {entry.command_id for entry in by_bot} == {f"bot-1-{seat}" for seat in (0, 1, 3, 4, 5)} - {
        f"bot-1-{Seat.objects.get(bot=False).number}"
    }
    room.next()
    assert by_bot.filter(step=2).count() == by_bot.filter(step=1).count()
    room.assert_replays()


def test_two_presses_that_saw_the_same_step_go_on_once():
    room = full_table()
    step = room.game.step
    assert isinstance(room.next(step=step), Ack)
    assert room.next(step=step).code == "stale_step"
    assert where(room) == (Phase.AGREE, 1, 1)


def test_the_same_press_sent_again_gets_the_same_answer():
    room = full_table()
    assert isinstance(room.next(id="n1", step=0), Ack)
    assert isinstance(room.next(id="n1", step=0), Ack)
    assert where(room) == (Phase.AGREE, 1, 1)


def test_a_whole_game_to_its_end():
    room = full_table(rounds=2)
    room.next()
    for _ in range(2):
        room.players[3].choose(proposes(*["together"] * 4))
        room.next()
        room.players[3].choose(acts("join", "wait", "claim", "join"))
        room.next()
        room.next()
    assert where(room) == (Phase.DEBRIEF, 2, 7)
    assert [seat.act for seat in (played.seats[3] for played in room.state().played)] == [
        ("join", "wait", "claim", "join")
    ] * 2
    room.assert_replays()
    room.next()
    assert where(room) == (Phase.CLOSED, 2, 8)
    assert room.next().code == "game_over"


def test_all_tables_throw_the_same_dice_and_round_two_has_the_fixed_incident():
    room = start(tables=2, seats=4, rehearsal=True, ruleset=1)
    room.next()
    play_round(room)
    play_round(room)
    closes = [
        [entry.draws for entry in room.journal(number) if isinstance(entry, PhaseClosed) and entry.draws]
        for number in (1, 2)
    ]
    assert closes[0] == closes[1]
    fixed = dict(room.state().setup.fixed)
    assert closes[0][1][fixed[2]] == 0.02


def test_a_countdown_is_set_and_removed():
    room = full_table()
    room.next()
    room.clock(90)
    assert room.game.deadline is not None
    room.clock(0)
    assert room.game.deadline is None


def test_a_countdown_is_for_play():
    room = full_table()
    assert room.clock(60).code == "wrong_phase"
    command = StartClock("x", 5, 60)
    assert room.run(command).code == "stale_step"


def overdue(room, **changes):
    game = room.game
    Game.objects.filter(pk=game.pk).update(deadline=game.opened_at - timedelta(seconds=1), **changes)
    return game


def test_an_overdue_phase_closes_once():
    room = full_table()
    room.next()
    room.players[0].ready()
    game = overdue(room)
    assert [phases.close_overdue(game.pk, game.step), phases.close_overdue(game.pk, game.step)] == [
        True,
        False,
    ]
    assert where(room) == (Phase.ACT, 1, 2)
    assert room.game.deadline is None


def test_a_phase_that_is_not_overdue_or_paused_stays_open():
    room = full_table()
    room.next()
    room.clock(90)
    game = room.game
    assert phases.close_overdue(game.pk, game.step) is False
    overdue(room, paused=True)
    assert phases.close_overdue(game.pk, game.step) is False
    assert phases.close_overdue(404, 1) is False


def test_ending_early_opens_the_debrief_with_the_rounds_played():
    room = full_table()
    room.next()
    play_round(room)
    room.end(id="e1")
    assert (room.game.phase, room.game.round) == (Phase.DEBRIEF, 1)
    assert isinstance(room.end(id="e1", step=4), Ack)
    room.assert_replays()


def test_what_cannot_be_ended():
    room = full_table()
    assert room.end().code == "wrong_phase"
    room.next()
    assert room.end(step=0).code == "stale_step"


def test_the_debrief_is_led_from_the_panel():
    room = full_table(rounds=1)
    room.next()
    assert room.show("undercurrent").code == "wrong_phase"
    play_round(room)
    assert isinstance(room.show("undercurrent", 1), Ack)
    assert (room.game.debrief_step, room.game.debrief_part, room.game.debrief_table) == (
        "undercurrent",
        "ours",
        1,
    )
    assert room.show("undercurrent", 2).code == "unknown_table"
    assert room.show("undercurrent", step=1).code == "stale_step"


def test_every_write_that_changes_a_screen_raises_the_revision():
    room = full_table()
    before = room.game.rev
    room.next()
    assert room.game.rev == before + 1
    assert set(Table.objects.values_list("rev", flat=True)) == {before + 1}


def test_close_overdue_of_a_game_that_cannot_go_on_says_no():
    room = start()
    game = overdue(room)
    assert phases.close_overdue(game.pk, game.step) is False
    with pytest.raises(Refused, match="gone"), writing(404):
        raise AssertionError("never entered")


def test_a_short_rehearsal_has_no_responses():
    room = start(seats=4, rehearsal=True, form="short")
    room.next()
    play_round(room)
    assert JournalEntry.objects.filter(kind="chose", step=3).count() == 0
    room.assert_replays()


def test_starting_touches_each_table_once_though_some_were_read_before():
    room = start(tables=2, seats=4)
    room.join("Egel")
    room.join("Das")
    with writing(room.game.pk) as write:
        first = write.table(Table.objects.get(number=1).pk)
        assert write.tables()[0] is first
        assert write.tables() == write.tables()
    assert room.game.rev == 3
