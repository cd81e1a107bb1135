"""Going back says what it clears, as the server knows it; a closed game opens its debrief again and loses nothing."""

import pytest
from django.utils import timezone

from game.engine.model.choices import Choice, Holder
from game.engine.screens import panel
from game.engine.table.phases import Phase
from game.models import Person, Prediction, Table, Workshop
from game.protocol.commands.course import GoBack
from game.protocol.messages import Ack
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, full_table, new_id, start

pytestmark = pytest.mark.django_db
PROPOSAL = Choice(propose=(Holder.TOGETHER,) * 4)


def offered(room: Room) -> dict[tuple[str, int], tuple[list[tuple[str, int]], int, int, int]]:
    """Return per moment what the panel says that going back there clears."""
    game = load(room.game.pk)
    assert game is not None
    return {
        (one.phase, one.round): (
            [(step.phase, step.round) for step in one.clears],
            one.choices,
            one.tables,
            one.predictions,
        )
        for one in screens.panel_room(game).back
    }


def back(room: Room, phase: str, round: int) -> object:
    return room.run(GoBack(new_id(), room.game.step, phase, round))


def two_tables() -> Room:
    """Return a room with two residents at table 1 and one at table 2, in round 1's agree."""
    room = start(tables=2, seats=5)
    for table in (1, 1, 2):
        room.join(f"Egel {len(room.players)}", table, "resident")
    room.next()
    return room


def test_it_counts_what_people_chose_since_and_where() -> None:
    room = two_tables()
    for player in room.players:
        player.choose(PROPOSAL)
    room.next()
    room.players[0].choose(Choice(act=("join", None, None, None)))
    agree, act, lobby = ("agree", 1), ("act", 1), ("lobby", 0)
    assert offered(room) == {place: ([agree, act], 4, 2, 0) for place in (agree, lobby)}
    room.next()
    outcome = ("outcome", 1)
    everything = ([agree, act, outcome], 4, 2, 0)
    assert offered(room) == {act: ([act, outcome], 1, 1, 0), agree: everything, lobby: everything}


def test_what_was_taken_back_already_is_not_counted_again() -> None:
    room = two_tables()
    for player in room.players:
        player.choose(PROPOSAL)
    room.next()
    assert isinstance(back(room, "agree", 1), Ack)
    room.players[0].choose(PROPOSAL)
    room.next()
    since = ([("agree", 1), ("act", 1)], 1, 1, 0)
    assert offered(room) == {("agree", 1): since, ("lobby", 0): since}


def test_it_counts_the_predictions_that_are_forgotten() -> None:
    room = two_tables()
    for _ in range(4):
        room.next()
    person = Person.objects.first()
    assert person is not None
    Prediction.objects.create(person=person, table=Table.objects.earliest("number"), round=2, expects="same")
    game = load(room.game.pk)
    assert game is not None
    shown = panel.panel_room(game.room, (), predicted={2: 1})
    assert {(one.phase, one.round): one.predictions for one in shown.back} == {
        ("agree", 2): 0,
        ("agree", 1): 1,
    }


def test_a_closed_game_opens_its_debrief_again_as_it_was() -> None:
    room = full_table(rounds=1)
    for _ in range(4):
        room.next()
    room.show("undercurrent")
    before = room.state()
    room.next()
    assert room.game.phase == Phase.CLOSED
    assert offered(room) == {("debrief", 1): ([], 0, 0, 0)}
    assert isinstance(back(room, "debrief", 1), Ack)
    game = room.game
    assert (game.phase, game.round, game.debrief_step, game.back_from) == (
        Phase.DEBRIEF,
        1,
        "undercurrent",
        "",
    )
    assert room.state() == before
    room.assert_replays()
    room.next()
    assert room.game.phase == Phase.CLOSED


def test_without_a_round_too_but_not_after_the_end() -> None:
    room = full_table()
    room.next()
    room.end()
    room.next()
    assert isinstance(back(room, "debrief", 0), Ack)
    room.next()
    Workshop.objects.update(ended_at=timezone.now())
    assert back(room, "debrief", 0).code == "cannot_go_back"  # type: ignore[attr-defined]
