"""Setbacks in a played game: the game's ruleset chooses between a scenario's incidents and its setbacks."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import pytest

from game import content
from game.actions.workshops import WorkshopSettings
from game.content import loader
from game.engine.gamefile.reading import parse, replay
from game.engine.gamefile.writing import game_file
from game.engine.table.journal import PhaseClosed, SetUp
from game.engine.table.phases import Phase
from game.models import Game, JournalEntry, Table
from game.protocol.commands.course import GoBack, PlayAgain
from game.protocol.stored import dump, load_state
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, full_table, new_id, start

pytestmark = pytest.mark.django_db
SAFETY, NEIGHBOURS = 1, 2


def of_ruleset(number: int, room: Room) -> Room:
    """Let a game in the lobby be played under another ruleset."""
    Game.objects.filter(pk=room.game.pk).update(ruleset=number)
    return room


def rehearsed(ruleset: int = 2, **settings) -> Room:
    return of_ruleset(ruleset, start(**{"tables": 2, "seats": 4, "rehearsal": True, "seed": 7, **settings}))


def to_outcome(room: Room, round: int) -> None:
    while (room.game.phase, room.game.round) != (Phase.OUTCOME, round):
        room.next()


def to_debrief(room: Room) -> None:
    while room.game.phase != Phase.DEBRIEF:
        room.next()


def hits(room: Room, number: int = 1) -> dict[int, tuple[int, ...]]:
    """Return the tasks that were hit by round, of the finished rounds that had any."""
    return {r: played.setback for r, played in enumerate(room.state(number).played, 1) if played.setback}


@contextmanager
def scenario(setbacks: Mapping[int, tuple[int, ...]]) -> Iterator[None]:
    """Let the street have these setbacks for as long as this lasts."""
    kept = loader._content()
    street = replace(kept.scenarios["street"], setbacks=setbacks)
    changed = replace(kept, scenarios={**kept.scenarios, "street": street})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "_content", lambda: changed)
        yield


@pytest.mark.parametrize(
    ("ruleset", "fixed", "setbacks"),
    [(1, ((2, 0), (4, 1)), ()), (2, (), ((3, SAFETY), (5, NEIGHBOURS)))],
)
def test_the_game_chooses_between_incidents_and_setbacks(ruleset, fixed, setbacks):
    room = of_ruleset(ruleset, full_table())
    room.next()
    setup = room.state().setup
    assert (setup.ruleset, setup.fixed, setup.setbacks) == (ruleset, fixed, setbacks)
    room.assert_replays()


def test_every_table_meets_the_same_setbacks_and_the_files_say_so():
    room = rehearsed()
    to_debrief(room)
    assert hits(room, 1) == hits(room, 2) == {3: (SAFETY,), 5: (NEIGHBOURS,)}
    room.assert_replays()
    for number in (1, 2):
        state = room.state(number)
        file = game_file(state)
        assert [one.get("setback", []) for one in file["rounds"]] == [[], [], [SAFETY], [], [NEIGHBOURS], []]
        found = replay(parse(file))["rounds"][-1]
        assert [task["quality"] for task in found["tasks"]] == [
            task.quality for task in state.played[-1].result.outcome.tasks
        ]


def test_no_dice_are_fixed_where_there_are_setbacks():
    room = rehearsed(tables=1)
    to_outcome(room, 4)
    draws = [entry.draws for entry in room.journal() if isinstance(entry, PhaseClosed) and entry.draws]
    assert [0.02 in drawn for drawn in draws] == [False] * 4


def test_a_game_of_ruleset_1_has_its_incidents_and_nothing_else():
    room = rehearsed(ruleset=1)
    to_debrief(room)
    assert hits(room) == {}
    draws = [entry.draws for entry in room.journal() if isinstance(entry, PhaseClosed) and entry.draws]
    assert (draws[1][0], draws[3][1]) == (0.02, 0.02)


def test_a_round_that_is_not_reached_never_comes():
    with scenario({9: (0,)}):
        room = rehearsed(tables=1)
        to_debrief(room)
    assert (len(room.state().played), hits(room)) == (6, {})


def test_one_in_every_round_is_played():
    every = dict.fromkeys(range(1, 11), (0, 1, 2, 3))
    with scenario(every):
        room = rehearsed(tables=1, rounds=10)
        to_debrief(room)
        assert hits(room) == every
    room.assert_replays()


def test_a_scenario_without_any_is_played():
    with scenario({}):
        room = rehearsed(tables=1)
        to_debrief(room)
    assert (len(room.state().played), hits(room)) == (6, {})


def test_a_running_game_keeps_what_it_was_started_with():
    """Also when the next release has other setbacks, or the other ruleset for new games."""
    room = rehearsed(tables=1)
    old = rehearsed(ruleset=1, tables=1)
    room.next()
    old.next()
    with scenario({2: (3,)}):
        for one in (room, old):
            to_debrief(one)
            one.assert_replays()
    assert (hits(room), hits(old)) == ({3: (SAFETY,), 5: (NEIGHBOURS,)}, {})


def test_going_back_and_starting_anew_meets_them_again():
    room = rehearsed(tables=1)
    to_outcome(room, 3)
    hit = [task.setback for task in room.state().outcome.tasks]
    room.run(GoBack(new_id(), room.game.step, Phase.AGREE, 3))
    assert (room.game.phase, room.state().outcome) == (Phase.AGREE, None)
    to_outcome(room, 3)
    assert [task.setback for task in room.state().outcome.tasks] == hit == [False, True, False, False]
    room.assert_replays()


def test_the_next_game_of_the_same_people_has_the_same_ones():
    room = rehearsed(tables=1, rounds=3)
    to_debrief(room)
    room.run(PlayAgain(new_id(), room.game.step, False))
    assert (room.game.number, room.game.ruleset) == (2, 2)
    to_debrief(room)
    assert hits(room) == {3: (SAFETY,)}


def test_nobody_sees_one_coming():
    """Before its outcome no screen has a word of it; then all have the same, and the panel its notes."""
    room = rehearsed()
    seen: dict[tuple[str, int], tuple[object, ...]] = {}
    while room.game.phase != Phase.DEBRIEF:
        room.next()
        game = load(room.game.pk)
        assert game is not None
        parts = [
            one
            for table in game.tables
            for one in (
                screens.table_part(game, table),
                screens.panel_tile(table),
                screens.board(game, table),
            )
        ]
        if room.game.phase == Phase.DEBRIEF:
            break
        setbacks = [part.setbacks for part in parts]
        assert all(found == setbacks[0] for found in setbacks)
        seen[room.game.phase, room.game.round] = (setbacks[0], screens.panel_room(game).note)
    told = {when: [one.task for one in found] for when, (found, _) in seen.items() if found}
    assert told == {(Phase.OUTCOME, 3): [SAFETY], (Phase.OUTCOME, 5): [NEIGHBOURS]}
    notes = [note for _, note in seen.values()]
    assert notes == [
        *("agree_first", "act", "outcome"),
        *("agree_later", "act", "outcome"),
        *("agree_later", "act", "outcome_setback"),
        *("time_out_setback", "agree_setback", "act", "outcome"),
        *("agree_later", "act", "outcome_setback"),
        *("agree_setback", "act", "outcome"),
    ]


def test_the_notes_look_back_on_setbacks_only_where_there_were_any():
    found = []
    for ruleset in (1, 2):
        room = rehearsed(ruleset=ruleset, tables=1, rounds=3)
        to_debrief(room)
        for step in ("feeling", "what_happened"):
            room.show(step)
            game = load(room.game.pk)
            assert game is not None
            found.append(screens.panel_room(game).note)
    assert found == ["feeling", "what_happened", "feeling", "what_happened_setback"]


def test_the_journal_has_them_in_the_set_up():
    room = rehearsed(tables=1)
    room.next()
    (set_up,) = [entry for entry in room.journal() if isinstance(entry, SetUp)]
    assert set_up.setup.setbacks == ((3, SAFETY), (5, NEIGHBOURS))
    assert content.scenario(WorkshopSettings("x").scenario).setbacks == {3: (SAFETY,), 5: (NEIGHBOURS,)}


def without(told: object, keys: tuple[str, ...]) -> object:
    """Return JSON values as a release that knew nothing of these keys wrote them."""
    if isinstance(told, dict):
        return {key: without(one, keys) for key, one in told.items() if key not in keys}
    return [without(one, keys) for one in told] if isinstance(told, list) else told


def test_a_game_that_an_earlier_release_began_goes_on():
    """Its journal and its snapshot know no setbacks; it is of ruleset 1 and stays so, to its end and in its second play."""
    room = rehearsed(ruleset=1, tables=1, rounds=3)
    to_outcome(room, 2)
    new = ("setback", "setbacks")
    for row in JournalEntry.objects.all():
        row.payload = json.dumps(without(json.loads(row.payload), new))
        row.save(update_fields=["payload"])
    table = Table.objects.get()
    unpacked = json.loads(dump(load_state(table.snapshot)))  # as it wrote rounds
    assert len(unpacked["played"]) == 1
    table.snapshot = json.dumps(without(unpacked, new))
    table.save(update_fields=["snapshot"])
    assert "setback" not in table.snapshot
    to_debrief(room)
    room.assert_replays()
    assert (room.state().setup.fixed, hits(room)) == (((2, 0), (4, 1)), {})
    room.run(PlayAgain(new_id(), room.game.step, False))
    assert room.game.ruleset == 1
