"""The append-only journal of a table: the truth that snapshots are computed from."""

from django.db import models
from django.db.models import Q

from game.engine.model.values import By
from game.engine.table.journal import KINDS
from game.models.table import Table


class JournalEntry(models.Model):
    """One thing that happened at a table; `payload` is the JSON of the engine's entry of this `kind`.

    `step` is the game's step it happened in; `n` the device's counter of a choice; `device` no foreign key, so that
    a device can be erased without touching the journal.
    """

    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="journal")
    seq = models.PositiveIntegerField()
    step = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    seat = models.PositiveSmallIntegerField(null=True, blank=True)
    payload = models.TextField()
    by = models.CharField(max_length=11, choices=[(by.value, by.value) for by in By])
    at = models.DateTimeField()
    command_id = models.CharField(max_length=40, blank=True, default="")
    device = models.PositiveBigIntegerField(null=True, blank=True)
    n = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["table", "seq"], name="journal_seq"),
            models.UniqueConstraint(
                fields=["table", "seat", "command_id"],
                condition=~Q(command_id=""),
                name="command_once",
            ),
        ]
        indexes = [models.Index(fields=["table", "step"], name="journal_table_step")]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"
