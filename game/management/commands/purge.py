"""`manage.py purge`: wipe what is due, as the running server does every hour."""

from typing import Any

from django.core.management.base import BaseCommand

from game.actions import privacy


class Command(BaseCommand):
    """Wipes names and workshops that are due."""

    help = "End workshops that are over, and wipe the names and workshops that are due."

    def handle(self, *args: Any, **options: Any) -> None:
        """Wipe, and say how much, without any name."""
        swept = privacy.sweep()
        self.stdout.write(
            f"workshops ended: {swept.ended}, names wiped of: {swept.names}, wiped altogether: {swept.workshops}"
        )
