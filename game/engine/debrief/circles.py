"""Which circle went round at a table: of every stretch of its rounds the loop that its own course bears out.

A loop is strong by its equations (strengths); a circle is told to people who saw the film. So it may not say what the film
contradicts: one of whose states went the other way is told only where no other went round, and then with what held it back.
How a circle is drawn and what its states are called is the page's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from game.engine.debrief.in_doubt import asked_of
from game.engine.debrief.measures import ownership
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.strengths import LoopRound
from game.engine.debrief.stretch import WENT, Stretch

ROSE = 0.15  # what becomes more theirs again by as much has turned
LEAST_MOVED = 0.01  # ownership that moved less stayed the same: then what was done says which way it went
UP = "R6"
DOWN = ("R1", "R2", "R5")
# The states of every circle, in the order in which they are told.
STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "R1": ("alone", "better_first", "home", "less_ours"),
        "R2": ("expecting", "claims", "paper", "worse"),
        "R5": ("take_up", "wrong", "paper", "less_ours"),
        "R6": ("along", "ours", "better", "come"),
    }
)


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle in rounds `since`–`until` (1-based, both counted): the code of its loop, which of its states went the other
    way (`held_back`), none where it went round, the arrow that people are asked to doubt (`in_doubt.DOUBTED`; "" where none
    was borne out), and the states that are told (`line`): all of them, or of one that was held back those from after what
    was to the first that was.
    """

    since: int
    until: int
    code: str
    held_back: tuple[str, ...] = ()
    doubted: str = ""
    line: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Say which states are told."""
        object.__setattr__(self, "line", _line(STATES[self.code], self.held_back))


def _line(states: tuple[str, ...], held_back: tuple[str, ...]) -> tuple[str, ...]:
    before = dict(zip(states, (states[-1], *states), strict=False))
    went = [state for state in states if state not in held_back]
    first = next((state for state in went if before[state] in held_back), states[0])
    turned = states[states.index(first) :] + states[: states.index(first)]
    ends = [turned.index(state) + 1 for state in turned if state in held_back]
    return turned[: min(ends, default=len(turned))]


def circles(game: PlayedGame, loops: Sequence[LoopRound]) -> tuple[Circle, ...]:
    """Return the circles of a table in their order: one, or two of a street that became more theirs again; none without a
    round. `loops` are the strengths of all its rounds; a loop with a link that never happened is told only where all had one.
    """
    found = ((stretch, _told(stretch, loops)) for stretch in _stretches(game))
    return tuple(replace(circle, doubted=asked_of(stretch, circle.code)) for stretch, circle in found)


def _stretches(game: PlayedGame) -> tuple[Stretch, ...]:
    """Return the rounds as one stretch, or as two where ownership rose again for two rounds or more."""
    rounds = len(game.rounds)
    own = [ownership(game, turn) for turn in range(rounds)]
    if not own:
        return ()
    low = own.index(min(own))
    if 0 < low < rounds - 2 and own[-1] - own[low] >= ROSE:
        return Stretch(game, 1, low + 1), Stretch(game, low + 2, rounds)
    return (Stretch(game, 1, rounds),)


def is_rising(stretch: Stretch) -> bool:
    """Whether a street became more theirs; where that stayed the same, whether more was done along than alone."""
    moved = stretch.owned()
    if abs(moved) >= LEAST_MOVED:
        return moved > 0.0
    return stretch.share("worked_along") > stretch.share("took_over")


def _told(stretch: Stretch, loops: Sequence[LoopRound]) -> Circle:
    """Return the strongest circle that went round, first of the way that the street went; else what came nearest."""
    found = [Circle(stretch.since, stretch.until, code, _against(stretch, code)) for code in (*DOWN, UP)]
    goes_up = is_rising(stretch)

    def strength(circle: Circle) -> float:
        return sum(one.loops[circle.code] for one in loops[stretch.since - 1 : stretch.until])

    of_way = [one for one in found if (one.code == UP) is goes_up]
    for candidates in (of_way, found):
        went = [one for one in candidates if strength(one) > 0.0 and not one.held_back]
        if went:
            return max(went, key=strength)
    return max(
        found, key=lambda one: (strength(one) > 0.0, -len(one.held_back), one in of_way, strength(one))
    )


def _against(stretch: Stretch, code: str) -> tuple[str, ...]:
    return tuple(state for state in STATES[code] if not WENT[state](stretch))
