"""What players do at their table: choose and say they are ready. Accepted once, however often it is sent."""

from collections.abc import Set
from dataclasses import dataclass

import msgspec
from django.db.models import Max

from game.actions.writing import GameWrite, Origin
from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import Chose, Readied
from game.engine.table.moves import Choose as ChooseMove
from game.engine.table.moves import Ready as ReadyMove
from game.engine.table.moves import apply
from game.engine.table.phases import Phase
from game.models import JournalEntry, Seat
from game.protocol import stored
from game.protocol.commands import Choose, Ready
from game.protocol.messages import Ack


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a batch's commands need to know of the seats they are for; read at once, as a query a command is slow.

    `accepted` has their ids that are in the journal, by (table id, seat number, command id); `newest` the highest
    counter of the open step, by (table id, seat number, device id).
    """

    seats: dict[int, Seat]
    accepted: dict[tuple[int, int | None, str], JournalEntry]
    newest: dict[tuple[int, int | None, int | None], int]

    def seat(self, seat_id: int) -> Seat:
        """Return a seat of this game; raises Refused("not_seated") for one of another game."""
        if seat_id not in self.seats:
            raise Refused("not_seated")
        return self.seats[seat_id]


def look_up(write: GameWrite, seat_ids: Set[int], command_ids: Set[str]) -> Earlier:
    """Read what happened before to these seats of the game and with these command ids."""
    seats = {seat.pk: seat for seat in Seat.objects.filter(pk__in=seat_ids, table__game=write.game)}
    journal = JournalEntry.objects.filter(
        table_id__in={seat.table_id for seat in seats.values()},
        seat__in={seat.number for seat in seats.values()},
    )
    accepted = journal.filter(command_id__in=command_ids)
    counters = journal.filter(step=write.game.step, kind="chose").order_by()
    newest = counters.values_list("table_id", "seat", "device").annotate(Max("n"))
    return Earlier(
        seats,
        {(entry.table_id, entry.seat, entry.command_id): entry for entry in accepted},
        {(table, seat, device): n for table, seat, device, n in newest},
    )


def choose(write: GameWrite, earlier: Earlier, seat: Seat, device_id: int, command: Choose) -> Ack:
    """Store a seat's whole set for the open phase and answer with the set that is stored.

    The same command again gets the same answer; a counter below the device's newest in this step returns what is stored.
    Raises Refused: phase_closed for another step, and what the engine refuses.
    """
    before = _accepted(write, earlier, seat, command.id)
    if before is not None:
        return _again(before, command)
    _check_step(write, command.step)
    table = write.table(seat.table_id)
    state = table.playing
    newest = _newest_n(write, earlier, seat, device_id)
    if newest is not None and command.n < newest:
        return _ack(command, state.picks[seat.number].choice, newest)
    after = apply(state, ChooseMove(seat.number, command.choice))
    origin = Origin(By.PLAYER, command.id, device_id, command.n)
    write.record(table, Chose(seat.number, command.choice, n=command.n), after, origin, seat.number)
    return _ack(command, command.choice, command.n)


def set_ready(write: GameWrite, earlier: Earlier, seat: Seat, device_id: int, command: Ready) -> Ack:
    """Store whether a seat is done with the open phase; saying the same twice stores nothing new.

    Raises Refused: phase_closed for another step, wrong_phase outside play.
    """
    if _accepted(write, earlier, seat, command.id) is not None:
        return Ack(command.id, write.next_rev)
    _check_step(write, command.step)
    table = write.table(seat.table_id)
    after = apply(table.playing, ReadyMove(seat.number, command.ready))
    if after != table.state:
        origin = Origin(By.PLAYER, command.id, device_id)
        write.record(table, Readied(seat.number, command.ready), after, origin, seat.number)
        if command.ready:
            table.row.ready_at = write.now
    return Ack(command.id, write.next_rev)


def _check_step(write: GameWrite, step: int) -> None:
    if step != write.game.step:
        raise Refused("phase_closed" if step < write.game.step else "stale_step")
    if write.game.phase == Phase.TIME_OUT:  # the tables stand in agree already, but it is not open
        raise Refused("wrong_phase")


def _accepted(write: GameWrite, earlier: Earlier, seat: Seat, command_id: str) -> JournalEntry | None:
    """Return the entry that this seat's command already became, in an earlier write or in this one."""
    for entry in write.table(seat.table_id).entries:
        if entry.seat == seat.number and entry.command_id == command_id:
            return entry
    return earlier.accepted.get((seat.table_id, seat.number, command_id))


def _again(entry: JournalEntry, command: Choose) -> Ack:
    found = stored.load_entry(entry.kind, entry.payload)
    if not isinstance(found, Chose):
        raise Refused("duplicate_id")
    return _ack(command, found.choice, entry.n)


def _newest_n(write: GameWrite, earlier: Earlier, seat: Seat, device_id: int) -> int | None:
    """Return the highest counter this device used for this seat in the open step, or None."""
    here = [e.n for e in write.table(seat.table_id).entries if (e.seat, e.device) == (seat.number, device_id)]
    before = earlier.newest.get((seat.table_id, seat.number, device_id))
    return max(here if before is None else [*here, before], default=None)


def _ack(command: Choose, choice: Choice, n: int) -> Ack:
    return Ack(command.id, 0, n=n, stored=msgspec.Raw(stored.dump(choice).encode()))
