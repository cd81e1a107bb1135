"""Logging in and out, where facilitators have accounts (HOSTING=accounts)."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from game.actions import accounts
from game.engine.model.refusal import Refused
from game.web.address import inside
from game.web.devices import address_key, device_of, keep_renewed
from game.web.errors import sentence_of, status_of

SINCE = "since"
LONG_AGO = "1970-01-01T00:00:00+00:00"
BACKEND = "django.contrib.auth.backends.ModelBackend"


class LoginForm(forms.Form):
    """Who says to be there; the address is not checked for its form, the account decides."""

    email = forms.CharField(label=_("E-mail address"), max_length=150)
    password = forms.CharField(label=_("Password"), max_length=128, strip=False, widget=forms.PasswordInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        kinds = {"email": {"inputmode": "email", "autocomplete": "username", "autocapitalize": "none"}}
        kinds["password"] = {"autocomplete": "current-password"}
        for name, attributes in kinds.items():
            self.fields[name].widget.attrs.update({"class": "input", "spellcheck": "false", **attributes})


def user_of(request: HttpRequest) -> User | None:
    """Return the account that is logged in, where there are accounts, or None."""
    if settings.HOSTING != "accounts" or not request.user.is_authenticated:
        return None
    return request.user if isinstance(request.user, User) else None


def logged_in_at(request: HttpRequest) -> datetime:
    """Return when the account of this request logged in; long ago for a session that does not say."""
    return datetime.fromisoformat(request.session.get(SINCE, LONG_AGO))


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail address and password, and go on to the page that was asked for (`next`, one of ours)."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    following = inside(request, asked, reverse("workshops"))
    context: dict[str, object] = {"form": LoginForm(), "next": following}
    if request.method != "POST":
        return render(request, "accounts/login.html", context)
    form = LoginForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused("wrong_login")
        user = accounts.check_login(**form.cleaned_data, address_key=address_key(request))
    except Refused as refused:
        context |= {"form": form, "error": sentence_of(refused)}
        return render(request, "accounts/login.html", context, status=status_of(refused))
    auth.login(request, user, BACKEND)
    request.session[SINCE] = timezone.now().isoformat()
    response = redirect(following)
    gain = f"login:{user.pk}"
    device = device_of(request, gain)
    if device is not None:
        accounts.enter(user, device)
        keep_renewed(response, request, device, None, gain)
    return response


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Log out, and take from this browser the workshops that it ran for the account."""
    user, device = user_of(request), device_of(request)
    if user is not None and device is not None:
        accounts.leave(user, device)
    auth.logout(request)
    return redirect("login")
