"""What players do at their table: choose, promise and say they are ready. Accepted once, however often it is sent."""

import msgspec

from game.actions.earlier_answers import SeatAt
from game.actions.rows import Recorded
from game.actions.sender import Sender
from game.actions.write import GameWrite, Origin
from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table import promises
from game.engine.table.journal import Chose, Promised, Readied
from game.engine.table.moves import Choose as ChooseMove
from game.engine.table.moves import Ready as ReadyMove
from game.engine.table.moves import apply
from game.engine.table.phases import Phase
from game.models import JournalEntry
from game.protocol import stored
from game.protocol.commands.player import Choose, Promise, Ready
from game.protocol.messages import Ack


def accepted(write: GameWrite, command: Choose | Promise | Ready, sender: Sender) -> Ack | None:
    """Return the answer that this seat's command got before, None for a new one.

    Raises Refused: not_seated, duplicate_id for the id of another command.
    """
    entry = _entry(write, write.earlier.seat(sender), command.id)
    if entry is None or isinstance(command, Ready):
        return Ack(command.id, 0) if entry else None
    found = stored.load_entry(entry.kind, entry.payload)
    if isinstance(found, Chose) and isinstance(command, Choose):
        return _ack(command.id, found.choice, entry.n)
    if isinstance(found, Promised) and isinstance(command, Promise):
        return _ack(command.id, found.tasks, entry.n)
    raise Refused("duplicate_id")


def choose(write: GameWrite, command: Choose, sender: Sender) -> Ack:
    """Store a seat's whole set for the open phase and answer with the set that is stored.

    A counter below the device's newest in this step returns what is stored. Raises Refused: not_seated, wrong_phase, and what
    the engine refuses.
    """
    seat = write.earlier.seat(sender)
    _check_open(write)
    table = write.table(seat.table_id)
    state = table.playing
    newest = _newest_n(write, seat, sender.device_id, Chose)
    if newest is not None and command.n < newest:
        return _ack(command.id, state.picks[seat.number].choice, newest)
    after = apply(state, ChooseMove(seat.number, command.choice))
    origin = Origin(By.PLAYER, command.id, sender.device_id, command.n)
    write.record(table, Chose(seat.number, command.choice, n=command.n), after, origin, seat.number)
    return _ack(command.id, command.choice, command.n)


def promise(write: GameWrite, command: Promise, sender: Sender) -> Ack:
    """Store which tasks a seat says it will carry, all of them at once, and answer with what is stored.

    A counter below the device's newest in this step returns what is stored. Raises Refused: not_seated, wrong_phase when
    nothing can be promised, unknown_task.
    """
    seat = write.earlier.seat(sender)
    table = write.table(seat.table_id)
    state = table.playing
    newest = _newest_n(write, seat, sender.device_id, Promised)
    if newest is not None and command.n < newest:
        said = state.promises[seat.number] if state.promises else None
        return _ack(command.id, said or (), newest)
    after = promises.promise(state, seat.number, command.tasks)
    if after != state:
        origin = Origin(By.PLAYER, command.id, sender.device_id, command.n)
        write.record(table, Promised(seat.number, command.tasks, n=command.n), after, origin, seat.number)
    return _ack(command.id, command.tasks, command.n)


def set_ready(write: GameWrite, command: Ready, sender: Sender) -> None:
    """Store whether a seat is done with the open phase.

    What changes nothing is in the journal too: else the same command, late and doubled by a network, would be judged anew.

    Raises Refused: not_seated, wrong_phase outside play.
    """
    seat = write.earlier.seat(sender)
    _check_open(write)
    table = write.table(seat.table_id)
    before = table.playing
    after = apply(before, ReadyMove(seat.number, command.ready))
    origin = Origin(By.PLAYER, command.id, sender.device_id)
    write.record(table, Readied(seat.number, command.ready), after, origin, seat.number)
    if command.ready and after != before:
        table.row.ready_at = write.now


def _check_open(write: GameWrite) -> None:
    if write.game.phase == Phase.TIME_OUT:  # the tables stand in agree already, but it is not open
        raise Refused("wrong_phase")


def _entry(write: GameWrite, seat: SeatAt, command_id: str) -> JournalEntry | Recorded | None:
    """Return the entry that this seat's command already became, in an earlier write or in this one."""
    for entry in write.table(seat.table_id).entries:
        if entry.seat == seat.number and entry.command_id == command_id:
            return entry
    return write.earlier.accepted.get((seat.table_id, seat.number, command_id))


def _newest_n(write: GameWrite, seat: SeatAt, device_id: int, kind: type[Chose | Promised]) -> int | None:
    """Return the highest counter this device used for an entry of this kind, on this seat in the open step, or None."""
    name = stored.kinds[kind]
    mine = (seat.number, device_id, name)
    step = write.game.step  # which may have risen since the batch began
    entries = [one for one in write.table(seat.table_id).entries if one.step == step]
    here = [e.n for e in entries if (e.seat, e.device, e.kind) == mine]
    before = write.earlier.newest.get((seat.table_id, *mine)) if write.earlier.step == step else None
    return max(here if before is None else [*here, before], default=None)


def _ack(id: str, now: Choice | tuple[bool, ...], n: int) -> Ack:
    return Ack(id, 0, n=n, stored=msgspec.Raw(stored.dump(now).encode()))
