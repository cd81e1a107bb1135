"""What panels send about people, their devices, and the chairs and tables they sit at."""

from game.engine.model.roles import Role
from game.protocol.commands.base import Alias, Command, PersonId, PersonIds, SeatNumber, TableNumber


class OfPeople(Command, frozen=True):
    """Something that is done with people of the workshop."""

    people: PersonIds


class OfPerson(Command, frozen=True):
    """Something that is done with one person of the workshop."""

    person: PersonId


class OfSeat(Command, frozen=True):
    """Something that is done with one seat of a table."""

    table: TableNumber
    seat: SeatNumber


class Move(OfPeople, frozen=True, tag="move"):
    """Put people on a table: one person on a seat, or all of them on free and bots' seats of it.

    `share` lets the person sit on a seat together with who holds it (two phones at most).
    """

    table: TableNumber
    seat: SeatNumber | None = None
    share: bool = False


class Observe(OfPeople, frozen=True, tag="observe"):
    """Let people watch a table and predict, without a seat."""

    table: TableNumber


class RenamePerson(OfPerson, frozen=True, tag="rename_person"):
    """Give somebody another alias."""

    alias: Alias


class Remove(OfPeople, frozen=True, tag="remove"):
    """Take people off their seats; with `block` they may not come back."""

    block: bool


class Readmit(OfPeople, frozen=True, tag="readmit"):
    """Let people who were removed or blocked come back."""


class SetBot(OfSeat, frozen=True, tag="set_bot"):
    """Let a bot play a seat that nobody is at, or not any more (then none takes over by itself either)."""

    bot: bool


class AddSeat(Command, frozen=True, tag="add_seat"):
    """Put one more seat at a table, until the outcome of round 1 is there."""

    table: TableNumber
    role: Role


class RemoveSeat(OfSeat, frozen=True, tag="remove_seat"):
    """Take a seat away on which nobody sits, in the lobby."""


class AddTable(Command, frozen=True, tag="add_table"):
    """Put one more table in the room, in the lobby, with as many seats as the last one."""


class RemoveTable(Command, frozen=True, tag="remove_table"):
    """Take a table away at which nobody is, in the lobby."""

    table: TableNumber


class SwapChairs(Command, frozen=True, tag="swap_chairs"):
    """Let the people of one table, or (null) of every table, change chairs so that as many as possible get another role."""

    table: TableNumber | None = None


class HandOver(OfPerson, frozen=True, tag="hand_over"):
    """Make a one-time code with which another phone takes over this person's place; the answer's `code`."""


class Pair(Command, frozen=True, tag="pair"):
    """Make a one-time code with which another device becomes a remote; the answer's `code`."""


class Revoke(Command, frozen=True, tag="revoke"):
    """Take the right to run this workshop from a device."""

    grant: PersonId


class RenewLink(Command, frozen=True, tag="renew_link"):
    """Make a new control link, the old one stops working; the key in it is the answer's `code`."""


class ShareSeat(OfPerson, frozen=True, tag="share_seat"):
    """Make a one-time code with which a second phone shares this person's seat; the answer's `code`."""


PeopleCommand = (
    Move
    | Observe
    | RenamePerson
    | Remove
    | Readmit
    | SetBot
    | AddSeat
    | RemoveSeat
    | AddTable
    | RemoveTable
    | SwapChairs
    | HandOver
    | ShareSeat
    | Pair
    | Revoke
    | RenewLink
)
