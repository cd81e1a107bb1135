"""A workshop with people in it, made through the door like everything else."""

from dataclasses import dataclass, field
from itertools import count

from django.db.models import QuerySet

from game.actions import admission, codes, commands, devices, workshops
from game.actions.commands import Request
from game.actions.workshops import WorkshopSettings
from game.engine.model.choices import Choice, Deal, Funding
from game.engine.table.journal import Entry, replay
from game.engine.table.state import TableState
from game.models import Device, Game, JournalEntry, Seat, Table, Workshop
from game.protocol.commands.course import EndGame, Next, StartClock
from game.protocol.commands.debrief import ShowDebrief
from game.protocol.commands.player import Choose, OfferSeat, Ready
from game.protocol.messages import Ack, Refusal
from game.protocol.stored import load_entry, load_state
from game.selectors.prepared import Prepared


def _newest(workshop_id: int) -> QuerySet[Game]:
    return Game.objects.filter(workshop_id=workshop_id).order_by("-number")[:1]


_ids = count()
_games = Prepared(_newest)  # asked for before and after every move of every test


@dataclass
class Room:
    """A workshop in a test: its facilitator's device and one player per seat that was joined."""

    workshop: Workshop
    facilitator: Device
    players: list["Player"] = field(default_factory=list)

    @property
    def game(self) -> Game:
        return _games.all(self.workshop.pk)[0]

    def join(self, alias: str, table: int | None = None, role: str | None = None) -> "Player":
        device, _ = devices.register("nl")
        seat = admission.join(self.workshop.pk, device, alias, table, role).seat
        self.players.append(Player(self, device, seat.pk))
        return self.players[-1]

    def run(self, command, device: Device | None = None) -> Ack | Refusal:
        sender = (device or self.facilitator).pk
        return commands.carry_out(self.game.pk, [Request(command, "facilitator", sender)])[0]

    def next(self, id: str | None = None, step: int | None = None, *, reveal: bool = False) -> Ack | Refusal:
        every = tuple(range(1, 201))  # with a yes to whatever is filled in for a municipality
        return self.run(Next(id or new_id(), self.game.step if step is None else step, every, reveal=reveal))

    def clock(self, seconds: int) -> Ack | Refusal:
        return self.run(StartClock(new_id(), self.game.step, seconds))

    def end(self, id: str | None = None, step: int | None = None) -> Ack | Refusal:
        return self.run(EndGame(id or new_id(), self.game.step if step is None else step))

    def show(self, view, table: int | None = None, step: int | None = None) -> Ack | Refusal:
        return self.run(ShowDebrief(new_id(), self.game.step if step is None else step, view, None, table))

    def state(self, number: int = 1) -> TableState:
        return load_state(Table.objects.get(game=self.game, number=number).snapshot)

    def journal(self, number: int = 1) -> list[Entry]:
        rows = JournalEntry.objects.filter(table__game=self.game, table__number=number)
        return [load_entry(row.kind, row.payload) for row in rows]

    def assert_replays(self) -> None:
        for table in Table.objects.filter(game=self.game):
            assert replay(self.journal(table.number)) == self.state(table.number)


@dataclass
class Player:
    """Someone with a phone on a seat."""

    room: Room
    device: Device
    seat_id: int
    n: int = 0

    @property
    def seat(self) -> Seat:
        return Seat.objects.get(pk=self.seat_id)

    def request(self, command) -> Request:
        return Request(command, "player", self.device.pk, self.seat_id)

    def send(self, command) -> Ack | Refusal:
        return commands.carry_out(self.room.game.pk, [self.request(command)])[0]

    def choice(
        self, choice: Choice, id: str | None = None, step: int | None = None, n: int | None = None
    ) -> Choose:
        self.n += 1
        counter = self.n if n is None else n
        return Choose(id or new_id(), self.room.game.step if step is None else step, counter, choice)

    def choose(self, choice: Choice, **how) -> Ack | Refusal:
        return self.send(self.choice(choice, **how))

    def share(self, alias: str) -> "Player":
        """Let a second phone sit down on this seat, with a code of this one."""
        answer = self.send(OfferSeat(new_id(), 0, True))
        assert isinstance(answer, Ack), answer
        device, _ = devices.register("nl")
        codes.take(device, answer.code or "", "192.0.2.1", alias=alias)
        return Player(self.room, device, self.seat_id)

    def ready(self, ready: bool = True, id: str | None = None, step: int | None = None) -> Ack | Refusal:
        return self.send(Ready(id or new_id(), self.room.game.step if step is None else step, ready))


def new_id() -> str:
    return f"t{next(_ids)}"


def start(title: str = "Donderdagavond", **settings) -> Room:
    device, _ = devices.register("nl")
    return Room(workshops.start_workshop(device, WorkshopSettings(title=title, **settings)), device)


def full_table(**settings) -> Room:
    """Return a room with one table of six people: municipality, two professionals, three residents, in seat order."""
    room = start(**{"seats": 6, "seed": 7, **settings})
    for alias in ("Egel", "Merel", "Das", "Vos", "Uil", "Mus"):
        room.join(alias)
    room.players.sort(key=lambda player: player.seat.number)
    return room


def watched_to_the_debrief() -> tuple[Room, Device]:
    """Return a full table's room in the debrief of its one round, and the device of somebody who watched all of it."""
    room = full_table(rounds=1)
    watcher, _ = devices.register("nl")
    admission.join(room.workshop.pk, watcher, "Mol", 1, None, "observe")
    for _ in range(4):
        room.next()
    return room, watcher


def proposes(*holders: str | None) -> Choice:
    return Choice(propose=holders)


def acts(*words: str | None) -> Choice:
    return Choice(act=words)


def decides(holder: str = "together", requirements: bool = False, funding: str = "output") -> Choice:
    return Choice(deals=(Deal(holder, requirements),) * 4, funding=Funding(funding))
