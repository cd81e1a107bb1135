"""Trying the game alone: one person and bots, from the first press to the last picture, and what keeps it small."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import admission, alone, commands, copies, devices, privacy, tries
from game.actions.alone import MOST_AT_ONCE, RESTS_MINUTES, ROUNDS, SEATS
from game.actions.commands import Request
from game.engine.debrief.alone import PATH
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.models import Device, Game, Grant, Guess, JournalEntry, Occupancy, Post, Seat, Workshop
from game.protocol.commands.player import GoOn, PickWhatIf, Ready
from game.protocol.messages import Ack, Refusal
from tests.actions.room import Player, Room, new_id, start

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"


def begin(role: str | None = None, device: Device | None = None, language: str = "nl") -> Player:
    device = device or devices.register(language)[0]
    workshop = alone.begin(device, role, language, HERE)
    held = Occupancy.objects.get(person__device=device, person__workshop=workshop)
    return Player(Room(workshop, device), device, held.seat_id)


def go_on(player: Player, id: str | None = None, step: int | None = None, seen: str | None = None):
    game = player.room.game
    shown = f"{game.debrief_step}.{game.debrief_part}.{game.debrief.get('beat', 0)}"
    place = (shown if game.phase == "debrief" else "") if seen is None else seen
    return player.send(GoOn(id or new_id(), game.step if step is None else step, place))


def to_debrief(player: Player) -> None:
    for _ in range(1 + 3 * ROUNDS):
        assert isinstance(go_on(player), Ack)
    assert player.room.game.phase == "debrief"


@pytest.mark.parametrize("role", [None, *Role])
def test_a_whole_game_by_one_person(role: str | None) -> None:
    player = begin(role)
    assert role in (None, player.seat.role)
    assert Seat.objects.filter(table__game=player.room.game, bot=True).count() == SEATS - 1
    seen = []
    while player.room.game.phase != "closed":
        game = player.room.game
        if game.phase == "debrief" and (game.debrief_step, game.debrief_part) not in seen:
            seen.append((game.debrief_step, game.debrief_part))
        assert isinstance(go_on(player), Ack)

    assert seen == list(PATH)
    assert len(player.room.state().played) == ROUNDS
    assert player.room.workshop.pk in Workshop.objects.exclude(ended_at=None).values_list("pk", flat=True)
    player.room.assert_replays()
    assert isinstance(go_on(player), Refusal)


def test_nobody_waits_for_bots_and_an_outcome_stands_there_whole() -> None:
    player = begin()
    go_on(player)
    roles = player.room.state().setup.roles
    chosen = {entry.seat for entry in JournalEntry.objects.filter(table__game=player.room.game, kind="chose")}
    assert chosen == set(range(len(roles))) - {player.seat.number}
    go_on(player)
    go_on(player)
    assert (player.room.game.phase, player.room.game.revealed_at is None) == ("outcome", False)


def test_a_press_that_comes_twice_goes_on_once() -> None:
    player = begin()
    first = player.room.game.step
    assert isinstance(go_on(player, "once", first), Ack)
    assert isinstance(go_on(player, "once", first), Ack)
    late = go_on(player, step=first)
    assert (player.room.game.round, player.room.game.phase) == (1, "agree")
    assert isinstance(late, Refusal)
    assert late.code == "phase_closed"
    to_debrief_from_round_1(player)
    go_on(player, seen="feeling.finale.0")
    go_on(player, seen="feeling.finale.0")  # of another tab
    assert player.room.game.debrief_part == "wall"


def to_debrief_from_round_1(player: Player) -> None:
    for _ in range(3 * ROUNDS):
        go_on(player)


def test_bots_say_how_it_was_at_once_and_vote_with_the_person() -> None:
    player = begin()
    to_debrief(player)
    go_on(player)
    said = Post.objects.filter(game=player.room.game, kind="feeling")
    assert [post.state for post in said] == ["shown"] * (SEATS - 1)
    while player.room.game.debrief_step != "what_if":
        go_on(player)
    assert isinstance(player.send(PickWhatIf(new_id(), player.room.game.step, "letting_go")), Ack)
    assert Guess.objects.filter(game=player.room.game, about="what_if").count() == SEATS


def test_a_picture_off_the_way_goes_on_with_the_first() -> None:
    player = begin()
    to_debrief(player)
    Game.objects.filter(pk=player.room.game.pk).update(debrief_step="what_happened", debrief_part="gap")
    go_on(player)
    assert (player.room.game.debrief_step, player.room.game.debrief_part) == PATH[0]


def test_only_who_plays_alone_goes_on_by_themselves() -> None:
    player = begin()
    room = start(seats=4, fill_bots=True)
    guest = room.join("Egel")
    other, _ = devices.register("nl")
    stranger = commands.carry_out(
        player.room.game.pk,
        [Request(GoOn(new_id(), player.room.game.step), "player", other.pk, player.seat_id)],
    )[0]

    assert [answer.code for answer in (go_on(guest), stranger)] == ["not_allowed", "not_seated"]
    assert not Grant.objects.filter(workshop=player.room.workshop).exists()


def test_one_per_device_and_nobody_else_comes_in() -> None:
    player = begin("resident")
    go_on(player)
    again = alone.begin(player.device, "professional", "nl", HERE)
    assert (again.pk, alone.mine(player.device)) == (player.room.workshop.pk, again)
    with pytest.raises(Refused, match="unknown_code"):
        admission.find_workshop(again.code, HERE)
    stranger, _ = devices.register("nl")
    with pytest.raises(Refused, match="room_locked"):
        admission.join(again.pk, stranger, "Uil", None, None)


def test_who_is_done_may_begin_anew() -> None:
    player = begin()
    to_debrief(player)
    while player.room.game.phase != "closed":
        go_on(player)
    assert alone.mine(player.device) is None
    assert begin(device=player.device).room.workshop != player.room.workshop


def test_a_chair_that_is_none() -> None:
    with pytest.raises(Refused, match="seat_taken"):
        begin("king")
    assert not Workshop.objects.filter(alone=True).exists()


def test_twenty_at_once_and_one_left_lying_makes_room() -> None:
    players = [begin() for _ in range(MOST_AT_ONCE)]
    with pytest.raises(Refused, match="alone_full"):
        begin()
    assert isinstance(go_on(players[0]), Ack)
    assert alone.begin(players[0].device, None, "nl", HERE) == players[0].room.workshop
    Game.objects.filter(pk=players[1].room.game.pk).update(
        changed_at=timezone.now() - timedelta(minutes=RESTS_MINUTES + 1)
    )
    begin()


def test_who_begins_again_and_again_is_asked_to_wait(monkeypatch) -> None:
    monkeypatch.setattr(alone, "STARTS", tries.Limit("alone-test", 2, 600))
    for _ in range(2):
        begin()
    with pytest.raises(Refused, match="alone_often"):
        begin()


def test_hidden_on_a_laptop_while_a_workshop_is_live_there(settings) -> None:
    settings.EMBEDDED_DATABASE = True
    playing = begin()
    room = start(seats=4)
    assert alone.why_not() == "alone_room"
    assert isinstance(go_on(playing), Ack)  # who plays may finish
    old = timezone.now() - timedelta(hours=privacy.IDLE_HOURS + 1)
    Workshop.objects.filter(pk=room.workshop.pk).update(created_at=old)
    assert alone.why_not() == ""  # made ready long ago, and nobody came
    room.join("Egel")
    assert alone.why_not() == "alone_room"
    settings.EMBEDDED_DATABASE = False
    assert alone.why_not() == ""
    settings.EMBEDDED_DATABASE = True
    Game.objects.filter(workshop=room.workshop).update(phase="closed")
    assert alone.why_not() == ""


def test_left_open_for_a_day_it_says_that_it_is_over(monkeypatch) -> None:
    left = begin()
    go_on(left)
    request = left.request(GoOn(new_id(), left.room.game.step, ""))
    game = left.room.game.pk
    Workshop.objects.update(created_at=timezone.now() - timedelta(hours=privacy.ALONE_HOURS))
    privacy.sweep()

    assert commands.carry_out(game, [request]) == [Refusal(request.command.id, "gone")]
    again = begin()
    assert again.room.workshop.pk != left.room.workshop.pk


def test_gone_a_day_after_its_start_however_it_was_left(monkeypatch) -> None:
    wanted = []
    monkeypatch.setattr(copies.keeper, "want", wanted.append)
    left, fresh = begin(), begin()
    go_on(left)
    Workshop.objects.filter(pk=left.room.workshop.pk).update(
        created_at=timezone.now() - timedelta(hours=privacy.ALONE_HOURS)
    )
    privacy.sweep()

    assert list(Workshop.objects.filter(alone=True)) == [fresh.room.workshop]
    assert not Device.objects.filter(pk=left.device.pk).exists()
    assert wanted == []


def test_being_done_alone_changes_nothing_else() -> None:
    player = begin("resident")
    go_on(player)
    assert isinstance(player.send(Ready(new_id(), player.room.game.step, True)), Ack)
    assert player.room.game.phase == "agree"
