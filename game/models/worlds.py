"""Worlds that facilitators made their own, and those that games play as they once were."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class OwnWorld(models.Model):
    """A copy of the scenario `base`, with what was changed of it by place (see game.content.own.places).

    It is of an account (`owner`), or where there are none of a `device`. `revision` rises with every write; `history` has the
    newest writes, oldest first (see game.content.own.history).
    """

    base = models.CharField(max_length=40)
    changes = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1)
    history = models.JSONField(default=list, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="worlds"
    )
    device = models.ForeignKey(
        "game.Device", on_delete=models.CASCADE, null=True, blank=True, related_name="worlds"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"world {self.pk} from {self.base}"


class FrozenWorld(models.Model):
    """A whole world under the code that games have as their scenario: what a workshop plays never changes."""

    code = models.CharField(max_length=40, primary_key=True)
    files = models.JSONField()
    used_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.code
