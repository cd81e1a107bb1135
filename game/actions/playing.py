"""What players do at their table: choose and say they are ready. Accepted once, however often it is sent."""

import msgspec

from game.actions.sender import Sender
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


def accepted(write: GameWrite, command: Choose | Ready, sender: Sender) -> Ack | None:
    """Return the answer that this seat's command got before, None for a new one.

    Raises Refused: not_seated, duplicate_id for the id of another command.
    """
    entry = _entry(write, write.earlier.seat(sender), command.id)
    if entry is None or isinstance(command, Ready):
        return Ack(command.id, 0) if entry else None
    found = stored.load_entry(entry.kind, entry.payload)
    if not isinstance(found, Chose):
        raise Refused("duplicate_id")
    return _ack(command, found.choice, entry.n)


def choose(write: GameWrite, command: Choose, sender: Sender) -> Ack:
    """Store a seat's whole set for the open phase and answer with the set that is stored.

    A counter below the device's newest in this step returns what is stored. Raises Refused: not_seated, wrong_phase, and what
    the engine refuses.
    """
    seat = write.earlier.seat(sender)
    _check_open(write)
    table = write.table(seat.table_id)
    state = table.playing
    newest = _newest_n(write, seat, sender.device_id)
    if newest is not None and command.n < newest:
        return _ack(command, state.picks[seat.number].choice, newest)
    after = apply(state, ChooseMove(seat.number, command.choice))
    origin = Origin(By.PLAYER, command.id, sender.device_id, command.n)
    write.record(table, Chose(seat.number, command.choice, n=command.n), after, origin, seat.number)
    return _ack(command, command.choice, command.n)


def set_ready(write: GameWrite, command: Ready, sender: Sender) -> None:
    """Store whether a seat is done with the open phase; saying the same twice stores nothing new.

    Raises Refused: not_seated, wrong_phase outside play.
    """
    seat = write.earlier.seat(sender)
    _check_open(write)
    table = write.table(seat.table_id)
    after = apply(table.playing, ReadyMove(seat.number, command.ready))
    if after != table.state:
        origin = Origin(By.PLAYER, command.id, sender.device_id)
        write.record(table, Readied(seat.number, command.ready), after, origin, seat.number)
        if command.ready:
            table.row.ready_at = write.now


def _check_open(write: GameWrite) -> None:
    if write.game.phase == Phase.TIME_OUT:  # the tables stand in agree already, but it is not open
        raise Refused("wrong_phase")


def _entry(write: GameWrite, seat: Seat, command_id: str) -> JournalEntry | None:
    """Return the entry that this seat's command already became, in an earlier write or in this one."""
    for entry in write.table(seat.table_id).entries:
        if entry.seat == seat.number and entry.command_id == command_id:
            return entry
    return write.earlier.accepted.get((seat.table_id, seat.number, command_id))


def _newest_n(write: GameWrite, seat: Seat, device_id: int) -> int | None:
    """Return the highest counter this device used for this seat in the open step, or None."""
    here = [e.n for e in write.table(seat.table_id).entries if (e.seat, e.device) == (seat.number, device_id)]
    before = write.earlier.newest.get((seat.table_id, seat.number, device_id))
    return max(here if before is None else [*here, before], default=None)


def _ack(command: Choose, choice: Choice, n: int) -> Ack:
    return Ack(command.id, 0, n=n, stored=msgspec.Raw(stored.dump(choice).encode()))
