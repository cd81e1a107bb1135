"""Which games there are: a workshop's newest, where they stand, and whose countdown is over."""

from collections.abc import Iterable

from django.db.models import QuerySet

from game.engine.table.phases import PLAY_PHASES
from game.models import Game
from game.selectors import clock
from game.selectors.prepared import Prepared


def newest_game(workshop_id: int) -> Game | None:
    """Return a workshop's newest game, or None."""
    return _newest.first(workshop_id)


@Prepared
def _newest(workshop: int) -> QuerySet[Game, Game]:
    return Game.objects.filter(workshop_id=workshop).order_by("-number")[:1]


def revisions(game_ids: Iterable[int]) -> dict[int, int]:
    """Return the revision of each of these games that still exists."""
    return dict(Game.objects.filter(pk__in=list(game_ids)).values_list("pk", "rev"))


def overdue() -> list[tuple[int, int]]:
    """Return (game id, step) of every phase that its countdown closes and whose countdown is over."""
    late = Game.objects.filter(deadline__lte=clock.now(), paused=False, phase__in=PLAY_PHASES)
    return list(late.values_list("pk", "step"))
