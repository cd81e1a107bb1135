"""When any process of this installation was last known to run."""

from django.db import models


class Heartbeat(models.Model):
    """One row: `at` is when a process last said that it runs, whichever it was."""

    ONLY = 1

    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"ran at {self.at}"
