"""Starting a workshop: the start link, and the form whose defaults are good enough to press one button."""

from dataclasses import fields

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import grants, workshops
from game.actions.workshops import WorkshopSettings
from game.engine.phases import MAX_ROUNDS, MIN_ROUNDS
from game.engine.refusal import Refused
from game.engine.roles import MAX_SEATS, MIN_SEATS
from game.models import Device
from game.web.devices import device_of, device_or_new, keep
from game.web.errors import sentence_of

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
FORMS = (("full", _("Full: after an incident everyone responds")), ("short", _("Short: without responding")))
TALKING = (
    ("silent_first", _("Rounds 1 to 3 in silence, then talk")),
    ("free", _("Talk from the start")),
)


class WorkshopForm(forms.Form):
    """The settings of a new workshop."""

    title = forms.CharField(label=_("Name of the workshop"), max_length=workshops.MAX_TITLE)
    scenario = forms.ChoiceField(label=_("Scenario"))
    tables = forms.IntegerField(label=_("Tables"), min_value=1, max_value=workshops.MAX_TABLES)
    seats = forms.IntegerField(label=_("Seats per table"), min_value=MIN_SEATS, max_value=MAX_SEATS)
    rounds = forms.IntegerField(label=_("Rounds"), min_value=MIN_ROUNDS, max_value=MAX_ROUNDS)
    form = forms.ChoiceField(label=_("Form"), choices=FORMS, widget=forms.RadioSelect)
    talking = forms.ChoiceField(label=_("Talking"), choices=TALKING, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)
    fill_bots = forms.BooleanField(label=_("Let bots play empty seats"), required=False)
    rehearsal = forms.BooleanField(label=_("Rehearsal: a bot on every seat"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = get_language() or "nl"
        titles = [(code, content.words(code, language)["title"]) for code in content.load_all()]
        self.fields["scenario"].choices = titles  # type: ignore[attr-defined]
        for field in self.fields.values():
            if not isinstance(field.widget, forms.RadioSelect | forms.CheckboxInput):
                field.widget.attrs["class"] = "input"

    def settings(self) -> WorkshopSettings:
        """Return what was filled in; only after is_valid()."""
        names = {field.name for field in fields(WorkshopSettings)} & self.fields.keys()
        return WorkshopSettings(**{name: self.cleaned_data[name] for name in names})


def defaults() -> dict[str, object]:
    """Return what the form opens with."""
    usual = WorkshopSettings(title="")
    language = get_language() or "nl"
    title = content.words(usual.scenario, language)["title"]
    names = ("scenario", "tables", "seats", "rounds", "form", "talking", "fill_bots", "rehearsal")
    return {name: getattr(usual, name) for name in names} | {"title": title, "language": language}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Let in whoever has the start link, then show the form and start what is filled in."""
    if "key" in request.GET:
        return _exchange(request)
    device = device_of(request)
    if device is None or not grants.may_start(device):
        return render(request, "facilitator/no_key.html", status=403)
    if request.method == "POST":
        return _start(request, device)
    return render(request, "facilitator/new.html", {"form": WorkshopForm(initial=defaults())})


def _exchange(request: HttpRequest) -> HttpResponse:
    device, token = device_or_new(request)
    try:
        grants.exchange_start_key(device, request.GET["key"])
        response: HttpResponse = redirect("new")
    except Refused:
        response = render(request, "facilitator/no_key.html", {"wrong": True}, status=403)
    keep(response, request, token)
    return response


def _start(request: HttpRequest, device: Device) -> HttpResponse:
    """Start a workshop from the form; "rehearse now" starts the usual one with bots on all seats."""
    filled = {**defaults(), "rehearsal": True} if "rehearse_now" in request.POST else request.POST
    form = WorkshopForm(filled)
    if form.is_valid():
        try:
            workshop = workshops.start_workshop(device, form.settings())
            return redirect("control", workshop=workshop.pk)
        except Refused as refused:
            form.add_error(str(refused.params.get("setting")), sentence_of(refused))
    return render(request, "facilitator/new.html", {"form": form}, status=400)
