"""The municipality's first decision is nobody else's: round 1's agree closes over an open one only after a yes.

Its own being done is such a yes; else the facilitator's, for the tables they were asked about.
"""

from collections.abc import Collection

from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.table.left_open import undecided
from game.engine.table.phases import Phase


def undecided_tables(write: GameWrite) -> list[int]:
    """Return the numbers of the tables whose municipality still has to decide; only in round 1's agree."""
    if (write.game.phase, write.game.round) != (Phase.AGREE, 1):
        return []
    return [table.row.number for table in write.tables() if undecided(table.playing)]


def check_decided(write: GameWrite, agreed_to: Collection[int]) -> None:
    """Raise Refused("undecided") with the first `table` and the `count` of tables that nobody said yes for."""
    missing = [number for number in undecided_tables(write) if number not in agreed_to]
    if missing:
        raise Refused("undecided", table=missing[0], count=len(missing))
