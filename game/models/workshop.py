"""A workshop: one evening with one group, with one or more games."""

from django.db import models
from django.db.models import Q


class Workshop(models.Model):
    """What a facilitator starts; players join it by its six-digit code."""

    code = models.CharField(max_length=6)
    title = models.CharField(max_length=60)
    language = models.CharField(max_length=2, default="nl")
    projector_key = models.CharField(max_length=43, unique=True)
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
