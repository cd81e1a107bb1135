"""Puts the sheets and the game files of a workshop together, from what was read; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from game.engine.gamefile.writing import game_file
from game.protocol.stored import load_state
from game.selectors.export import rounds, said, told
from game.selectors.export.choices import choices_sheet
from game.selectors.export.people import Label, people_of, people_sheet, seats_sheet
from game.selectors.export.reading import Collected
from game.selectors.export.sheets import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Export:
    """A workshop to take along: its sheets in order, and its game files by name."""

    sheets: tuple[Sheet, ...]
    files: Mapping[str, Mapping[str, object]]


def build(collected: Collected, language: str, label: Label, at: datetime, *, names: bool) -> Export:
    """Return the export of a workshop as it stands; what is not finished is left out of the results, and marked.

    `label` gives what a person is called; `language` (nl, en) is that of the log's sentences; `names` adds aliases.
    """
    rows = [table for tables in collected.tables.values() for table in tables]
    states = {table.pk: load_state(table.snapshot) for table in rows if table.snapshot}
    people = people_of(collected, label)
    is_over = all(game.phase in ("debrief", "closed") for game in collected.games)
    made: dict[str, Cell] = {"exported_at": at, "with_names": names, "is_over": is_over}
    files, names_of = _files(collected, states)
    sheets = (
        told.overview_sheet(collected, states, language),
        rounds.workshop_sheet(collected, made),
        rounds.games_sheet(collected, states),
        rounds.tables_sheet(collected, states, names_of),
        seats_sheet(people, {pk: state.setup.neighbours for pk, state in states.items()}),
        people_sheet(people, names=names),
        rounds.rounds_sheet(collected, states),
        rounds.tasks_sheet(collected, states),
        choices_sheet(people, states),
        rounds.scores_sheet(collected, states),
        told.findings_sheet(collected, states, language),
        said.predictions_sheet(people),
        said.posts_sheet(collected),
        said.guesses_sheet(collected),
        said.log_sheet(people, language, names=names),
        said.words_sheet(collected),
    )
    return Export(sheets, files)


def _files(
    collected: Collected, states: rounds.States
) -> tuple[dict[str, Mapping[str, object]], dict[int, str]]:
    """Return the game files by name, and their names by table; a table without a finished round has none."""
    files: dict[str, Mapping[str, object]] = {}
    names = {}
    for game, table, state in rounds.placed(collected, states):
        if state.played:
            names[table.pk] = f"game-{game.number}-table-{table.number:02d}.json"
            about = {"game": game.number, "table": table.number, "scenario": game.scenario}
            files[names[table.pk]] = {**about, **game_file(state)}
    return files, names
