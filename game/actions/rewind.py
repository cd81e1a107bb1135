"""Going back in a game's journals: a step back and an undone change, with what they take out of the log or put back.

What came after is never deleted from a journal: it does not count any more, and the log strikes it through.
"""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.db.models import Q

from game.actions import rows
from game.actions.write import GameWrite, Origin
from game.engine.table.journal import Entry, SteppedBack, Undone, replay
from game.engine.table.phases import PLAY_PHASES, Phase
from game.models import JournalEntry, LogLine, Person, Prediction
from game.protocol import stored

Remembered = dict[str, Any]  # the JSON in Game.undo


def rewind(write: GameWrite, entry: SteppedBack | Undone, origin: Origin) -> None:
    """Record `entry` at every table and let it stand where its journal says that this leads to."""
    entries = JournalEntry.objects.filter(table__game=write.game).order_by("table_id", "seq")
    journals: dict[int, list[Entry]] = defaultdict(list)
    for table_id, kind, payload in entries.values_list("table_id", "kind", "payload"):
        journals[table_id].append(stored.load_entry(kind, payload))
    for table in write.tables():
        unsaved = [stored.load_entry(row.kind, row.payload) for row in table.entries]
        write.record(table, entry, replay([*journals[table.row.pk], *unsaved, entry]), origin)


def take_out(write: GameWrite, phase: Phase, round: int) -> Remembered:
    """Mark the log's lines about tables that came after a phase opened, and forget predictions of later rounds.

    Returns what `put_back` needs.
    """
    of_tables = LogLine.objects.filter(game=write.game, table__isnull=False, replaced=False)
    later = [p.value for p in PLAY_PHASES[PLAY_PHASES.index(phase) :]] if phase in PLAY_PHASES else []
    lines = of_tables.filter(Q(round__gt=round) | Q(round=round, phase__in=later))
    predictions = Prediction.objects.filter(table__game=write.game, round__gt=round)
    taken = {
        "lines": list(lines.values_list("pk", flat=True)),
        "predictions": [list(p) for p in predictions.values_list("person", "table", "round", "expects")],
    }
    lines.update(replaced=True)
    predictions.delete()
    write.log_changed()
    return taken


def put_back(write: GameWrite, remembered: Remembered) -> None:
    """Let the log and the predictions say again what they said before a change that is undone."""
    of_tables = LogLine.objects.filter(game=write.game, table__isnull=False)
    of_tables.filter(pk__gt=remembered["newest_line"]).update(replaced=True)
    of_tables.filter(pk__in=remembered.get("lines", [])).update(replaced=False)
    predictions = remembered.get("predictions", [])
    there = set(Person.objects.filter(pk__in=[p[0] for p in predictions]).values_list("pk", flat=True))
    Prediction.objects.bulk_create(
        [
            Prediction(person_id=person, table_id=table, round=round, expects=expects)
            for person, table, round, expects in predictions
            if person in there
        ],
        ignore_conflicts=True,
    )
    write.log_changed()


def remember(write: GameWrite) -> Remembered:
    """Return how the game stands, before a change of phase that may be undone."""
    game = write.game
    left = game.clock_left_ms
    if game.deadline is not None:
        left = max(0, (game.deadline - write.now) // timedelta(milliseconds=1))
    newest = rows.newest_line.first(game.pk)
    return {
        "phase": game.phase,
        "round": game.round,
        "practice": game.practice,
        "paused": game.paused,
        "left_ms": left,
        "newest_line": newest[0] if newest else 0,
    }
