"""Who a socket is for, and whether that one still belongs to a game."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.selectors.live.values import LiveGame

Audience = Literal["player", "observer", "facilitator", "projector"]


@dataclass(frozen=True, slots=True)
class Seated:
    """Who a socket is for: the device, and the seat if it is a player's, the table and person if it is an observer's.

    `link` is the hash of the key by which a projector came that has no device.
    """

    audience: Audience
    device_id: int
    seat_id: int | None = None
    table_id: int | None = None
    person_id: int | None = None
    link: str = ""

    @property
    def is_phone(self) -> bool:
        """Whether it is the phone of somebody who plays or observes."""
        return self.audience in ("player", "observer")

    def may_stay(self, game: LiveGame) -> bool:
        """Tell whether a socket still belongs where it is: in the newest game, on its seat, with its right."""
        if not game.is_newest:
            return False
        if self.audience == "facilitator":
            return self.device_id in game.facilitators
        if self.audience == "projector":
            return self.link in game.projector_links if self.link else self.device_id in game.projectors
        if self.audience == "observer":
            table = game.table(self.table_id or 0)
            watcher = table.watcher(self.person_id or 0) if table else None
            return watcher is not None and watcher.device_id == self.device_id
        table = game.table_of(self.seat_id or 0)
        return table is not None and (self.device_id, self.seat_id) in table.holders


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked at by somebody: which seats, which tables by whom that observes, and by which audiences at all."""

    seats: frozenset[int]
    watchers: frozenset[tuple[int, int]]  # table id, person id
    audiences: frozenset[str]

    @classmethod
    def of(cls, everybody: Iterable[Seated]) -> "Looking":
        """Return what all of these look at."""
        them = tuple(everybody)
        return cls(
            frozenset(one.seat_id for one in them if one.seat_id is not None),
            frozenset((one.table_id, one.person_id) for one in them if one.table_id and one.person_id),
            frozenset(one.audience for one in them),
        )
