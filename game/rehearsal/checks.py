"""What has to be true after a rehearsal; each check returns what is wrong, in words for whoever runs it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from game.engine.journal import replay
from game.engine.refusal import Refused
from game.engine.table import TableState
from game.protocol.stored import load_entry
from game.rehearsal.phone import Acknowledged


def kept_once(kept: Iterable[Acknowledged], tables: Sequence[dict[str, Any]]) -> list[str]:
    """Every acknowledged choice stands in the journal once, as it was acknowledged."""
    counts: Counter[tuple[int, int, str]] = Counter()
    found: dict[tuple[int, int, str], Any] = {}
    for table in tables:
        for entry in table["journal"]:
            if entry["kind"] == "chose" and entry["by"] == "player":
                key = (table["table"], entry["seat"], entry["command_id"])
                counts[key] += 1
                found[key] = entry["payload"]["choice"]
    problems = []
    for one in kept:
        key = (one.table, one.seat, one.command_id)
        if counts[key] != 1:
            problems.append(f"{key} was acknowledged and is in the journal {counts[key]} times")
        elif found[key] != one.choice:
            problems.append(f"{key} was acknowledged as something else than the journal has")
    return problems


def replays(tables: Sequence[dict[str, Any]]) -> list[str]:
    """Every table's journal leads to its snapshot."""
    problems = []
    for table in tables:
        payloads = [
            (entry["kind"], msgspec.json.encode(entry["payload"]).decode()) for entry in table["journal"]
        ]
        try:
            state = replay(load_entry(kind, payload) for kind, payload in payloads)
        except (Refused, ValueError, KeyError) as error:
            problems.append(f"table {table['table']} does not replay: {error!r}")
            continue
        if state != snapshot_of(table):
            problems.append(f"table {table['table']} replays to another state than its snapshot")
    return problems


def snapshot_of(table: dict[str, Any]) -> TableState:
    """Return the engine state of a table on the audit page."""
    return msgspec.convert(table["snapshot"], TableState, strict=True)


def differences(name: str, shown: Any, expected: Any) -> list[str]:
    """What a client shows is what the server would send now; otherwise say where it differs first."""
    if shown == expected:
        return []
    if isinstance(shown, dict) and isinstance(expected, dict):
        keys = [key for key in expected.keys() | shown.keys() if shown.get(key) != expected.get(key)]
        return [f"{name} shows another {', '.join(sorted(keys))} than the server would send"]
    return [f"{name} shows something else than the server would send"]
