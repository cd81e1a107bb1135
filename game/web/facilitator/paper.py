"""Playing on paper: the form in which the facilitator enters what a table chose. It must not know the cards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions.paper import enter_choices
from game.engine.model.choices import Choice, Deal, Funding, Holder, Response
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.table import limits
from game.engine.table.moves import prefill
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.state import TableState
from game.selectors.games import newest_game
from game.selectors.live.loading import load
from game.selectors.live.values import LiveGame, LiveTable
from game.selectors.rights import is_facilitator
from game.web.devices import device_of
from game.web.errors import not_found, sentence_of
from game.web.facilitator.cards import limit_sentence
from game.web.words import said

SAVED = re.compile(r"[0-9]{1,2}")
ON_PAPER = {"no": False, "yes": True}


@dataclass(frozen=True)
class Field:
    """One choice on the form: its name, what it is about, the options as (value, words), and what is filled in."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True)
class SeatForm:
    """One seat on the form; `shown` is what was filled in when the page was made, `on_phone` that somebody plays it.

    `limit` says what it may spend, while doing; `letter` is the role's; `is_entered` that what is stored came from paper.
    """

    number: int
    role: Role
    letter: str
    title: str
    limit: str
    on_phone: bool
    is_stored: bool
    is_entered: bool
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
    game = newest_game(workshop)
    now = load(game.pk) if game else None
    found = next((one for one in now.tables if one.number == table), None) if now else None
    if game is None or now is None or found is None:
        return not_found(request)
    context = {"workshop": game.workshop, "table": table, **_neighbours(now, table), **_where(now)}
    if found.state is None or now.room.phase not in PLAY_PHASES:
        return render(request, "facilitator/paper.html", context)
    forms = list(_seat_forms(now, found, found.state))
    if request.method == "POST":
        try:
            step = _step(request.POST, now.room.step)
            sets = _posted(request.POST, found.state, forms)
            count = enter_choices(workshop, device, table, step, sets, ready="ready" in request.POST)
            return redirect(f"{reverse('paper', args=[workshop, table])}?saved={count}")
        except Refused as refused:
            context |= {"error": sentence_of(refused), "wrong": _named(forms, refused)}
            if refused.code != "stale_step":  # what was filled in belongs to a step that is over
                forms = [_again(form, request.POST, refused) for form in forms]
    saved = request.GET.get("saved", "")
    context |= {"seats": forms, "step": now.room.step, "saved": saved if SAVED.fullmatch(saved) else ""}
    return render(request, "facilitator/paper.html", context, status=400 if "error" in context else 200)


def _step(post: Mapping[str, str], open_now: int) -> int:
    """Return the step the form was made for; raises Refused("stale_step") unless it is the one that is open."""
    if post.get("step") != str(open_now):
        raise Refused("stale_step")
    return open_now


def _named(forms: list[SeatForm], refused: Refused) -> SeatForm | None:
    """Return the seat that a refusal is about, or None."""
    return next((form for form in forms if form.number == refused.params.get("seat")), None)


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
        stored = state.picks[seat].by
        # What a phone chose is told to nobody before its phase closes.
        tapped = Choice() if stored is By.PLAYER else state.picks[seat].choice
        fields = tuple(_fields(state, seat, role, words, _given(state, seat, role, tapped)))
        if fields:
            name = who.alias or said("paper.seat", number=seat + 1)
            letter, title = words[f"ui.letter.{role}"], f"{name} · {words[f'role.{role}']}"
            limit = ""
            if state.phase is Phase.ACT:
                limit = limit_sentence(
                    state.setup.rules, role, limits.limit(state, seat), get_language() or "nl"
                )
            shown = _text(field.value for field in fields)
            here = who.present and not who.bot
            by = (stored is not None, stored is By.FACILITATOR)
            yield SeatForm(seat, role, letter, title, limit, here, *by, fields, shown)


def _fields(
    state: TableState, seat: int, role: Role, words: Mapping[str, str], given: Mapping[str, str]
) -> Iterator[Field]:
    """Return the choices of a seat in the open phase, each with what is filled in by its name (`given`)."""
    choices = state.setup.rules.choices
    answers = _options(words, f"act.{role}", choices.act_words[role])
    match state.phase:
        case Phase.AGREE:
            answers = _options(words, "holder", list(Holder))
        case Phase.OUTCOME:
            answers = _options(words, "respond", choices.answer_words[role])
    for k, task in enumerate(state.setup.tasks):
        name, label = f"s{seat}_{k}", words[f"task.{task}.name"]
        if name in given:
            yield Field(name, label, answers, given[name])
        if f"{name}_paper" in given:
            about = f"{label}: {words['ui.requirements'].lower()}"
            papers = _options(words, "requirements", ["no", "yes"])
            yield Field(f"{name}_paper", about, papers, given[f"{name}_paper"])
    if f"s{seat}_funding" in given:
        fundings = _options(words, "funding", list(Funding))
        yield Field(f"s{seat}_funding", words["ui.funding"], fundings, given[f"s{seat}_funding"])


def _given(state: TableState, seat: int, role: Role, tapped: Choice) -> dict[str, str]:
    """Return what stands in the fields of a seat by their names: what was `tapped`, else what would count."""
    default, found = prefill(state, seat), dict[str, str]()
    for k in range(len(state.setup.tasks)):
        name = f"s{seat}_{k}"
        if state.phase is Phase.ACT:
            found[name] = _item(tapped.act, default.act, k)
        elif state.phase is Phase.OUTCOME:
            if state.outcome and state.outcome.tasks[k].trouble and state.setup.form == "full":
                found[name] = _item(tapped.respond, default.respond, k)
        elif role is Role.MUNICIPALITY:
            deal = (tapped.deals or default.deals or ())[k] or (default.deals or ())[k] or Deal()
            found[name] = deal.holder
            if state.round > 1:
                found[f"{name}_paper"] = "yes" if deal.requirements else "no"
        else:
            found[name] = _item(tapped.propose, default.propose, k)
    if state.phase is Phase.AGREE and role is Role.MUNICIPALITY:
        found[f"s{seat}_funding"] = tapped.funding or default.funding or Funding.OUTPUT
    return found


def _options(
    words: Mapping[str, str], kind: str, codes: list[str] | tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), words[f"{kind}.{code}"].replace("\u00ad", "")) for code in codes)


def _item(tapped: tuple[object, ...] | None, default: tuple[object, ...] | None, k: int) -> str:
    mine = tapped[k] if tapped else None
    return str(mine if mine is not None else (default or ())[k])


def _posted(post: Mapping[str, str], state: TableState, forms: list[SeatForm]) -> dict[int, Choice | None]:
    """Return the sets to enter: of seats on a phone only what was changed here, so that nobody's newer tap is lost.

    None is for a seat that was entered before and stays as it is.
    """
    choices: dict[int, Choice | None] = {}
    for form in forms:
        values = {field.name: post.get(field.name, field.value) for field in form.fields}
        for field in form.fields:
            if values[field.name] not in dict(field.options):
                raise Refused("unknown_choice", seat=form.number)
        shown = post.get(f"shown_{form.number}", form.shown)
        changed = _text(values.values()) != shown
        if changed or not (form.on_phone or form.is_stored):
            choices[form.number] = _choice(state, form, _over_phone(state, form, values, shown))
        elif form.is_entered and not form.on_phone:
            choices[form.number] = None
    return choices


def _over_phone(
    state: TableState, form: SeatForm, values: Mapping[str, str], shown: str
) -> Mapping[str, str]:
    """Return what counts for a seat now: what was changed here, and for the rest what its phone chose, if it did."""
    picks = state.picks[form.number]
    if picks.by is not By.PLAYER:
        return values
    before = dict(zip(values, shown.split("|"), strict=False))
    chosen = _given(state, form.number, form.role, picks.choice)
    return {name: chosen[name] if before.get(name) == value else value for name, value in values.items()}


def _choice(state: TableState, form: SeatForm, values: Mapping[str, str]) -> Choice:
    tasks = range(len(state.setup.tasks))
    given = [values.get(f"s{form.number}_{k}") for k in tasks]
    if state.phase is Phase.ACT:
        return Choice(act=tuple(given))
    if state.phase is Phase.OUTCOME:
        return Choice(respond=tuple(Response(word) if word else None for word in given))
    holders = [Holder(word) if word else Deal().holder for word in given]
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
