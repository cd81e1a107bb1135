"""What a finding of the story is: an event, what was done about it or before it, and its figures; sentences are elsewhere."""

from dataclasses import dataclass
from typing import Literal

# How the groups of what was done stand in a sentence: as reasons by weight, or as what each chair did.
Manner = Literal["reasons", "deeds"]


@dataclass(frozen=True, slots=True)
class Cause:
    """What a player did to a measure (points of 0–1, below 0 where it fell): `phi`, its `share` (0–1) of all that pushed
    the same way, and `alone`, how much the measure lies higher with it when everyone else did as they did.
    """

    player: str
    phi: float
    share: float
    alone: float


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a player did, as it is told: `lever` (a code; "" when it cannot be counted), `count` times of `of`.

    Of the purse these are the hours that it paid, of a full week. `only_with` says that it did nothing by itself.
    """

    player: str
    lever: str
    count: float = 0.0
    of: float = 0.0
    only_with: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A finding of the story, in rounds `round`–`until` (1-based).

    `kind` is the event and `variant` which of its ways; `task` what it happened to, "" when it was the street. `measure` (a
    code, or "") went from `before` to `value`; it is `without` in the rerun that the kind speaks of, None when there is
    none. `count` of `of` is what the kind counts, `more` how often the same happened besides. `effect` is what the size
    goes by. `causes` has all players of a turning point, `groups` what is told: each group in one sentence. `most` is the
    round in which a turning point of several moved furthest, else 0.
    """

    kind: str
    round: int
    until: int
    effect: float
    measure: str = ""
    before: float = 0.0
    value: float = 0.0
    without: float | None = None
    variant: str = ""
    task: str = ""
    count: float = 0.0
    of: float = 0.0
    more: int = 0
    most: int = 0
    causes: tuple[Cause, ...] = ()
    groups: tuple[tuple[Told, ...], ...] = ()
    manner: Manner = "reasons"
