"""A scenario as data: its tasks, what happens to them in which round, and which news fits which state; no words.

Which of it counts is the ruleset's, and that is the game's: fixed incidents where it has them, else setbacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.content.source import Source
from game.engine.model.choices import MAX_TASKS, MIN_TASKS
from game.engine.table.phases import MAX_ROUNDS

DIRECTIONS = ("rose", "fell")
TASK_MEASURES = (
    "quality",
    "complaints",
    "joined",
    "claimed",
    "take_over",
    "together",
    "professionals",
    "ownership",
    "expectation",
    "bureaucracy",
    "change",
)
STREET_MEASURES = (*TASK_MEASURES, "trust", "reserve", "empty")
KEYS = ("code", "tasks", "news")
# What a world that somebody made their own says of itself (see own): read where it is taken in, of no use to a game.
OF_OWN = ("base", "format", "language")
OPTIONAL_KEYS = ("default", "scene", "months", "incidents", "setbacks", "plots", *OF_OWN)
NEWS_KEYS = ("task", "above", "below")
# A round takes at most this much news, so this many sentences a round must fit any state of a direction.
NEWS_PER_ROUND = 2
# The month (1–12) of each round, for a scenario that names none.
MONTHS = (3, 4, 5, 6, 8, 9, 10, 11, 12, 2)


@dataclass(frozen=True, slots=True)
class News:
    """A news sentence's conditions: the street's direction, a task it is about (None: the street), and bounds per measure.

    A sentence fits when each measure in `above` is at least its bound and each in `below` is under it. Shares and values
    are 0–1; change is that of quality since last round; reserve is a share of the most there can be, and empty is 1 when
    what is left pays fewer hours than a full week. With a task, the
    measures are that task's.
    """

    code: str
    direction: str
    task: int | None = None
    above: Mapping[str, float] = field(default_factory=dict)
    below: Mapping[str, float] = field(default_factory=dict)

    @property
    def fits_any_state(self) -> bool:
        """Tell whether the direction is its only condition, so that it can be kept for when nothing else fits."""
        return self.task is None and not self.above and not self.below


@dataclass(frozen=True, slots=True)
class Scenario:
    """A game's subject; `fixed_incidents` pairs a round (1-based) with the index of the task that has one in it.

    `setbacks` has by round the indexes of the tasks that something happens to, each once; such a round comes only in a game
    that is long enough.
    `is_default` is the one that a new workshop plays unless another is picked.
    `scene` names the picture of a table that the pages draw ("" for the general one), `plots` what of it stands for a task
    whose code does not say so itself (a task's code, or a number: a plot that fits any subject), `months` the month (1–12)
    that each round is played in. `lists` says how many sentences there are to pick from, by the code they have in common
    (the same in every language).
    """

    code: str
    tasks: tuple[str, ...]
    fixed_incidents: Mapping[int, int]
    setbacks: Mapping[int, tuple[int, ...]]
    news: tuple[News, ...]
    is_default: bool = False
    scene: str = ""
    plots: Mapping[str, str] = field(default_factory=dict)
    months: tuple[int, ...] = MONTHS
    lists: Mapping[str, int] = field(default_factory=dict)

    @property
    def picture(self) -> dict[str, object]:
        """What a table's picture is drawn with: the scene, a plot for each task (its own, or one that was picked for it), and
        per round the month, 0 for January.
        """
        plots = [self.plots.get(task, task) for task in self.tasks]
        return {"scene": self.scene, "tasks": plots, "months": [month - 1 for month in self.months]}


def read_scenario(source: Source) -> Scenario:
    """Return the scenario in a file; raises ContentError with the line of the first mistake."""
    data = source.data
    for key in KEYS:
        if key not in data:
            raise source.error(f"'{key}' is missing")
    for key in data:
        if key not in (*KEYS, *OPTIONAL_KEYS):
            raise source.error("unknown key", key)
    if not isinstance(data["code"], str):
        raise source.error("the code is a text", "code")
    if not isinstance(data.get("default", False), bool):
        raise source.error("default is true or false", "default")
    if not isinstance(data.get("scene", ""), str):
        raise source.error("the scene is a name", "scene")
    tasks = _tasks(source)
    return Scenario(
        code=data["code"],
        tasks=tasks,
        fixed_incidents=_incidents(source, tasks),
        setbacks=_setbacks(source, tasks),
        news=_news(source, tasks),
        is_default=data.get("default", False),
        scene=data.get("scene", ""),
        plots=_plots(source, tasks),
        months=_months(source),
    )


def _tasks(source: Source) -> tuple[str, ...]:
    tasks = source.data["tasks"]
    if not isinstance(tasks, list) or not all(
        isinstance(task, str) and task.isidentifier() for task in tasks
    ):
        raise source.error("the tasks are a list of codes", "tasks")
    if not MIN_TASKS <= len(tasks) <= MAX_TASKS:
        raise source.error(f"{MIN_TASKS} to {MAX_TASKS} tasks are needed, not {len(tasks)}", "tasks")
    for task in tasks:
        if tasks.count(task) > 1:
            raise source.error(f"'{task}' is there twice", "tasks")
    return tuple(tasks)


def _plots(source: Source, tasks: tuple[str, ...]) -> dict[str, str]:
    found = _table(source, source.data.get("plots", {}), "plots")
    for task, plot in found.items():
        _task(source, tasks, task, f"plots.{task}")
        if not isinstance(plot, str):
            raise source.error("a plot is named by its code", f"plots.{task}")
    return found


def _months(source: Source) -> tuple[int, ...]:
    months = source.data.get("months", list(MONTHS))
    if not isinstance(months, list) or not all(month in range(1, 13) for month in months):
        raise source.error("the months are numbers from 1 to 12", "months")
    if len(months) != MAX_ROUNDS:
        raise source.error(f"{MAX_ROUNDS} months are needed, one for each round, not {len(months)}", "months")
    return tuple(months)


def _incidents(source: Source, tasks: tuple[str, ...]) -> dict[int, int]:
    return {
        round: _task(source, tasks, task, f"incidents.{round}")
        for round, task in _by_round(source, "incidents").items()
    }


def _setbacks(source: Source, tasks: tuple[str, ...]) -> dict[int, tuple[int, ...]]:
    """Return the tasks that are hit by round; one task may stand there without a list."""
    found = {}
    for round, hit in _by_round(source, "setbacks").items():
        named = hit if isinstance(hit, list) else [hit]
        indexes = {_task(source, tasks, task, f"setbacks.{round}") for task in named}
        found[round] = tuple(sorted(indexes))
    return found


def _by_round(source: Source, key: str) -> dict[int, Any]:
    found = {}
    for round, what in _table(source, source.data.get(key, {}), key).items():
        # Not "03": it would be another key than "3", and the same round.
        if not (round.isdecimal() and round == str(int(round)) and 1 <= int(round) <= MAX_ROUNDS):
            raise source.error(f"a round is 1 to {MAX_ROUNDS}", f"{key}.{round}")
        found[int(round)] = what
    return found


def _task(source: Source, tasks: tuple[str, ...], task: object, path: str) -> int:
    if not isinstance(task, str):
        raise source.error("a task is named by its code", path)
    if task not in tasks:
        raise source.error(f"unknown task '{task}'", path)
    return tasks.index(task)


def _news(source: Source, tasks: tuple[str, ...]) -> tuple[News, ...]:
    found: dict[str, News] = {}
    by_direction = _table(source, source.data["news"], "news")
    for direction, items in by_direction.items():
        if direction not in DIRECTIONS:
            raise source.error(f"the direction is one of {', '.join(DIRECTIONS)}", f"news.{direction}")
        for code in _table(source, items, f"news.{direction}"):
            path = f"news.{direction}.{code}"
            if code in found:
                raise source.error(f"'{code}' is there twice", path)
            found[code] = _one_news(source, path, code, direction, tasks)
    _check_enough(source, found)
    return tuple(found.values())


def _one_news(source: Source, path: str, code: str, direction: str, tasks: tuple[str, ...]) -> News:
    item = _table(source, source.data["news"][direction][code], path)
    for key in item:
        if key not in NEWS_KEYS:
            raise source.error(f"unknown key '{key}'", path)
    task = item.get("task")
    if task is not None and task not in tasks:
        raise source.error(f"unknown task '{task}'", path)
    measures = STREET_MEASURES if task is None else TASK_MEASURES
    bounds: dict[str, dict[str, float]] = {}
    for side in ("above", "below"):
        bounds[side] = _table(source, item.get(side, {}), path)
        for measure, bound in bounds[side].items():
            if measure not in measures:
                raise source.error(f"unknown measure '{measure}'", path)
            if isinstance(bound, bool) or not isinstance(bound, int | float):
                raise source.error(f"the bound of '{measure}' is a number", path)
    return News(
        code, direction, None if task is None else tasks.index(task), bounds["above"], bounds["below"]
    )


def _check_enough(source: Source, found: Mapping[str, News]) -> None:
    for direction in DIRECTIONS:
        reserve = sum(news.fits_any_state for news in found.values() if news.direction == direction)
        if reserve < NEWS_PER_ROUND * MAX_ROUNDS:
            wanted = f"{NEWS_PER_ROUND * MAX_ROUNDS} sentences without a condition are needed, not {reserve}"
            raise source.error(wanted, f"news.{direction}")


def _table(source: Source, found: Any, path: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise source.error("a table is expected", path)
    return found
