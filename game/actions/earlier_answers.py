"""What happened before to the seats that a batch of commands is for; read at once, as a query a command is slow.

Of all seats of the game: words for those of a batch only would take longer than the rows of a room.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple

from game.actions import rows
from game.actions.sender import Sender
from game.engine.model.refusal import Refused
from game.models import Game, JournalEntry


class SeatAt(NamedTuple):
    """Where a seat is: of a model a room's two hundred took longer to make than to read."""

    table_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a batch's commands need to know of the seats they are for; `held` are who holds them: (device id, seat id).

    `accepted` has their ids that are in the journal, by (table id, seat number, command id); `newest` the highest
    counter of the open step, by (table id, seat number, device id, kind of entry).
    """

    step: int = -1
    seats: dict[int, SeatAt] = field(default_factory=dict)
    held: Set[tuple[int, int]] = frozenset()
    accepted: dict[tuple[int, int | None, str], JournalEntry] = field(default_factory=dict)
    newest: dict[tuple[int, int | None, int | None, str], int] = field(default_factory=dict)

    def tables_of(self, seat_ids: Set[int]) -> set[int]:
        """Return the tables of those of these seats that are of this game."""
        return {self.seats[seat_id].table_id for seat_id in seat_ids & self.seats.keys()}

    def seat(self, sender: Sender) -> SeatAt:
        """Return the sender's seat; raises Refused("not_seated") for none, another's, or one of another game."""
        if (sender.device_id, sender.seat_id) not in self.held or sender.seat_id not in self.seats:
            raise Refused("not_seated")
        return self.seats[sender.seat_id]


def look_up(game: Game, sent: Set[tuple[int, str]]) -> Earlier:
    """Read what happened before to the seats of the game that commands were sent from: (seat id, command id).

    Of no seats nothing is asked.
    """
    if not sent:
        return Earlier(step=game.step)
    seats = {pk: SeatAt(*where) for pk, *where in rows.seats.all(game.pk)}
    accepted = rows.accepted([(*seats[seat_id], id) for seat_id, id in sent if seat_id in seats])
    counters = rows.counters.all(game.pk, game.step)
    return Earlier(
        step=game.step,
        seats=seats,
        held={*rows.held.all(game.pk)},
        accepted={(entry.table_id, entry.seat, entry.command_id): entry for entry in accepted},
        newest={(table, seat, device, kind): n for table, seat, device, kind, n in counters},
    )
