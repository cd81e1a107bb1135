"""Tables read from the database: their state, who sits, watches and asks there, and the sentences picked for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db.models import Max

from game import content
from game.content.texts import table_texts
from game.engine.debrief.room import dot_of
from game.engine.debrief.series import story, story_beside
from game.engine.model.roles import Role
from game.engine.screens.player import RoleFigures, figures_by_role
from game.engine.screens.room import Asker, SeatPresence, Somebody, TableRoom, TableTexts
from game.engine.screens.street import film
from game.engine.table.phases import DEBRIEF_PHASES
from game.engine.table.state import TableState
from game.kept import Kept
from game.models import Game, LogLine, Observation, Occupancy, Prediction, Presence, Seat, Table
from game.protocol.stored import load_state
from game.selectors.absence import BREAK_OVER
from game.selectors.findings import already_of
from game.selectors.live.values import LiveTable, Played, Watcher, milliseconds
from game.selectors.requests import asking


class SeatRow(NamedTuple):
    """A seat as it stands in its row. A room's are read at every change, which takes models three times as long."""

    table_id: int
    pk: int
    number: int
    role: str
    bot: bool
    keep: bool


class SeatHolder(NamedTuple):
    """Somebody who sits on a seat now."""

    seat_id: int
    device_id: int
    person_id: int
    alias: str


class Lease(NamedTuple):
    """Whether a device is connected for a seat, and since when."""

    seat_id: int
    device_id: int
    here: bool
    since: datetime


def _texts(state: TableState, scenario: str, silent: bool) -> TableTexts:
    return table_texts(content.scenario(scenario), state, silent)


texts_of: Kept[TableState, TableTexts] = Kept(_texts)
figures_of: Kept[TableState, RoleFigures] = Kept(figures_by_role)

HELD = ("seat_id", "person__device_id", "person_id", "person__alias")
Row = TypeVar("Row", SeatRow, SeatHolder, Lease)


def live_tables(game: Game, rows: list[Table]) -> dict[int, LiveTable]:
    """Return these tables of a game by id, with their people, texts and observers."""
    if not rows:
        return {}
    seats = _grouped(SeatRow, Seat.objects.filter(table__in=rows).values_list(*SeatRow._fields))
    seat_ids = [seat.pk for of_table in seats.values() for seat in of_table]
    held = Occupancy.objects.filter(seat_id__in=seat_ids, until=None).order_by("pk")
    holders = _grouped(SeatHolder, held.values_list(*HELD))
    leases = Presence.objects.filter(seat_id__in=seat_ids).order_by("pk")
    here = _grouped(Lease, leases.values_list(*Lease._fields))
    watchers = _watchers(rows)
    asks = asking(seat_ids)
    went_on = _went_on(game)
    return {
        row.pk: _table(game, row, seats[row.pk], holders, here, asks, went_on, tuple(watchers[row.pk]))
        for row in rows
    }


def table_played_on(game: Game, known: LiveTable, row: Table) -> LiveTable:
    """Return a table as its row stands now, with the people that were there: for changes that were only play."""
    state = load_state(row.snapshot) if row.snapshot else None
    here = game.scenario, game.round, game.silent_rounds
    return standing(known, state, *here, rev=row.rev, ready_at_ms=_ready_at(row))


def standing(
    known: LiveTable,
    state: TableState | None,
    scenario: str,
    round: int,
    silent_rounds: int,
    *,
    rev: int,
    ready_at_ms: int | None = None,
) -> LiveTable:
    """Return a table with the people that are there, as it stands in `state` in a round, at a revision."""
    room = replace(
        known.room,
        texts=_texts_now(state, scenario, round, silent_rounds),
        ready_at_ms=ready_at_ms,
        predicted=_predicted(known.watchers, round),
    )
    return replace(known, rev=rev, state=state, room=room, figures=figures_of(state) if state else None)


def _texts_now(state: TableState | None, scenario: str, round: int, silent_rounds: int) -> TableTexts:
    return texts_of(state, scenario, round <= silent_rounds) if state else TableTexts()


def _ready_at(row: Table) -> int | None:
    return milliseconds(row.ready_at) if row.ready_at else None


def _grouped(kind: type[Row], found: Iterable[tuple[Any, ...]]) -> dict[int, list[Row]]:
    """Return rows by their first column."""
    groups: dict[int, list[Row]] = defaultdict(list)
    for columns in found:
        groups[columns[0]].append(kind(*columns))
    return groups


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
    seats: list[SeatRow],
    holders: dict[int, list[SeatHolder]],
    here: dict[int, list[Lease]],
    asks: Mapping[int, tuple[Asker, ...]],
    went_on: int,
    watchers: tuple[Watcher, ...],
) -> LiveTable:
    state = load_state(row.snapshot) if row.snapshot else None
    is_over = state is not None and state.phase in DEBRIEF_PHASES
    people = tuple(
        _presence(seat, holders[seat.pk], here[seat.pk], asks.get(seat.pk, ()), went_on) for seat in seats
    )
    return LiveTable(
        id=row.pk,
        number=row.number,
        rev=row.rev,
        state=state,
        seat_ids=tuple(seat.pk for seat in seats),
        roles=tuple(Role(seat.role) for seat in seats),
        holders=frozenset((one.device_id, seat.pk) for seat in seats for one in holders[seat.pk]),
        room=TableRoom(
            number=row.number,
            seats=people,
            texts=_texts_now(state, game.scenario, game.round, game.silent_rounds),
            observers=tuple(Somebody(one.person_id, one.alias) for one in watchers),
            ready_at_ms=_ready_at(row),
            predicted=_predicted(watchers, game.round),
        ),
        watchers=watchers,
        earlier=_earlier(game, row.number) if is_over else None,
        dot=dot_of(row.number, story(state)) if state and is_over else None,
        already=already_of(state) if is_over else None,
        figures=figures_of(state) if state else None,
    )


def _predicted(watchers: Sequence[Watcher], round: int) -> dict[str, int]:
    """Return how often what was expected of a round, in an order that does not tell by whom."""
    counted = Counter(one.predictions[round] for one in watchers if round in one.predictions)
    return dict(sorted(counted.items()))


def _earlier(game: Game, number: int) -> Played | None:
    """Return what the same table played in the game before this one, when the debrief lays it beside this one."""
    if not game.debrief.get("overlay"):
        return None
    before = Table.objects.filter(
        game__workshop=game.workshop_id, game__number=game.number - 1, number=number
    )
    row = before.exclude(snapshot="").first()
    if row is None:
        return None
    state = load_state(row.snapshot)
    return Played(story_beside(state), film(state))


def _went_on(game: Game) -> int:
    """Return when the newest break was over, from where an absence counts for a bot; 0 before the first."""
    newest = LogLine.objects.filter(game=game, code__in=BREAK_OVER).aggregate(at=Max("at"))["at"]
    return milliseconds(newest) if newest else 0


def _presence(
    seat: SeatRow, held: list[SeatHolder], leases: list[Lease], asks: tuple[Asker, ...], went_on: int
) -> SeatPresence:
    """Return who sits on a seat; `away_since_ms` is a moment, so that a screen stays true while nothing changes."""
    by_device = {lease.device_id: lease for lease in leases}
    people = tuple(_somebody(one, by_device.get(one.device_id)) for one in held)
    present = any(one.present for one in people)
    silences = [one.away_since_ms for one in people if one.away_since_ms is not None]
    return SeatPresence(
        seat=seat.number,
        alias=" & ".join(one.alias for one in people),
        bot=seat.bot,
        present=present,
        away_since_ms=max(*silences, went_on) if silences and not present else None,
        people=people,
        keep=seat.keep,
        asking=asks,
    )


def _somebody(person: SeatHolder, lease: Lease | None) -> Somebody:
    present = lease is not None and lease.here
    away = milliseconds(lease.since) if lease and not present else None
    return Somebody(person.person_id, person.alias, present, away)
