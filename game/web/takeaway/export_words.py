"""The data dictionary of the export: which unit and range a column has. What it means, and all names, the catalogue says."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from game import content
from game.engine.debrief.steps import MOODS, POSTED
from game.engine.model.choices import MAX_TASKS, Funding, Holder
from game.engine.model.roles import MAX_SEATS, MIN_SEATS, Role, neighbours_needed
from game.engine.model.values import By
from game.engine.screens.observer import EXPECTATIONS
from game.engine.table.phases import MAX_ROUNDS, MIN_ROUNDS, PLAY_PHASES, SILENT_ROUNDS, Phase
from game.selectors.export import Chair, Sheet
from game.selectors.export.people import OBSERVER
from game.web.takeaway.figures import Word

NUMBER, SHARE = "1, 2, 3 …", "0–1"
# A range that is a word has its code.
YES_NO = "yes_no"
ROUNDS, ROUNDS_PLAYED = f"{MIN_ROUNDS}–{MAX_ROUNDS}", f"0–{MAX_ROUNDS}"


def listed(words: Iterable[str], *more: str) -> str:
    """Return the words that a cell can hold, as a range."""
    return ", ".join([*map(str, words), *more])


# By sheet/column where a column means something of its own there, else by column: the unit's code, and the range.
COLUMNS = {
    "game": ("", NUMBER),
    "table": ("", NUMBER),
    "round": ("rounds", ROUNDS),
    "seat": ("", NUMBER),
    "role": ("word", listed(Role, OBSERVER)),
    "person": ("text", ""),
    "task": ("word", ""),
    "phase": ("word", listed(Phase)),
    "at": ("time", ""),
    "quality": ("one", SHARE),
    "ownership": ("one", SHARE),
    "expectation": ("one", SHARE),
    "bureaucracy": ("one", SHARE),
    "professional_share": ("one", SHARE),
    "neighbour": ("", YES_NO),
    "scenario": ("word", ""),
    "language": ("word", listed(content.LANGUAGES)),
    "replaced": ("", YES_NO),
    "with_names": ("", YES_NO),
    "workshop/workshop": ("text", ""),
    "workshop/started": ("time", ""),
    "ended": ("time", ""),
    "closed": ("time", ""),
    "workshop/games": ("", NUMBER),
    "workshop/exported_at": ("time", ""),
    "workshop/is_over": ("", YES_NO),
    "games/ruleset": ("", NUMBER),
    "games/form": ("word", "full, short"),
    "games/seed": ("text", ""),
    "games/phase": ("word", listed(Phase)),
    "games/round": ("rounds", ROUNDS_PLAYED),
    "games/is_over": ("", YES_NO),
    "games/rounds_planned": ("rounds", ROUNDS),
    "games/rounds_finished": ("rounds", ROUNDS_PLAYED),
    "games/tables": ("", NUMBER),
    "games/talking_from": ("rounds", f"1–{SILENT_ROUNDS + 1}"),
    "games/bots_fill_seats": ("", YES_NO),
    "games/rehearsal": ("", YES_NO),
    "games/opened_at": ("time", ""),
    "tables/seats": ("", f"{MIN_SEATS}–{MAX_SEATS}"),
    "tables/neighbours": ("", f"0–{neighbours_needed(1)}"),
    "tables/rounds_finished": ("rounds", ROUNDS_PLAYED),
    "tables/game_file": ("text", ""),
    "seats/people": ("", "0, 1, 2 …"),
    "people/person": ("text", ""),
    "people/seat": ("", NUMBER),
    "people/since": ("time", ""),
    "people/until": ("time", ""),
    "people/alias": ("text", ""),
    "rounds/talking": ("", YES_NO),
    "rounds/funding": ("word", listed(Funding)),
    "rounds/quality": ("mean", SHARE),
    "rounds/cost": ("money", "≥ 0"),
    "rounds/reserve": ("money", ""),
    "rounds/evenings": ("one", SHARE),
    "rounds/claims": ("times", "≥ 0"),
    "rounds/incidents": ("", f"0–{MAX_TASKS}"),
    "rounds/troubles": ("", f"0–{MAX_TASKS}"),
    "rounds/hours": ("hours", "≥ 0"),
    "rounds/worked": ("mean_hours", "≥ 0"),
    "rounds/load": ("hours", "≥ 1"),
    "rounds/ownership": ("mean", SHARE),
    "rounds/expectation": ("mean", SHARE),
    "rounds/bureaucracy": ("mean", SHARE),
    "rounds/trust": ("one", SHARE),
    "tasks/holder": ("word", listed(Holder)),
    "tasks/requirements": ("", YES_NO),
    "tasks/asked_residents": ("times", "≥ 0"),
    "tasks/asked_together": ("times", "≥ 0"),
    "tasks/asked_professionals": ("times", "≥ 0"),
    "tasks/draw": ("", SHARE),
    "tasks/complaints": ("one", SHARE),
    "tasks/incident": ("", YES_NO),
    "tasks/trouble": ("", YES_NO),
    "tasks/joined": ("one", SHARE),
    "tasks/claimed": ("one", SHARE),
    "tasks/take_over": ("one", SHARE),
    "tasks/together": ("one", SHARE),
    **{
        f"tasks/{what}_{who}": ("times", "≥ 0")
        for what in ("promised", "kept")
        for who in (role.group for role in Role)
    },
    "choices/phase": ("word", listed(PLAY_PHASES)),
    "choices/about": ("word", "holder, requirements, funding, proposal, act, promise, response"),
    "choices/choice": ("word", ""),
    "choices/by": ("word", listed(By)),
    "choices/automatic": ("", YES_NO),
    "choices/status": ("word", "counts, replaced, unfinished"),
    "choices/at": ("time", ""),
    "scores/score": ("points", ""),
    "scores/mark": ("mark", "1–10"),
    "predictions/expects": ("word", listed(EXPECTATIONS)),
    "predictions/person": ("text", ""),
    "posts/post": ("", NUMBER),
    "posts/table": ("", NUMBER),
    "posts/kind": ("word", listed(POSTED)),
    "posts/text": ("text", ""),
    "posts/mood": ("word", listed(MOODS)),
    "posts/state": ("word", "waiting, shown, hidden"),
    "posts/pinned": ("", YES_NO),
    "posts/votes": ("times", "≥ 0"),
    "posts/merged_into": ("", NUMBER),
    "posts/bot": ("", YES_NO),
    "guesses/question": ("word", "luck, what_if"),
    "guesses/answer": ("word", ""),
    "guesses/count": ("times", NUMBER),
    "log/code": ("word", ""),
    "log/text": ("text", ""),
    "log/starred": ("", YES_NO),
    "words/about": ("word", ""),
    "words/code": ("word", ""),
    "words/nl": ("text", ""),
    "words/en": ("text", ""),
    "dictionary/sheet": ("text", ""),
    "overview/game": ("", NUMBER),
    "overview/table": ("", NUMBER),
    "overview/rounds": ("times", ROUNDS),
    "overview/quality_first": ("percent", "0–100"),
    "overview/quality_best": ("percent", "0–100"),
    "overview/quality_last": ("percent", "0–100"),
    "overview/ownership_first": ("percent", "0–100"),
    "overview/ownership_last": ("percent", "0–100"),
    "overview/incidents": ("times", "≥ 0"),
    "overview/told": ("text", ""),
    "findings/kind": ("word", ""),
    "findings/from_round": ("rounds", ROUNDS),
    "findings/to_round": ("rounds", ROUNDS),
    "findings/measure": ("word", ""),
    "findings/before": ("", ""),
    "findings/value": ("", ""),
    "findings/without": ("", ""),
    "findings/effect": ("", ""),
    "findings/sentence": ("text", ""),
    "dictionary/column": ("text", ""),
    "dictionary/meaning": ("text", ""),
    "dictionary/unit": ("text", ""),
    "dictionary/range": ("text", ""),
}
# Their columns are named by what they mean, for who reads and does not compute.
READABLE = ("overview",)
# Each of these columns is there three times, numbered.
NUMBERED = {"scores/reason": ("word", ""), "scores/points": ("points", "")}
REPEATS = 3


def explained(sheets: tuple[Sheet, ...], word: Word) -> tuple[Sheet, ...]:
    """Return the sheets under their names as `word` says them, and at the end one that explains every sheet and column.

    Raises KeyError for a column without a unit and range.
    """
    columns = ("sheet", "column", "meaning", "unit", "range")
    described = [(sheet.name, sheet.columns) for sheet in sheets] + [("dictionary", columns)]
    dictionary = Sheet("dictionary", columns, tuple(row for one in described for row in _rows(*one, word)))
    return tuple(
        replace(sheet, name=_name(sheet.name, word), columns=_heads(sheet, word))
        for sheet in (*sheets, dictionary)
    )


def _heads(sheet: Sheet, word: Word) -> tuple[str, ...]:
    if sheet.name not in READABLE:
        return sheet.columns
    return tuple(word(f"export.column.{_described(sheet.name, column)[0]}") for column in sheet.columns)


def _name(sheet: str, word: Word) -> str:
    return word(f"export.name.{sheet}")


def _rows(sheet: str, columns: tuple[str, ...], word: Word) -> Iterator[tuple[str, ...]]:
    yield _name(sheet, word), "", word(f"export.sheet.{sheet}"), "", ""
    for column in columns:
        where, unit, bounds = _described(sheet, column)
        meaning = word(f"export.column.{where}")
        name = meaning if sheet in READABLE else column
        yield _name(sheet, word), name, meaning, unit and word(f"export.unit.{unit}"), _range(bounds, word)


def _described(sheet: str, column: str) -> tuple[str, str, str]:
    """Return where the catalogue says what a column means, its unit's code and its range."""
    own = f"{sheet}/{column}"
    if own in COLUMNS:
        return f"{sheet}.{column}", *COLUMNS[own]
    name, _, number = own.rpartition("_")
    if name in NUMBERED and 1 <= int(number) <= REPEATS:
        return name.replace("/", "."), *NUMBERED[name]
    return f"any.{column}", *COLUMNS[column]


def _range(bounds: str, word: Word) -> str:
    return word(f"export.range.{bounds}") if bounds == YES_NO else bounds


def chairs_of(word: Word) -> Callable[[Chair], str]:
    """Return what says what somebody is called after the first place taken: resident 2 of table 3."""

    def name_of(chair: Chair) -> str:
        name = word(f"export.chair.{chair.role or 'nobody'}", number=chair.number, table=chair.table)
        return name if chair.nth == 1 else f"{name} ({chair.nth})"

    return name_of
