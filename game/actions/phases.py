"""What the facilitator does with the game as a whole: go on, go back, end it; and phases that close by themselves.

A phase change closes every table in one transaction and lets the bots choose for the phase that opens.
"""

from collections.abc import Callable, Collection
from datetime import timedelta
from functools import partial

from django.db import transaction

from game import events
from game.actions import copies
from game.actions.bots import let_bots_choose
from game.actions.clock import check_running
from game.actions.closing import closed
from game.actions.first_decision import check_decided, undecided_tables
from game.actions.reveal import REVEALED, check_steady, show_all
from game.actions.rewind import remember, rewind, take_out
from game.actions.sender import Sender
from game.actions.start import back_to_lobby, start
from game.actions.write import GameWrite, Origin, TableWrite, writing
from game.engine.debrief.timetable import SHORT_PLAN, time_out_minutes
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import (
    Ended,
    GameClosed,
    SteppedBack,
    TimeOut,
)
from game.engine.table.moves import close_game, end
from game.engine.table.phases import PLAY_PHASES, RUNNING_PHASES, Phase, back_targets, coming
from game.engine.table.reveal import stories
from game.models import Occupancy
from game.protocol.commands.course import EndGame, GoBack, Next
from game.selectors import heartbeat
from game.selectors.evening import evening_of
from game.selectors.reveal import is_revealing

CALM_SECONDS = 20.0  # before agree may close by itself


def next_step(write: GameWrite, command: Next, sender: Sender) -> str | None:
    """Go on to the next phase; in the lobby this starts the game, in the debrief it closes it.

    While an outcome is being uncovered, a press shows all of it and goes nowhere; then "revealed" is returned, as for a press
    that meant that and comes in when all of it is there.

    The step is compared and set (commands): of two presses that saw the same step one wins. Raises Refused: just_moved_on for
    a step that has only just opened, undecided for tables whose municipality has not decided in round 1 and that the command
    does not fill in, nobody_here, unknown_table, game_over.
    """
    is_open = is_revealing(write.game, write.now)
    if command.reveal and not is_open:
        return REVEALED
    check_steady(write)
    if is_open:
        show_all(write, command.id)
        return REVEALED
    check_decided(write, command.fills)
    advance(write, Origin(By.FACILITATOR, command.id, sender.device_id), command.bots_at)
    return None


def close_overdue(game_id: int, step: int) -> bool:
    """Close the phase of `step` when its countdown is over and return whether this call did it.

    A time-out is over when the facilitator says so, and round 1's agree waits for the municipality to decide. An outcome
    that is being uncovered stays until all of it is shown.
    """

    def is_overdue(write: GameWrite) -> bool:
        deadline = write.game.deadline
        return write.game.phase in PLAY_PHASES and deadline is not None and deadline <= write.now

    return _close_by_itself(game_id, step, "overdue", is_overdue)


def close_ready(game_id: int, step: int) -> bool:
    """Close the phase of `step` when that is wished and everybody is ready; return whether this call did it.

    Agree stays open for 20 s at least, so that nobody is overtaken by the fastest; whose phone is away is waited for until a
    bot stands in.
    """

    def is_ready(write: GameWrite) -> bool:
        game = write.game
        too_early = game.phase == Phase.AGREE and write.now < game.opened_at + timedelta(seconds=CALM_SECONDS)
        return game.auto_close and game.phase in PLAY_PHASES and not too_early and is_all_ready(write)

    return _close_by_itself(game_id, step, "auto_closed", is_ready)


def _close_by_itself(game_id: int, step: int, code: str, is_due: Callable[[GameWrite], bool]) -> bool:
    try:
        with writing(game_id) as write:
            if write.game.step != step or write.game.paused or not is_due(write) or undecided_tables(write):
                return False
            if is_revealing(write.game, write.now):
                return False
            if not heartbeat.has_run(write.now):  # the clocks are put right first
                return False
            write.log(code, phase=write.game.phase)
            write.is_play = True
            advance(write, Origin(By.DEFAULT))
            return True
    except Refused:
        return False


def is_all_ready(write: GameWrite) -> bool:
    """Tell whether every seat that somebody holds is ready, whose phone is locked or away too, unless a bot plays it."""
    held = Occupancy.objects.filter(seat__table__game=write.game, seat__bot=False, until=None)
    seats = set(held.values_list("seat__table_id", "seat__number"))
    return bool(seats) and all(number in write.table(table).playing.ready for table, number in seats)


def go_back(write: GameWrite, command: GoBack, sender: Sender) -> None:
    """Let every table stand at the opening of an earlier phase, or in the lobby, again; what came after it is kept but does
    not count.

    A closed game opens its debrief again, until its workshop has ended and names are wiped. Raises Refused:
    cannot_go_back for a moment that is not behind us.
    """
    game = write.game
    phase, round = Phase(command.phase), command.round
    has_ended = game.workshop.ended_at is not None
    if has_ended or (phase, round) not in back_targets(Phase(game.phase), game.round):
        raise Refused("cannot_go_back")
    origin = Origin(By.FACILITATOR, command.id, sender.device_id)
    if phase is Phase.LOBBY:
        return to_lobby(write, origin)
    left, before = game.phase, remember(write)
    rewind(write, SteppedBack(phase, round), origin)
    taken = take_out(write, phase, round)
    write.log("went_back", phase=phase, round=round)
    _open(write, phase, round)
    game.revealed_at = write.now  # an outcome that is come back to was seen
    game.back_from = "" if phase is Phase.DEBRIEF else left  # a game that was closed lost nothing
    game.undo = before | taken


def to_lobby(write: GameWrite, origin: Origin) -> None:
    """Open the lobby again for a game whose first round was not closed."""
    left = write.game.phase
    back_to_lobby(write, origin)
    write.log("went_to_lobby", phase=left)
    stand(write, Phase.LOBBY, 0)
    write.game.back_from = left


def end_game(write: GameWrite, command: EndGame, sender: Sender) -> None:
    """End the play early and open the debrief. Raises Refused: wrong_phase."""
    check_running(write)
    before = remember(write)
    origin = Origin(By.FACILITATOR, command.id, sender.device_id)
    for table in write.tables():
        write.record(table, Ended(), end(table.playing), origin)
    rounds = max((len(table.playing.played) for table in write.tables()), default=0)
    write.log("ended_early", round=rounds)
    _open(write, Phase.DEBRIEF, rounds)
    write.game.undo = before


def advance(write: GameWrite, origin: Origin, bots_at: Collection[int] = ()) -> None:
    """Close what is open and let the next phase begin, whoever asked for that; raises Refused: nobody_here, game_over."""
    game = write.game
    before = remember(write)
    is_reset = game.practice and (game.phase, game.round) == (Phase.OUTCOME, 1)
    phase, round = coming(
        Phase(game.phase),
        game.round,
        game.rounds,
        silent_first=game.is_silent_first,
        practice=game.practice,
    )
    match game.phase:
        case Phase.LOBBY:
            start(write, bots_at, origin)
        case Phase.TIME_OUT:
            _record_all(write, TimeOut(False), origin)
            write.log("time_out_over")
        case Phase.DEBRIEF:
            close_tables(write, origin)
        case Phase.CLOSED:
            raise Refused("game_over")
        case _ if is_reset:
            game.practice, game.practised = False, True
            rewind(write, SteppedBack(phase, round), origin)
            before |= take_out(write, phase, round)
            write.log("practice_reset")
        case _:
            for table in write.tables():
                _close(write, table, origin)
    if phase is Phase.TIME_OUT:
        _record_all(write, TimeOut(True), origin)
        write.log("time_out_began")
    # Breaks that end count for who is away, the others seat people or show what was said.
    goes_on = game.phase in PLAY_PHASES and phase in RUNNING_PHASES and not is_reset and not game.paused
    write.is_play = write.is_play and goes_on
    _open(write, phase, round)
    game.undo = before
    if is_reset:
        game.back_from = "practice"


def _record_all(write: GameWrite, entry: TimeOut, origin: Origin) -> None:
    """Record an entry that changes nothing at the tables."""
    for table in write.tables():
        write.record(table, entry, table.playing, origin)


def close_tables(write: GameWrite, origin: Origin) -> None:
    """Close every table's game after its debrief."""
    for table in write.tables():
        write.record(table, GameClosed(), close_game(table.playing), origin)
    write.log("closed")


def stand(write: GameWrite, phase: Phase, round: int) -> None:
    """Let the game stand in `phase` of `round` as a new step, without a countdown."""
    game = write.game
    if game.paused:
        write.log("resumed")
    game.phase, game.round = phase, round
    game.step += 1
    game.opened_at = game.changed_at = write.now
    game.revealed_at = game.retold_from = None
    game.deadline = game.clock_left_ms = None
    game.paused, game.paused_at, game.paused_ms = False, None, 0
    game.back_from = ""
    game.undo = {}
    for table in write.tables():
        table.row.ready_at = None
    write.game_changed()
    events.say_once_stored("phase_opened", workshop=game.workshop_id, phase=phase, round=round)
    if not game.workshop.alone:  # of which nothing is put back, and which would push out the copies of a room
        transaction.on_commit(partial(copies.keeper.want, copies.Moment(game.workshop_id, round, phase)))


def _open(write: GameWrite, phase: Phase, round: int) -> None:
    """Let the game stand in `phase`, with no countdown (but the time-out's), and let the bots choose."""
    stand(write, phase, round)
    if phase is Phase.TIME_OUT:
        evening = evening_of(write.game, len(list(write.tables())))
        write.game.deadline = write.now + timedelta(minutes=time_out_minutes(evening))
    if phase is Phase.OUTCOME:
        outcomes = [table.playing.outcome for table in write.tables()]
        write.game.stories = stories([sum(task.trouble for task in one.tasks) for one in outcomes if one])
    if phase is Phase.DEBRIEF and 0 < write.game.minutes <= SHORT_PLAN:
        write.game.debrief = {"short": True} | write.game.debrief  # unless the facilitator chose otherwise
    if phase in PLAY_PHASES:
        let_bots_choose(write)


def _close(write: GameWrite, table: TableWrite, origin: Origin) -> None:
    closing = closed(table.playing)
    write.record(table, closing.entry, closing.after, origin)
    for cue in closing.cues:
        write.log(cue.code, table.row.number, "", **cue.params)
