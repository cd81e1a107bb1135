"""What has to be true after a rehearsal; each check returns what is wrong, in words for whoever runs it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import msgspec

from game.engine.model.refusal import Refused
from game.engine.table.journal import replay
from game.engine.table.state import TableState
from game.protocol.stored import load_entry
from game.rehearsal.phone import Acknowledged

MOVERS = ("set_up", "phase_closed", "stepped_back", "ended", "game_closed", "undone")


@dataclass(frozen=True)
class Press:
    """An acknowledged press of a facilitator that goes on or back: the command's id and the step it saw."""

    command_id: str
    kind: str
    step: int


def kept_once(kept: Iterable[Acknowledged], tables: Sequence[dict[str, Any]]) -> list[str]:
    """Every acknowledged choice stands in the journal once, as it was acknowledged.

    A phone that got another place meanwhile says it there again, so that each place may have it once.
    """
    found: dict[str, list[tuple[int, int, Any]]] = defaultdict(list)
    for table in tables:
        for entry in table["journal"]:
            if entry["kind"] == "chose" and entry["by"] == "player":
                here = (table["table"], entry["seat"], entry["payload"]["choice"])
                found[entry["command_id"]].append(here)
    problems = []
    for one in kept:
        entries = found[one.command_id]
        places = {(table, seat) for table, seat, _ in entries}
        name = f"{one.command_id} (seat {one.seat} of table {one.table})"
        if not entries or len(places) != len(entries) or (len(entries) > 1 and not one.moved):
            problems.append(f"{name} was acknowledged and is in the journal {len(entries)} times")
        elif not one.moved and places != {(one.table, one.seat)}:
            problems.append(f"{name} was acknowledged and is in the journal of {places}")
        elif one.choice not in [choice for *_, choice in entries]:
            problems.append(f"{name} was acknowledged as something else than the journal has")
    return problems


def replays(tables: Sequence[dict[str, Any]]) -> list[str]:
    """Every table's journal leads to its snapshot."""
    problems = []
    for table in tables:
        if table["snapshot"] is None and _ends_in_the_lobby(table["journal"]):
            continue
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


def _ends_in_the_lobby(journal: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a table has not been set up, or not since the lobby opened again."""
    return not journal or (_is_to_lobby(journal[-1]))


def one_course(courses: Iterable[Mapping[int, tuple[str, int]]]) -> list[str]:
    """Every step was the same phase of the same round on every screen that showed it."""
    shown: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for course in courses:
        for step, moment in course.items():
            shown[step].add(moment)
    return [f"step {step} was shown as {sorted(found)}" for step, found in shown.items() if len(found) > 1]


def steps_explained(
    last: int, tables: Sequence[dict[str, Any]], presses: Sequence[Press], clocks: Collection[int]
) -> list[str]:
    """Every change of step up to step `last` was made once, at all tables, by an acknowledged press of that very step, or by
    itself where that was to be expected (in one of the steps `clocks`); and every acknowledged press made one.
    """
    pressed = {press.command_id: press for press in presses}
    problems = []
    made: list[str] = []
    for step in range(last):
        movers = [_movers(table["journal"], step) for table in tables if _takes_part(table["journal"], step)]
        if any(len(found) != 1 for found in movers) or len({found[0] for found in movers}) != 1:
            problems.append(f"step {step} was left by {movers}")
            continue
        kind, by, command_id = movers[0][0]
        press = pressed.get(command_id)
        if by == "facilitator":
            made.append(command_id)
            if press is None or press.step != step:
                problems.append(
                    f"step {step} was left by a {kind} that nobody pressed there: {command_id}, {press}"
                )
        elif step not in clocks:
            problems.append(f"step {step} was left by itself ({kind}) without a reason")
    idle = sorted(set(pressed) - set(made))
    return problems + [f"{pressed[id]} was acknowledged and changed no step" for id in idle]


def _is_to_lobby(entry: dict[str, Any]) -> bool:
    return bool(entry["kind"] == "stepped_back" and entry["payload"].get("phase") == "lobby")


def _takes_part(journal: Sequence[dict[str, Any]], step: int) -> bool:
    """Tell whether a table is in the game in a step, or enters it there: it was set up and did not go to the lobby since."""
    if any(entry["step"] == step and entry["kind"] == "set_up" for entry in journal):
        return True
    turns = [
        entry["kind"] == "set_up"
        for entry in journal
        if entry["step"] < step and (entry["kind"] == "set_up" or (_is_to_lobby(entry)))
    ]
    return bool(turns) and turns[-1]


def _movers(journal: Sequence[dict[str, Any]], step: int) -> list[tuple[str, str, str]]:
    """Return what a table's journal says about leaving a step: kind, by whom and with which command."""
    leaving = [
        entry
        for entry in journal
        if entry["step"] == step
        and (entry["kind"] in MOVERS or (entry["kind"] == "time_out" and not entry["payload"]["open"]))
    ]
    return [(entry["kind"], entry["by"], entry["command_id"]) for entry in leaving]


def snapshot_of(table: dict[str, Any]) -> TableState:
    """Return the engine state of a table on the audit page."""
    return msgspec.convert(table["snapshot"], TableState, strict=True)


def phone_differences(screen: dict[str, Any], audit: dict[str, Any]) -> list[str]:
    """What a phone shows is what the server would send to its place now."""
    table, mine = screen["table"], screen["mine"]
    shown = {"table": table, "mine": mine}
    if mine["seat"] is not None:
        expected = audit["tables"][str(table["table"])][str(mine["seat"])]
        return differences(f"seat {mine['seat']} of table {table['table']}", shown, expected)
    watching = audit.get("observers", {}).get(str(table["table"]), {})
    return differences(f"{mine['alias']} at table {table['table']}", shown, watching.get(mine["alias"]))


def attendance(seats: Set[tuple[int, int]], panel: dict[str, Any]) -> list[str]:
    """The panel counts as here exactly the seats that have a connected phone, and no bot plays any of these."""
    shown = [(tile["table"], seat) for tile in panel["parts"].values() for seat in tile["seats"]]
    present = {(table, seat["seat"]) for table, seat in shown if seat["present"]}
    problems = [f"seat {seat} of table {table} is counted wrong" for table, seat in sorted(present ^ seats)]
    if panel["room"]["here"] != len(seats):
        problems.append(f"the panel counts {panel['room']['here']} seats as here, and {len(seats)} are")
    bots = [(table, seat["seat"]) for table, seat in shown if seat["present"] and seat["bot"]]
    return problems + [
        f"a bot plays seat {seat} of table {table}, whose phone is here" for table, seat in bots
    ]


def differences(name: str, shown: Any, expected: Any) -> list[str]:
    """What a client shows is what the server would send now; otherwise say where it differs first."""
    if shown == expected:
        return []
    if isinstance(shown, dict) and isinstance(expected, dict):
        keys = [key for key in expected.keys() | shown.keys() if shown.get(key) != expected.get(key)]
        return [f"{name} shows another {', '.join(sorted(keys))} than the server would send"]
    if isinstance(shown, list) and isinstance(expected, list):
        uneven = [pair for pair in zip_longest(shown, expected) if pair[0] != pair[1]]
        one, other = uneven[0]
        return [f"{name} shows {len(uneven)} other lines than the server would send: {one} for {other}"]
    return [f"{name} shows something else than the server would send"]
