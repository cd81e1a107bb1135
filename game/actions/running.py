"""What the facilitator does with the game as a whole: start it, go on, set the clock, end it, lead the debrief.

A phase change closes every table in one transaction and lets the bots choose for the phase that opens.
"""

from datetime import timedelta

from game import content
from game.actions.bots import let_bots_choose
from game.actions.joining import held_seat_ids
from game.actions.writing import GameWrite, Origin, TableWrite, writing
from game.engine.journal import Ended, GameClosed, PhaseClosed, SetUp
from game.engine.luck import round_draws
from game.engine.phases import PLAY_PHASES, Phase, next_phase
from game.engine.refusal import Refused
from game.engine.roles import Role, neighbours_needed
from game.engine.table import TableSetup, TableState, close_game, close_phase, end, fill, open_table
from game.engine.values import By
from game.models import JournalEntry, Seat, Table
from game.protocol.commands import EndGame, Next, ShowDebrief, StartClock


def next_step(write: GameWrite, command: Next, device_id: int) -> None:
    """Go on to the next phase; in the lobby this starts the game, in the debrief it closes it.

    The step is compared and set: of two presses that saw the same step one wins. Raises Refused: stale_step,
    nobody_here, game_over.
    """
    if _already(write, command.id):
        return
    if command.step != write.game.step:
        raise Refused("stale_step")
    _advance(write, Origin(By.FACILITATOR, command.id, device_id))


def close_overdue(game_id: int, step: int) -> bool:
    """Close the phase of `step` when its countdown is over and return whether this call did it."""
    try:
        with writing(game_id) as write:
            game = write.game
            overdue = game.deadline is not None and game.deadline <= write.now and not game.paused
            if game.step != step or not overdue:
                return False
            _advance(write, Origin(By.DEFAULT))
            return True
    except Refused:
        return False


def set_clock(write: GameWrite, command: StartClock) -> None:
    """Set the countdown of the open phase to `seconds` from now; 0 removes it. Raises Refused: stale_step, wrong_phase."""
    if command.step != write.game.step:
        raise Refused("stale_step")
    if write.game.phase not in PLAY_PHASES:
        raise Refused("wrong_phase")
    write.game.deadline = write.now + timedelta(seconds=command.seconds) if command.seconds else None
    write.game_changed()


def end_game(write: GameWrite, command: EndGame, device_id: int) -> None:
    """End the play early and open the debrief. Raises Refused: stale_step, wrong_phase."""
    if _already(write, command.id):
        return
    if command.step != write.game.step:
        raise Refused("stale_step")
    if write.game.phase not in PLAY_PHASES:
        raise Refused("wrong_phase")
    origin = Origin(By.FACILITATOR, command.id, device_id)
    for table in write.tables():
        write.record(table, Ended(), end(table.playing), origin)
    rounds = max((len(table.playing.played) for table in write.tables()), default=0)
    _open(write, Phase.DEBRIEF, rounds)


def show_debrief(write: GameWrite, command: ShowDebrief) -> None:
    """Show a step of the debrief, of one table or side by side. Raises Refused: stale_step, wrong_phase, unknown_table."""
    if command.step != write.game.step:
        raise Refused("stale_step")
    if write.game.phase != Phase.DEBRIEF:
        raise Refused("wrong_phase")
    if command.table is not None and command.table not in {t.row.number for t in write.tables()}:
        raise Refused("unknown_table")
    write.game.debrief_step = command.view
    write.game.debrief_part = command.part
    write.game.debrief_table = command.table
    write.game_changed()


def _already(write: GameWrite, command_id: str) -> bool:
    """Tell whether this facilitator's command was carried out before."""
    entries = JournalEntry.objects.filter(table__game=write.game, seat=None, command_id=command_id)
    return entries.exists()


def _advance(write: GameWrite, origin: Origin) -> None:
    game = write.game
    phase, round = next_phase(Phase(game.phase), game.round, game.rounds)
    match game.phase:
        case Phase.LOBBY:
            _start(write, origin)
        case Phase.DEBRIEF:
            for table in write.tables():
                write.record(table, GameClosed(), close_game(table.playing), origin)
        case Phase.CLOSED:
            raise Refused("game_over")
        case _:
            for table in write.tables():
                _close(write, table, origin)
    _open(write, phase, round)


def _open(write: GameWrite, phase: Phase, round: int) -> None:
    """Let the game stand in `phase`, with no countdown, and let the bots choose."""
    game = write.game
    game.phase, game.round = phase, round
    game.step += 1
    game.opened_at = write.now
    game.deadline = game.clock_left_ms = None
    game.paused = False
    write.game_changed()
    if phase in PLAY_PHASES:
        let_bots_choose(write)


def _close(write: GameWrite, table: TableWrite, origin: Origin) -> None:
    state = table.playing
    draws = _draws(state) if state.phase is Phase.ACT else ()
    filled = fill(state)
    entry = PhaseClosed(state.phase, state.round, filled, draws)
    write.record(table, entry, close_phase(state, draws, filled), origin)


def _draws(state: TableState) -> tuple[float, ...]:
    setup = state.setup
    return round_draws(setup.seed, state.round, len(setup.tasks), dict(setup.fixed))


def _start(write: GameWrite, origin: Origin) -> None:
    """Close the lobby: leave out tables without people, fill or drop empty seats, and set every table up."""
    held = held_seat_ids(write.game)
    if not held and not write.game.rehearsal:
        raise Refused("nobody_here")
    for table in write.tables():
        seats = list(Seat.objects.filter(table=table.row))
        if not write.game.rehearsal and not any(seat.pk in held for seat in seats):
            write.drop(table)
            continue
        roles = tuple(Role(seat.role) for seat in _keep_seats(write, seats, held))
        setup = _setup(write, table.row, roles)
        write.record(table, SetUp(setup), open_table(setup), origin)


def _keep_seats(write: GameWrite, seats: list[Seat], held: set[int]) -> list[Seat]:
    """Return the seats that play, numbered in order: all of them, or without bots those held and one of each role."""
    if write.game.fill_bots:
        kept = seats
    else:
        roles_held = {seat.role for seat in seats if seat.pk in held}
        kept = []
        for seat in seats:
            if seat.pk in held or seat.role not in roles_held:
                roles_held.add(seat.role)
                kept.append(seat)
    kept_ids = {seat.pk for seat in kept}
    Seat.objects.filter(pk__in=[seat.pk for seat in seats if seat.pk not in kept_ids]).delete()
    for number, seat in enumerate(kept):
        seat.number, seat.bot = number, seat.pk not in held
    # In rising order, so that no two seats ever have the same number on the way.
    for seat in kept:
        seat.save(update_fields=["number", "bot"])
    return kept


def _setup(write: GameWrite, table: Table, roles: tuple[Role, ...]) -> TableSetup:
    game = write.game
    scenario = content.scenario(game.scenario)
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
        fixed=tuple(sorted(scenario.fixed_incidents.items())),
    )
