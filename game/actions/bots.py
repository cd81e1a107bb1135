"""Bots at the tables: when a step opens, each makes its choice as an ordinary command with an id of its own."""

from game.actions import rows
from game.actions.closing import bot_moves, playing_bots
from game.actions.write import GameWrite, Origin, TableWrite
from game.engine.model.values import By
from game.engine.table.journal import Promised


def let_bots_choose(write: GameWrite) -> None:
    """Let every bot's seat and every neighbour choose for the phase that has just opened."""
    tables = write.tables()
    by_table: dict[int, list[int]] = {table.row.pk: [] for table in tables}
    for table_id, number in rows.bots.all(write.game.pk):
        by_table[table_id].append(number)
    for table in tables:
        _choose(write, table, playing_bots(table.playing, tuple(by_table[table.row.pk])))


def let_bot_choose(write: GameWrite, table: TableWrite, seat: int) -> None:
    """Let a bot that takes a seat in the middle of a phase choose for it, unless something was tapped there already."""
    if table.playing.picks[seat].by is None:
        # A neighbour that had this number until a seat was added has used the usual id in this step.
        _choose(write, table, (seat,), f"-{table.row.seq}")


def _choose(write: GameWrite, table: TableWrite, seats: tuple[int, ...], suffix: str = "") -> None:
    for move in bot_moves(table.playing, seats):
        what = "-said" if isinstance(move.entry, Promised) else ""
        origin = Origin(By.BOT, f"bot-{write.game.step}-{move.seat}{suffix}{what}")
        write.record(table, move.entry, move.after, origin, move.seat)
