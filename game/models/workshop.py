"""A workshop: one evening with one group, with one or more games."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Workshop(models.Model):
    """What a facilitator starts; players join it by its six-digit code.

    `locked` keeps new people out, not those who were in. `control_hash` is of the key in the control link, `form_hash` of the
    one-time form that started it, `take_home_key` the key in the address of the take-home page. `started_by` is the device
    that started it. `owner` and `facilitators` are accounts, where there are any.
    """

    code = models.CharField(max_length=6)
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=2, default="nl")
    projector_key = models.CharField(max_length=43, unique=True)
    take_home_key = models.CharField(max_length=43, unique=True, null=True, blank=True)
    control_hash = models.CharField(max_length=64, blank=True, default="")
    form_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    locked = models.BooleanField(default=False)
    started_by = models.ForeignKey(
        "game.Device", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_workshops",
    )
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="shared_workshops"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(ended_at__isnull=True), name="code_unique_while_live"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
