"""What is true of the whole server, whichever workshop it is told in."""

from django.db import models


class Deletion(models.Model):
    """That something was wiped, without any name: which workshop's number, `what` of it, when, by whom, and how much."""

    class What(models.TextChoices):
        """What was wiped."""

        NAMES = "names"
        WORKSHOP = "workshop"

    class By(models.TextChoices):
        """Who wiped it: the clock, or somebody who runs the workshop."""

        TIME = "time"
        PERSON = "person"

    workshop_number = models.PositiveBigIntegerField()
    what = models.CharField(max_length=8, choices=What)
    by = models.CharField(max_length=6, choices=By)
    at = models.DateTimeField()
    people = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.what} of {self.workshop_number}"


class ChosenAddress(models.Model):
    """The address that a facilitator chose for links and QR codes, with its interface; one row, or none for the best one."""

    interface = models.CharField(max_length=256)
    address = models.CharField(max_length=45)

    def __str__(self) -> str:
        return f"{self.address} on {self.interface}"
