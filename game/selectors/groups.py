"""Earlier groups of the same facilitator, without any name: what their streets came to, to lay beside this one."""

from functools import lru_cache

from django.db.models import Q

from game.engine.debrief.played import mean, of_table
from game.engine.debrief.whatif import lines
from game.engine.screens.projector import GroupLine
from game.engine.table.phases import Phase
from game.models import Game, Grant, Table
from game.protocol.stored import load_state

MOST_GROUPS = 8


def earlier_groups(game: Game) -> tuple[GroupLine, ...]:
    """Return the newest finished games of other workshops of the same owner, or else of the same facilitator's devices.

    Only games in the same form and under the same rules can be laid beside each other.
    """
    mine = Grant.objects.filter(workshop=game.workshop_id, kind=Grant.Kind.FACILITATOR, revoked_at=None)
    devices = list(mine.values_list("device_id", flat=True))
    same = Q(workshop__grants__device__in=devices, workshop__grants__kind=Grant.Kind.FACILITATOR)
    if game.workshop.owner_id is not None:
        same = Q(workshop__owner=game.workshop.owner_id)
    found = Game.objects.filter(
        same, phase=Phase.CLOSED, rehearsal=False, form=game.form, ruleset=game.ruleset
    )
    others = found.exclude(workshop=game.workshop_id).distinct().order_by("-pk")[:MOST_GROUPS]
    groups = (_group(pk) for pk in others.values_list("pk", flat=True))
    return tuple(group for group in groups if group is not None)


@lru_cache(maxsize=64)
def _group(game_id: int) -> GroupLine | None:
    """Return the means over the tables of a game that is over, and so does not change any more."""
    rows = Table.objects.filter(game=game_id).exclude(snapshot="")
    games = [of_table(load_state(row.snapshot)) for row in rows]
    played = [lines(game, game) for game in games if game.rounds]
    if not played:
        return None
    rounds = range(min(len(one.quality) for one in played))
    return GroupLine(
        quality=tuple(mean(one.quality[turn] for one in played) for turn in rounds),
        ownership=tuple(mean(one.ownership[turn] for one in played) for turn in rounds),
        cost=tuple(mean(one.cost[turn] for one in played) for turn in rounds),
    )
