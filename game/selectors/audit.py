"""A game laid open for its facilitator: journal, snapshots, and every screen that the server would send now."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from game.models import Game, JournalEntry, Table
from game.protocol.stored import load_state
from game.selectors.live import screens
from game.selectors.live.loading import load
from game.selectors.live.values import LiveGame, LiveTable


def audit(game: Game, parts: frozenset[str]) -> dict[str, Any]:
    """Return a game's settings and counters with the asked parts: journal, state, screens."""
    found: dict[str, Any] = {"game": _game(game)}
    if parts & {"journal", "state"}:
        tables = Table.everything.filter(game=game).order_by("number")
        found["tables"] = [_table(table, parts) for table in tables]
    if "screens" in parts:
        found |= _screens(game)
    return found


def _game(game: Game) -> dict[str, Any]:
    names = (
        "number",
        "scenario",
        "ruleset",
        "seed",
        "form",
        "rounds",
        "step",
        "rev",
        "phase",
        "round",
        "paused",
    )
    return {name: getattr(game, name) for name in names} | {
        "code": game.workshop.code,
        "projector_key": game.workshop.projector_key,
        "title": game.workshop.title,
    }


def _table(table: Table, parts: frozenset[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "table": table.number,
        "rev": table.rev,
        "seq": table.seq,
        "left_out": table.left_out,
    }
    if "state" in parts:
        found["snapshot"] = _plain(load_state(table.snapshot)) if table.snapshot else None
    if "journal" in parts:
        found["journal"] = [_entry(entry) for entry in JournalEntry.objects.filter(table=table)]
    return found


def _entry(entry: JournalEntry) -> dict[str, Any]:
    names = ("seq", "step", "kind", "seat", "by", "command_id", "n")
    return {name: getattr(entry, name) for name in names} | {
        "payload": json.loads(entry.payload),
        "at": entry.at.isoformat(),
    }


def _screens(game: Game) -> dict[str, Any]:
    """Return what every audience would be sent now, made by the same code as the hub's."""
    now = load(game.pk)
    if now is None:
        return {}
    return {
        "panel": {"room": _plain(screens.panel_room(now)), "parts": _by_table(now, screens.panel_tile)},
        "projector": {
            "room": _plain(screens.projector_room(now)),
            "parts": _by_table(now, partial(screens.board, now)),
        },
        "tables": {
            str(table.number): {
                str(seat): {
                    "table": _plain(screens.table_part(now, table)),
                    "mine": _plain(screens.own_part(now, table, seat_id)),
                }
                for seat, seat_id in enumerate(table.seat_ids)
            }
            for table in now.tables
        },
        "observers": {
            str(table.number): {
                watcher.alias: {
                    "table": _plain(screens.table_part(now, table)),
                    "mine": _plain(screens.observer_part(now, table, watcher)),
                }
                for watcher in table.watchers
            }
            for table in now.tables
        },
        "log": _plain(now.log),
    }


def _by_table(now: LiveGame, part: Callable[[LiveTable], object]) -> dict[str, Any]:
    return {str(table.number): _plain(part(table)) for table in now.tables}


def _plain(part: object) -> Any:
    """Return a screen part or a state as a client has it after reading its JSON."""
    return json.loads(msgspec.json.encode(part))
