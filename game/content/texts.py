"""Picking sentences: pure functions of a scenario and a table's state, the same every time.

Only codes are picked; which words they have is the language's affair.
"""

from collections.abc import Sequence

from game.content.loader import words
from game.content.news import choose_news
from game.content.scenario import Scenario
from game.engine.luck import draw
from game.engine.phases import Phase
from game.engine.screens.room import TableTexts, Text
from game.engine.table import PlayedRound, TableState
from game.engine.values import TaskOutcome

SILENT_ROUNDS = 3
BANDS = (0.4, 0.7)


def table_texts(scenario: Scenario, state: TableState) -> TableTexts:
    """Return the sentences that a table's screens show now."""
    newest = _newest_tasks(state)
    return TableTexts(
        briefing=_plain(f"briefing.{state.round}") if state.phase is Phase.AGREE else None,
        news=_news(scenario, state),
        incidents=_incidents(scenario, state),
        done=_done(scenario, state),
        overheard=_overheard(scenario, state, newest),
        heard=tuple(
            _pick(scenario, state, f"heard.{task}.{_band(outcome.quality)}")
            for task, outcome in zip(scenario.tasks, newest, strict=False)
        ),
        meanwhile=_pick(scenario, state, "look_at" if state.round <= SILENT_ROUNDS else "talk_about"),
    )


def _newest_tasks(state: TableState) -> Sequence[TaskOutcome]:
    if state.outcome is not None:
        return state.outcome.tasks
    return state.played[-1].result.outcome.tasks if state.played else ()


def _news(scenario: Scenario, state: TableState) -> tuple[Text, ...]:
    """Return the news of the newest round; the outcome phase already has that of the open round."""
    outcomes = [played.result.outcome for played in state.played]
    if state.outcome is not None:
        outcomes.append(state.outcome)
    if not outcomes:
        return ()
    picked = choose_news(scenario, state, outcomes)
    return tuple(_plain(f"news.{code}") for code in picked[-1])


def _incidents(scenario: Scenario, state: TableState) -> tuple[Text | None, ...]:
    if state.outcome is None:
        return ()
    return tuple(_trouble(scenario, state, k, task) for k, task in enumerate(state.outcome.tasks))


def _trouble(scenario: Scenario, state: TableState, k: int, task: TaskOutcome) -> Text | None:
    if not task.trouble:
        return None
    return _pick(scenario, state, f"{'incident' if task.incident else 'grumble'}.{scenario.tasks[k]}")


def _done(scenario: Scenario, state: TableState) -> tuple[Text, ...]:
    """Return what was done about last round's trouble, task by task, while the next round agrees."""
    if not state.played or state.phase is not Phase.AGREE:
        return ()
    played = state.played[-1]
    return tuple(
        _plain(f"done.{scenario.tasks[k]}.{_main_response(played, k)}")
        for k, task in enumerate(played.result.outcome.tasks)
        if task.trouble
    )


def _main_response(played: PlayedRound, task: int) -> str:
    """Return what most of those who did something did about a task; the first of the roles in a tie."""
    counts: dict[str, int] = {}
    for seat in played.seats:
        word = str(seat.respond[task])
        if word != "let_be":
            counts[word] = counts.get(word, 0) + 1
    return max(counts, key=lambda word: counts[word]) if counts else "let_be"


def _overheard(scenario: Scenario, state: TableState, newest: Sequence[TaskOutcome]) -> tuple[Text, ...]:
    if not newest:
        return ()
    complaints = sum(task.complaints for task in newest) / len(newest)
    band = "calm" if complaints < 0.1 else "mixed" if complaints < 0.3 else "cross"
    sentences = _list(scenario, f"overheard.{band}")
    shift = int(draw(state.setup.seed, "overheard", state.setup.number, state.round) * len(sentences))
    return tuple(_plain(sentences[(shift + i) % len(sentences)]) for i in range(len(sentences)))


def _band(quality: float) -> int:
    return sum(quality >= bound for bound in BANDS)


def _pick(scenario: Scenario, state: TableState, prefix: str) -> Text:
    """Return one of the numbered sentences under `prefix`, another one every round until all have been."""
    sentences = _list(scenario, prefix)
    start = int(draw(state.setup.seed, prefix, state.setup.number) * len(sentences))
    phase = {Phase.AGREE: 0, Phase.ACT: 1, Phase.OUTCOME: 2}.get(state.phase, 0)
    step = (state.round - 1) * 3 + phase if prefix in ("look_at", "talk_about") else state.round - 1
    return _plain(sentences[(start + step) % len(sentences)])


def _list(scenario: Scenario, prefix: str) -> list[str]:
    known = words(scenario.code, "nl")
    found: list[str] = []
    while f"{prefix}.{len(found)}" in known:
        found.append(f"{prefix}.{len(found)}")
    return found or [prefix]


def _plain(code: str) -> Text:
    return Text(code, {})
