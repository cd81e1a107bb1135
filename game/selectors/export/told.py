"""What was found in every table's game, in sentences: an overview to read first, and every finding with its figures."""

from game import content
from game.content.findings import sentence
from game.engine.debrief.played import of_table
from game.engine.debrief.series import story
from game.engine.debrief.story import shown
from game.engine.debrief.telling import Turn
from game.engine.table.state import TableState
from game.models import Game, Table
from game.selectors import findings
from game.selectors.export.reading import Collected
from game.selectors.export.rounds import States, placed
from game.selectors.export.sheets import Cell, Sheet

OVERVIEW = (
    *("game", "table", "rounds", "quality_first", "quality_best", "quality_last"),
    *("ownership_first", "ownership_last", "incidents", "told"),
)
FINDINGS = (
    *("game", "table", "from_round", "to_round", "sentence"),
    *("kind", "task", "measure", "before", "value", "without", "effect"),
)


def overview_sheet(collected: Collected, states: States, language: str) -> Sheet:
    """Return a row for every table with a finished round: how it began, how it ended, and what leads its story."""
    rows = tuple(_overview(*one, language) for one in placed(collected, states) if one[2].played)
    return Sheet("overview", OVERVIEW, rows)


def _overview(game: Game, table: Table, state: TableState, language: str) -> tuple[Cell, ...]:
    told = story(state)
    first, last = told.rounds[0], told.rounds[-1]
    [turn, *_] = shown(findings.findings(of_table(state)).story)
    return (
        game.number,
        table.number,
        len(told.rounds),
        round(100 * first.quality),
        round(100 * max(line.quality for line in told.rounds)),
        round(100 * last.quality),
        round(100 * told.start["ownership"]),
        round(100 * last.ownership),
        sum(task.incident for line in told.rounds for task in line.tasks),
        sentence(turn, content.words(game.scenario, language), language),
    )


def findings_sheet(collected: Collected, states: States, language: str) -> Sheet:
    """Return everything that was found in every table's game, in the order in which it is told."""
    rows = tuple(
        _finding(game, table, turn, language)
        for game, table, state in placed(collected, states)
        if state.played
        for turn in findings.findings(of_table(state)).story
    )
    return Sheet("findings", FINDINGS, rows)


def _finding(game: Game, table: Table, turn: Turn, language: str) -> tuple[Cell, ...]:
    words = content.words(game.scenario, language)
    return (
        game.number,
        table.number,
        turn.round,
        turn.until,
        sentence(turn, words, language),
        turn.kind,
        turn.task or None,
        turn.measure,
        turn.before,
        turn.value,
        turn.without,
        turn.effect,
    )
