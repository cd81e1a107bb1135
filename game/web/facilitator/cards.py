"""Playing on paper: the voting cards, seat sheets and table sheet to print; only what everybody may know beforehand.

What a card cannot know, since it changes from round to round, it says in words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from game import content
from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.figures import OptionFigure, option_figures
from game.engine.model.outcome import role_limit, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset, start_values
from game.engine.model.scores import mark_point
from game.models import Game
from game.web.facilitator.printed import printed

ROUNDS_ON_A_SHEET = 6
SEATS_ON_A_SHEET = 12
SOFT_HYPHEN = "\u00ad"
DECIDES_NOTHING = 0.05  # of a mark: what a phone rounds to nothing


@dataclass(frozen=True)
class Option:
    """One card: its number on the sheets, its words, and its figures, one a line."""

    number: int
    label: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """What is chosen at one moment; `kind` as in option_figures, `per_task` unless it is chosen once a round."""

    kind: str
    name: str
    options: tuple[Option, ...]
    per_task: bool = True


@printed
def cards(request: HttpRequest, game: Game) -> HttpResponse:
    """Show the voting cards and sheets of a workshop's scenario, made to be printed."""
    return render(request, "facilitator/cards.html", _cards(game))


def limit_sentence(rules: Ruleset, role: Role, limit: float, language: str) -> str:
    """Return what a chair of `role` can spend a round: evenings, hours or tasks, as a sentence."""
    code = f"cards.limit.{role}" if rules.binds(role) else f"cards.paid.{role}"
    return content.fill(content.catalogue(language), code, {"limit": _decimal(limit, language)}, language)


def _cards(game: Game) -> dict[str, object]:
    language = get_language() or "nl"
    words = content.words(game.scenario, language)
    tasks = [words[f"task.{task}.name"] for task in content.scenario(game.scenario).tasks]
    rules = RULESETS[game.ruleset]
    roles = [_role_cards(rules, role, words, len(tasks), language) for role in Role]
    letter = words[f"ui.letter.{Role.MUNICIPALITY}"]
    return {
        "workshop": game.workshop,
        "tasks": tasks,
        "rounds": range(1, ROUNDS_ON_A_SHEET + 1),
        "chairs": range(1, SEATS_ON_A_SHEET + 1),
        "roles": roles,
        "collected": [
            words["phase.agree"],
            f"{words['ui.requirements']} ({letter})",
            words["phase.act"],
            _capital(words["ui.tag.incident"]),
        ],
        "paying": f"{words['ui.funding']} ({letter})",
    }


def _role_cards(
    rules: Ruleset, role: Role, words: Mapping[str, str], tasks: int, language: str
) -> dict[str, object]:
    figures = _figures(rules, role, tasks, words, language)
    wanted: list[tuple[str, str, str, tuple[str, ...], bool]] = []
    wanted.append(("holder", words["phase.agree"], "holder", tuple(Holder), True))
    if role is Role.MUNICIPALITY:
        wanted.append(("requirements", words["ui.requirements"], "requirements", ("no", "yes"), True))
        wanted.append(("funding", words["ui.funding"], "funding", tuple(Funding), False))
    wanted.append(("act", words["phase.act"], f"act.{role}", rules.choices.act_words[role], True))
    answers = rules.choices.answer_words[role]
    wanted.append(("respond", _capital(words["ui.tag.incident"]), "respond", answers, True))
    steps = [
        Step(
            kind,
            name,
            tuple(
                Option(
                    number,
                    words[f"{prefix}.{code}"].replace(SOFT_HYPHEN, ""),
                    figures.get((kind, str(code)), ()),
                )
                for number, code in enumerate(codes, 1)
            ),
            per_task,
        )
        for kind, name, prefix, codes, per_task in wanted
    ]
    return {
        "code": role.value,
        "name": words[f"role.{role}"],
        "letter": words[f"ui.letter.{role}"],
        "text": words[f"role_card.{role}"].split("\n"),
        "limit": _limit(rules, role, tasks, language),
        "steps": steps,
        "per_task": [step for step in steps if step.per_task],
        "once": [step for step in steps if not step.per_task],
    }


def _limit(rules: Ruleset, role: Role, tasks: int, language: str) -> str:
    """Return what a chair can spend a round; where the purse pays for it that is known of round 1 alone."""
    limit = role_limit(rules, start_values(rules, tasks), start_agreement(tasks), role)
    if rules.binds(role):
        return limit_sentence(rules, role, limit, language)
    first = {"limit": _decimal(limit, language)}
    return content.fill(content.catalogue(language), f"cards.first.{role}", first, language)


def _figures(
    rules: Ruleset, role: Role, tasks: int, words: Mapping[str, str], language: str
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the lines of every option of a role by (kind, option), as phones show them.

    A phone knows what was decided; a card does not, so a figure that depends on it stands there as from – to. What hangs on
    how the table stands has no figure there: it says that it differs.
    """
    differing = _differing(rules, role)
    found: dict[tuple[str, str], list[OptionFigure]] = {}
    for funding in Funding:
        for holder in Holder:
            for kept in (False, True):
                deals = (Deal(holder, kept),) * tasks
                for one in option_figures(rules, start_values(rules, tasks), role, tasks, funding, deals):
                    if (one.kind, one.option) not in differing:
                        found.setdefault((one.kind, one.option), []).append(one)
    for answer in rules.choices.answer_words[
        role
    ]:  # what an answer brings may hang on what happened, its meaning does not
        found.setdefault(("respond", answer), [OptionFigure("respond", None, answer)])
    worth = mark_point(rules, role)
    lines = {
        (kind, option): tuple(
            _lines(every, kind == "act" and role is Role.PROFESSIONAL, worth, words, language)
        )
        for (kind, option), every in found.items()
    }
    return lines | {key: (*lines.get(key, ()), words["cards.differs"]) for key in differing}


def _differing(rules: Ruleset, role: Role) -> frozenset[tuple[str, str]]:
    """Return the options of a role whose pay hangs on how the table stands: fundings and answers of later rulesets."""
    depend = rules.choices.answers_depend
    answers = [one.word for one in rules.choices.answers[role] if depend and not one.lets_be]
    fundings = tuple(Funding) if role is Role.MUNICIPALITY and any(rules.funding_slope) else ()
    return frozenset(
        [*(("funding", str(one)) for one in fundings), *(("respond", str(one)) for one in answers)]
    )


def _lines(
    every: list[OptionFigure], in_hours: bool, worth: float, words: Mapping[str, str], language: str
) -> Iterable[str]:
    def line(code: str, **params: str | float) -> str:
        return content.fill(words, f"ui.figure.{code}", params, language)

    one = every[0]
    told = {one.option: one.option == Response.GUARANTEE, "evening": one.evenings, "kept": one.kept}
    yield from (line(code) for code, is_so in told.items() if is_so)
    if in_hours:
        yield line("hours", hours=one.hours)
    points = _range([worth * each.points for each in every], language)
    if points:
        yield line("points", points=points)
    craft = _range([worth * each.craft for each in every], language)
    if craft:
        yield line("craft", points=craft)
    if one.money:
        yield line("money", money=10 * round(100 * one.money))
    blame = _range([-each.blame for each in every], language)
    if blame:
        yield line("blame", points=blame)
    if one.calm:
        yield line("calm", percent=round(100 * one.calm))


def _range(values: list[float], language: str) -> str:
    """Return the lowest and highest of `values` with their sign, one of them when they are the same, "" for nothing."""
    ends = sorted({min(values), max(values)}, key=abs)
    if abs(ends[-1]) < DECIDES_NOTHING:
        return ""
    to = " tot " if language == "nl" else " to "
    return to.join(dict.fromkeys(_signed(value, language) for value in ends))


def _signed(value: float, language: str) -> str:
    text = _decimal(abs(value), language)
    return text if text == "0" else f"{'−' if value < 0 else '+'}{text}"


def _decimal(value: float, language: str) -> str:
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "nl" else text


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
