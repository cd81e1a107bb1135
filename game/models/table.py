"""Tables and their seats. A table's snapshot is a cache of its journal; seats are fixed when round 1 has its outcome."""

from django.db import models

from game.engine.model.roles import Role
from game.models.game import Game


class InPlay(models.Manager["Table"]):
    """The tables that take part: in the lobby all of them, later without those that the start left out."""

    def get_queryset(self) -> models.QuerySet["Table"]:
        """Return the tables that are not left out."""
        return super().get_queryset().filter(left_out=False)


class Table(models.Model):
    """One street. `snapshot` is the JSON of its engine state (empty in the lobby), `seq` its newest journal number.

    `rev` is the game's rev at which this table last changed; `ready_at` when somebody last said to be ready. `left_out` says
    that the start left it out (`objects` then passes it over; it has no seats), `spare` has the roles of the seats that the
    start took away, with spaces between. The lobby, when it opens again, has all of them back.
    """

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    snapshot = models.TextField(blank=True, default="")
    seq = models.PositiveIntegerField(default=0)
    rev = models.PositiveIntegerField(default=1)
    ready_at = models.DateTimeField(null=True, blank=True)
    left_out = models.BooleanField(default=False)
    spare = models.CharField(max_length=200, blank=True, default="")

    objects = InPlay()
    everything = models.Manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["game", "number"], name="table_number")]

    def __str__(self) -> str:
        return f"table {self.number}"


class Seat(models.Model):
    """A place at a table; `number` is its index in the engine's roles, `bot` says that a bot plays it now.

    A bot on a seat that somebody holds stands in for them until they are back; `keep` says that none may, by itself. `filled`
    says that the bot is there because the seat was empty in a game that runs: it leaves when the lobby opens again.
    """

    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role])
    bot = models.BooleanField(default=False)
    keep = models.BooleanField(default=False)
    filled = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["table", "number"], name="seat_number")]

    def __str__(self) -> str:
        return f"seat {self.number} ({self.role})"
