"""Starting a workshop: the start link or an account, and the form whose defaults are good enough to press one button."""

from dataclasses import fields

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.validators import MaxValueValidator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import grants, workshops
from game.actions.accounts import may_run
from game.actions.workshops import WorkshopSettings
from game.engine.model.refusal import Refused
from game.engine.model.roles import MAX_SEATS, MIN_SEATS
from game.engine.table.phases import MAX_ROUNDS, MIN_ROUNDS
from game.models import Device
from game.selectors.rights import is_facilitator
from game.selectors.workshops import of_device, settings_of
from game.web import once
from game.web.accounts.login import user_of
from game.web.devices import device_of, device_or_new, keep, keep_renewed, label_of
from game.web.errors import sentence_of
from game.web.facilitator.control import show_link_once

FORM = "new"
MOST_TYPED = 600  # what a browser counts is not what the eye does: the limit itself is judged by the door
MAX_DIGITS = 15  # of a row's key in an address
LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
FORMS = (
    ("full", _("Full: after an incident or complaints everyone responds")),
    ("short", _("Short: without responding")),
)
TALKING = (
    ("silent_first", _("Rounds 1 to 3 in silence, then talk")),
    ("free", _("Talk from the start")),
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
    rehearsal = forms.BooleanField(label=_("Rehearsal: a bot on every seat"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = get_language() or "nl"
        usual = content.default_scenario()
        codes = sorted(content.load_all(), key=lambda code: (code != usual, code))
        titles = [(code, content.words(code, language)["title"]) for code in codes]
        self.fields["tables"].validators.append(MaxValueValidator(settings.MAX_TABLES))
        self.fields["tables"].widget.attrs["max"] = settings.MAX_TABLES
        self.fields["scenario"].choices = titles  # type: ignore[attr-defined]
        for field in self.fields.values():
            if not isinstance(field.widget, forms.RadioSelect | forms.CheckboxInput):
                field.widget.attrs["class"] = "input"

    def settings(self) -> WorkshopSettings:
        """Return what was filled in, and the usual for what was left empty; only after is_valid()."""
        names = {field.name for field in fields(WorkshopSettings)} & self.fields.keys()
        filled = {name: self.cleaned_data[name] for name in names}
        if filled["title"] in _titles():  # left as the form opened with it, or a scenario's own
            filled["title"] = content.words(filled["scenario"], filled["language"])["title"]
        return WorkshopSettings(**{name: value for name, value in filled.items() if value is not None})


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
    return _form(request, WorkshopForm(initial=defaults() | _copied(request, device)), device)


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
    """Start a workshop from the form; "rehearse now" starts the same one with bots on all seats."""
    form = WorkshopForm(_rehearsed(request.POST) if "rehearse_now" in request.POST else request.POST)
    if form.is_valid():
        device, token = device_or_new(request, FORM)
        used = once.used(request, FORM)
        try:
            started = workshops.start_workshop(
                device, form.settings(), user_of(request), label_of(request), used
            )
            response: HttpResponse = redirect("control", workshop=started.pk)
            show_link_once(request, response, started.pk, grants.new_link(started.pk, used))
            keep(response, request, token)
            return response
        except Refused as refused:
            form.add_error(str(refused.params.get("setting")), sentence_of(refused))
    return _form(request, form, device_of(request), status=400)


def _rehearsed(filled: QueryDict) -> dict[str, object]:
    """Return what was filled in as a rehearsal; what was left empty is as usual, so that one press is enough."""
    given = {name: value for name, value in filled.items() if value}
    boxes = [
        name for name, field in WorkshopForm.base_fields.items() if isinstance(field, forms.BooleanField)
    ]
    ticked = {name: name in given for name in boxes}
    return {**defaults(), **given, **ticked, "rehearsal": True}


def _form(request: HttpRequest, form: WorkshopForm, device: Device | None, status: int = 200) -> HttpResponse:
    """Show the form; on a laptop with the workshops that this browser runs, to find one back."""
    has_accounts = settings.HOSTING == "accounts"
    known = of_device(device.pk) if device and not has_accounts else []
    context = {"form": form, "once": once.issue(FORM), "accounts": has_accounts, "workshops": known}
    return render(request, "facilitator/new.html", context, status=status)


def _copied(request: HttpRequest, device: Device | None) -> dict[str, object]:
    """Return the settings of the workshop to copy (`copy`), if this browser or its account may run that."""
    asked = request.GET.get("copy", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= MAX_DIGITS):
        return {}
    user = user_of(request)
    is_theirs = device is not None and is_facilitator(device.pk, int(asked))
    if not is_theirs and not (user and may_run(user, int(asked))):
        return {}
    return settings_of(int(asked))
