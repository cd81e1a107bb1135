"""Starting and stopping the live layer with the server process."""

import asyncio
from pathlib import Path

from django.conf import settings

from game.actions import copies
from game.live.hub import current_hub, stop_hub
from game.live.reach import reach


async def start() -> None:
    """Start the hub, so that overdue phases close even before the first phone is back, and the keeper of copies."""
    current_hub()
    if settings.EMBEDDED_DATABASE:
        copies.keeper.start(Path(settings.DATABASES["default"]["NAME"]), copies.folder())


async def stop() -> None:
    """Tell every phone that the server restarts and let go of everything, in well under five seconds."""
    reach.is_leaving = True
    await stop_hub()
    await asyncio.to_thread(copies.keeper.stop)
