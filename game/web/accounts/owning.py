"""My workshops, where facilitators have accounts: running and past ones, who else may run one, and deleting one."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from game.actions import accounts
from game.engine.model.refusal import Refused
from game.models import Workshop
from game.selectors.workshops import of_account
from game.web.accounts.login import user_of
from game.web.errors import sentence_of, status_of


class FacilitatorForm(forms.Form):
    """The e-mail address of an account that may run the workshop too."""

    email = forms.EmailField(label=_("E-mail address of an account"), max_length=150)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["email"].widget.attrs.update({"class": "input", "autocomplete": "off"})


@login_required
@never_cache
@require_safe
def workshops(request: HttpRequest) -> HttpResponse:
    """List the workshops of the account: those that run, and those that are over."""
    found = of_account(request.user.pk or 0)
    context = {"running": [one for one in found if not one.is_over]}
    context["past"] = [one for one in found if one.is_over]
    return render(request, "accounts/workshops.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show who may run a workshop of this account, and add somebody (POST)."""
    found = _own(request, workshop)
    if request.method != "POST":
        return _page(request, found, FacilitatorForm())
    form = FacilitatorForm(request.POST)
    if form.is_valid():
        try:
            accounts.add_facilitator(_user(request), workshop, form.cleaned_data["email"])
            return redirect("manage", workshop=workshop)
        except Refused as refused:
            form.add_error("email", sentence_of(refused))
            return _page(request, found, form, status_of(refused))
    return _page(request, found, form, 400)


@login_required
@require_POST
def remove(request: HttpRequest, workshop: int) -> HttpResponse:
    """Take a workshop of this account from somebody who was added."""
    _own(request, workshop)
    account = request.POST.get("account", "")
    if account.isascii() and account.isdecimal() and len(account) <= 15:
        accounts.remove_facilitator(_user(request), workshop, int(account))
    return redirect("manage", workshop=workshop)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, workshop: int) -> HttpResponse:
    """Ask whether to delete a workshop of this account (GET), and do it (POST)."""
    found = _own(request, workshop)
    if request.method != "POST":
        return render(request, "accounts/delete.html", {"workshop": found})
    accounts.delete_workshop(_user(request), workshop)
    return redirect("workshops")


def _page(request: HttpRequest, workshop: Workshop, form: FacilitatorForm, status: int = 200) -> HttpResponse:
    added = workshop.facilitators.order_by("email")
    context = {"workshop": workshop, "form": form, "added": added}
    return render(request, "accounts/manage.html", context, status=status)


def _own(request: HttpRequest, workshop: int) -> Workshop:
    """Return a workshop of the account; for anybody else's there is no such page."""
    found = Workshop.objects.filter(pk=workshop, owner=request.user.pk).first()
    if found is None:
        raise Http404
    return found


def _user(request: HttpRequest) -> User:
    user = user_of(request)
    assert user is not None  # login_required
    return user
