"""Starting and stopping the live layer with the server process."""

from game.live.hub import current_hub, stop_hub
from game.live.reach import reach


async def start() -> None:
    """Start the hub, so that overdue phases close even before the first phone is back."""
    current_hub()


async def stop() -> None:
    """Tell every phone that the server restarts and let go of everything, in well under five seconds."""
    reach.is_leaving = True
    await stop_hub()
