"""What the hub shows: a game's tables and people as frozen values, and every audience's screen made from them.

`load` reads only the tables that changed since the value it is given, so that a hub can keep one and renew it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.conf import settings
from django.utils import timezone

from game import content
from game.content.texts import table_texts
from game.engine.debrief.series import Story, story
from game.engine.model.roles import Role
from game.engine.screens import lobby, panel, player, projector
from game.engine.screens.observer import observer_mine
from game.engine.screens.projector import GroupLine
from game.engine.screens.room import (
    Asker,
    ClosedStep,
    DebriefView,
    Desk,
    Outside,
    PanelDevice,
    Room,
    SeatPresence,
    Somebody,
    TableRoom,
    TableTexts,
)
from game.engine.screens.voices import Voices
from game.engine.table.phases import PLAY_PHASES, SILENT_ROUNDS, UNDO_SECONDS, Phase
from game.engine.table.state import TableState
from game.models import (
    Game,
    Grant,
    LogLine,
    Observation,
    Occupancy,
    Person,
    Prediction,
    Presence,
    Seat,
    Table,
)
from game.network.book import book
from game.protocol.stored import load_state
from game.selectors import findings
from game.selectors.addresses import panel_addresses
from game.selectors.closed import closed_steps
from game.selectors.groups import earlier_groups
from game.selectors.requests import asking
from game.selectors.voices import NOTHING_SAID, Said, own_voice, said, voices, voices_on_phones

MAX_READS = 3
TALK_PHASES = (Phase.AGREE, Phase.ACT)
MAX_LOG = 400


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who observes a table."""

    device_id: int
    person_id: int
    alias: str
    predictions: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the facilitator's log; `at_ms` since 1970, `table` its number or None for the room."""

    id: int
    at_ms: int
    table: int | None
    round: int
    phase: str
    code: str
    params: dict[str, Any]
    starred: bool
    replaced: bool


@dataclass(frozen=True, slots=True)
class LiveTable:
    """A table as the hub has it; `seat_ids` and `roles` are of its real seats in order, `holders` who may use them.

    `watchers` are the observers: device, person, alias and their predictions by round; `earlier` is the table's game before
    this one, in the debrief when it is to be laid beside it.
    """

    id: int
    number: int
    rev: int
    state: TableState | None
    seat_ids: tuple[int, ...]
    roles: tuple[Role, ...]
    holders: frozenset[tuple[int, int]]
    room: TableRoom
    watchers: tuple[Watcher, ...] = ()
    earlier: Story | None = None

    def watcher(self, person_id: int) -> Watcher | None:
        """Return the observer of this table with this person, or None."""
        return next((one for one in self.watchers if one.person_id == person_id), None)


@dataclass(frozen=True, slots=True)
class LiveGame:
    """A game as the hub has it, at revision `rev`; `is_newest` unless the workshop went on to a next game.

    `facilitators` are the devices that may run it, `log` what the panel's log says, as of `log_rev`, `said` what people said
    in the debrief, as of `voices_rev`. `earlier_groups` are the same facilitator's, when laid beside this one.
    """

    id: int
    workshop_id: int
    rev: int
    room: Room
    deadline: datetime | None
    paused: bool
    clock_left_ms: int | None
    tables: tuple[LiveTable, ...]
    is_newest: bool
    auto_close: bool
    facilitators: frozenset[int]
    log_rev: int
    log: tuple[LogEntry, ...]
    voices_rev: int = 0
    said: Said = NOTHING_SAID
    earlier_groups: tuple[GroupLine, ...] = ()

    def table(self, table_id: int) -> LiveTable | None:
        """Return the table with this id, or None."""
        return next((table for table in self.tables if table.id == table_id), None)

    def table_of(self, seat_id: int) -> LiveTable | None:
        """Return the table that has this seat, or None."""
        return next((table for table in self.tables if seat_id in table.seat_ids), None)


def newest_game(workshop_id: int) -> Game | None:
    """Return a workshop's newest game, or None."""
    return Game.objects.filter(workshop_id=workshop_id).order_by("-number").first()


def revisions(game_ids: Iterable[int]) -> dict[int, int]:
    """Return the revision of each of these games that still exists."""
    return dict(Game.objects.filter(pk__in=list(game_ids)).values_list("pk", "rev"))


def overdue() -> list[tuple[int, int]]:
    """Return (game id, step) of every phase that its countdown closes and whose countdown is over."""
    late = Game.objects.filter(deadline__lte=timezone.now(), paused=False, phase__in=PLAY_PHASES)
    return list(late.values_list("pk", "step"))


def load(game_id: int, known: LiveGame | None = None) -> LiveGame | None:
    """Return a game as it stands, reusing the tables of `known` that did not change; None when it is gone.

    It reads outside a transaction (one would keep the writer waiting), so it looks at the end whether a write came
    in between, and reads again what that changed.
    """
    for _ in range(MAX_READS):
        known = _load_once(game_id, known)
        if known is None or revisions([game_id]) == {game_id: known.rev}:
            break
    return known


def _load_once(game_id: int, known: LiveGame | None) -> LiveGame | None:
    game = Game.objects.select_related("workshop").filter(pk=game_id).first()
    if game is None:
        return None
    since = known.rev if known else 0
    kept = {table.id: table for table in known.tables} if known else {}
    rows = Table.objects.filter(game=game)
    numbers = list(rows.values_list("pk", flat=True))
    changed = {row.pk: row for row in rows.filter(rev__gt=since)}
    fresh = _tables(game, [*changed.values(), *rows.filter(pk__in=set(numbers) - set(kept) - set(changed))])
    grants = _grants(game)
    return LiveGame(
        id=game.pk,
        workshop_id=game.workshop_id,
        rev=game.rev,
        room=_room(game, grants, _closed(game, known)),
        deadline=game.deadline,
        paused=game.paused,
        clock_left_ms=game.clock_left_ms,
        tables=tuple(fresh.get(pk) or kept[pk] for pk in numbers),
        is_newest=not Game.objects.filter(workshop=game.workshop_id, number__gt=game.number).exists(),
        auto_close=game.auto_close,
        facilitators=frozenset(grant.device_id for grant in grants),
        log_rev=game.log_rev,
        log=known.log if known and known.log_rev == game.log_rev else _log(game),
        voices_rev=game.voices_rev,
        said=known.said if known and known.voices_rev == game.voices_rev else said(game),
        earlier_groups=earlier_groups(game) if game.debrief.get("overlay") else (),
    )


def _grants(game: Game) -> list[Grant]:
    kinds = (Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)
    found = Grant.objects.filter(workshop=game.workshop_id, kind__in=kinds, revoked_at=None)
    return list(found.order_by("pk"))


def _log(game: Game) -> tuple[LogEntry, ...]:
    return tuple(
        LogEntry(
            line.pk,
            _ms(line.at),
            line.table,
            line.round,
            line.phase,
            line.code,
            line.params,
            line.starred,
            line.replaced,
        )
        for line in LogLine.objects.filter(game=game).order_by("-pk")[:MAX_LOG]
    )


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _closed(game: Game, known: LiveGame | None) -> tuple[ClosedStep, ...]:
    """Return what people chose in the closed steps, which changes with the step only."""
    if known is not None and known.room.step == game.step:
        return known.room.desk.closed
    return closed_steps(game)


def _room(game: Game, grants: list[Grant], closed: tuple[ClosedStep, ...]) -> Room:
    phase = Phase(game.phase)
    is_silent_first = game.talking == "silent_first"
    return Room(
        title=game.workshop.title,
        code=game.workshop.code,
        address=book.base_url,
        scenario=game.scenario,
        step=game.step,
        phase=phase,
        round=game.round,
        rounds=game.rounds,
        silent=is_silent_first and phase in PLAY_PHASES and game.round <= SILENT_ROUNDS,
        may_talk=is_silent_first and phase in TALK_PHASES and game.round > SILENT_ROUNDS,
        debrief=_debrief(game, is_silent_first),
        game=game.number,
        opened_ms=_ms(game.opened_at) + game.paused_ms,
        paused=game.paused,
        paused_at_ms=_ms(game.paused_at) if game.paused_at else None,
        facilitator_away=game.facilitator_away_since is not None,
        practice=game.practice,
        back_from=game.back_from,
        cover=game.cover,
        theme=game.theme,
        bot_after_seconds=game.bot_after_seconds,
        desk=_desk(game, grants, closed),
    )


def _debrief(game: Game, is_silent_first: bool) -> DebriefView:
    where = {
        "step": game.debrief_step,
        "table": game.debrief_table,
        "part": game.debrief_part,
        "talk_from": SILENT_ROUNDS + 1 if is_silent_first else None,
        "take_home": f"/take-home/{game.workshop.take_home_key}/" if game.workshop.take_home_key else "",
    }
    return msgspec.convert(game.debrief | where, DebriefView)


def _desk(game: Game, grants: list[Grant], closed: tuple[ClosedStep, ...]) -> Desk:
    outside = Person.objects.filter(workshop=game.workshop_id, removed=True).order_by("pk")
    return Desk(
        closed=closed,
        steady_ms=_ms(game.changed_at + timedelta(seconds=settings.STEADY_SECONDS)),
        undo_ms=_ms(game.opened_at + timedelta(seconds=UNDO_SECONDS)) if game.undo else None,
        locked=game.workshop.locked,
        auto_close=game.auto_close,
        silent_first=game.talking == "silent_first",
        outside=tuple(Outside(person.pk, person.alias, person.blocked) for person in outside),
        devices=tuple(PanelDevice(grant.pk, grant.kind, grant.label, _ms(grant.since)) for grant in grants),
        addresses=panel_addresses(),
        address_note=book.note,
    )


def _tables(game: Game, rows: list[Table]) -> dict[int, LiveTable]:
    if not rows:
        return {}
    seats: dict[int, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(table__in=rows):
        seats[seat.table_id].append(seat)
    seat_ids = [seat.pk for of_table in seats.values() for seat in of_table]
    held = Occupancy.objects.filter(seat_id__in=seat_ids, until=None).select_related("person")
    holders: dict[int, list[Occupancy]] = defaultdict(list)
    for occupancy in held.order_by("pk"):
        holders[occupancy.seat_id].append(occupancy)
    here: dict[int, list[Presence]] = defaultdict(list)
    for presence in Presence.objects.filter(seat_id__in=seat_ids):
        here[presence.seat_id].append(presence)
    watchers = _watchers(rows)
    asks = asking(seat_ids)
    return {
        row.pk: _table(game, row, seats[row.pk], holders, here, asks, tuple(watchers[row.pk])) for row in rows
    }


def _watchers(rows: list[Table]) -> dict[int, list[Watcher]]:
    found: dict[int, list[Watcher]] = defaultdict(list)
    observing = Observation.objects.filter(table__in=rows, until=None).select_related("person")
    said: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    for one in Prediction.objects.filter(table__in=rows):
        said[one.table_id, one.person_id][one.round] = one.expects
    for observation in observing.order_by("pk"):
        person = observation.person
        predictions = said[observation.table_id, person.pk]
        found[observation.table_id].append(Watcher(person.device_id, person.pk, person.alias, predictions))
    return found


def _table(
    game: Game,
    row: Table,
    seats: list[Seat],
    holders: dict[int, list[Occupancy]],
    here: dict[int, list[Presence]],
    asks: Mapping[int, tuple[Asker, ...]],
    watchers: tuple[Watcher, ...],
) -> LiveTable:
    state = load_state(row.snapshot) if row.snapshot else None
    silent = game.talking == "silent_first" and game.round <= SILENT_ROUNDS
    texts = table_texts(content.scenario(game.scenario), state, silent) if state else TableTexts()
    people = tuple(_presence(seat, holders[seat.pk], here[seat.pk], asks.get(seat.pk, ())) for seat in seats)
    return LiveTable(
        id=row.pk,
        number=row.number,
        rev=row.rev,
        state=state,
        seat_ids=tuple(seat.pk for seat in seats),
        roles=tuple(Role(seat.role) for seat in seats),
        holders=frozenset((o.person.device_id, seat.pk) for seat in seats for o in holders[seat.pk]),
        room=TableRoom(
            row.number,
            people,
            texts,
            observers=tuple(Somebody(one.person_id, one.alias) for one in watchers),
            ready_at_ms=_ms(row.ready_at) if row.ready_at else None,
            predicted=dict(
                Counter(one.predictions[game.round] for one in watchers if game.round in one.predictions)
            ),
        ),
        watchers=watchers,
        earlier=_earlier(game, row.number) if state and _is_debriefed(state) else None,
    )


def _earlier(game: Game, number: int) -> Story | None:
    """Return the story of the same table in the game before this one, when the debrief lays it beside this one."""
    if not game.debrief.get("overlay"):
        return None
    before = Table.objects.filter(
        game__workshop=game.workshop_id, game__number=game.number - 1, number=number
    )
    row = before.exclude(snapshot="").first()
    return story(load_state(row.snapshot)) if row else None


def _presence(
    seat: Seat, held: list[Occupancy], leases: list[Presence], asks: tuple[Asker, ...]
) -> SeatPresence:
    """Return who sits on a seat; `away_since_ms` is a moment, so that a screen stays true while nothing changes."""
    by_device = {lease.device_id: lease for lease in leases}
    people = tuple(_somebody(one.person, by_device.get(one.person.device_id)) for one in held)
    present = any(one.present for one in people)
    silences = [one.away_since_ms for one in people if one.away_since_ms is not None]
    return SeatPresence(
        seat=seat.number,
        alias=" & ".join(one.alias for one in people),
        bot=seat.bot,
        present=present,
        away_since_ms=max(silences) if silences and not present else None,
        people=people,
        keep=seat.keep,
        asking=asks,
    )


def _somebody(person: Person, lease: Presence | None) -> Somebody:
    present = lease is not None and lease.here
    away = _ms(lease.since) if lease and not present else None
    return Somebody(person.pk, person.alias, present, away)


def player_parts(game: LiveGame, table: LiveTable, seat_id: int) -> tuple[object, object]:
    """Return a phone's two parts: its table's and its own."""
    return table_part(game, table), own_part(game, table, seat_id)


def table_part(game: LiveGame, table: LiveTable) -> object:
    """Return what all phones of a table share."""
    if table.state is None:
        return lobby.lobby_part(game.room, table.room, table.roles)
    shown = findings.view(table.state, game.room.debrief) if _is_debriefed(table.state) else None
    heard = voices_on_phones(game.said, game.room.debrief.step)
    return player.table_part(table.state, game.room, table.room, shown, heard, table.earlier)


def voices_of(game: LiveGame) -> Voices:
    """Return what the room sees of what people said in the step that is shown."""
    return voices(game.said, game.room.debrief.step)


def _is_debriefed(state: TableState) -> bool:
    return state.phase in (Phase.DEBRIEF, Phase.CLOSED)


def own_part(game: LiveGame, table: LiveTable, seat_id: int) -> object:
    """Return what only this seat's phones see."""
    seat = table.seat_ids.index(seat_id)
    if table.state is None:
        return lobby.lobby_mine(table.room, table.roles, seat)
    people = frozenset(one.person for one in table.room.seats[seat].people)
    return player.mine(table.state, game.room, table.room, seat, own_voice(game.said, people))


def observer_part(game: LiveGame, table: LiveTable, watcher: Watcher) -> object:
    """Return what only this observer's phone sees."""
    voice = own_voice(game.said, frozenset({watcher.person_id}))
    return observer_mine(table.state, game.room, table.room, watcher.alias, watcher.predictions, voice)


def undercurrent(game: LiveGame) -> list[panel.Under]:
    """Return the undercurrent of every table that plays."""
    return [panel.under(table.state, table.room) for table in game.tables if table.state]


def panel_room(game: LiveGame) -> panel.PanelRoom:
    """Return the panel's part about the room."""
    predicted = Counter(
        round for table in game.tables for watcher in table.watchers for round in watcher.predictions
    )
    return panel.panel_room(game.room, _pairs(game), voices_of(game), predicted)


def panel_tile(table: LiveTable) -> panel.PanelTile:
    """Return a table's tile."""
    return panel.panel_tile(table.state, table.room, table.roles)


def projector_room(game: LiveGame) -> projector.ProjectorRoom:
    """Return the projector's part about the room."""
    return projector.projector_room(game.room, _pairs(game), voices_of(game), game.earlier_groups)


def board(game: LiveGame, table: LiveTable) -> projector.Board:
    """Return a table's board."""
    state = table.state
    shown = findings.view(state, game.room.debrief) if state and _is_debriefed(state) else None
    return projector.board(state, table.room, shown, table.earlier)


def _pairs(game: LiveGame) -> tuple[tuple[TableState | None, TableRoom], ...]:
    return tuple((table.state, table.room) for table in game.tables)
