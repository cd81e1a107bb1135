"""Who sent a command: what every action of the door is told besides the write and the command itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sender:
    """A device, and the seat that its phone is on when it is a player's; nothing is said yet about its rights."""

    device_id: int
    seat_id: int | None = None
