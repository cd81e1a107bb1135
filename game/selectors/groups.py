"""Earlier groups of the same facilitator, without any name: what their streets came to, to lay beside this one."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from django.db.models import Q, QuerySet

from game.engine.debrief.measures import quality
from game.engine.debrief.played import mean, of_table
from game.engine.debrief.series import Story, story_beside
from game.engine.debrief.whatif import lines
from game.engine.model.values import By
from game.engine.screens.middle import Middle, MiddlePlace, middle
from game.engine.screens.projector import EarlierGroup, GroupLine
from game.engine.screens.street import Street, film
from game.engine.table.phases import Phase
from game.engine.table.state import PlayedRound, TableState
from game.models import Game, Grant, KeptMeans, Table
from game.protocol.stored import load_state

MOST_GROUPS = 8


def earlier_groups(game: Game) -> tuple[GroupLine, ...]:
    """Return the newest finished games of other workshops of the same owner, or else of the same facilitator's devices.

    Only games in the same scenario and form and under the same rules can be laid beside each other. Those whose workshop was
    wiped come last, by the means that were kept of them.
    """
    others = _others(game).filter(ruleset=game.ruleset, scenario=game.scenario)[:MOST_GROUPS]
    groups = (_group(pk) for pk in others.values_list("pk", flat=True))
    kept = _kept(game)[:MOST_GROUPS]
    found = (*(group for group in groups if group is not None), *map(line_of, kept))
    return found[:MOST_GROUPS]


def groups_here(workshop_ids: Iterable[int]) -> list[tuple[Game, int, GroupLine]]:
    """Return the finished games of these workshops, the newest first, with how many tables, and their means."""
    found = [game for pk in workshop_ids for game in finished_games(pk)]
    return sorted(found, key=lambda one: one[0].changed_at, reverse=True)


def line_of(kept: KeptMeans) -> GroupLine:
    """Return what is left of a group as the lines that are laid beneath others."""
    return GroupLine(tuple(kept.quality), tuple(kept.ownership), tuple(kept.cost))


def middle_kept(kept: KeptMeans) -> Middle:
    """Return what is left of a group's streets, nothing of one that was kept before they were."""
    return tuple(tuple(msgspec.convert(place, MiddlePlace) for place in places) for places in kept.places)


def finished_games(workshop_id: int) -> list[tuple[Game, int, GroupLine]]:
    """Return the games of a workshop that people played to their end, with how many tables, and their means."""
    games = Game.objects.filter(workshop=workshop_id, phase=Phase.CLOSED, rehearsal=False).order_by("number")
    found = ((game, len(_played(game.pk)), _group(game.pk)) for game in games)
    return [(game, tables, means) for game, tables, means in found if means is not None]


def earlier_group(game: Game) -> EarlierGroup | None:
    """Return a street of the newest of those that played in the same scenario, also by other rules; None where there is none,
    and in a second play, which has its own first one.
    """
    if game.number > 1:
        return None
    newest = _others(game).filter(scenario=game.scenario)[:MOST_GROUPS]
    for pk, ruleset in newest.values_list("pk", "ruleset"):
        found = _middle(pk)
        if found is not None:
            return EarlierGroup(*found, ruleset == game.ruleset)
    return None


def _kept(game: Game) -> QuerySet[KeptMeans]:
    """Return what was kept of this facilitator's groups that are wiped, like this game in scenario, form and rules."""
    alike = KeptMeans.objects.filter(scenario=game.scenario, form=game.form, ruleset=game.ruleset)
    owner = game.workshop.owner_id
    if owner is not None:
        return alike.filter(account=owner)
    mine = Grant.objects.filter(workshop=game.workshop_id, kind=Grant.Kind.FACILITATOR, revoked_at=None)
    return alike.filter(account=None, device__in=list(mine.values_list("device_id", flat=True)))


def _others(game: Game) -> QuerySet[Game]:
    """Return the finished games of other workshops of the same facilitator, the newest first."""
    mine = Grant.objects.filter(workshop=game.workshop_id, kind=Grant.Kind.FACILITATOR, revoked_at=None)
    devices = list(mine.values_list("device_id", flat=True))
    same = Q(workshop__grants__device__in=devices, workshop__grants__kind=Grant.Kind.FACILITATOR)
    if game.workshop.owner_id is not None:
        same = Q(workshop__owner=game.workshop.owner_id)
    found = Game.objects.filter(same, phase=Phase.CLOSED, rehearsal=False, form=game.form)
    return found.exclude(workshop=game.workshop_id).distinct().order_by("-pk")


def _played(game_id: int) -> list[TableState]:
    """Return the tables of a game that finished a round, by number; a table of bots alone is no group."""
    rows = Table.objects.filter(game=game_id).exclude(snapshot="").order_by("number")
    states = (load_state(row.snapshot) for row in rows)
    return [state for state in states if any(_had_people(played) for played in state.played)]


def _had_people(played: PlayedRound) -> bool:
    """Tell whether somebody sat there in a round; who taps nothing is no bot."""
    return any(seat.by is not By.BOT for seat in played.seats)


@lru_cache(maxsize=64)
def _group(game_id: int) -> GroupLine | None:
    """Return the means over the tables of a game that is over, and so does not change any more."""
    games = [of_table(state) for state in _played(game_id)]
    played = [lines(game, game) for game in games]
    if not played:
        return None
    rounds = range(min(len(one.quality) for one in played))
    return GroupLine(
        quality=tuple(mean(one.quality[turn] for one in played) for turn in rounds),
        ownership=tuple(mean(one.ownership[turn] for one in played) for turn in rounds),
        cost=tuple(mean(one.cost[turn] for one in played) for turn in rounds),
    )


@lru_cache(maxsize=64)
def middle_of(game_id: int) -> Middle:
    """Return the middle of the tables of a game that is over, by round and task."""
    return middle([of_table(state) for state in _played(game_id)])


@lru_cache(maxsize=64)
def _middle(game_id: int) -> tuple[Story, tuple[Street, ...]] | None:
    """Return story and film of the street that ended in the middle of its group (of two the lower one); None without any."""
    states = _played(game_id)
    if not states:
        return None
    ends = sorted(states, key=lambda state: quality(of_table(state), len(state.played) - 1))
    state = ends[(len(ends) - 1) // 2]
    return story_beside(state), film(state)
