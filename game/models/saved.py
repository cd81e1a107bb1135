"""What facilitators keep for themselves: settings under a name, and notes of their own for the steps of an evening."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from game.models.people import Device
from game.models.workshop import Workshop


class SavedSettings(models.Model):
    """A form's `settings` under a name, with own `notes` by step; of an account where there are any, else of a device."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="saved"
    )
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True, related_name="saved")
    name = models.CharField(max_length=300)
    settings = models.JSONField(default=dict)
    notes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class OwnNote(models.Model):
    """What a facilitator wrote for a `step`: of an account, or (null) of whoever runs a workshop without one."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="own_notes")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="own_notes"
    )
    step = models.CharField(max_length=20)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "account", "step"], name="own_note_of_account"),
            models.UniqueConstraint(
                fields=["workshop", "step"], condition=Q(account__isnull=True), name="own_note_of_room"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.workshop_id}"
