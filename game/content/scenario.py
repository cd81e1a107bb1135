"""A scenario as data: its tasks, its fixed incidents, and which news fits which state. Its words are in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.content.source import Source
from game.engine.choices import MAX_TASKS, MIN_TASKS
from game.engine.phases import MAX_ROUNDS
from game.engine.rules import RULESETS

DIRECTIONS = ("rose", "fell", "steady")
MEASURES = ("quality", "expectation", "ownership", "bureaucracy", "reserve", "joined", "professionals")
KEYS = {"code", "ruleset", "tasks", "incidents", "news"}
NEWS_KEYS = {"code", "direction", "task", "above", "below"}


@dataclass(frozen=True, slots=True)
class News:
    """A news sentence's conditions: the street's direction, a task it is about (None: the street), and bounds per measure.

    Measures are 0–1 (reserve: as a share of the most there can be); a sentence fits when every measure is above and below
    its bounds. With a task, quality and joined are that task's.
    """

    code: str
    direction: str
    task: int | None = None
    above: Mapping[str, float] = field(default_factory=dict)
    below: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A game's subject; `fixed_incidents` pairs a round (1-based) with the index of the task that has one in it."""

    code: str
    ruleset: int
    tasks: tuple[str, ...]
    fixed_incidents: Mapping[int, int]
    news: tuple[News, ...]


def read_scenario(source: Source) -> Scenario:
    """Return the scenario in a file; raises ContentError with the line of the first mistake."""
    data = source.data
    for key in sorted(KEYS | set(data)):
        if key not in data:
            raise source.error(f"'{key}' is missing")
        if key not in KEYS:
            raise source.error("unknown key", key)
    tasks = data["tasks"]
    if not (
        isinstance(tasks, list) and MIN_TASKS <= len(tasks) <= MAX_TASKS and len(set(tasks)) == len(tasks)
    ):
        raise source.error(f"{MIN_TASKS} to {MAX_TASKS} different tasks are needed", "tasks")
    if data["ruleset"] not in RULESETS:
        raise source.error(f"there is no ruleset {data['ruleset']}", "ruleset")
    return Scenario(
        code=data["code"],
        ruleset=data["ruleset"],
        tasks=tuple(tasks),
        fixed_incidents=_incidents(source, tasks),
        news=_news(source, tasks),
    )


def _incidents(source: Source, tasks: list[str]) -> dict[int, int]:
    fixed = {}
    for round, task in source.data["incidents"].items():
        path = f"incidents.{round}"
        if not (round.isdecimal() and 1 <= int(round) <= MAX_ROUNDS):
            raise source.error(f"a round is 1 to {MAX_ROUNDS}", path)
        if task not in tasks:
            raise source.error(f"unknown task '{task}'", path)
        fixed[int(round)] = tasks.index(task)
    return fixed


def _news(source: Source, tasks: list[str]) -> tuple[News, ...]:
    found: dict[str, News] = {}
    for index, item in enumerate(source.data["news"]):
        path = f"news.{index}"
        news = _one_news(source, item, path, tasks)
        if news.code in found:
            raise source.error(f"'{news.code}' is there twice", f"{path}.code")
        found[news.code] = news
    return tuple(found.values())


def _one_news(source: Source, item: dict[str, Any], path: str, tasks: list[str]) -> News:
    for key in item:
        if key not in NEWS_KEYS:
            raise source.error("unknown key", f"{path}.{key}")
    if not isinstance(item.get("code"), str):
        raise source.error("'code' is missing", path)
    if item.get("direction") not in DIRECTIONS:
        raise source.error(f"the direction is one of {', '.join(DIRECTIONS)}", f"{path}.direction")
    task = item.get("task")
    if task is not None and task not in tasks:
        raise source.error(f"unknown task '{task}'", f"{path}.task")
    for side in ("above", "below"):
        for measure, bound in item.get(side, {}).items():
            if measure not in MEASURES or not isinstance(bound, (int, float)):
                raise source.error(f"'{measure}' is no measure with a number", f"{path}.{side}")
    index = None if task is None else tasks.index(task)
    return News(item["code"], item["direction"], index, item.get("above", {}), item.get("below", {}))
