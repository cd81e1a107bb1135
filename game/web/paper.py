"""Playing on paper: voting cards to print, and the form in which the facilitator enters what a table chose."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from game import content
from game.actions.paper import enter_choices
from game.engine.choices import (
    ACTS,
    RESPONSES,
    TAKE_OVER_HOURS,
    TOGETHER_HOURS,
    Choice,
    Deal,
    Funding,
    Holder,
    Response,
)
from game.engine.phases import PLAY_PHASES, Phase
from game.engine.refusal import Refused
from game.engine.roles import Role
from game.engine.table import TableState, prefill
from game.models import Game, Workshop
from game.selectors import live
from game.selectors.live import LiveGame, LiveTable
from game.selectors.rights import is_facilitator
from game.web.devices import device_of
from game.web.errors import not_found, sentence_of

ON_PAPER = {"no": False, "yes": True}
ROUNDS_ON_A_SHEET = 6


@dataclass(frozen=True)
class Field:
    """One choice on the form: its name, what it is about, the options as (value, words), and what is filled in."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True)
class SeatForm:
    """One seat on the form; `shown` is what was filled in when the page was made, `on_phone` that somebody plays it."""

    number: int
    role: str
    title: str
    on_phone: bool
    is_stored: bool
    fields: tuple[Field, ...]
    shown: str
    error: str = ""


def _text(values: Iterable[str]) -> str:
    """Return what is filled in for a seat as one text, to see later whether it was changed."""
    return "|".join(values)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def paper(request: HttpRequest, workshop: int, table: int) -> HttpResponse:
    """Show and take the choices of a table for the open phase; in other phases say when it is possible."""
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return render(request, "facilitator/no_key.html", status=403)
    game = live.newest_game(workshop)
    now = live.load(game.pk) if game else None
    found = next((one for one in now.tables if one.number == table), None) if now else None
    if game is None or now is None or found is None:
        return not_found(request)
    context = {"workshop": game.workshop, "table": table, **_neighbours(now, table), **_where(now)}
    if found.state is None or now.room.phase not in PLAY_PHASES:
        return render(request, "facilitator/paper.html", context)
    forms = list(_seat_forms(now, found, found.state))
    if request.method == "POST":
        try:
            step = int(request.POST.get("step", "-1")) if request.POST.get("step", "").isdecimal() else -1
            count = enter_choices(
                workshop,
                device,
                table,
                step,
                _posted(request.POST, found.state, forms),
                ready="ready" in request.POST,
            )
            return redirect(f"{reverse('paper', args=[workshop, table])}?saved={count}")
        except Refused as refused:
            forms = [_again(form, request.POST, refused) for form in forms]
            context |= {"error": sentence_of(refused)}
    context |= {"seats": forms, "step": now.room.step, "saved": request.GET.get("saved", "")[:3]}
    return render(request, "facilitator/paper.html", context, status=400 if "error" in context else 200)


def _where(now: LiveGame) -> dict[str, object]:
    words = content.words(now.room.scenario, get_language() or "nl")
    return {"phase": words[f"phase.{now.room.phase}"], "round": now.room.round}


def _neighbours(now: LiveGame, table: int) -> dict[str, int | None]:
    numbers = [one.number for one in now.tables]
    place = numbers.index(table)
    return {
        "before": numbers[place - 1] if place else None,
        "after": numbers[place + 1] if place + 1 < len(numbers) else None,
    }


def _seat_forms(now: LiveGame, table: LiveTable, state: TableState) -> Iterator[SeatForm]:
    words = content.words(now.room.scenario, get_language() or "nl")
    for seat, who in enumerate(table.room.seats):
        role = table.roles[seat]
        fields = tuple(_fields(state, seat, role, words))
        if fields:
            title = f"{who.alias or seat + 1} · {words[f'role.{role}']}"
            stored = state.picks[seat].by is not None
            shown = _text(field.value for field in fields)
            yield SeatForm(seat, role, title, who.present and not who.bot, stored, fields, shown)


def _fields(state: TableState, seat: int, role: Role, words: Mapping[str, str]) -> Iterator[Field]:
    """Return the choices of a seat in the open phase, filled with what is stored, else with what would count."""
    tapped, default = state.picks[seat].choice, prefill(state, seat)
    for k, task in enumerate(state.setup.tasks):
        name, label = f"s{seat}_{k}", words[f"task.{task}.name"]
        if state.phase is Phase.ACT:
            acts = _options(words, f"act.{role}", ACTS[role])
            yield Field(name, label, acts, _item(tapped.act, default.act, k))
        elif state.phase is Phase.OUTCOME:
            if state.outcome and state.outcome.tasks[k].trouble and state.setup.form == "full":
                responses = _options(words, "respond", RESPONSES[role])
                yield Field(name, label, responses, _item(tapped.respond, default.respond, k))
        elif role is Role.MUNICIPALITY:
            deal = (tapped.deals or default.deals or ())[k] or (default.deals or ())[k] or Deal()
            yield Field(name, label, _options(words, "holder", list(Holder)), deal.holder)
            if state.round > 1:
                kept = "yes" if deal.requirements else "no"
                yield Field(f"{name}_paper", label, _options(words, "requirements", ["no", "yes"]), kept)
        else:
            yield Field(
                name,
                label,
                _options(words, "holder", list(Holder)),
                _item(tapped.propose, default.propose, k),
            )
    if state.phase is Phase.AGREE and role is Role.MUNICIPALITY:
        funding = tapped.funding or default.funding or Funding.OUTPUT
        yield Field(
            f"s{seat}_funding", words["ui.funding"], _options(words, "funding", list(Funding)), funding
        )


def _options(
    words: Mapping[str, str], kind: str, codes: list[str] | tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), words[f"{kind}.{code}"].replace("\u00ad", "")) for code in codes)


def _item(tapped: tuple[object, ...] | None, default: tuple[object, ...] | None, k: int) -> str:
    mine = tapped[k] if tapped else None
    return str(mine if mine is not None else (default or ())[k])


def _posted(post: Mapping[str, str], state: TableState, forms: list[SeatForm]) -> dict[int, Choice]:
    """Return the sets to enter: of seats on a phone only what was changed here, so that nobody's newer tap is lost."""
    choices = {}
    for form in forms:
        values = {field.name: post.get(field.name, field.value) for field in form.fields}
        for field in form.fields:
            if values[field.name] not in dict(field.options):
                raise Refused("unknown_choice", seat=form.number)
        changed = _text(values.values()) != post.get(f"shown_{form.number}", form.shown)
        if changed or not (form.on_phone or form.is_stored):
            choices[form.number] = _choice(state, form, values)
    return choices


def _choice(state: TableState, form: SeatForm, values: Mapping[str, str]) -> Choice:
    tasks = range(len(state.setup.tasks))
    given = [values.get(f"s{form.number}_{k}") for k in tasks]
    if state.phase is Phase.ACT:
        return Choice(act=tuple(given))
    if state.phase is Phase.OUTCOME:
        return Choice(respond=tuple(Response(word) if word else None for word in given))
    holders = [Holder(word or "together") for word in given]
    if form.role != Role.MUNICIPALITY:
        return Choice(propose=tuple(holders))
    papers = [ON_PAPER[values.get(f"s{form.number}_{k}_paper", "no")] for k in tasks]
    deals = tuple(Deal(holder, kept) for holder, kept in zip(holders, papers, strict=True))
    return Choice(deals=deals, funding=Funding(values[f"s{form.number}_funding"]))


def _again(form: SeatForm, post: Mapping[str, str], refused: Refused) -> SeatForm:
    """Return a seat's form as it was filled in, with the refusal where it belongs."""
    fields = tuple(
        Field(field.name, field.label, field.options, post.get(field.name, field.value))
        for field in form.fields
    )
    error = sentence_of(refused) if refused.params.get("seat") == form.number else ""
    shown = post.get(f"shown_{form.number}", form.shown)
    return replace(form, fields=fields, shown=shown, error=error)


@require_safe
@never_cache
def cards(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show the voting cards and sheets of a workshop's scenario, made to be printed."""
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return render(request, "facilitator/no_key.html", status=403)
    game = live.newest_game(workshop)
    if game is None:
        return not_found(request)
    return render(request, "facilitator/cards.html", _cards(game))


def _cards(game: Game) -> dict[str, object]:
    words = content.words(game.scenario, get_language() or "nl")
    tasks = [words[f"task.{task}.name"] for task in content.scenario(game.scenario).tasks]
    workshop: Workshop = game.workshop
    return {
        "workshop": workshop,
        "tasks": tasks,
        "rounds": range(1, ROUNDS_ON_A_SHEET + 1),
        "roles": [_role_cards(role, words, len(tasks)) for role in Role],
    }


def _role_cards(role: Role, words: Mapping[str, str], tasks: int) -> dict[str, object]:
    steps = [
        (words["phase.agree"], [label for _, label in _options(words, "holder", list(Holder))]),
        (words["phase.act"], [label for _, label in _options(words, f"act.{role}", ACTS[role])]),
        (words["ui.tag.incident"], [label for _, label in _options(words, "respond", RESPONSES[role])]),
    ]
    if role is Role.MUNICIPALITY:
        papers = [label for _, label in _options(words, "requirements", ["no", "yes"])]
        funding = [label for _, label in _options(words, "funding", list(Funding))]
        steps[1:1] = [(words["ui.requirements"], papers), (words["ui.funding"], funding)]
    hours = {"take_over": TAKE_OVER_HOURS, "together": TOGETHER_HOURS}
    costs = {words["act.resident.join"]: words["ui.figure.evening"]}
    language = get_language() or "nl"
    for act, taken in hours.items():
        costs[words[f"act.professional.{act}"]] = content.fill(
            words, "ui.figure.hours", {"hours": taken}, language
        )
    shown = [
        {
            "name": name,
            "options": [
                {"number": number, "label": label, "cost": costs.get(label, "")}
                for number, label in enumerate(options, 1)
            ],
        }
        for name, options in steps
    ]
    paying = words["ui.funding"] if role is Role.MUNICIPALITY else ""
    return {
        "code": role.value,
        "name": words[f"role.{role}"],
        "letter": words[f"ui.letter.{role}"],
        "text": words[f"role_card.{role}"].split("\n"),
        "steps": shown,
        "per_task": [step for step in shown if step["name"] != paying],  # paying is chosen once a round
        "paying": paying,
    }
