"""What is true of the whole server, whichever workshop it is told in."""

from django.db import models


class ChosenAddress(models.Model):
    """The address that a facilitator chose for links and QR codes, with its interface; one row, or none for the best one."""

    interface = models.CharField(max_length=256)
    address = models.CharField(max_length=45)

    def __str__(self) -> str:
        return f"{self.address} on {self.interface}"
