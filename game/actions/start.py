"""From the lobby into round 1, and back: what becomes of free seats and empty tables, and how all of it comes back.

Nothing vanishes: a table that is left out keeps its journal and its number, and the lobby has it back when it opens again.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Q

from game import content
from game.actions.admission import held_seat_ids
from game.actions.furniture import put_seats, sort_seats
from game.actions.write import GameWrite, Origin, TableWrite
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role, neighbours_needed
from game.engine.model.rules import RULESETS
from game.engine.table import starting
from game.engine.table.journal import SetUp, SteppedBack
from game.engine.table.moves import open_table
from game.engine.table.phases import Phase, talk_from
from game.engine.table.starting import Chair
from game.engine.table.state import TableSetup
from game.models import Game, LogLine, Observation, Prediction, Seat, Table


def start(write: GameWrite, bots_at: Collection[int], origin: Origin) -> None:
    """Set every table up that plays: those with people or bots, and the empty ones in `bots_at`, with bots.

    The other empty tables are left out. Raises Refused: unknown_table, nobody_here when no table would play.
    """
    game = write.game
    tables = {table.row.number: table for table in write.tables()}
    if set(bots_at) - tables.keys():
        raise Refused("unknown_table")
    seats, held = _seats_of(game), held_seat_ids(game)
    chairs = {
        number: tuple(Chair(Role(seat.role), seat.pk in held, seat.bot) for seat in seats[table.row.pk])
        for number, table in tables.items()
    }
    plan = starting.plan(chairs, game.fill_bots)
    empty = {one.table for one in plan.empty}
    filled = sorted(empty & set(bots_at))
    left_out = sorted(empty - set(bots_at))
    if len(left_out) == len(tables):
        raise Refused("nobody_here")
    _leave_out(write, tables, left_out, seats)
    for table in write.tables():
        number = table.row.number
        places = starting.kept(chairs[number], game.fill_bots or number in filled)
        playing = _keep(table, seats[table.row.pk], places, held)
        setup = _setup(game, table.row, tuple(Role(seat.role) for seat in playing))
        write.record(table, SetUp(setup), open_table(setup), origin)
    game.began_at, game.practised = write.now, False
    _tell(write, plan, filled, left_out)


def back_to_lobby(write: GameWrite, origin: Origin) -> None:
    """Let every table stand in the lobby again, with its people; bots that the start seated leave, and what it took away is
    there again. The journals keep what was chosen, which does not count.
    """
    game = write.game
    for table in write.tables():
        write.record(table, SteppedBack(Phase.LOBBY, 0), None, origin)
    for row in Table.everything.filter(game=game, left_out=True):
        row.left_out = False
        row.save(update_fields=["left_out"])
        write.take_in(row)
    for table in write.tables():
        if table.row.spare:
            put_seats(game, table.row, [Role(role) for role in table.row.spare.split()])
            table.row.spare = ""
            table.row.save(update_fields=["spare"])
        sort_seats(table.row)
    came_by_themselves = Q(filled=True) | Q(pk__in=held_seat_ids(game))
    Seat.objects.filter(came_by_themselves, table__game=game).update(bot=False, keep=False, filled=False)
    Prediction.objects.filter(table__game=game).delete()
    LogLine.objects.filter(game=game, table__isnull=False).update(replaced=True)
    write.log_changed()
    game.started = {}


def _seats_of(game: Game) -> Mapping[int, list[Seat]]:
    found: dict[int, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(table__game=game):
        found[seat.table_id].append(seat)
    return found


def _tell(write: GameWrite, plan: starting.StartPlan, filled: list[int], left_out: list[int]) -> None:
    """Say in the log and on the panel what the start did."""
    write.game.started = {
        "bots": plan.bots,
        "dropped": plan.dropped,
        "filled": filled,
        "left_out": left_out,
    }
    write.log("started")
    if plan.bots:
        write.log("seats_filled", count=plan.bots)
    if plan.dropped:
        write.log("seats_dropped", count=plan.dropped)
    for number in filled:
        write.log("table_filled", number)
    for number in left_out:
        write.log("table_left_out", number)


def _leave_out(
    write: GameWrite, tables: Mapping[int, TableWrite], numbers: list[int], seats: Mapping[int, list[Seat]]
) -> None:
    """Leave tables out; who watched one watches another, in turn."""
    rows = [tables[number].row for number in numbers]
    for number in numbers:
        table = tables[number]
        table.row.spare = " ".join(seat.role for seat in seats[table.row.pk])
        write.leave_out(table)
    watched = [table.row for table in write.tables()]
    watching = Observation.objects.filter(table__in=[row.pk for row in rows], until=None)
    for place, one in enumerate(watching.order_by("pk")):
        one.table = watched[place % len(watched)]
        one.save(update_fields=["table"])
    Seat.objects.filter(table__in=[row.pk for row in rows]).delete()


def _keep(table: TableWrite, seats: list[Seat], places: tuple[int, ...], held: set[int]) -> list[Seat]:
    """Return the seats that play, numbered in order, with a bot on every one that nobody holds; the others are taken away."""
    playing = [seats[place] for place in places]
    gone = [seat for place, seat in enumerate(seats) if place not in places]
    table.row.spare = " ".join(seat.role for seat in gone)
    table.row.save(update_fields=["spare"])
    Seat.objects.filter(pk__in=[seat.pk for seat in gone]).delete()
    for number, seat in enumerate(playing):
        is_free = seat.pk not in held
        seat.filled = is_free and not seat.bot
        seat.number, seat.bot = number, is_free
    # In rising order, so that no two seats ever have the same number on the way.
    for seat in playing:
        seat.save(update_fields=["number", "bot", "filled"])
    return playing


def _setup(game: Game, table: Table, roles: tuple[Role, ...]) -> TableSetup:
    scenario = content.scenario(game.scenario)
    setbacks = [(round, task) for round, tasks in scenario.setbacks.items() for task in tasks]
    has_setbacks = RULESETS[game.ruleset].has_setbacks
    neighbours = neighbours_needed(roles.count(Role.RESIDENT))
    return TableSetup(
        ruleset=game.ruleset,
        form="short" if game.form == "short" else "full",
        tasks=scenario.tasks,
        roles=roles + (Role.RESIDENT,) * neighbours,
        neighbours=neighbours,
        rounds=game.rounds,
        seed=game.seed,
        number=table.number,
        fixed=() if has_setbacks else tuple(sorted(scenario.fixed_incidents.items())),
        setbacks=tuple(sorted(setbacks)) if has_setbacks else (),
        talk_from=talk_from(game.rounds, silent_first=game.is_silent_first),
    )
