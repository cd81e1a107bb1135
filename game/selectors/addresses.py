"""The addresses of this server as the panel offers them, and the choice that is stored."""

from game.engine.screens.room import PanelAddress
from game.models import ChosenAddress
from game.network.book import book
from game.network.ranking import Choice


def chosen_address() -> Choice | None:
    """Return what a facilitator chose, or None: the best one."""
    found = ChosenAddress.objects.first()
    return Choice(found.interface, found.address) if found else None


def panel_addresses() -> tuple[PanelAddress, ...]:
    """Return the addresses to choose from, the one in force first; none where PUBLIC_URL says where people go."""
    if book.is_fixed:
        return ()
    return tuple(
        PanelAddress(one.address, book.url_of(one), one.interface, one.kind, one.reached, one.chosen)
        for one in book.candidates
    )
