"""The phases of a game and what follows what; all tables of a game move through them together."""

from enum import StrEnum


class Phase(StrEnum):
    """A game's phase; agree, act and outcome come back every round (respond is open during outcome)."""

    LOBBY = "lobby"
    AGREE = "agree"
    ACT = "act"
    OUTCOME = "outcome"
    DEBRIEF = "debrief"
    CLOSED = "closed"


PLAY_PHASES = (Phase.AGREE, Phase.ACT, Phase.OUTCOME)
MIN_ROUNDS = 1
MAX_ROUNDS = 10
FULL_GAME_ROUNDS = 5


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
