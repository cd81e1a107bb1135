"""What is left of an earlier group when its workshop is wiped, if who led it wanted that: means, and no person."""

from django.conf import settings
from django.db import models

from game.models.people import Device


class KeptMeans(models.Model):
    """Means per round over the tables of a game that is wiped: quality and ownership 0–1, cost in money.

    `places` has by round and task what their street comes to together (game.engine.screens.middle), `picture` what it is
    drawn with; both are empty for what was kept before they were.
    They are of the account that owned its workshop, else of the device that started it. `ended_on` is the day it was closed.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="means"
    )
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True, related_name="means")
    scenario = models.CharField(max_length=40)
    ruleset = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=5)
    tables = models.PositiveSmallIntegerField()
    ended_on = models.DateField()
    quality = models.JSONField()
    ownership = models.JSONField()
    cost = models.JSONField()
    places = models.JSONField(default=list)
    picture = models.JSONField(default=dict)

    class Meta:
        ordering = ["-ended_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.scenario} of {self.ended_on}"
