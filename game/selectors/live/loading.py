"""Games read from the database: `load` reads only the tables that changed since the value it is given.

So a hub can keep one and renew it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple, TypedDict, cast

import msgspec
from django.conf import settings

from game.broadcast import Play
from game.engine.debrief.steps import STEPS, Step
from game.engine.screens.room import (
    BY_ITSELF,
    ClosedStep,
    DebriefView,
    Desk,
    Outside,
    PanelAddress,
    PanelDevice,
    Room,
    Wish,
)
from game.engine.table.phases import UNDO_SECONDS, Phase, talking
from game.engine.table.starting import Started
from game.models import Game, Grant, LogLine, Person, Table
from game.network.book import book
from game.selectors.addresses import panel_addresses
from game.selectors.closed import closed_steps
from game.selectors.games import revisions
from game.selectors.groups import earlier_group, earlier_groups
from game.selectors.links import links_of_projector
from game.selectors.live.tables import live_tables, table_played_on
from game.selectors.live.values import LiveGame, LiveTable, LogEntry, milliseconds
from game.selectors.log import names_in, told
from game.selectors.reveal import rest_seconds, reveal_of, whole_at
from game.selectors.rights import looking_devices
from game.selectors.voices import said

TablePlayedOn = Callable[[Game, LiveTable, Table], LiveTable]
MAX_READS = 3
MAX_LOG = 400


class LogRow(NamedTuple):
    """A line of the log as it stands in its row."""

    pk: int
    at: datetime
    table: int | None
    round: int
    phase: str
    code: str
    params: dict[str, str | int | float]
    who: dict[str, list[int]]
    starred: bool
    replaced: bool


class DeskNow(TypedDict):
    """The fields of a Desk that may change without a change in who is where."""

    addresses: tuple[PanelAddress, ...]
    address_note: str
    steady_ms: int
    rest_ms: int
    undo_ms: int | None


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


def played_on(
    known: LiveGame, plays: Mapping[int, Play], table_on: TablePlayedOn = table_played_on
) -> LiveGame:
    """Return a game as writes left it that changed only what tables play: all since, by revision, at least one.

    Nothing is read. What the panel's desk tells besides is as `known` has it, until `with_desk`. `table_on` does as
    `table_played_on`, which may be known already.
    """
    game = plays[max(plays)].game
    rows = {pk: row for rev in sorted(plays) for pk, row in plays[rev].tables.items()}
    return replace(
        known,
        rev=game.rev,
        room=_room(game, replace(known.room.desk, **_desk_now(game))),
        deadline=game.deadline,
        paused=game.paused,
        clock_left_ms=game.clock_left_ms,
        tables=tuple(
            table_on(game, table, rows[table.id]) if table.id in rows else table for table in known.tables
        ),
    )


def with_desk(played: LiveGame, known: LiveGame, game: Game) -> LiveGame:
    """Return a game that was played on from `known`, with its log and the steps that closed meanwhile; `game` is its row."""
    room = played.room
    if room.step != known.room.step:
        closed = closed_steps(game, known.room.desk.closed, known.room.step)
        room = replace(room, desk=replace(room.desk, closed=closed))
    log = known.log if known.log_rev == game.log_rev else _log(game, known.log)
    return replace(played, room=room, log_rev=game.log_rev, log=log)


def _load_once(game_id: int, known: LiveGame | None) -> LiveGame | None:
    game = Game.objects.select_related("workshop").filter(pk=game_id).first()
    if game is None:
        return None
    since = known.rev if known else 0
    kept = {table.id: table for table in known.tables} if known else {}
    rows = Table.objects.filter(game=game)
    numbers = list(rows.values_list("pk", flat=True))
    changed = {row.pk: row for row in rows.filter(rev__gt=since)}
    fresh = live_tables(
        game, [*changed.values(), *rows.filter(pk__in=set(numbers) - set(kept) - set(changed))]
    )
    grants = _grants(game)
    return LiveGame(
        id=game.pk,
        workshop_id=game.workshop_id,
        rev=game.rev,
        room=_room(game, _desk(game, grants, _closed(game, known))),
        deadline=game.deadline,
        paused=game.paused,
        clock_left_ms=game.clock_left_ms,
        tables=tuple(fresh.get(pk) or kept[pk] for pk in numbers),
        is_newest=not Game.objects.filter(workshop=game.workshop_id, number__gt=game.number).exists(),
        auto_close=game.auto_close,
        facilitators=frozenset(grant.device_id for grant in grants),
        projectors=frozenset(looking_devices(game.workshop_id)),
        projector_links=links_of_projector(game.workshop),
        log_rev=game.log_rev,
        log=known.log if known and known.log_rev == game.log_rev else _log(game),
        voices_rev=game.voices_rev,
        said=known.said if known and known.voices_rev == game.voices_rev else said(game),
        earlier_groups=earlier_groups(game) if game.debrief.get("overlay") else (),
        earlier_group=earlier_group(game) if game.debrief.get("overlay") else None,
    )


def _grants(game: Game) -> list[Grant]:
    kinds = (Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)
    found = Grant.objects.filter(workshop=game.workshop_id, kind__in=kinds, revoked_at=None)
    return list(found.order_by("pk"))


def _log(game: Game, known: tuple[LogEntry, ...] = ()) -> tuple[LogEntry, ...]:
    """Return the newest lines of the log, newest first; `known` are older ones that stand as they stood."""
    newer = LogLine.objects.filter(game=game, pk__gt=known[0].id if known else 0)
    lines = [LogRow(*row) for row in newer.order_by("-pk").values_list(*LogRow._fields)[:MAX_LOG]]
    names = names_in(lines)
    entries = (
        LogEntry(
            id=line.pk,
            at_ms=milliseconds(line.at),
            table=line.table,
            round=line.round,
            phase=line.phase,
            code=line.code,
            params=told(line, names),
            starred=line.starred,
            replaced=line.replaced,
        )
        for line in lines
    )
    return (*entries, *known)[:MAX_LOG]


def _closed(game: Game, known: LiveGame | None) -> tuple[ClosedStep, ...]:
    """Return what people chose in the closed steps, which changes with the step only."""
    if known is not None and known.room.step == game.step:
        return known.room.desk.closed
    return closed_steps(game)


def _room(game: Game, desk: Desk) -> Room:
    phase = Phase(game.phase)
    is_silent, may_talk = talking(phase, game.round, game.silent_rounds)
    return Room(
        title=game.workshop.title,
        code=game.workshop.code,
        address=book.base_url,
        scenario=game.scenario,
        step=game.step,
        phase=phase,
        round=game.round,
        rounds=game.rounds,
        silent=is_silent,
        may_talk=may_talk,
        debrief=_debrief(game),
        game=game.number,
        opened_ms=milliseconds(game.opened_at) + game.paused_ms,
        paused=game.paused,
        paused_at_ms=milliseconds(game.paused_at) if game.paused_at else None,
        facilitator_away=game.facilitator_away_since is not None,
        practice=game.practice,
        back_from=game.back_from,
        cover=game.cover,
        theme=game.theme,
        sound=game.sound,
        reveal=reveal_of(game),
        bot_after_seconds=game.bot_after_seconds,
        wish=_wish(game),
        desk=desk,
    )


def _wish(game: Game) -> Wish:
    told = game.told
    if told.get("step") == game.step:
        return Wish(table=told["table"], nothing=told["table"] is None)
    is_of_last_outcome = game.phase == Phase.AGREE and told.get("outcome") == game.round - 1
    return Wish(nothing=True) if is_of_last_outcome and told["table"] is None else BY_ITSELF


def _debrief(game: Game) -> DebriefView:
    parts = STEPS[cast(Step, game.debrief_step)]
    where = {
        "step": game.debrief_step,
        "table": game.debrief_table,
        # A picture that an earlier release knew in this step may stand elsewhere now.
        "part": game.debrief_part if game.debrief_part in parts else parts[0],
        "talk_from": game.silent_rounds + 1 if game.is_silent_first else None,
        "take_home": "" if game.workshop.alone else f"/take-home/{game.workshop.take_home_key}/",
    }
    return msgspec.convert(game.debrief | where, DebriefView)


def _desk(game: Game, grants: list[Grant], closed: tuple[ClosedStep, ...]) -> Desk:
    outside = Person.objects.filter(workshop=game.workshop_id, removed=True).order_by("pk")
    return Desk(
        closed=closed,
        locked=game.workshop.locked,
        auto_close=game.auto_close,
        silent_first=game.is_silent_first,
        outside=tuple(Outside(person.pk, person.alias, person.blocked) for person in outside),
        devices=tuple(
            PanelDevice(grant.pk, grant.kind, grant.label, milliseconds(grant.since)) for grant in grants
        ),
        fill_bots=game.fill_bots,
        minutes=game.minutes,
        began_ms=milliseconds(game.began_at) if game.began_at else None,
        answers=game.form == "full",
        practised=game.practised,
        started=msgspec.convert(game.started, Started) if game.started else None,
        **_desk_now(game),
    )


def _desk_now(game: Game) -> DeskNow:
    """Return what links could carry, until when the button rests and until when the last change can be taken back."""
    undo_until = game.opened_at + timedelta(seconds=UNDO_SECONDS)
    rests = timedelta(seconds=settings.STEADY_SECONDS)
    # The last change was a press that had all of an outcome shown.
    if game.revealed_at is not None and game.revealed_at == whole_at(game):
        rests = timedelta(seconds=rest_seconds())
    return {
        "addresses": panel_addresses(),
        "address_note": book.note,
        "steady_ms": milliseconds(game.changed_at + rests),
        "rest_ms": round(rest_seconds() * 1000),
        "undo_ms": milliseconds(undo_until) if game.undo else None,
    }
