"""Reading what facilitators keep for themselves: saved settings of an owner, and own notes of a workshop."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from game.models import Grant, KeptMeans, OwnNote, SavedSettings

Kept = TypeVar("Kept", SavedSettings, KeptMeans)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose something is: an account's, or where there are none a device's."""

    account: int | None
    device: int | None

    def saved(self) -> QuerySet[SavedSettings]:
        """Return the settings that are kept for this owner, by name."""
        return self._of(SavedSettings.objects.all())

    def means(self) -> QuerySet[KeptMeans]:
        """Return what is left of this owner's earlier groups, the newest first."""
        return self._of(KeptMeans.objects.all())

    def _of(self, rows: QuerySet[Kept]) -> QuerySet[Kept]:
        if self.account is not None:
            return rows.filter(account=self.account)
        return rows.filter(account=None, device=self.device, device__isnull=False)


def account_in(device_id: int, workshop_id: int) -> int | None:
    """Return the account whose right this device has in a workshop, None without one."""
    found = Grant.objects.filter(device=device_id, workshop=workshop_id, revoked_at=None)
    return found.exclude(account=None).values_list("account", flat=True).first()


def own_notes(workshop_id: int, account_id: int | None) -> Mapping[str, str]:
    """Return the own notes by step of an account in a workshop, or of who runs it without one."""
    found = OwnNote.objects.filter(workshop=workshop_id, account=account_id)
    return dict(found.values_list("step", "text"))
