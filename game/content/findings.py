"""Findings of the debrief in a language: sentences from codes and numbers. It decides nothing about what is told.

static/js/state/turns.js and leaning.js say the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.content.words import fill
from game.engine.debrief.fair import PURSE
from game.engine.debrief.leaning import LeaningRound
from game.engine.debrief.levers import EVENINGS
from game.engine.debrief.telling import Told, Turn
from game.engine.model.roles import Role

SHARES = ("ownership", "expectation", "quality")
STORY = "debrief.story"
LEANING = "debrief.leaning"
GAINS = ("taken_over", "shared")
Figures = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in its parts: what happened, what was done, and what it would have been; the last two may be empty."""

    what: str
    causes: str
    tail: str

    @property
    def whole(self) -> str:
        """All of it."""
        return " ".join(part for part in (self.what, self.causes, self.tail) if part)


def sentence(turn: Turn, words: Mapping[str, str], language: str) -> str:
    """Return what is told of a finding, in plain sentences."""
    return said(turn, words, language).whole


def said(turn: Turn, words: Mapping[str, str], language: str) -> Said:
    """Return what is told of a finding, in its parts."""

    def word(code: str, figures: Figures) -> str:
        return fill(words, f"{STORY}.{code}", figures, language)

    during = "in" if turn.round == turn.until else "during"
    figures = _figures(turn, words)
    figures["when"] = word(f"when.{during}", figures)
    figures["path"] = word(f"path.{_path(turn)}", {})
    what = [word(_head(turn), figures)]
    if turn.variant:
        what.append(word(f"more.{turn.kind}.{turn.variant}", figures))
    if turn.most:
        what.append(word("step", figures))
    if turn.more:
        what.append(word(f"times.{turn.kind}", {"count": turn.more}))
    causes = [
        word(_lead(turn, place), {"causes": _group(turn, group, word)})
        for place, group in enumerate(turn.groups)
    ]
    tail = _tail(turn)
    return Said(" ".join(what), " ".join(causes), word(tail, figures) if tail else "")


def _head(turn: Turn) -> str:
    """Return the code of what happened; where quality turned it says at how many tasks, or at which."""
    if not turn.kind.startswith("quality_"):
        return turn.kind
    where = "task" if turn.task else "tasks" if turn.count < turn.of else "all"
    return f"{turn.kind}.{where}"


def _figures(turn: Turn, words: Mapping[str, str]) -> Figures:
    return {
        "round": turn.round,
        "until": turn.until,
        "count": turn.count,
        "of": turn.of,
        "most": turn.most,
        "task": words.get(f"task.{turn.task}.name", turn.task),
        "measure": words.get(f"debrief.value.{turn.measure}", turn.measure),
        "before": shown(turn.measure, turn.before),
        "value": shown(turn.measure, turn.value),
        "without": shown(turn.measure, turn.without or 0.0),
    }


def _lead(turn: Turn, place: int) -> str:
    """Return the code of the sentence that a group stands in: by weight, or as what was done."""
    if turn.manner == "deeds":
        return f"did.{turn.kind}"
    lead = "then" if place else "most" if len(turn.groups) > 1 else "because"
    return f"{lead}_there" if _is_of_some_tasks(turn) else lead


def _is_of_some_tasks(turn: Turn) -> bool:
    """Tell whether it turned at some of the tasks only: then what was done is counted there."""
    return turn.kind.startswith("quality_") and turn.count < turn.of


def _group(turn: Turn, group: tuple[Told, ...], word: Callable[[str, Figures], str]) -> str:
    """Return what is told in one sentence, the parts of which weigh about the same."""
    is_deed = turn.manner == "deeds"
    kind = "answer" if is_deed and turn.task else "cause"
    there = "_there" if _is_of_some_tasks(turn) else ""
    clauses = [_clause(told, kind, there if told.lever in EVENINGS else "", word) for told in group]
    together = clauses[0]
    for place, clause in enumerate(clauses[1:], start=1):
        joint = "and" if place == len(clauses) - 1 else ""
        code = joint if is_deed else "equal"
        together = word(code, {"first": together, "second": clause}) if code else f"{together}, {clause}"
    return together


def _clause(told: Told, kind: str, there: str, word: Callable[[str, Figures], str]) -> str:
    figures: Figures = {"count": told.count, "of": told.of}
    often = "often" if told.player == Role.MUNICIPALITY else "choices"
    times = word(often if told.of > 1 else "once", figures)
    clause = word(f"{kind}.{told.lever or f'of_{told.player}'}{there}", {**figures, "times": times})
    if kind == "answer" and told.of > 1:  # of one chair nobody counts
        clause = word("counted", {**figures, "cause": clause})
    return word("only_with", {"cause": clause}) if told.only_with else clause


def _path(turn: Turn) -> str:
    """Return the code of what the rerun without those named has in their place."""
    if not turn.kind.endswith("_fell"):
        return "rose"
    has_purse = any(told.player == PURSE for group in turn.groups for told in group)
    return "fell_purse" if has_purse else "fell"


def _tail(turn: Turn) -> str:
    """Return the code of what it would have been; "" where the kind says it itself, or nothing."""
    if turn.without is None or turn.kind == "after_talk":
        return ""
    if turn.manner == "deeds":
        return f"tail.{turn.kind}"
    return f"tail.{turn.measure}"


def shown(measure: str, value: float) -> float:
    """Return a value as people read it: shares as whole percents, anything else as it is."""
    return round(100 * value) if measure in SHARES else value


def leaned(rounds: Sequence[LeaningRound], words: Mapping[str, str], language: str) -> str:
    """Return how many evenings were kept, and what coming paid where work was taken over and shared; "" without evenings."""
    of = sum(one.evenings for one in rounds)
    if not of:
        return ""
    told = [fill(words, f"{LEANING}.kept", {"kept": sum(one.kept for one in rounds), "of": of}, language)]
    gains = {kind: gain for kind in GAINS if (gain := _gain(rounds, kind)) is not None}
    if gains:
        figures = {kind: _signed(gain, language) for kind, gain in gains.items()}
        told.append(
            fill(words, f"{LEANING}.{'both' if len(gains) > 1 else next(iter(gains))}", figures, language)
        )
    return " ".join(told)


def _gain(rounds: Sequence[LeaningRound], kind: str) -> float | None:
    """Return the mean over all moments of all rounds, None without any."""
    found = [one.gains[kind] for one in rounds]
    moments = sum(gain.moments for gain in found)
    return sum(gain.mean * gain.moments for gain in found) / moments if moments else None


def _signed(value: float, language: str) -> str:
    """Return a number as sentences write it, with a plus where it is more than nothing."""
    text = fill({}, "{value}", {"value": value}, language)
    return text if text.startswith("−") or text == "0" else f"+{text}"
