"""What happened before to the seats that a batch of commands is for; read at once, as a query a command is slow."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Max

from game.actions import rows
from game.actions.sender import Sender
from game.engine.model.refusal import Refused
from game.models import Game, JournalEntry, Seat
from game.selectors.rights import held_seats


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
    seat_ids = {seat_id for seat_id, _ in sent}
    found = Seat.objects.filter(pk__in=seat_ids, table__game=game).order_by()
    seats = {pk: SeatAt(*where) for pk, *where in found.values_list("pk", "table_id", "number")}
    journal = JournalEntry.objects.filter(
        table_id__in={seat.table_id for seat in seats.values()},
        seat__in={seat.number for seat in seats.values()},
    )
    accepted = rows.accepted([(*seats[seat_id], id) for seat_id, id in sent if seat_id in seats])
    counters = journal.filter(step=game.step, kind__in=("chose", "promised")).order_by()
    newest = counters.values_list("table_id", "seat", "device", "kind").annotate(Max("n"))
    return Earlier(
        step=game.step,
        seats=seats,
        held=held_seats(seat_ids),
        accepted={(entry.table_id, entry.seat, entry.command_id): entry for entry in accepted},
        newest={tuple(place): n for *place, n in newest},
    )
