"""One write to a game: its row locked, its tables read once, journal and snapshots stored together, one poke after commit.

Every action runs inside `writing`; two of them on the same game never overlap, on any process.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import transaction

from game import broadcast
from game.actions import rows
from game.actions.earlier_answers import Earlier
from game.actions.turns import in_turn
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import Entry
from game.engine.table.state import TableState
from game.models import Game, JournalEntry, LogLine, Person, Table
from game.protocol import stored
from game.selectors import clock
from game.selectors.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry came from: who by, the command's id and the device with its counter."""

    by: By = By.PLAYER
    command_id: str = ""
    device: int | None = None
    n: int = 0


@dataclass
class TableWrite:
    """A table in the middle of a write; `state` is None while the lobby is open."""

    row: Table
    state: TableState | None
    entries: list[rows.Recorded] = field(default_factory=list)

    @property
    def playing(self) -> TableState:
        """The table's state; raises Refused("wrong_phase") in the lobby."""
        if self.state is None:
            raise Refused("wrong_phase")
        return self.state


class GameWrite:
    """A locked game. Changes are kept here and stored when the `writing` block ends.

    `earlier` is what happened before to the seats that a batch is for, where there is one. `is_play` says that it changes
    what tables play and nothing about who is where, may what or said what; who writes more than that must not say so.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        self.now: datetime = clock.now()
        self.earlier = Earlier()
        self.is_play = False
        self._before = _columns(game)
        self._tables: dict[int, TableWrite] = {}
        self._changed: set[int] = set()
        self._lines: list[rows.Logged] = []
        self._all_loaded = False
        self._game_changed = False
        self._room_changed = False
        self._log_changed = False
        self._voices_changed = False
        self.say_stored: Callable[[], None] = lambda: None  # after commit

    def table(self, table_id: int) -> TableWrite:
        """Return one of this game's tables."""
        if table_id not in self._tables:
            self._add(*rows.table.all(self.game.pk, table_id))
        return self._tables[table_id]

    def load_tables(self, table_ids: Set[int]) -> None:
        """Read these tables of the game; of more than a few all at once, as a query a table is slow."""
        missing = table_ids - self._tables.keys()
        if len(missing) > 3:
            self.tables()
        for row in [row for pk in missing - self._tables.keys() for row in rows.table.all(self.game.pk, pk)]:
            self._add(row)

    def tables(self) -> list[TableWrite]:
        """Return all tables of the game in order of number."""
        if not self._all_loaded:
            for row in rows.tables.all(self.game.pk):
                if row.pk not in self._tables:
                    self._add(row)
            self._all_loaded = True
        return sorted(self._tables.values(), key=lambda table: table.row.number)

    def _add(self, row: Table) -> None:
        self._tables[row.pk] = TableWrite(row, stored.load_state(row.snapshot) if row.snapshot else None)

    def record(
        self,
        table: TableWrite,
        entry: Entry,
        state: TableState | None,
        origin: Origin,
        seat: int | None = None,
    ) -> None:
        """Append `entry` to the table's journal and make `state` the table's, None back in the lobby."""
        table.row.seq += 1
        table.state = state
        table.entries.append(
            rows.Recorded(
                table_id=table.row.pk,
                seq=table.row.seq,
                step=self.game.step,
                kind=stored.kind_of(entry),
                seat=seat,
                payload=stored.dump_entry(entry),
                by=origin.by,
                at=self.now,
                command_id=origin.command_id,
                device=origin.device,
                n=origin.n,
            )
        )
        self.changed(table)

    def changed(self, table: TableWrite) -> None:
        """Say that something on this table's screens changed."""
        self._changed.add(table.row.pk)

    def game_changed(self) -> None:
        """Say that something on every screen of the game changed."""
        self._game_changed = True

    def log(
        self,
        code: str,
        about: int | None = None,
        command_id: str = "",
        **params: str | int | float | Person | Sequence[Person],
    ) -> None:
        """Append a line to the facilitator's log, about the room or (`about`) the table with this number.

        Of people their keys are kept, never a name.
        """
        plain = {name: value for name, value in params.items() if isinstance(value, str | int | float)}
        self._lines.append(
            rows.Logged(
                game_id=self.game.pk,
                table=about,
                round=self.game.round,
                phase=self.game.phase,
                code=code,
                params=plain,
                who={name: _keys(value) for name, value in params.items() if name not in plain},
                at=self.now,
                command_id=command_id,
            )
        )

    def has_logged(self, command_id: str, code: str = "") -> bool:
        """Tell whether this write logs this command (as `code`): it was carried out earlier in the same batch."""
        return any(line.command_id == command_id and line.code == (code or line.code) for line in self._lines)

    def has_recorded(self, command_id: str) -> bool:
        """Tell whether this write records this command of the facilitator in a journal."""
        entries = [entry for table in self._tables.values() for entry in table.entries]
        return any(entry.seat is None and entry.command_id == command_id for entry in entries)

    def log_changed(self) -> None:
        """Say that lines of the log changed."""
        self._log_changed = True

    def voices_changed(self) -> None:
        """Say that what people said in the debrief changed, for panels and projectors."""
        self._voices_changed = True
        self._room_changed = True

    def room_changed(self) -> None:
        """Say that something on panels and projectors changed that is not about a table or a phone."""
        self._room_changed = True

    def leave_out(self, table: TableWrite) -> None:
        """Let a table not take part until the lobby opens again; its journal stays."""
        del self._tables[table.row.pk]
        table.row.left_out = True
        table.row.save(update_fields=["left_out", "spare"])

    def take_in(self, row: Table) -> TableWrite:
        """Let a table take part that is new, or was left out."""
        self._add(row)
        self.changed(self._tables[row.pk])
        return self._tables[row.pk]

    def drop(self, table: TableWrite) -> None:
        """Remove a table for good."""
        del self._tables[table.row.pk]
        self._changed.discard(table.row.pk)
        table.row.delete()
        self.room_changed()

    @property
    def next_rev(self) -> int:
        """The revision that this write will have once it is stored."""
        return self.game.rev + 1 if self._is_changed else self.game.rev

    @property
    def _is_changed(self) -> bool:
        logged = self._lines or self._log_changed
        return bool(self._changed or self._game_changed or self._room_changed or logged)

    def save(self) -> None:
        """Store everything that changed; a write that changed nothing stores nothing."""
        if not self._is_changed:
            return
        self.game.rev = self.next_rev
        changed = [table.row for table in self._tables.values() if table.row.pk in self._changed]
        for row in changed:
            state = self._tables[row.pk].state
            row.rev = self.game.rev
            row.snapshot = stored.dump_state(state) if state else ""
        rows.insert(JournalEntry, [entry for t in self._tables.values() for entry in t.entries])
        rows.update_tables(changed)
        if self._lines or self._log_changed:
            rows.insert(LogLine, self._lines)
            self.game.log_rev = self.game.rev
        if self._voices_changed:
            self.game.voices_rev = self.game.rev
        if self._game_changed and not (self._all_loaded and len(changed) == len(self._tables)):
            Table.objects.filter(game=self.game).update(rev=self.game.rev)
            for table in self._tables.values():
                table.row.rev = self.game.rev
        now = _columns(self.game)
        self.game.save(update_fields=[name for name, value in now.items() if value != self._before[name]])
        self.say_stored = partial(broadcast.poke, *(about := (self.game.pk, self.game.rev, self._play())))
        broadcast.expect(*about)

    def _play(self) -> broadcast.Play | None:
        """Return what this came to if it was only play, and every table that changed is here."""
        if not self.is_play or (self._game_changed and not self._all_loaded):
            return None
        rows = [table.row for table in self._tables.values()]
        return broadcast.Play(self.game, {row.pk: row for row in rows if row.rev == self.game.rev})


def _columns(game: Game) -> dict[str, object]:
    """Return what stands in the row of a game, by field; what may change in place is copied."""
    fields = [one.name for one in game._meta.concrete_fields if not (one.primary_key or one.is_relation)]
    now = {name: getattr(game, name) for name in fields}
    return {name: deepcopy(value) if isinstance(value, dict | list) else value for name, value in now.items()}


def _keys(people: object) -> list[int]:
    return [people.pk] if isinstance(people, Person) else [one.pk for one in people]  # type: ignore[attr-defined]


def already(write: GameWrite, command_id: str) -> bool:
    """Tell whether this facilitator's command was carried out before, in an earlier write or in this one."""
    if write.has_logged(command_id) or write.has_recorded(command_id):
        return True
    return bool(rows.recorded.all(write.game.pk, command_id) or rows.logged.all(write.game.pk, command_id))


def writing(game_id: int) -> AbstractContextManager[GameWrite]:
    """Lock a game for one write; raises Refused("gone") when it does not exist (any more).

    A Refused raised inside stores nothing of the whole block.
    """
    return _writing(rows.game, game_id)


def writing_newest(workshop_id: int) -> AbstractContextManager[GameWrite]:
    """Lock a workshop's newest game for one write; raises Refused("gone") when there is none."""
    return _writing(rows.newest, workshop_id)


@contextmanager
def _writing(games: Prepared[Game], of: int) -> Iterator[GameWrite]:
    with in_turn(), transaction.atomic():
        game = games.first(of)
        if game is None:
            raise Refused("gone")
        (game.workshop,) = rows.workshop.all(game.workshop_id)
        write = GameWrite(game)
        # Before all else that is to be done then, as a whole room waits for it.
        transaction.on_commit(lambda: write.say_stored())
        yield write
        write.save()


@contextmanager
def together() -> Iterator[None]:
    """Let several writes be one: what is raised inside leaves nothing of any of them, as a device for who was refused."""
    with in_turn(), transaction.atomic():
        yield
