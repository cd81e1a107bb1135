"""The two devices that a wild facilitator steers with, and what they know of the room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from game.rehearsal.crowd import Crowd
from game.rehearsal.phone import Phone
from game.rehearsal.script import Intention
from game.rehearsal.stage import Stage
from game.rehearsal.watcher import Watcher

Thing = TypeVar("Thing")


def pick(things: Sequence[Thing], chance: float) -> Thing:
    """Return one of some things; `chance` from 0 up to 1."""
    return things[int(chance * len(things))]


@dataclass
class Desk:
    """The two devices and whom they are about; `auto_since` is the step since which phases may close by themselves."""

    stage: Stage
    crowd: Crowd
    devices: tuple[Watcher, Watcher]
    clocks: set[int] = field(default_factory=set)
    auto_since: int | None = None
    renamed: int = 0
    is_pairing: bool = False

    @property
    def tiles(self) -> list[dict[str, Any]]:
        """The tables as the panel shows them."""
        return [tile for _, tile in sorted(self.devices[0].parts.items(), key=lambda item: int(item[0]))]

    def seats(self) -> list[tuple[int, dict[str, Any]]]:
        """Return every seat with its table's number."""
        return [(tile["table"], seat) for tile in self.tiles for seat in tile["seats"]]

    def person(self, chance: float) -> int:
        """Return somebody's id."""
        return pick(sorted(self.crowd.by_person), chance)

    def phone(self, chance: float) -> Phone:
        """Return somebody's phone."""
        return pick(self.stage.phones, chance)

    async def ask(self, meant: Intention, type: str, **fields: Any) -> str:
        """Send a command from the device that is meant and return "ack" or the code of the refusal."""
        answer = await self.devices[meant.device].command(type, **fields)
        return "ack" if answer["type"] == "ack" else str(answer["code"])

    def times_stood_still(self) -> int:
        """Return how often clocks were put right, since no server had been there to see them run."""
        codes = [[line["code"] for line in device.log or ()] for device in self.devices]
        return max(shown.count("stood_still") for shown in codes)

    def stop_auto(self) -> None:
        """Note in which steps the game may have gone on by itself, now that it does not any more."""
        if self.auto_since is not None:
            self.clocks.update(range(self.auto_since, max(device.step for device in self.devices) + 2))
        self.auto_since = None
