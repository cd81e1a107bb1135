"""What people did, as things that can be taken out of a game: each lever with what stands in its place in a rerun."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.debrief.changes import Instead
from game.engine.debrief.played import PlayedGame, seats_of
from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.model.values import SeatRound
from game.engine.table.state import PlayedRound


@dataclass(frozen=True, slots=True)
class Lever:
    """A choice of a role and what a rerun puts in its place.

    In acts and answers (`where` act, respond) `given` and `then` are what choices count as; in deals they are words.
    """

    code: str
    role: Role
    where: str
    given: frozenset[str]
    then: str

    def without(self, since: int, until: int, tasks: tuple[int, ...] | None = None) -> Instead:
        """Return the change that takes this out of rounds `since`–`until` (1-based), on `tasks` (from 0) or on all."""
        return Instead(self.role, self.where, self.given, self.then, tasks, since=since, until=until)


def _counted(code: str, role: Role, where: str, then: str) -> Lever:
    """Return the lever of whatever counts as `code`."""
    return Lever(code, role, where, frozenset({code}), then)


_M, _P, _R = Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT
_LEVERS = (
    _counted("took_over", _P, "act", "worked_along"),
    _counted("stepped_back", _P, "act", "worked_along"),
    _counted("worked_along", _P, "act", "took_over"),
    _counted("kept_evenings", _R, "act", "joined"),
    _counted("joined", _R, "act", "kept_evenings"),
    _counted("claimed", _R, "act", "kept_evenings"),
    Lever("to_professionals", _M, "holder", frozenset({Holder.PROFESSIONALS}), Holder.TOGETHER),
    Lever("to_residents", _M, "holder", frozenset({Holder.RESIDENTS}), Holder.TOGETHER),
    Lever("to_together", _M, "holder", frozenset({Holder.TOGETHER}), Holder.PROFESSIONALS),
    Lever("required", _M, "requirements", frozenset({"yes"}), "no"),
    _counted("ruled", _M, "respond", "let_be"),
    _counted("visited", _M, "act", "left"),
    _counted("inspected", _M, "act", "left"),
    _counted("backed", _M, "respond", "let_be"),
    _counted("guaranteed", _R, "respond", "let_be"),
    _counted("repaired", _R, "respond", "let_be"),
    _counted("pulled_in", _P, "respond", "let_be"),
    _counted("evaluated", _P, "respond", "let_be"),
)
LEVERS: Mapping[str, Lever] = MappingProxyType({lever.code: lever for lever in _LEVERS})
# What each chair's answers count as when a table puts something right, and when it does not.
MENDING = MappingProxyType({_R: "repaired", _M: "backed", _P: "evaluated"})
RULING = MappingProxyType({_M: "ruled", _R: "guaranteed", _P: "pulled_in"})
# What a chair can have done where a street fell, and where it rose.
DOWN: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        _M: ("to_professionals", "to_residents", "required", "ruled"),
        _P: ("took_over", "stepped_back", "pulled_in"),
        _R: ("kept_evenings", "claimed", "guaranteed"),
    }
)
UP: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        _M: ("to_together", "to_residents", "visited", "backed"),
        _P: ("worked_along", "stepped_back", "evaluated"),
        _R: ("joined", "repaired"),
    }
)
# Of a resident these are counted in evenings.
EVENINGS = frozenset({"joined", "kept_evenings"})


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a lever was chosen in rounds `since`–`until`: `count` of the `of` moments at which its role could."""

    lever: str
    role: Role
    since: int
    until: int
    count: int
    of: int


def count(
    game: PlayedGame, code: str, since: int, until: int, tasks: tuple[int, ...] | None = None
) -> Counted:
    """Return how often a lever was chosen in these rounds (1-based, both counted), on `tasks` (from 0) or on all.

    Every seat of a role counts, whoever sits there. Evenings are those that each resident has: of some tasks those that
    it could come there, since it did not spend them elsewhere.
    """
    lever, every = LEVERS[code], tuple(range(game.count))
    concerned = every if tasks is None else tasks
    if code in EVENINGS:
        return _evenings(game, lever, since, until, concerned)
    done = of = 0
    for played in game.rounds[since - 1 : until]:
        for seat in seats_of(played, lever.role):
            moments = [chosen for k, chosen in _moments(game, lever, played, seat) if k in concerned]
            done += sum(moments)
            of += len(moments)
    return Counted(code, lever.role, since, until, done, of)


def _evenings(game: PlayedGame, lever: Lever, since: int, until: int, tasks: tuple[int, ...]) -> Counted:
    rules, limit = game.rules, game.rules.evenings(game.count)
    spent = of = 0
    for played in game.rounds[since - 1 : until]:
        for seat in seats_of(played, Role.RESIDENT):
            there = int(rules.spent(Role.RESIDENT, [seat.act[k] for k in tasks]))
            elsewhere = int(rules.spent(Role.RESIDENT, seat.act)) - there
            spent += there
            of += min(len(tasks), limit - elsewhere)
    done = spent if lever.code == "joined" else of - spent
    return Counted(lever.code, lever.role, since, until, done, of)


def _moments(game: PlayedGame, lever: Lever, played: PlayedRound, seat: SeatRound) -> list[tuple[int, bool]]:
    """Return per moment of a seat in a round its task, and whether the lever was chosen."""
    deals = seat.deals or ()
    words = game.rules.choices.words(lever.role, lever.code)
    match lever.where:
        case "act":
            return [(k, act in words) for k, act in enumerate(seat.act)]
        case "respond":
            tasks = played.result.outcome.tasks
            return [(k, seat.respond[k] in words) for k, task in enumerate(tasks) if task.trouble]
        case "holder":
            return [(k, deal.holder in lever.given) for k, deal in enumerate(deals)]
        case _:
            return [(k, deal.requirements) for k, deal in enumerate(deals)]
