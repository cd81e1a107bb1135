"""What is laid beside a game in the debrief: the same table's first play, or a street of an earlier group."""

import pytest

from game.actions import workshops
from game.actions.workshops import WorkshopSettings
from game.models import Game
from game.protocol.commands.course import PlayAgain
from game.protocol.commands.debrief import Lead
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, new_id, start

pytestmark = pytest.mark.django_db


def debriefed(room: Room) -> Room:
    """Play to the debrief, and let it lay earlier plays beside this one."""
    while room.game.phase != "debrief":
        room.next()
    room.run(Lead(new_id(), room.game.step, overlay=True))
    return room


def played(like: Room | None = None, **settings: object) -> Room:
    """Return a room of one person and bots in its debrief, run by the facilitator of `like`."""
    whole = {"tables": 1, "seats": 3, "rounds": 1, "seed": 7, **settings}
    if like is None:
        room = start(**whole)
    else:
        settled = WorkshopSettings(title="Later", **whole)
        room = Room(workshops.start_workshop(like.facilitator, settled), like.facilitator)
    room.join("Egel", 1)
    return debriefed(room)


def again(room: Room, rounds: int) -> Room:
    """Play so many rounds more, as the next game."""
    room.run(PlayAgain(new_id(), room.game.step, False))
    Game.objects.filter(pk=room.game.pk).update(rounds=rounds)
    return debriefed(room)


def closed(room: Room) -> Room:
    room.next()
    assert room.game.phase == "closed"
    return room


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_a_second_play_has_the_film_of_the_first_whatever_its_length(rounds: int) -> None:
    room = again(played(rounds=2), rounds)
    game = load(room.game.pk)
    board = screens.board(game, game.tables[0])

    assert (len(board.film), len(board.earlier_film), len(board.earlier.rounds)) == (rounds, 2, 2)
    assert screens.projector_room(game).earlier_group is None
    room.run(Lead(new_id(), room.game.step, overlay=False))
    game = load(room.game.pk)
    board = screens.board(game, game.tables[0])
    assert (board.earlier, board.earlier_film) == (None, ())


@pytest.mark.parametrize(("ruleset", "same"), [(1, False), (2, True)])
def test_an_earlier_group_has_a_street_also_by_other_rules(ruleset: int, same: bool) -> None:
    first = closed(played(ruleset=ruleset, rounds=2))
    now = load(played(first, ruleset=2).game.pk)
    group = screens.projector_room(now).earlier_group

    assert (len(group.story.rounds), len(group.film), group.same_rules) == (2, 2, same)
    assert len(now.earlier_groups) == same, "lines are of the same rules only"
    assert screens.board(now, now.tables[0]).earlier is None


def test_a_group_that_did_not_finish_a_round_or_plays_still_is_no_earlier_one() -> None:
    first = played()
    stopped = Room(
        workshops.start_workshop(first.facilitator, WorkshopSettings(title="Leeg")), first.facilitator
    )
    stopped.join("Mol", 1)
    stopped.next()
    stopped.end()
    closed(stopped)

    assert screens.projector_room(load(played(first).game.pk)).earlier_group is None


@pytest.mark.parametrize(("tables", "has_dots"), [(6, False), (7, True)])
def test_of_many_tables_every_one_is_a_dot_on_the_wall_and_on_phones(tables: int, has_dots: bool) -> None:
    room = debriefed(start(tables=tables, seats=3, rounds=1, rehearsal=True))
    room.show("sensible")
    game = load(room.game.pk)
    dots = screens.projector_room(game).dots

    assert [dot.table for dot in dots] == (list(range(1, tables + 1)) if has_dots else [])
    assert screens.table_part(game, game.tables[0]).dots == dots
    assert len(screens.board(game, game.tables[0]).film) == (0 if has_dots else 1)
    room.show("sensible", table=1)
    assert screens.projector_room(load(room.game.pk)).dots == ()
