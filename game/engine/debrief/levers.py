"""What people did, as things that can be taken out of a game: each lever with what stands in its place in a rerun."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.debrief.played import PlayedGame
from game.engine.debrief.rerun import Instead
from game.engine.roles import Role
from game.engine.table import PlayedRound
from game.engine.values import SeatRound


@dataclass(frozen=True, slots=True)
class Lever:
    """A choice of a role and what a rerun puts in its place."""

    code: str
    role: Role
    where: str
    given: frozenset[str]
    then: str

    def without(self, since: int, until: int) -> Instead:
        """Return the change that takes this out of rounds `since`–`until` (1-based)."""
        return Instead(self.role, self.where, self.given, self.then, since, until)


def _lever(code: str, role: Role, where: str, given: str, then: str) -> Lever:
    return Lever(code, role, where, frozenset(given.split()), then)


_M, _P, _R = Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT
_LEVERS = (
    _lever("took_over", _P, "act", "take_over", "together"),
    _lever("stepped_back", _P, "act", "step_back", "together"),
    _lever("worked_along", _P, "act", "together", "take_over"),
    _lever("kept_evenings", _R, "act", "wait claim", "join"),
    _lever("joined", _R, "act", "join", "wait"),
    _lever("claimed", _R, "act", "claim", "wait"),
    _lever("to_professionals", _M, "holder", "professionals", "together"),
    _lever("to_residents", _M, "holder", "residents", "together"),
    _lever("required", _M, "requirements", "yes", "no"),
    _lever("ruled", _M, "respond", "add_rule", "let_be"),
    _lever("visited", _M, "act", "visit", "leave"),
    _lever("backed", _M, "respond", "back", "let_be"),
    _lever("guaranteed", _R, "respond", "guarantee", "let_be"),
    _lever("repaired", _R, "respond", "repair", "let_be"),
    _lever("pulled_in", _P, "respond", "pull_in", "let_be"),
    _lever("evaluated", _P, "respond", "evaluate", "let_be"),
)
LEVERS: Mapping[str, Lever] = MappingProxyType({lever.code: lever for lever in _LEVERS})
# What makes ownership, quality and the purse go down, and what makes them go up.
DOWN = (
    "took_over",
    "kept_evenings",
    "claimed",
    "to_professionals",
    "required",
    "ruled",
    "guaranteed",
    "pulled_in",
)
LET_GO = ("stepped_back", "to_residents")
UP = ("joined", "worked_along", "visited", "backed", "repaired", "evaluated")


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a lever was chosen in rounds `since`–`until`: `count` of the `of` moments at which its role could."""

    lever: str
    role: Role
    since: int
    until: int
    count: int
    of: int


def count(game: PlayedGame, code: str, since: int, until: int) -> Counted:
    """Return how often a lever was chosen in these rounds (1-based, both counted)."""
    lever = LEVERS[code]
    done = of = 0
    for played in game.rounds[since - 1 : until]:
        for seat in played.seats:
            if seat.role is lever.role:
                moments = _moments(lever, played, seat)
                done += sum(moments)
                of += len(moments)
    return Counted(code, lever.role, since, until, done, of)


def _moments(lever: Lever, played: PlayedRound, seat: SeatRound) -> list[bool]:
    """Return per moment of a seat in a round whether the lever was chosen."""
    deals = seat.deals or ()
    match lever.where:
        case "act":
            return [act in lever.given for act in seat.act]
        case "respond":
            tasks = played.result.outcome.tasks
            return [
                given in lever.given for given, task in zip(seat.respond, tasks, strict=True) if task.trouble
            ]
        case "holder":
            return [deal.holder in lever.given for deal in deals]
        case _:
            return [deal.requirements for deal in deals]
