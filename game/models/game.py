"""One play of a workshop: its settings, where it is, and the counters that order everything."""

from django.db import models

from game.engine.phases import Phase
from game.models.workshop import Workshop


class Game(models.Model):
    """A game; every write to it or its tables locks this row first.

    `step` rises on every phase change and step back, `rev` on every write that changes any screen. `deadline` is when the
    countdown ends; while `paused`, `clock_left_ms` holds what was left of it. `debrief_step`, `debrief_part` and
    `debrief_table` say what the debrief shows.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="games")
    number = models.PositiveSmallIntegerField(default=1)
    scenario = models.CharField(max_length=40)
    ruleset = models.PositiveSmallIntegerField(default=1)
    seed = models.PositiveBigIntegerField()
    form = models.CharField(max_length=5, default="full")
    rounds = models.PositiveSmallIntegerField(default=6)
    talking = models.CharField(max_length=12, default="silent_first")
    fill_bots = models.BooleanField(default=True)
    rehearsal = models.BooleanField(default=False)

    step = models.PositiveIntegerField(default=0)
    rev = models.PositiveIntegerField(default=1)
    phase = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Phase], default=Phase.LOBBY)
    round = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(auto_now_add=True)
    deadline = models.DateTimeField(null=True, blank=True, db_index=True)
    paused = models.BooleanField(default=False)
    clock_left_ms = models.PositiveIntegerField(null=True, blank=True)
    debrief_step = models.CharField(max_length=20, default="what_happened")
    debrief_part = models.CharField(max_length=10, default="luck")
    debrief_table = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="game_number")]

    def __str__(self) -> str:
        return f"game {self.number} of {self.workshop_id}"
