"""Whether a facilitator has the panel open, on whichever process; phones and projector say so when nobody has.

A lease per process and game, as with phones: it lapses after silence, so that a reload goes unnoticed.
"""

from collections.abc import Set

from game.actions.write import together, writing
from game.engine.model.refusal import Refused
from game.models import Game, PanelLease
from game.selectors import clock
from game.selectors.leases import has_panel


def renew(process: str, open_panels: Set[int]) -> None:
    """Confirm the leases of this process for the games whose panel is open here; others lapse by themselves."""
    known = PanelLease.objects.filter(process=process, game__in=open_panels)
    known.update(seen_at=clock.now())
    missing = open_panels - set(known.values_list("game_id", flat=True))
    if not missing:
        return
    with together():  # a game may be gone before its panel is, and must not go in between
        there = Game.objects.filter(pk__in=missing).select_for_update().values_list("pk", flat=True)
        PanelLease.objects.bulk_create(
            [PanelLease(game_id=game_id, process=process, seen_at=clock.now()) for game_id in there],
            ignore_conflicts=True,
        )


def note(game_id: int) -> None:
    """Say on every screen of a game that its facilitator went away or came back, when that changed."""
    try:
        with writing(game_id) as write:
            is_here = has_panel(game_id)
            if is_here is (write.game.facilitator_away_since is None):
                return
            write.game.facilitator_away_since = None if is_here else write.now
            write.log("facilitator_back" if is_here else "facilitator_away")
            write.game_changed()
    except Refused:
        return
