"""What happens in games, said to the log at INFO: numbers and codes, nobody's name or address."""

import logging
from functools import partial

from django.db import transaction

log = logging.getLogger("game.events")


def say(event: str, **about: str | int) -> None:
    """Log that something happened now; with LOG_FORMAT=json what it is about are fields of the line."""
    told = " ".join([event, *(f"{name}={value}" for name, value in about.items())])
    log.info(told, extra={"what": event, **about})


def say_once_stored(event: str, **about: str | int) -> None:
    """Log it once the transaction that is open is stored."""
    transaction.on_commit(partial(say, event, **about))
