"""What the debrief finds of a table is of the rounds that count: not of those replaced by a step back, nor of practice."""

from collections.abc import Mapping

import pytest

from game.engine.debrief import presses
from game.engine.debrief.findings import findings as found_in
from game.engine.debrief.played import of_table
from game.engine.model.choices import Choice
from game.engine.screens.findings import FindingsView
from game.engine.screens.room import DebriefView
from game.protocol.commands.course import GoBack
from game.protocol.messages import Ack
from game.selectors import findings
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, acts, decides, full_table, new_id, start
from tests.actions.steered import play_round

pytestmark = pytest.mark.django_db

TURNS = DebriefView(findings.OF_THE_ROOM[0], part=findings.OF_THE_ROOM[1])
SENSIBLE = DebriefView("sensible", part="logic")
TOGETHER = {"municipality": decides("together"), "professional": acts(*["together"] * 4)}
APART = {"municipality": decides("professionals", True), "professional": acts(*["take_over"] * 4)}


def play(room: Room, chosen: dict[str, Choice], resident: Choice) -> None:
    """Play a round in which each role chooses the same."""
    choose(room, "municipality", chosen["municipality"])
    assert isinstance(room.next(), Ack)
    choose(room, "professional", chosen["professional"])
    choose(room, "resident", resident)
    assert isinstance(room.next(), Ack)
    assert isinstance(room.next(), Ack)


def choose(room: Room, role: str, choice: Choice) -> None:
    for player in room.players:
        if player.seat.role == role:
            assert isinstance(player.choose(choice), Ack)


def test_a_step_back_leaves_no_old_story_behind():
    room = full_table(rounds=2)
    room.next()
    play(room, TOGETHER, acts("join", "join", "join", "wait"))
    play(room, APART, acts(*["claim"] * 4))
    before = findings.view(room.state(), SENSIBLE)
    assert [one.claims for one in before.leaning] == [0, 13]
    assert isinstance(room.run(GoBack(new_id(), room.game.step, "agree", 2)), Ack)
    assert [one.round for one in findings.view(room.state(), SENSIBLE).leaning] == [1]
    play(room, TOGETHER, acts("wait", "join", "join", "join"))
    state = room.state()
    again = findings.view(state, SENSIBLE)
    assert [one.claims for one in again.leaning] == [0, 1]  # a neighbour's
    assert findings.findings(of_table(state)) == found_in(of_table(state))


def test_a_practice_round_is_no_part_of_the_story():
    room = full_table(practice=True, rounds=1)
    room.next()
    play(room, APART, acts(*["claim"] * 4))
    assert findings.view(room.state(), TURNS) == FindingsView()
    play(room, TOGETHER, acts("join", "join", "join", "wait"))
    state = room.state()
    assert [(one.round, one.claims) for one in findings.view(state, SENSIBLE).leaning] == [(1, 0)]
    assert {turn.until for turn in findings.view(state, TURNS).turns} == {1}


def test_the_panel_knows_how_many_presses_the_game_of_the_shown_table_takes():
    room = full_table(rounds=1)
    room.next()
    assert panel_presses(room) == {}
    play_round(room)
    assert room.game.phase == "debrief"
    game = of_table(room.state())
    assert panel_presses(room) == presses.presses(game, found_in(game))


def panel_presses(room: Room) -> Mapping[str, int]:
    loaded = load(room.game.pk)
    assert loaded is not None
    return screens.panel_room(loaded).presses


def test_one_table_alone_has_nothing_in_common():
    room = full_table(rounds=1)
    room.next()
    play_round(room)
    state = room.state()
    assert findings.alike([state], TURNS) is None
    both = findings.alike([state, state], TURNS)
    assert both is not None
    assert (both.count, both.of) == (2, 2)


def test_a_table_of_bots_alone_has_a_story_too():
    room = start(seats=4, rehearsal=True, rounds=1)
    room.next()
    play_round(room)
    state = room.state()
    assert findings.view(state, TURNS).turns
    assert all(one.moments for rounds in findings.view(state, SENSIBLE).sensible.values() for one in rounds)
