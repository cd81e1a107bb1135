"""Who is who: a browser is a Device, a Device is a Person in a workshop, a Person holds a Seat for a while.

These are ordinary rows, erasable without touching the journal.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from game.models.table import Seat, Table
from game.models.workshop import Workshop


class Device(models.Model):
    """One browser, known by the hash of the token in its HttpOnly cookie, which it has since `token_at`."""

    token_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    token_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"device {self.pk}"


class Person(models.Model):
    """A device's owner in one workshop, by alias only; `removed` by the facilitator, and `blocked` from coming back."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="people")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="people")
    alias = models.CharField(max_length=100)
    removed = models.BooleanField(default=False)
    blocked = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "device"], name="person_per_device")]

    def __str__(self) -> str:
        return self.alias


class Occupancy(models.Model):
    """A person on a seat, from `since` until `until` (null: still)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="occupancies")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="occupancies")
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(until__isnull=True), name="one_seat_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.seat_id}"


class Observation(models.Model):
    """A person who watches a table and predicts, from `since` until `until` (null: still)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="observations")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="observations")
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(until__isnull=True), name="one_table_per_observer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} watches {self.table_id}"


class Prediction(models.Model):
    """What an observer expects of a round's outcome: the street looks better, the same or worse than before."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="predictions")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="predictions")
    round = models.PositiveSmallIntegerField()
    expects = models.CharField(max_length=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "table", "round"], name="prediction_per_round")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} expects {self.expects}"


class Pairing(models.Model):
    """A one-time code that gives the device that takes it a seat's person, a place beside that person on the seat (share), or
    the right to run a workshop as a remote.

    `made_by` is the device that asked for it. Once taken, `taken_by` is the device that took it and `previous` the one that
    had the person.
    """

    class Kind(models.TextChoices):
        """What the code gives."""

        SEAT = "seat"
        SHARE = "share"
        REMOTE = "remote"

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="pairings")
    kind = models.CharField(max_length=6, choices=Kind)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True)
    made_by = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    previous = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    taken_by = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} for {self.workshop_id}"


class Grant(models.Model):
    """A device's right: to start workshops (no workshop), or on one workshop as facilitator, remote or projector.

    The key in a link is exchanged for it. `account` is whose right it is where there are accounts, `label`
    what kind of device it is ("Android"). `start_hash` is, for a starter, of the start key that it came with: with another
    key in force the right is over.
    """

    class Kind(models.TextChoices):
        """What the right is for."""

        STARTER = "starter"
        FACILITATOR = "facilitator"
        REMOTE = "remote"
        PROJECTOR = "projector"

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="grants")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, null=True, related_name="grants")
    kind = models.CharField(max_length=11, choices=Kind)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="grants"
    )
    label = models.CharField(max_length=20, blank=True, default="")
    start_hash = models.CharField(max_length=64, blank=True, default="")
    since = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} on {self.workshop_id}"


class Presence(models.Model):
    """A lease: `process` has an open socket of this device for this seat, last confirmed at `seen_at`.

    `here` is what screens show, `since` when that last changed; `process` is empty once the socket has closed. `page` and
    `attempt` say which of the device's attempts the socket is, 0 where it did not say.
    """

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="presences")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="presences")
    process = models.CharField(max_length=40, blank=True, default="", db_index=True)
    here = models.BooleanField(default=True)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()
    page = models.BigIntegerField(default=0, db_default=0)
    attempt = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "seat"], name="presence_per_device")]

    def __str__(self) -> str:
        return f"{self.device_id} at {self.seat_id}"
