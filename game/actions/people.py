"""Who sits where: what a facilitator does with people. Everything of a command is checked before anything is written.

People move, seats do not; a place that is left during play goes to a bot where the game fills empty seats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.actions import devices
from game.actions.admission import OBSERVERS_PER_TABLE, check_alias_free, clean_alias
from game.actions.bots import let_bot_choose
from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.table.phases import PLAY_PHASES, RUNNING_PHASES, Phase
from game.models import Game, Observation, Occupancy, Person, Seat, Table
from game.protocol.commands.people import Move, Observe, Readmit, Remove, RenamePerson
from game.protocol.commands.player import LeaveSeat

PHONES_PER_SEAT = 2
MOVING_PHASES = (Phase.LOBBY, *RUNNING_PHASES)
ROLE_PHASES = (
    Phase.LOBBY,
    Phase.TIME_OUT,
    Phase.OUTCOME,
)  # where a change of role catches nobody in mid-step


@dataclass(frozen=True, slots=True)
class Standing:
    """A person and where they are in this game: on a seat, watching a table, or (both None) nowhere."""

    person: Person
    seat: Seat | None
    observing: Table | None


def move(write: GameWrite, command: Move, sender: Sender) -> None:
    """Put one person on a seat, or several on free seats of a table, all or nobody.

    Raises Refused: wrong_phase, person_gone, unknown_table, unknown_seat, seat_taken, seat_full, table_full,
    role_between_rounds.
    """
    _check_moving(write)
    standing = _standing(write, command.people)
    table = _table(write, command.table)
    if command.seat is not None:
        pairs = _one_seat(standing, table, command.seat, command.share)
    else:
        pairs = _free_seats(standing, table)
    for one, seat in pairs:
        if one.seat and one.seat.role != seat.role and write.game.phase not in ROLE_PHASES:
            raise Refused("role_between_rounds")
    for one, seat in pairs:
        _leave(write, one)
        sit(write, one.person, seat)
        write.log("moved", None, command.id, alias=one.person, table=table.number)


def observe(write: GameWrite, command: Observe, sender: Sender) -> None:
    """Let people watch a table, without a seat; raises Refused: wrong_phase, person_gone, unknown_table, table_full."""
    _check_moving(write)
    standing = _standing(write, command.people)
    table = _table(write, command.table)
    coming = [one for one in standing if one.observing != table]
    if Observation.objects.filter(table=table, until=None).count() + len(coming) > OBSERVERS_PER_TABLE:
        raise Refused("table_full")
    for one in coming:
        _leave(write, one)
        Observation.objects.create(person=one.person, table=table)
        write.changed(write.table(table.pk))
        write.log("observed", None, command.id, alias=one.person, table=table.number)


def rename_person(write: GameWrite, command: RenamePerson, sender: Sender) -> None:
    """Give somebody another alias; raises Refused: person_gone, alias_*."""
    one = _standing(write, [command.person])[0]
    alias = clean_alias(command.alias)
    if alias == one.person.alias:
        return
    check_alias_free(write.game.workshop_id, one.person.pk, alias)
    write.log("renamed", None, command.id, alias=one.person)
    Person.objects.filter(pk=one.person.pk).update(alias=alias)
    _place_changed(write, one)


def remove(write: GameWrite, command: Remove, sender: Sender) -> None:
    """Take people off their place; they may come back by themselves, unless blocked.

    Raises Refused: person_gone, game_over when there is a next game, where their place is.
    """
    if Game.objects.filter(workshop=write.game.workshop_id, number__gt=write.game.number).exists():
        raise Refused("game_over")
    standing = _standing(write, command.people, may_be_outside=command.block)
    for one in standing:
        _leave(write, one)
        write.log("blocked" if command.block else "removed", None, command.id, alias=one.person)
    gone = Person.objects.filter(pk__in=[one.person.pk for one in standing])
    gone.update(removed=True, blocked=command.block)
    write.room_changed()


def leave_seat(write: GameWrite, command: LeaveSeat, sender: Sender) -> None:
    """Leave one's own place; the device is nobody's then, and who holds it may join anew, under another name.

    Who left keeps their history, on a device that nobody has. Raises Refused: not_seated, wrong_phase.
    """
    person = Person.objects.filter(workshop=write.game.workshop_id, device=sender.device_id).first()
    standing = _standing(write, [person.pk]) if person is not None and not person.removed else []
    if person is None or not standing or not (standing[0].seat or standing[0].observing):
        raise Refused("not_seated")
    _check_moving(write)
    _leave(write, standing[0])
    person.device, _ = devices.register(person.device.language)
    person.save(update_fields=["device"])
    write.log("left", command_id=command.id, alias=person)


def readmit(write: GameWrite, command: Readmit, sender: Sender) -> None:
    """Let removed and blocked people come back; raises Refused("person_gone")."""
    standing = _standing(write, command.people, may_be_outside=True)
    Person.objects.filter(pk__in=[one.person.pk for one in standing]).update(removed=False, blocked=False)
    for one in standing:
        write.log("readmitted", None, command.id, alias=one.person)
    write.room_changed()


def sit(write: GameWrite, person: Person, seat: Seat) -> None:
    """Give a person a seat that has room."""
    Seat.objects.filter(pk=seat.pk).update(bot=False, keep=False)
    Occupancy.objects.create(person=person, seat=seat)
    write.changed(write.table(seat.table_id))


def vacate(write: GameWrite, seat: Seat) -> None:
    """Leave a seat that its last person left: to a bot where the game fills empty seats, else to nobody."""
    if Occupancy.objects.filter(seat=seat, until=None).exists():
        return
    game = write.game
    is_running = game.phase in RUNNING_PHASES
    is_bots = game.fill_bots if is_running else game.rehearsal
    by_itself = is_running and not game.rehearsal
    Seat.objects.filter(pk=seat.pk).update(bot=is_bots, keep=False, filled=is_bots and by_itself)
    if is_bots and game.phase in PLAY_PHASES:
        let_bot_choose(write, write.table(seat.table_id), seat.number)


def _leave(write: GameWrite, one: Standing) -> None:
    """End where a person is now."""
    if one.seat is not None:
        Occupancy.objects.filter(person=one.person, seat=one.seat, until=None).update(until=write.now)
        vacate(write, one.seat)
    if one.observing is not None:
        watching = Observation.objects.filter(person=one.person, table=one.observing, until=None)
        watching.update(until=write.now)
    _place_changed(write, one)


def _place_changed(write: GameWrite, one: Standing) -> None:
    table_id = one.seat.table_id if one.seat else one.observing.pk if one.observing else None
    if table_id is not None:
        write.changed(write.table(table_id))
    else:
        write.room_changed()


def _check_moving(write: GameWrite) -> None:
    if write.game.phase not in MOVING_PHASES:
        raise Refused("wrong_phase")


def _standing(write: GameWrite, people: Sequence[int], *, may_be_outside: bool = False) -> list[Standing]:
    """Return these people of the workshop and where they are, in order of seat; raises Refused("person_gone")."""
    wanted = set(people)
    persons = list(Person.objects.filter(workshop=write.game.workshop_id, pk__in=wanted))
    if len(persons) != len(wanted) or (not may_be_outside and any(person.removed for person in persons)):
        raise Refused("person_gone")
    held = Occupancy.objects.filter(person__in=persons, seat__table__game=write.game, until=None)
    seats = {one.person_id: one.seat for one in held.select_related("seat__table")}
    watched = Observation.objects.filter(person__in=persons, table__game=write.game, until=None)
    tables = {one.person_id: one.table for one in watched.select_related("table")}
    found = [Standing(person, seats.get(person.pk), tables.get(person.pk)) for person in persons]
    return sorted(found, key=lambda one: (one.seat.number if one.seat else 99, one.person.pk))


def _table(write: GameWrite, number: int) -> Table:
    table = Table.objects.filter(game=write.game, number=number).first()
    if table is None:
        raise Refused("unknown_table")
    return table


def _one_seat(
    standing: list[Standing], table: Table, number: int, share: bool
) -> list[tuple[Standing, Seat]]:
    seat = Seat.objects.filter(table=table, number=number).first()
    if seat is None:
        raise Refused("unknown_seat")
    if len(standing) > 1:
        raise Refused("seat_full")
    if standing[0].seat == seat:
        return []
    sitting = Occupancy.objects.filter(seat=seat, until=None).count()
    if sitting and not share:
        raise Refused("seat_taken")
    if sitting >= PHONES_PER_SEAT:
        raise Refused("seat_full")
    return [(standing[0], seat)]


def _free_seats(standing: list[Standing], table: Table) -> list[tuple[Standing, Seat]]:
    """Return a free seat of the table for everyone who is not there yet, in their own role where there is one."""
    coming = [one for one in standing if one.seat is None or one.seat.table_id != table.pk]
    held = Occupancy.objects.filter(seat__table=table, until=None).values("seat_id")
    free = list(Seat.objects.filter(table=table).exclude(pk__in=held))
    if len(free) < len(coming):
        raise Refused("table_full")
    # Those for whom there is a seat of their role choose first, so that nobody else takes it.
    pairs: list[tuple[Standing, Seat]] = []
    others: list[Standing] = []
    for one in coming:
        fitting = [seat for seat in free if one.seat and seat.role == one.seat.role]
        if not fitting:
            others.append(one)
            continue
        free.remove(fitting[0])
        pairs.append((one, fitting[0]))
    return [*pairs, *zip(others, free, strict=False)]
