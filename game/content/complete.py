"""What a scenario's words must have in every language; the start stops on the first thing that is missing."""

from collections import Counter
from collections.abc import Iterator, Mapping

from game.content.anew import PREFIX as ANEW
from game.content.anew import check_anew, said_anew
from game.content.renamed import PREFIX as INSTEAD
from game.content.renamed import check_renamed, renamed
from game.content.scenario import Scenario
from game.content.source import Source
from game.content.words import parameters, read_words
from game.engine.debrief.steps import STEPS
from game.engine.model.choices import Response
from game.engine.model.roles import Role
from game.engine.table.phases import MAX_ROUNDS

# What may differ between languages: the length of the list of names, and what reads badly in one of them.
FREE = ("alias.", ANEW, INSTEAD)
NOTES = (
    "lobby",
    "agree_first",
    "agree_later",
    "act",
    "outcome",
    "respond",
    "time_out",
    *STEPS,
    "closed",
)
# Besides, where a scenario has setbacks: the outcome of such a round, what comes after it, and looking back on it.
SETBACK_NOTES = ("outcome_setback", "agree_setback", "time_out_setback", "what_happened_setback")
NOTE_PARTS = ("say", "ask", "watch")
# In the debrief the notes also tell what not to say.
DEBRIEF_NOTE_PARTS = (*NOTE_PARTS, "not")
OVERHEARD = ("calm", "mixed", "cross")
# Who had been there when people talk to a visitor, and what a task's one person saw of the round: see texts and threads.
HEARD_AFTER = ("came", "without")
THREAD = ("came", "alone", "worked", "nobody")
BANDS = 3
LOOKS = 4
ROLE_CARD_WORDS = 60
ALIASES = 80
ALIAS_LENGTH = 20
# How many sentences there must be to pick from.
LEAST = {
    "incident": 3,
    "setback": 4,
    "grumble": 3,
    "overheard": 5,
    "heard": 1,
    "thread": 2,
    "look_at": 8,
    "talk_about": 8,
}
OF_TASKS = ("task", "incident", "setback", "grumble", "done", "heard", "thread")


def check_complete(
    scenario: Scenario, source: Source, catalogue: Mapping[str, str], marked: frozenset[str]
) -> None:
    """Raise ContentError unless the file has every text of the scenario, and nothing it cannot place.

    Of the `catalogue` it may say the `marked` codes in its own words, under [words], and call things by its own names in all
    of it, under [instead].
    """
    every = read_words(source)
    check_anew(source, every, catalogue, marked)
    check_renamed(source, every, catalogue)
    words = _texts(every)
    known_news = {f"news.{news.code}" for news in scenario.news}
    for code, text in words.items():
        _check_code(scenario, source, code, known_news)
        if code in catalogue:
            raise source.error("the catalogue has this code already", code)
        for name in sorted(parameters(text)):
            raise source.error(f"unknown parameter '{{{name}}}'", code)
    for code in _needed(scenario):
        if code not in words:
            raise source.error(f"'{code}' is missing", code)
    for role in Role:
        if len(words[f"role_card.{role}"].split()) > ROLE_CARD_WORDS:
            raise source.error(f"a role card has at most {ROLE_CARD_WORDS} words", f"role_card.{role}")
    _check_aliases(source, [text for code, text in words.items() if code.startswith("alias.")])


def own_words(words: Mapping[str, str], catalogue: Mapping[str, str]) -> dict[str, str]:
    """Return a scenario's texts by code, and those of the `catalogue` that it says in its own words or with its own names."""
    return _texts(words) | renamed(words, catalogue) | said_anew(words)


def _texts(words: Mapping[str, str]) -> dict[str, str]:
    """Return what a scenario's file says by codes of its own."""
    return {code: text for code, text in words.items() if not code.startswith((ANEW, INSTEAD))}


def list_lengths(words: Mapping[str, str]) -> dict[str, int]:
    """Return for every list of texts how many it has, by the code before the position."""
    return dict(Counter(code.rpartition(".")[0] for code in words if code.rpartition(".")[2].isdecimal()))


def _needed(scenario: Scenario) -> Iterator[str]:
    yield from ("title", "invitation", "opening")
    yield from (f"role_card.{role}" for role in Role)
    yield from (f"briefing.{round}" for round in range(1, MAX_ROUNDS + 1))
    for task in scenario.tasks:
        yield from (f"task.{task}.name", f"task.{task}.about")
        yield from (f"task.{task}.look.{band}" for band in range(LOOKS))
        yield from (f"done.{task}.{response}" for response in Response)
        yield from _list(f"incident.{task}", LEAST["incident"])
        if scenario.setbacks:
            yield from _list(f"setback.{task}", LEAST["setback"])
        yield from _list(f"grumble.{task}", LEAST["grumble"])
        for who in HEARD_AFTER:
            for band in range(BANDS):
                yield from _list(f"heard.{task}.{who}.{band}", LEAST["heard"])
        for seen in THREAD:
            yield from _list(f"thread.{task}.{seen}", LEAST["thread"])
    for mood in OVERHEARD:
        yield from _list(f"overheard.{mood}", LEAST["overheard"])
    yield from _list("look_at", LEAST["look_at"])
    yield from _list("talk_about", LEAST["talk_about"])
    yield from _list("alias", ALIASES)
    for step in (*NOTES, *(SETBACK_NOTES if scenario.setbacks else ())):
        parts = DEBRIEF_NOTE_PARTS if step.removesuffix("_setback") in STEPS else NOTE_PARTS
        yield from (f"note.{step}.{part}" for part in parts)
    yield from (f"news.{news.code}" for news in scenario.news)


def _list(code: str, least: int) -> Iterator[str]:
    yield from (f"{code}.{index}" for index in range(least))


def _check_code(scenario: Scenario, source: Source, code: str, known_news: set[str]) -> None:
    first, _, rest = code.partition(".")
    if first in OF_TASKS and rest.partition(".")[0] not in scenario.tasks:
        raise source.error(f"unknown task '{rest.partition('.')[0]}'", code)
    if first == "news" and code not in known_news:
        raise source.error("the scenario has no such news", code)


def _check_aliases(source: Source, aliases: list[str]) -> None:
    for alias in aliases:
        if len(alias) > ALIAS_LENGTH:
            raise source.error(f"'{alias}' is longer than {ALIAS_LENGTH} characters", "alias")
        if aliases.count(alias) > 1:
            raise source.error(f"'{alias}' is there twice", "alias")
