"""Bots at the tables: when a step opens, each makes its choice as an ordinary command with an id of its own."""

from game.actions.write import GameWrite, Origin, TableWrite
from game.engine.bots.promising import bot_promise
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice
from game.engine.model.values import By
from game.engine.table.journal import Chose, Promised
from game.engine.table.moves import Choose, apply
from game.engine.table.promises import may_promise, promise
from game.models import Seat


def let_bots_choose(write: GameWrite) -> None:
    """Let every bot's seat and every neighbour choose for the phase that has just opened."""
    tables = write.tables()
    by_table: dict[int, list[int]] = {table.row.pk: [] for table in tables}
    bots = Seat.objects.filter(table__game=write.game, bot=True)
    for table_id, number in bots.values_list("table_id", "number"):
        by_table[table_id].append(number)
    for table in tables:
        roles = len(table.playing.setup.roles)
        neighbours = range(roles - table.playing.setup.neighbours, roles)
        for seat in [*by_table[table.row.pk], *neighbours]:
            _choose(write, table, seat)


def let_bot_choose(write: GameWrite, table: TableWrite, seat: int) -> None:
    """Let a bot that takes a seat in the middle of a phase choose for it, unless something was tapped there already."""
    if table.playing.picks[seat].by is None:
        # A neighbour that had this number until a seat was added has used the usual id in this step.
        _choose(write, table, seat, f"-{table.row.seq}")


def _choose(write: GameWrite, table: TableWrite, seat: int, suffix: str = "") -> None:
    choice = bot_choice(table.playing, seat)
    if choice == Choice():
        return
    after = apply(table.playing, Choose(seat, choice, By.BOT))
    origin = Origin(By.BOT, f"bot-{write.game.step}-{seat}{suffix}")
    write.record(table, Chose(seat, choice, By.BOT), after, origin, seat)
    if may_promise(after) and not (after.promises and after.promises[seat]):
        _promise(write, table, seat, f"{suffix}-said")


def _promise(write: GameWrite, table: TableWrite, seat: int, suffix: str) -> None:
    said = bot_promise(table.playing, seat)
    origin = Origin(By.BOT, f"bot-{write.game.step}-{seat}{suffix}")
    write.record(table, Promised(seat, said, By.BOT), promise(table.playing, seat, said), origin, seat)
