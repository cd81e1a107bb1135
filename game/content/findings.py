"""Findings of the debrief in a language: sentences from codes and numbers. It decides nothing about what is told."""

from collections.abc import Mapping
from math import floor

from game.content.words import fill
from game.engine.debrief.turns import Turn

SHARES = ("ownership", "expectation", "quality")


def sentence(turn: Turn, words: Mapping[str, str], language: str) -> str:
    """Return one plain sentence about a turning point."""
    value, without = shown(turn.measure, turn.value), shown(turn.measure, turn.without)
    figures: dict[str, str | int | float] = {"at": turn.at, "value": value, "without": without}
    said = "answer" if turn.task else "cause"
    causes = [
        fill(
            words, f"debrief.story.{said}.{choice.lever}", {"count": choice.count, "of": choice.of}, language
        )
        for choice in turn.choices
    ]
    together = causes[0] if causes else ""
    if len(causes) > 1:
        first = ", ".join(causes[:-1])
        together = fill(words, "debrief.story.and", {"first": first, "second": causes[-1]}, language)
    of = "tail_of_task" if turn.task else "tail"
    tail = fill(words, f"debrief.story.{of}.{turn.measure}", figures, language)
    task = words.get(f"task.{turn.task}.name", turn.task)
    rounds = {"round": turn.round, "until": turn.until}
    during = "in" if turn.round == turn.until else "during"
    when = fill(words, f"debrief.story.when.{during}", rounds, language)
    params = {"round": turn.round, "when": when, "causes": together, "tail": tail, "task": task, **figures}
    return fill(words, f"debrief.story.{turn.kind}", params, language)


def shown(measure: str, value: float) -> float:
    """Return a value as people read it: shares as whole percents, hours as they are, thousands of euros as euros, in whole
    hundreds.
    """
    if measure == "hours":
        return value
    return round(100 * value) if measure in SHARES else 100 * floor(10 * value + 0.5)
