"""Django's admin, for staff where facilitators have accounts: accounts by e-mail address, and whose a workshop is.

An account that is no longer in use, or gets a new password here, loses the panel on every device.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from game.actions.accounts import delete_workshop, shut, trim
from game.models import Workshop

MAX_EMAIL = 150  # as long as a user name may be


class WithEmail(forms.ModelForm):  # type: ignore[type-arg]
    """An account's e-mail address is its user name, in lower case, and nobody else's."""

    email = forms.EmailField(label=_("E-mail address"), max_length=MAX_EMAIL)

    def clean_email(self) -> str:
        """Return the address in lower case; raises ValidationError when another account has it."""
        email = str(self.cleaned_data["email"]).strip().lower()
        others = User.objects.exclude(pk=self.instance.pk)
        if others.filter(username__iexact=email).exists() or others.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("There is an account with this e-mail address already."))
        return email

    def save(self, commit: bool = True) -> Any:
        """Save the account under its address."""
        self.instance.username = self.cleaned_data["email"]
        return super().save(commit)


class NewAccountForm(WithEmail, AdminUserCreationForm):  # type: ignore[type-arg]
    """An address and a password."""

    class Meta:
        model = User
        fields = ("email",)


class AccountForm(WithEmail, UserChangeForm):  # type: ignore[type-arg]
    """Everything about an account."""


admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts, by their e-mail address."""

    form = AccountForm
    add_form = NewAccountForm
    list_display = ("email", "first_name", "last_name", "is_active", "is_staff", "last_login")
    ordering = ("email",)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (_("Name"), {"fields": ("first_name", "last_name")}),
        (
            _("Rights"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("email", "usable_password", "password1", "password2")}),
    )

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Save an account; one that is switched off loses its devices."""
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            shut(obj)

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        """Delete an account, which loses its devices first so that they are told."""
        shut(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Delete accounts."""
        for account in queryset:
            self.delete_model(request, account)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Set a password; whoever has the old one loses the panel with it."""
        before = User.objects.filter(pk=id).values_list("password", flat=True).first()
        response = super().user_change_password(request, id, form_url)
        after = User.objects.filter(pk=id).first()
        if after is not None and after.password != before:
            shut(after)
        return response


@admin.register(Workshop)
class WorkshopAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Whose a workshop is, and deleting one; its play is nobody's to change here."""

    list_display = ("title", "code", "owner", "created_at", "ended_at")
    list_filter = ("created_at",)
    search_fields = ("title", "code", "owner__email")
    autocomplete_fields = ("owner", "facilitators")
    fields = ("title", "code", "owner", "facilitators", "created_at", "ended_at")
    readonly_fields = ("title", "code", "created_at", "ended_at")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save who may run a workshop; who may not any more loses it on all devices."""
        super().save_related(request, form, formsets, change)
        trim(form.instance.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Tell that workshops are started by facilitators only."""
        return False

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> Any:
        """Say what goes by the name of the workshop; all that was played in it would fill a book."""
        names = [str(one) for one in objs]
        return names, {Workshop._meta.verbose_name_plural: len(names)}, set(), []

    def delete_model(self, request: HttpRequest, obj: Workshop) -> None:
        """Delete a workshop, so that its phones and panels hear of it."""
        delete_workshop(None, obj.pk)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Workshop]) -> None:
        """Delete workshops."""
        for workshop in queryset:
            self.delete_model(request, workshop)
