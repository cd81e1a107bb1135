"""The game file: one table's game as plain JSON values, read strictly and played again from its choices alone.

Knows the format of docs/model.md's game file, not where a file comes from. Unknown keys are ignored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.engine.model.choices import (
    MAX_TASKS,
    MIN_TASKS,
    Deal,
    Funding,
    Holder,
    Response,
)
from game.engine.model.outcome import start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import play_round
from game.engine.model.rules import RULESETS, Ruleset, start_values
from game.engine.model.values import By, RoundResult, SeatRound

_LONGEST_SHOWN = 40

Form = Literal["full", "short"]


class GameFileError(Exception):
    """A game file that does not fit; its text is the place and the reason, on one line."""


@dataclass(frozen=True, slots=True)
class GameRound:
    """One round of a file: the dice, every seat (municipality, professionals, residents), and the tasks that are hit."""

    draws: tuple[float, ...]
    seats: tuple[SeatRound, ...]
    setback: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GameFile:
    """A file that fits its format; every list is complete and within the limits.

    `talk_from` is the first round (1-based) that was played talking, None when the file does not say.
    """

    ruleset: int
    form: Form
    tasks: tuple[str, ...]
    rounds: tuple[GameRound, ...]
    talk_from: int | None = None


def parse(data: object) -> GameFile:
    """Return the game in `data` (what a JSON reader gives); raises GameFileError with the first place that does not fit."""
    if not isinstance(data, dict):
        raise GameFileError("file: must be an object")
    ruleset = _ruleset(data.get("ruleset", 1))
    form: Form = "short" if _word(data.get("form", "full"), "form", ("full", "short")) == "short" else "full"
    tasks = _tasks(_required(data, "", "tasks"))
    given = _list(_required(data, "", "rounds"), "rounds")
    if not given:
        raise GameFileError("rounds: at least one is needed")
    rules = RULESETS[ruleset]
    rounds = tuple(_round(rules, item, f"rounds[{number}]", len(tasks)) for number, item in enumerate(given))
    return GameFile(ruleset, form, tasks, rounds, _talk_from(data))


def replay(gamefile: GameFile) -> dict[str, object]:
    """Return what the game's choices lead to, ready for JSON; numbers are not rounded."""
    rules = RULESETS[gamefile.ruleset]
    values = start_values(rules, len(gamefile.tasks))
    agreement = start_agreement(len(gamefile.tasks))
    rounds = []
    for played in gamefile.rounds:
        result = play_round(
            rules, values, agreement, played.seats, played.draws, gamefile.form, played.setback
        )
        values, agreement = result.values, result.outcome.agreement
        rounds.append(_report(result, played.seats))
    return {"rounds": rounds}


def _report(result: RoundResult, seats: Sequence[SeatRound]) -> dict[str, object]:
    outcome, values = result.outcome, result.values
    totals = list(zip(seats, result.scores, strict=True))
    return {
        "funding": outcome.agreement.funding.value,
        "cost": outcome.cost,
        "reserve": values.reserve,
        "trust": values.trust,
        "hours": outcome.hours,
        "tasks": [
            {
                "holder": task.deal.holder.value,
                "requirements": task.deal.requirements,
                "quality": task.quality,
                "complaints": task.complaints,
                "incident": task.incident,
                "trouble": task.trouble,
                "ownership": values.ownership[k],
                "expectation": values.expectation[k],
                "bureaucracy": values.bureaucracy[k],
                "professional_share": task.professional_share,
            }
            for k, task in enumerate(outcome.tasks)
        ],
        "scores": {role.group: [score.total for seat, score in totals if seat.role is role] for role in Role},
    }


def _required(holder: dict[str, object], place: str, key: str) -> object:
    if key not in holder:
        raise GameFileError(f"{place}{'.' if place else ''}{key}: missing")
    return holder[key]


def _object(item: object, place: str) -> dict[str, object]:
    if not isinstance(item, dict):
        raise GameFileError(f"{place}: must be an object")
    return item


def _list(item: object, place: str, length: int | None = None) -> list[object]:
    if not isinstance(item, list):
        raise GameFileError(f"{place}: must be a list")
    if length is not None and len(item) != length:
        raise GameFileError(f"{place}: must have {length} entries, has {len(item)}")
    return item


def _word(item: object, place: str, words: Sequence[str]) -> str:
    if not isinstance(item, str):
        raise GameFileError(f"{place}: must be a word")
    if item not in words:
        shown = item if len(item) <= _LONGEST_SHOWN else item[:_LONGEST_SHOWN] + "..."
        raise GameFileError(f"{place}: unknown choice {shown!a}")
    return item


def _words(item: object, place: str, words: Sequence[str], length: int) -> tuple[str, ...]:
    given = _list(item, place, length)
    return tuple(_word(word, f"{place}[{k}]", words) for k, word in enumerate(given))


def _ruleset(item: object) -> int:
    if not isinstance(item, int) or isinstance(item, bool):
        raise GameFileError("ruleset: must be a whole number")
    if item not in RULESETS:
        raise GameFileError("ruleset: unknown ruleset")
    return item


def _talk_from(given: dict[str, object]) -> int | None:
    if "talk_from" not in given:
        return None
    item = given["talk_from"]
    if not isinstance(item, int) or isinstance(item, bool) or item < 1:
        raise GameFileError("talk_from: must be the number of a round, from 1")
    return item


def _tasks(item: object) -> tuple[str, ...]:
    given = _list(item, "tasks")
    if not MIN_TASKS <= len(given) <= MAX_TASKS:
        raise GameFileError(f"tasks: must have {MIN_TASKS} to {MAX_TASKS} entries, has {len(given)}")
    names = []
    for k, name in enumerate(given):
        if not isinstance(name, str):
            raise GameFileError(f"tasks[{k}]: must be a word")
        names.append(name)
    return tuple(names)


def _draw(item: object, place: str) -> float:
    # A comparison with NaN is false, so this refuses it too.
    if not isinstance(item, int | float) or isinstance(item, bool) or not 0 <= item <= 1:
        raise GameFileError(f"{place}: must be a number from 0 to 1")
    return float(item)


def _round(rules: Ruleset, item: object, place: str, tasks: int) -> GameRound:
    given = _object(item, place)
    dice = _list(_required(given, place, "draws"), f"{place}.draws", tasks)
    draws = tuple(_draw(drawn, f"{place}.draws[{k}]") for k, drawn in enumerate(dice))
    seats: list[SeatRound] = []
    for role in Role:
        key = role.group
        entries = _list(_required(given, place, key), f"{place}.{key}")
        if not entries:
            raise GameFileError(f"{place}.{key}: at least one seat is needed")
        seats.extend(
            _seat(rules, entry, f"{place}.{key}[{n}]", role, tasks) for n, entry in enumerate(entries)
        )
    hit = _setback(given.get("setback", []), f"{place}.setback", tasks) if rules.has_setbacks else ()
    return GameRound(draws, tuple(seats), hit)


def _setback(item: object, place: str, tasks: int) -> tuple[int, ...]:
    """Return the tasks that are hit, each once, in their order."""
    found: set[int] = set()
    for n, task in enumerate(_list(item, place)):
        if not isinstance(task, int) or isinstance(task, bool):
            raise GameFileError(f"{place}[{n}]: must be a whole number")
        if not 0 <= task < tasks:
            raise GameFileError(f"{place}[{n}]: there is no task {task}, the last is {tasks - 1}")
        found.add(task)
    return tuple(sorted(found))


def _seat(rules: Ruleset, item: object, place: str, role: Role, tasks: int) -> SeatRound:
    given = _object(item, place)
    deals = funding = propose = None
    if role is Role.MUNICIPALITY:
        deals = _deals(_required(given, place, "deals"), f"{place}.deals", tasks)
        funding = Funding(_word(_required(given, place, "funding"), f"{place}.funding", tuple(Funding)))
    elif "propose" in given:
        holders = _words(given["propose"], f"{place}.propose", tuple(Holder), tasks)
        propose = tuple(Holder(holder) for holder in holders)
    act = _words(_required(given, place, "act"), f"{place}.act", rules.choices.act_words[role], tasks)
    _check_limit(rules, act, f"{place}.act", role, tasks)
    respond = (Response.LET_BE,) * tasks
    if "respond" in given:
        words = _words(given["respond"], f"{place}.respond", rules.choices.answer_words[role], tasks)
        respond = tuple(Response(word) for word in words)
    by = By(_word(given.get("by", By.PLAYER), f"{place}.by", tuple(By)))
    promise = _promise(given["promise"], f"{place}.promise", tasks) if "promise" in given else None
    return SeatRound(role, act, respond, deals, funding, propose, by, promise)


def _promise(item: object, place: str, tasks: int) -> tuple[bool, ...]:
    promised = []
    for k, one in enumerate(_list(item, place, tasks)):
        if not isinstance(one, bool):
            raise GameFileError(f"{place}[{k}]: must be true or false")
        promised.append(one)
    return tuple(promised)


def _deals(item: object, place: str, tasks: int) -> tuple[Deal, ...]:
    return tuple(_deal(deal, f"{place}[{k}]") for k, deal in enumerate(_list(item, place, tasks)))


def _deal(item: object, place: str) -> Deal:
    given = _object(item, place)
    holder = Holder(_word(_required(given, place, "holder"), f"{place}.holder", tuple(Holder)))
    requirements = _required(given, place, "requirements")
    if not isinstance(requirements, bool):
        raise GameFileError(f"{place}.requirements: must be true or false")
    return Deal(holder, requirements)


def _check_limit(rules: Ruleset, act: tuple[str, ...], place: str, role: Role, tasks: int) -> None:
    spent = rules.spent(role, act)
    if role is Role.PROFESSIONAL:
        return  # hours above the limit are scaled
    if role is Role.RESIDENT and spent > rules.evenings(tasks):
        raise GameFileError(f"{place}: {spent:g} evenings, the limit is {rules.evenings(tasks)}")
    if role is Role.MUNICIPALITY and spent > rules.looks:
        raise GameFileError(f"{place}: {spent:g} tasks visited or inspected, the limit is {rules.looks}")
