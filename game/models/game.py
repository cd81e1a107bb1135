"""One play of a workshop: its settings, where it is, and the counters that order everything."""

from django.db import models
from django.utils import timezone

from game.engine.table.phases import SILENT_ROUNDS, Phase
from game.models.workshop import Workshop

SILENT_FIRST = "silent_first"


class Game(models.Model):
    """A game; every write to it or its tables locks this row first.

    `step` rises on every phase change and step back, `rev` on every write that changes any screen. `deadline` is when the
    countdown ends; while `paused` (since `paused_at`), `clock_left_ms` holds what was left of it, and `paused_ms` is how long
    earlier pauses of the step lasted, which nobody waited. `debrief_step`, `debrief_part` and
    `debrief_table` say what the debrief shows, `debrief` the rest (see DebriefView), `voices_rev` the rev of
    the newest change in what people said. `practice` says that round 1 is played to be reset, `back_from` the phase that was
    left by the last step back (until the next phase; "practice" after a reset, "undone" after an undo), `log_rev` the rev of
    the newest change in the log, `cover` what lies over the projector, `told` which table's street tells the room
    something in its `step` (null: none; of the `outcome` of a round, that is none in the agree after it too).
    `changed_at` is when the phase opened or, in the debrief, its picture came; `revealed_at` is when all of an open
    outcome was shown at once, null while the clock uncovers it (see game.engine.table.reveal); `stories` is how many are told
    of what went wrong in it, `retold_from` when its beats would have begun since these are told again.
    `undo` is what the last change of phase needs to be undone (see game.actions.undo), empty when it cannot be. A seat
    without a phone for `bot_after_seconds` (0: never) is played by a bot. `facilitator_away_since` is null while a panel is
    open. `minutes` is how long the evening is planned to be (0: no plan), `began_at` when round 1 opened first, `practised`
    that its practice round was played. `started` is what the start did with free seats and empty tables (see
    game.actions.start), empty in the lobby.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="games")
    number = models.PositiveSmallIntegerField(default=1)
    scenario = models.CharField(max_length=40)
    ruleset = models.PositiveSmallIntegerField(default=1)
    seed = models.PositiveBigIntegerField()
    form = models.CharField(max_length=5, default="full")
    rounds = models.PositiveSmallIntegerField(default=6)
    talking = models.CharField(max_length=12, default=SILENT_FIRST)
    fill_bots = models.BooleanField(default=True)
    rehearsal = models.BooleanField(default=False)
    practice = models.BooleanField(default=False)
    auto_close = models.BooleanField(default=False)
    bot_after_seconds = models.PositiveSmallIntegerField(default=60)
    minutes = models.PositiveSmallIntegerField(default=0)

    step = models.PositiveIntegerField(default=0)
    rev = models.PositiveIntegerField(default=1)
    phase = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Phase], default=Phase.LOBBY)
    round = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField(null=True, blank=True)
    practised = models.BooleanField(default=False)
    opened_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(default=timezone.now)
    revealed_at = models.DateTimeField(null=True, blank=True)
    stories = models.PositiveSmallIntegerField(default=0)
    retold_from = models.DateTimeField(null=True, blank=True)
    undo = models.JSONField(default=dict, blank=True)
    started = models.JSONField(default=dict, blank=True)
    deadline = models.DateTimeField(null=True, blank=True, db_index=True)
    paused = models.BooleanField(default=False)
    clock_left_ms = models.PositiveIntegerField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_ms = models.PositiveBigIntegerField(default=0)
    debrief_step = models.CharField(max_length=20, default="feeling")
    debrief_part = models.CharField(max_length=10, default="finale")
    debrief_table = models.PositiveSmallIntegerField(null=True, blank=True)
    debrief = models.JSONField(default=dict, blank=True)
    voices_rev = models.PositiveIntegerField(default=0)
    back_from = models.CharField(max_length=8, blank=True, default="")
    cover = models.CharField(max_length=5, blank=True, default="")
    theme = models.CharField(max_length=5, blank=True, default="")
    sound = models.BooleanField(default=False)
    told = models.JSONField(default=dict, blank=True)
    log_rev = models.PositiveIntegerField(default=0)
    facilitator_away_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="game_number")]

    def __str__(self) -> str:
        return f"game {self.number} of {self.workshop_id}"

    @property
    def is_silent_first(self) -> bool:
        """Whether the first rounds are played in silence, with a time-out after them."""
        return self.talking == SILENT_FIRST

    @property
    def silent_rounds(self) -> int:
        """How many rounds, from the first, are played in silence."""
        return SILENT_ROUNDS if self.is_silent_first else 0


class LogLine(models.Model):
    """Something that happened, as the facilitator reads it back: a code with parameters, of one table or of the room.

    `who` holds the parameters that are people, by key: a name stands in Person only. `round` and `phase` say when in the
    game; `replaced` that a step back took it out of the results; `starred` that the facilitator keeps it for the debrief.
    """

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="log")
    table = models.PositiveSmallIntegerField(null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    phase = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Phase])
    code = models.CharField(max_length=40)
    params = models.JSONField(default=dict, blank=True)
    who = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    command_id = models.CharField(max_length=40, blank=True, default="")
    starred = models.BooleanField(default=False)
    replaced = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.code} at {self.table}"


class PanelLease(models.Model):
    """`process` has an open panel of this game, last confirmed at `seen_at`; without one the facilitator is away."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="panel_leases")
    process = models.CharField(max_length=40)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["game", "process"], name="panel_lease_per_process")]

    def __str__(self) -> str:
        return f"panel of {self.game_id} at {self.process}"
