"""The phases of a game and what follows what; all tables of a game move through them together."""

from enum import StrEnum


class Phase(StrEnum):
    """A game's phase; agree, act and outcome come back every round (respond is open during outcome).

    During the time-out the tables already stand in agree, which opens when it is over.
    """

    LOBBY = "lobby"
    TIME_OUT = "time_out"
    AGREE = "agree"
    ACT = "act"
    OUTCOME = "outcome"
    DEBRIEF = "debrief"
    CLOSED = "closed"


PLAY_PHASES = (Phase.AGREE, Phase.ACT, Phase.OUTCOME)
DEBRIEF_PHASES = (Phase.DEBRIEF, Phase.CLOSED)  # phones show the debrief on when it is over
TALK_PHASES = (Phase.AGREE, Phase.ACT)
RUNNING_PHASES = (*PLAY_PHASES, Phase.TIME_OUT)
SILENT_ROUNDS = 3
MIN_ROUNDS = 1
MAX_ROUNDS = 10
FULL_GAME_ROUNDS = 5  # of fewer the debrief shows no pattern
UNDO_SECONDS = 10.0  # for so long a change of phase can be taken back


def talk_from(rounds: int, *, silent_first: bool) -> int | None:
    """Return the first round (1-based) that is played talking, None when none of `rounds` is."""
    first = SILENT_ROUNDS + 1 if silent_first else 1
    return first if first <= rounds else None


def talking(phase: Phase, round: int, silent_rounds: int) -> tuple[bool, bool]:
    """Return whether a moment is played without talking, and whether people may talk in it that were silent before.

    `silent_rounds` is how many rounds come first without, 0 for none.
    """
    is_silent = round <= silent_rounds
    return phase in PLAY_PHASES and is_silent, phase in TALK_PHASES and not is_silent and silent_rounds > 0


def next_phase(phase: Phase, round: int, rounds: int) -> tuple[Phase, int]:
    """Return the phase and round (1-based; 0 in the lobby) after this one; a closed game stays closed."""
    match phase:
        case Phase.LOBBY:
            return Phase.AGREE, 1
        case Phase.AGREE:
            return Phase.ACT, round
        case Phase.ACT:
            return Phase.OUTCOME, round
        case Phase.OUTCOME:
            return (Phase.AGREE, round + 1) if round < rounds else (Phase.DEBRIEF, round)
        case _:
            return Phase.CLOSED, round


def coming(
    phase: Phase, round: int, rounds: int, *, silent_first: bool = False, practice: bool = False
) -> tuple[Phase, int]:
    """Return what the game goes on to: like `next_phase`, with the time-out and the reset of a practice round.

    The time-out stands before the first round with talking, when rounds before it were silent.
    """
    if practice and phase is Phase.OUTCOME and round == 1:
        return Phase.AGREE, 1
    if silent_first and phase is Phase.OUTCOME and round == SILENT_ROUNDS < rounds:
        return Phase.TIME_OUT, round + 1
    if phase is Phase.TIME_OUT:
        return Phase.AGREE, round
    return next_phase(phase, round, rounds)


def back_targets(phase: Phase, round: int) -> tuple[tuple[Phase, int], ...]:
    """Return where a game in `phase` of `round` can go back to: the phase before, then the starts of rounds, latest first.

    The lobby comes last, as long as no round was closed.
    """
    rounds = tuple((Phase.AGREE, earlier) for earlier in range(round, 0, -1))
    lobby = ((Phase.LOBBY, 0),) if round <= 1 else ()
    match phase:
        case Phase.ACT:
            return (*rounds, *lobby)
        case Phase.OUTCOME:
            return ((Phase.ACT, round), *rounds, *lobby)
        case Phase.AGREE | Phase.TIME_OUT if round > 1:
            return ((Phase.OUTCOME, round - 1), *rounds[1:])
        case Phase.AGREE:
            return lobby
        case Phase.DEBRIEF if round:
            return ((Phase.OUTCOME, round), *rounds)
        case Phase.DEBRIEF:
            return ((Phase.AGREE, 1), *lobby)
        case Phase.CLOSED:
            return ((Phase.DEBRIEF, round),)
        case _:
            return ()


def cleared(phase: Phase, round: int, now: Phase, now_round: int) -> tuple[tuple[Phase, int], ...]:
    """Return the steps of play whose choices no longer count when a game in `now` of `now_round` goes back to the opening of
    `phase` of `round`, in order.
    """
    steps = [(step, number) for number in range(1, now_round + 1) for step in PLAY_PHASES]
    start = (round, PLAY_PHASES.index(phase)) if phase in PLAY_PHASES else (now_round + 1, 0)
    if phase is Phase.LOBBY:
        start = (1, 0)
    until = (now_round, PLAY_PHASES.index(now)) if now in PLAY_PHASES else (now_round, len(PLAY_PHASES))
    if now is Phase.TIME_OUT:
        until = (now_round - 1, len(PLAY_PHASES))
    return tuple(
        (step, number) for step, number in steps if start <= (number, PLAY_PHASES.index(step)) <= until
    )
