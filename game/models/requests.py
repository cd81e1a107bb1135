"""Who stands at the door and asks to share somebody's seat."""

from django.db import models

from game.models.people import Device
from game.models.table import Seat


class SeatRequest(models.Model):
    """A device whose owner, by this alias, asked at `at` to share a seat; `refused_at` when who sits there said no.

    It gives nothing: the seat is shared with a code only (see Pairing). It lapses after some minutes.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="requests")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="requests")
    alias = models.CharField(max_length=100)
    at = models.DateTimeField()
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "device"], name="request_per_device_and_seat")]

    def __str__(self) -> str:
        return f"{self.device_id} asks for {self.seat_id}"
