"""Starting a workshop: the start link or an account, and the form whose defaults are good enough to press one button."""

from collections.abc import Iterable
from dataclasses import fields
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.validators import MaxValueValidator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import grants, saved, workshops
from game.actions.workshops import WorkshopSettings
from game.actions.worlds import Maker, NoWorld
from game.engine.debrief.timetable import PLANS
from game.engine.model.refusal import Refused
from game.engine.model.roles import MAX_SEATS, MIN_SEATS
from game.engine.table.phases import MAX_ROUNDS, MIN_ROUNDS
from game.engine.table.proposal import MOST_PEOPLE
from game.models import Device
from game.selectors.workshops import of_device
from game.selectors.worlds import is_kept
from game.web import once
from game.web.accounts.login import user_of
from game.web.devices import device_of, device_or_new, keep, keep_renewed, label_of
from game.web.errors import sentence_of
from game.web.facilitator import proposing, worlds
from game.web.facilitator.control import NEW, show_link_once
from game.web.facilitator.saved import FROM, begin_with, notes_of, owner_of
from game.web.words import said

MOST_TYPED = 600  # what a browser counts is not what the eye does: the limit itself is judged by the door
LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
FORMS = (
    ("full", _("Full: after an incident (something breaks or fails) or complaints everyone responds")),
    ("short", _("Short: without responding")),
)
TALKING = (
    ("silent_first", _("Rounds 1 to 3 in silence, then talk")),
    ("free", _("Talk from the start")),
)


PLANNED = (
    *((plan, format_lazy(_("{minutes} minutes"), minutes=plan)) for plan in PLANS),
    (0, _("No plan")),
)
RULES = (
    (2, _("The rules of now")),
    (1, _("The first rules: to compare with an earlier evening")),
)


class WorkshopForm(forms.Form):
    """The settings of a new workshop."""

    title = forms.CharField(label=_("Name of the workshop"), max_length=MOST_TYPED)
    scenario = forms.ChoiceField(label=_("Scenario"))
    tables = forms.IntegerField(label=_("Tables"), min_value=1)
    seats = forms.IntegerField(label=_("Seats per table"), min_value=MIN_SEATS, max_value=MAX_SEATS)
    people = forms.IntegerField(
        label=_("How many people will come?"), min_value=MIN_SEATS, max_value=MOST_PEOPLE, required=False
    )
    minutes = forms.TypedChoiceField(
        label=_("Time for the evening"), choices=PLANNED, coerce=int, empty_value=None, required=False
    )
    save_as = forms.CharField(label=_("Name of these settings"), max_length=MOST_TYPED, required=False)
    rounds = forms.IntegerField(label=_("Rounds"), min_value=MIN_ROUNDS, max_value=MAX_ROUNDS)
    form = forms.ChoiceField(label=_("Form"), choices=FORMS, widget=forms.RadioSelect)
    talking = forms.ChoiceField(label=_("Talking"), choices=TALKING, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)
    fill_bots = forms.BooleanField(label=_("Let bots play empty seats"), required=False)
    practice = forms.BooleanField(label=_("Round 1 is practice, and starts again afterwards"), required=False)
    auto_close = forms.BooleanField(label=_("Go on by itself when everyone is ready"), required=False)
    bot_after_seconds = forms.IntegerField(
        label=_("Seconds away until a bot takes over (0: never)"),
        min_value=0,
        max_value=workshops.MAX_ABSENCE_SECONDS,
        required=False,
    )
    ruleset = forms.TypedChoiceField(
        label=_("Rules of the game"),
        choices=RULES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    rehearsal = forms.BooleanField(label=_("Rehearsal without people: a bot on every seat"), required=False)

    def __init__(self, *args: object, own: Iterable[tuple[str, str]] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = get_language() or "nl"
        usual = content.default_scenario()
        codes = sorted(content.load_all(), key=lambda code: (code != usual, code))
        titles = [(code, content.words(code, language)["title"]) for code in codes]
        titles += [*own, *self._as_played(language)]
        self.fields["tables"].validators.append(MaxValueValidator(settings.MAX_TABLES))
        self.fields["tables"].widget.attrs["max"] = settings.MAX_TABLES
        self.fields["scenario"].choices = titles  # type: ignore[attr-defined]
        for field in self.fields.values():
            if not isinstance(field.widget, forms.RadioSelect | forms.CheckboxInput):
                field.widget.attrs["class"] = "input"

    def _as_played(self, language: str) -> list[tuple[str, str]]:
        """Return the own world of the workshop that is copied, as it was played there."""
        asked = str(self.data.get("scenario") or self.initial.get("scenario", ""))
        if not is_kept(asked):
            return []
        return [(asked, said("world.as_played", title=content.words(asked, language)["title"]))]

    def settings(self, scenario: str) -> WorkshopSettings:
        """Return what was filled in, and the usual for what was left empty, with this scenario; only after is_valid()."""
        names = {field.name for field in fields(WorkshopSettings)} & self.fields.keys()
        filled = {name: self.cleaned_data[name] for name in names} | {"scenario": scenario}
        if filled["title"] in _titles():  # left as the form opened with it, or a scenario's own
            filled["title"] = content.words(filled["scenario"], filled["language"])["title"]
        return WorkshopSettings(**{name: value for name, value in filled.items() if value is not None})

    def to_keep(self) -> dict[str, object]:
        """Return what was filled in, to fill it in again another time; only after is_valid()."""
        left = {"save_as", "rehearsal"}
        return {name: value for name, value in self.cleaned_data.items() if name not in left}


def _titles() -> set[str]:
    """Return what the scenarios are called, in every language."""
    return {
        content.words(code, language)["title"]
        for code in content.load_all()
        for language in content.LANGUAGES
    }


def defaults() -> dict[str, object]:
    """Return what the form opens with."""
    usual = WorkshopSettings(title="")
    language = get_language() or "nl"
    title = content.words(usual.scenario, language)["title"]
    left = {"title", "language", "seed"}
    names = [field.name for field in fields(WorkshopSettings) if field.name not in left]
    return {name: getattr(usual, name) for name in names} | {"title": title, "language": language}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Let in whoever has the start link or an account, then show the form and start what is filled in."""
    has_accounts = settings.HOSTING == "accounts"
    if has_accounts and user_of(request) is None:
        return redirect_to_login(request.get_full_path())
    if "key" in request.GET and not has_accounts:
        return _exchange(request)
    device = device_of(request)
    if not has_accounts and (device is None or not grants.may_start(device)):
        return render(request, "facilitator/no_key.html", status=403)
    if request.method == "POST":
        return _start(request)
    if proposing.ASKS in request.GET:
        return _proposed(request, request.GET, device)
    own = worlds.choices(request)
    initial = defaults() | begin_with(request, device, request.GET) | worlds.picked(request.GET, own)
    return _form(request, WorkshopForm(initial=initial, own=own), device)


def _exchange(request: HttpRequest) -> HttpResponse:
    """Exchange the key of the start link for a right of this browser; a wrong one makes no device."""
    if not grants.is_start_key(request.GET["key"]):
        return render(request, "facilitator/no_key.html", {"wrong": True}, status=403)
    gain = f"start:{request.GET['key']}"
    device, token = device_or_new(request, gain=gain)
    grants.exchange_start_key(device, request.GET["key"])
    response: HttpResponse = redirect("new")
    keep_renewed(response, request, device, token, gain)
    return response


def _start(request: HttpRequest) -> HttpResponse:
    """Start a workshop from the form; "rehearse now" starts the same one with bots on all seats.

    "propose" only fills in tables and seats, "keep" keeps the settings. `real` is a rehearsal whose evening is started as
    the form would open for it: nothing is left to fill in.
    """
    filled = proposing.fitted(request.POST)
    device = device_of(request)
    own = worlds.choices(request)
    if "real" in filled:
        evening = begin_with(request, device, {"copy": str(filled["real"]), "real": "1"})
        if not evening:
            return redirect("new")
        return _open(request, WorkshopForm(defaults() | evening, own=own), device, str(evening[FROM]))
    if proposing.ASKS in filled:
        address = proposing.address(reverse("new"), filled, (*WorkshopForm.base_fields, FROM))
        return redirect(address) if address else _proposed(request, filled, device)
    form = WorkshopForm(_rehearsed(filled) if "rehearse_now" in filled else filled, own=own)
    if "keep" in filled:
        return _keep(request, form, device)
    return _open(request, form, device, filled.get(FROM, ""))


def _open(request: HttpRequest, form: WorkshopForm, device: Device | None, source: str) -> HttpResponse:
    """Start what is filled in, with the own notes of `source`, and show its lobby; or the form, with what is not right."""
    if form.is_valid():
        notes = notes_of(request, device, source)
        device, token = device_or_new(request, NEW)
        used = once.used(request, NEW)
        try:
            maker = Maker(device, user_of(request))
            chosen = form.settings(worlds.played(maker, form.cleaned_data["scenario"]))
            started = workshops.start_workshop(device, chosen, maker.user, label_of(request), used)
            saved.take_notes_along(started.pk, maker.user.pk if maker.user else None, notes)
            response: HttpResponse = redirect("control", workshop=started.pk)
            show_link_once(request, response, started.pk, grants.new_link(started.pk, used))
            keep(response, request, token)
            return response
        except Refused as refused:
            form.add_error(str(refused.params.get("setting")), sentence_of(refused))
        except NoWorld as refused_world:
            form.add_error("scenario", worlds.refused(refused_world))
    return _form(request, form, device, status=400)


def _proposed(request: HttpRequest, filled: QueryDict, device: Device | None) -> HttpResponse:
    """Show the form as it was filled in, with what is proposed for so many people."""
    form = WorkshopForm(initial=_as_typed(filled), own=worlds.choices(request))
    return _form(request, form, device, asked=str(filled[proposing.ASKS]))


def _keep(request: HttpRequest, form: WorkshopForm, device: Device | None) -> HttpResponse:
    """Keep the settings under the name that was given, and show the form with them."""
    if form.is_valid():
        try:
            owner = owner_of(request, device)
            source = notes_of(request, device, form.data.get(FROM, ""))
            row, replaced = saved.keep_settings(owner, form.cleaned_data["save_as"], form.to_keep(), source)
            told = "replaced" if replaced else "kept"
            return redirect(f"{reverse('new')}?{urlencode({'saved': row.pk, 'told': told})}")
        except Refused as refused:
            form.add_error(str(refused.params.get("setting")), sentence_of(refused))
    return _form(request, form, device, status=400)


def _as_typed(filled: QueryDict) -> dict[str, object]:
    """Return what is in the form's fields, right or wrong."""
    return {name: value for name, value in filled.items() if value} | _ticked(filled)


def _ticked(filled: QueryDict) -> dict[str, object]:
    boxes = [
        name for name, field in WorkshopForm.base_fields.items() if isinstance(field, forms.BooleanField)
    ]
    return {name: bool(filled.get(name)) for name in boxes}


def _rehearsed(filled: QueryDict) -> dict[str, object]:
    """Return what was filled in as a rehearsal; what was left empty is as usual, so that one press is enough."""
    return {**defaults(), **_as_typed(filled), "rehearsal": True}


def _form(
    request: HttpRequest, form: WorkshopForm, device: Device | None, status: int = 200, *, asked: str = ""
) -> HttpResponse:
    """Show the form with what was saved; on a laptop with the workshops that this browser runs, to find one back.

    `asked` is what the button says that tables and seats were asked for with.
    """
    has_accounts = settings.HOSTING == "accounts"
    known = of_device(device.pk) if device and not has_accounts else []
    values = {name: form[name].value() for name in ("people", "tables", "seats")}
    people = proposing.people_in(values)
    name = form["save_as"].value()
    told = request.GET.get("told", "")
    context = {
        "form": form,
        "once": once.issue(NEW),
        "accounts": has_accounts,
        "workshops": known,
        "has_groups": owner_of(request, device).means().exists() or any(one.is_over for one in known),
        "saved": list(owner_of(request, device).saved()),
        "shown": proposing.shown(values),
        "notes_from": form.data.get(FROM) or form.initial.get(FROM, ""),
        "proposal": proposing.sentence(people, asked) if asked else "",
        "others": proposing.others(people, asked) if asked else (),
        "is_wrong": bool(asked) and people is None,
        "told": said(f"saved.{told}", name=name) if told in ("kept", "replaced") and name else "",
    }
    return render(request, "facilitator/new.html", context, status=status)
