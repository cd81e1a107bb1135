"""Who a socket is for, and whether that one still belongs to a game."""

from dataclasses import dataclass
from typing import Literal

from game.selectors.live.values import LiveGame

Audience = Literal["player", "observer", "facilitator", "projector"]


@dataclass(frozen=True, slots=True)
class Seated:
    """Who a socket is for: the device, and the seat if it is a player's, the table and person if it is an observer's."""

    audience: Audience
    device_id: int
    seat_id: int | None = None
    table_id: int | None = None
    person_id: int | None = None

    def may_stay(self, game: LiveGame) -> bool:
        """Tell whether a socket still belongs where it is: in the newest game, on its seat, with its right."""
        if not game.is_newest:
            return False
        if self.audience == "facilitator":
            return self.device_id in game.facilitators
        if self.audience == "observer":
            table = game.table(self.table_id or 0)
            watcher = table.watcher(self.person_id or 0) if table else None
            return watcher is not None and watcher.device_id == self.device_id
        if self.seat_id is None:
            return True
        table = game.table_of(self.seat_id)
        return table is not None and (self.device_id, self.seat_id) in table.holders
