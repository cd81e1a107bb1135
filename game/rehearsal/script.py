"""What a wild facilitator means to do, from a seed alone: the same seed means the same, whatever comes of it."""

import random
from dataclasses import dataclass

# How often each is meant, of all that is done while the seats play; the rest of a turn is how it ends.
WEIGHTS = {
    "pause": 4,
    "resume": 4,
    "more_time": 3,
    "clock_off": 1,
    "move": 6,
    "move_back_and_forth": 2,
    "move_some": 3,
    "move_to_taken": 3,
    "share": 3,
    "observe": 2,
    "rename": 3,
    "remove": 3,
    "block_and_readmit": 2,
    "hand_over": 4,
    "seat_bot": 3,
    "unseat_bot": 3,
    "swap_chairs": 3,
    "add_seat": 3,
    "remove_seat": 2,
    "add_table": 2,
    "remove_table": 2,
    "lock": 2,
    "unlock": 2,
    "cover": 2,
    "star": 1,
    "undercurrent": 1,
    "auto_close": 1,
    "late_next": 2,
    "pair_and_revoke": 1,
    "reload_panel": 2,
    "panel_away": 2,
    "reload_phone": 2,
    "phone_away": 2,
}
ENDINGS = {"next": 3, "next_twice": 3, "next_on_both": 3, "run_out": 2, "back": 3, "undo": 2}
MAX_BACKS = 4
LONGEST_PAUSE = 0.25


@dataclass(frozen=True)
class Intention:
    """Something to do, on the panel (0) or the remote (1), after `wait` seconds; a, b and c (0–1) say to whom and where.

    `patient` waits until it is done before the next is begun.
    """

    kind: str
    device: int
    wait: float
    patient: bool
    a: float
    b: float
    c: float


@dataclass(frozen=True)
class Turn:
    """What is meant to be done in one step of the game, and how it ends; `hurried` ends it while seats are still tapping."""

    during: tuple[Intention, ...]
    ending: Intention
    hurried: bool


def turn(seed: int, number: int) -> Turn:
    """Return what is meant for the turn with this number (from 0)."""
    dice = random.Random(f"{seed} turn {number}")
    during = tuple(_intention(dice, WEIGHTS) for _ in range(dice.randint(3, 7)))
    endings = dict(ENDINGS)
    if number < 2:
        del endings["back"]
    return Turn(during, _intention(dice, endings), dice.random() < 0.25)


def _intention(dice: random.Random, weights: dict[str, int]) -> Intention:
    kind = dice.choices(list(weights), list(weights.values()))[0]
    wait = dice.uniform(0.0, LONGEST_PAUSE)
    return Intention(
        kind,
        dice.randrange(2),
        wait,
        dice.random() < 0.6,
        dice.random(),
        dice.random(),
        dice.random(),
    )
