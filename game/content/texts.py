"""Picking sentences: pure functions of a scenario and a table's state, the same every time.

Only codes are picked; which words they have is the language's affair.
"""

from collections.abc import Sequence

from game.content.news import StreetRound, choose_news
from game.content.scenario import NEWS_PER_ROUND, Scenario
from game.content.threads import thread
from game.engine.debrief.series import start_of
from game.engine.model.choices import Response
from game.engine.model.luck import draw
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Outcome, TaskOutcome
from game.engine.screens.room import Setback, TableTexts, Text
from game.engine.table.moves import rule_won
from game.engine.table.phases import DEBRIEF_PHASES, SILENT_ROUNDS, Phase
from game.engine.table.state import PlayedRound, TableState

# Quality from which people tell a visitor something else.
HEARD_FROM = (0.4, 0.7)
# Mean complaints from which the street sounds mixed and cross.
MIXED_FROM = 0.1
CROSS_FROM = 0.3
STEPS = (Phase.AGREE, Phase.ACT, Phase.OUTCOME)


def table_texts(scenario: Scenario, state: TableState, silent: bool | None = None) -> TableTexts:
    """Return the sentences that a table's screens show now; without `silent`, the first SILENT_ROUNDS are silent."""
    is_silent = state.round <= SILENT_ROUNDS if silent is None else silent
    outcomes = _outcomes(state)
    newest = outcomes[-1].tasks if outcomes else ()
    return TableTexts(
        briefing=_plain(f"briefing.{state.round}") if state.phase is Phase.AGREE else None,
        news=_news(scenario, state, outcomes),
        incidents=_incidents(scenario, state, outcomes),
        setbacks=_setbacks(scenario, state, outcomes) if state.outcome else (),
        done=_done(scenario, state),
        overheard=_overheard(scenario, state, newest),
        heard=tuple(
            _pick(scenario, state, f"heard.{task}.{_after(outcome)}.{_band(outcome.quality)}", len(outcomes))
            for task, outcome in zip(scenario.tasks, newest, strict=False)
        ),
        meanwhile=_meanwhile(scenario, state, is_silent),
    )


def _outcomes(state: TableState) -> list[Outcome]:
    """Return the outcomes of all rounds so far, the open one last."""
    finished = [played.result.outcome for played in state.played]
    return [*finished, state.outcome] if state.outcome else finished


def _news(scenario: Scenario, state: TableState, outcomes: Sequence[Outcome]) -> tuple[Text, ...]:
    """Return the news of the newest round; the outcome phase already has that of the open round.

    What happened to a street comes first, then its one person of the round; they take the place of other news. Once a game
    is over it has neither: it stands under what became of the street, for people who may not have met that person.
    """
    if not outcomes:
        return ()
    before = [start_of(state), *(played.result.values for played in state.played)]
    rounds = [StreetRound(*pair) for pair in zip(before, outcomes, strict=False)]
    is_over = state.phase in DEBRIEF_PHASES
    setup = state.setup
    picked = choose_news(scenario, rounds, setup.rules, setup.seed, setup.number, is_over)
    usual = [_plain(f"news.{code}") for code in picked[-1]]
    if is_over:
        return tuple(usual)
    happened = [setback.sentence for setback in _setbacks(scenario, state, outcomes)]
    person = thread(scenario, outcomes, setup)
    told = [*happened, *([_plain(person)] if person else []), *usual]
    return tuple(told[: max(NEWS_PER_ROUND, len(happened))])


def _setbacks(scenario: Scenario, state: TableState, outcomes: Sequence[Outcome]) -> tuple[Setback, ...]:
    """Return what happened in the newest round: alike at every table, another sentence each time."""
    *earlier, newest = outcomes
    found = []
    for k, (task, now) in enumerate(zip(scenario.tasks, newest.tasks, strict=True)):
        # A scenario may have lost these words since the game began: then it is told as an incident.
        if now.setback and f"setback.{task}" in scenario.lists:
            times = sum(past.tasks[k].setback for past in earlier)
            found.append(Setback(k, _pick(scenario, state, f"setback.{task}", times, table=0)))
    return tuple(found)


def _incidents(scenario: Scenario, state: TableState, outcomes: Sequence[Outcome]) -> tuple[Text | None, ...]:
    """Return per task what happened; another sentence each time, until a task has had them all."""
    if state.outcome is None:
        return ()
    hit = {setback.task: setback.sentence for setback in _setbacks(scenario, state, outcomes)}
    found: list[Text | None] = []
    for k, (task, now) in enumerate(zip(scenario.tasks, state.outcome.tasks, strict=True)):
        earlier = [outcome.tasks[k] for outcome in outcomes[:-1]]
        if k in hit:
            found.append(hit[k])
        elif now.incident:
            times = sum(past.incident and not past.setback for past in earlier)
            found.append(_pick(scenario, state, f"incident.{task}", times))
        elif now.trouble:
            times = sum(past.trouble and not past.incident for past in earlier)
            found.append(_pick(scenario, state, f"grumble.{task}", times))
        else:
            found.append(None)
    return tuple(found)


def _done(scenario: Scenario, state: TableState) -> tuple[Text, ...]:
    """Return what was done about last round's trouble, task by task, while the next round agrees."""
    if not state.played or state.phase is not Phase.AGREE or state.setup.form == "short":
        return ()
    played = state.played[-1]
    rules = state.setup.rules
    ruled = rule_won(rules, played)
    return tuple(
        _plain(f"done.{scenario.tasks[k]}.{_answer(rules, played, k, ruled[k], turn=state.round + k)}")
        for k, task in enumerate(played.result.outcome.tasks)
        if task.trouble
    )


def _answer(rules: Ruleset, played: PlayedRound, task: int, ruled: bool, turn: int) -> str:
    """Return what a role mostly did about a task; the roles that did something take turns, so that each gets its mention.

    A rule that did not get more than half of the municipality is not on paper, and so not mentioned.
    """
    answers = []
    for role in Role:
        given = [str(seat.respond[task]) for seat in played.seats if seat.role is role]
        said = [
            answer for answer in rules.choices.answers[role] if not answer.lets_be and answer.word in given
        ]
        words = [str(answer.word) for answer in said if ruled or "ruled" not in answer.counts]
        if words:
            answers.append(max(words, key=given.count))
    return answers[turn % len(answers)] if answers else Response.LET_BE.value


def _overheard(scenario: Scenario, state: TableState, newest: Sequence[TaskOutcome]) -> tuple[Text, ...]:
    if not newest:
        return ()
    complaints = sum(task.complaints for task in newest) / len(newest)
    mood = "calm" if complaints < MIXED_FROM else "mixed" if complaints < CROSS_FROM else "cross"
    count = scenario.lists[f"overheard.{mood}"]
    return tuple(_pick(scenario, state, f"overheard.{mood}", state.round + index) for index in range(count))


def _meanwhile(scenario: Scenario, state: TableState, silent: bool) -> Text | None:
    """Return something to look at (in silence) or to talk about while waiting, a new one every phase."""
    if state.phase not in STEPS:
        return None
    step = (state.round - 1) * len(STEPS) + STEPS.index(state.phase)
    return _pick(scenario, state, "look_at" if silent else "talk_about", step)


def _after(task: TaskOutcome) -> str:
    """Return whether those who talk to a visitor had company: residents who gave the task an evening."""
    return "came" if task.joined else "without"


def _band(quality: float) -> int:
    return sum(quality >= bound for bound in HEARD_FROM)


def _pick(scenario: Scenario, state: TableState, code: str, times: int, table: int | None = None) -> Text:
    """Return the sentence of a list for the `times`-th time (from 0): a table's own first one, then on, then again.

    `table` 0 stands for all of them: what is alike at every table.
    """
    count = scenario.lists[code]
    first = int(draw(state.setup.seed, code, state.setup.number if table is None else table) * count)
    return _plain(f"{code}.{(first + times) % count}")


def _plain(code: str) -> Text:
    return Text(code, {})
