"""The facilitator's log as the panel reads it."""

from game.models import LogLine
from game.selectors.log import Params, names_in, told


def told_of(line: LogLine) -> Params:
    """Return the parameters of a line, with the names of its people."""
    return told(line, names_in([line]))
