"""What came of a game: its settings, its tables, and per finished round the figures of table, task and seat."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from game.engine.debrief.series import TaskRound, story
from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.model.scores import mark
from game.engine.table.state import TableState
from game.models import Game, Table
from game.selectors.export.reading import Collected
from game.selectors.export.sheets import Cell, Sheet

REASONS = 3
GAME = (
    *("game", "scenario", "ruleset", "form", "seed", "phase", "round", "is_over", "rounds_planned", "rounds_finished"),
    *("tables", "talking_from", "bots_fill_seats", "rehearsal", "opened_at", "ended", "closed"),
)  # fmt: skip
ROUND = (
    *("game", "table", "round", "talking", "funding", "quality", "cost", "reserve", "professional_share", "evenings"),
    *("claims", "incidents", "troubles", "hours", "worked", "load", "ownership", "expectation", "bureaucracy", "trust"),
)  # fmt: skip
TASK = (
    *("game", "table", "round", "task", "holder", "requirements", "asked_residents", "asked_together"),
    *("asked_professionals", "draw", "quality", "complaints", "incident", "trouble", "joined", "claimed", "take_over"),
    *("together", "professional_share", "ownership", "expectation", "bureaucracy"),
    *("promised_municipality", "promised_professionals", "promised_residents"),
    *("kept_municipality", "kept_professionals", "kept_residents"),
)  # fmt: skip
SCORE = (
    *("game", "table", "round", "seat", "role", "neighbour", "score", "mark"),
    *(name for n in range(1, REASONS + 1) for name in (f"reason_{n}", f"points_{n}")),
)

States = Mapping[int, TableState]
Placed = tuple[Game, Table, TableState]


def workshop_sheet(collected: Collected, made: Mapping[str, Cell]) -> Sheet:
    """Return the workshop in one row; `made` is how this export was made, by column."""
    workshop = collected.workshop
    ended, closed = ends_of(collected, collected.games[-1]) if collected.games else (None, workshop.ended_at)
    about: dict[str, Cell] = {
        "workshop": workshop.title,
        "language": workshop.language,
        "started": workshop.created_at,
        "ended": ended,
        "closed": closed,
        "games": len(collected.games),
        **made,
    }
    return Sheet("workshop", tuple(about), (tuple(about.values()),))


def games_sheet(collected: Collected, states: States) -> Sheet:
    """Return a row per game with its settings and how far it came."""
    rows = []
    for game in collected.games:
        tables = collected.tables.get(game.pk, [])
        finished = max((len(states[table.pk].played) for table in tables if table.pk in states), default=0)
        talking = game.silent_rounds + 1
        where = (game.phase, game.round, game.phase in ("debrief", "closed"), game.rounds, finished)
        settings = (len(tables), talking, game.fill_bots, game.rehearsal, game.opened_at)
        what = (game.number, game.scenario, game.ruleset, game.form, str(game.seed))
        rows.append((*what, *where, *settings, *ends_of(collected, game)))
    return Sheet("games", GAME, tuple(rows))


def ends_of(collected: Collected, game: Game) -> tuple[datetime | None, datetime | None]:
    """Return when the play of a game ended and when its debrief was closed; None for what has not happened.

    The newest entry of a kind is the one that holds: what was undone or stepped back to is closed again later, or open.
    """
    newest: dict[str, datetime] = {}
    for table in collected.tables.get(game.pk, []):
        for entry in collected.journal.get(table.pk, []):
            newest[entry.kind] = max(entry.at, newest.get(entry.kind, entry.at))
    ended = max((newest[kind] for kind in ("phase_closed", "ended") if kind in newest), default=None)
    is_closed = game.phase == "closed"
    return ended if is_closed or game.phase == "debrief" else None, newest.get(
        "game_closed"
    ) if is_closed else None


def tables_sheet(collected: Collected, states: States, files: Mapping[int, str]) -> Sheet:
    """Return a row per table; `files` has the name of its game file by key."""
    rows: list[tuple[Cell, ...]] = []
    for game in collected.games:
        for table in collected.tables.get(game.pk, []):
            state = states.get(table.pk)
            counts = (state.setup.neighbours, len(state.played)) if state else (0, 0)
            seats = len(collected.seats.get(table.pk, []))
            rows.append((game.number, table.number, seats, *counts, files.get(table.pk)))
    return Sheet(
        "tables", ("game", "table", "seats", "neighbours", "rounds_finished", "game_file"), tuple(rows)
    )


def placed(collected: Collected, states: States) -> Iterator[Placed]:
    """Give every table that plays or played, with its game and state."""
    for game in collected.games:
        for table in collected.tables.get(game.pk, []):
            if table.pk in states:
                yield game, table, states[table.pk]


def rounds_sheet(collected: Collected, states: States) -> Sheet:
    """Return a row per finished round of a table."""
    rows = [row for one in placed(collected, states) for row in _rounds(*one)]
    return Sheet("rounds", ROUND, tuple(rows))


def _rounds(game: Game, table: Table, state: TableState) -> Iterator[tuple[Cell, ...]]:
    for line, played in zip(story(state).rounds, state.played, strict=True):
        outcome = played.result.outcome
        yield (
            game.number,
            table.number,
            line.round,
            line.round > game.silent_rounds,
            str(line.funding),
            line.quality,
            line.cost,
            line.reserve,
            line.professional_share,
            line.evenings,
            line.claims,
            sum(task.incident for task in outcome.tasks),
            sum(task.trouble for task in outcome.tasks),
            outcome.hours,
            outcome.worked,
            outcome.load,
            line.ownership,
            line.expectation,
            line.bureaucracy,
            line.trust,
        )


def tasks_sheet(collected: Collected, states: States) -> Sheet:
    """Return a row per task of a finished round."""
    rows = [row for one in placed(collected, states) for row in _tasks(*one)]
    return Sheet("tasks", TASK, tuple(rows))


def _tasks(game: Game, table: Table, state: TableState) -> Iterator[tuple[Cell, ...]]:
    for line, played in zip(story(state).rounds, state.played, strict=True):
        for k, (about, task) in enumerate(zip(line.tasks, played.result.outcome.tasks, strict=True)):
            yield (
                game.number,
                table.number,
                line.round,
                state.setup.tasks[k],
                str(about.holder),
                about.requirements,
                *(about.asked[holder] for holder in Holder),
                played.draws[k],
                task.quality,
                task.complaints,
                task.incident,
                task.trouble,
                task.joined,
                task.claimed,
                task.take_over,
                task.together,
                task.professional_share,
                about.ownership,
                about.expectation,
                about.bureaucracy,
                *_promised(about),
            )


def _promised(about: TaskRound) -> tuple[Cell, ...]:
    """Return per role how many seats promised a task, then how many kept it; empty where nothing was promised."""
    by_role = {one.role: one for one in about.promises}
    if not by_role:
        return (None,) * (2 * len(Role))
    return (*(by_role[role].promised for role in Role), *(by_role[role].kept for role in Role))


def scores_sheet(collected: Collected, states: States) -> Sheet:
    """Return a row per seat of a finished round, neighbours included."""
    rows = [row for one in placed(collected, states) for row in _scores(*one)]
    return Sheet("scores", SCORE, tuple(rows))


def _scores(game: Game, table: Table, state: TableState) -> Iterator[tuple[Cell, ...]]:
    real = len(state.setup.roles) - state.setup.neighbours
    for turn, played in enumerate(state.played):
        for number, (seat, score) in enumerate(zip(played.seats, played.result.scores, strict=True)):
            reasons: list[Cell] = [item for line in score.lines for item in (line.code, line.amount)]
            empty = [None] * (2 * REASONS - len(reasons))
            total = mark(state.setup.rules, seat.role, score.total)
            who = (number + 1, str(seat.role), number >= real)
            yield (game.number, table.number, turn + 1, *who, score.total, total, *reasons, *empty)
