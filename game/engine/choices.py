"""The words of every choice a chair can make and the limits on them; no effects, no texts for people."""

from dataclasses import dataclass
from enum import StrEnum

from game.engine.roles import Role

MIN_TASKS = 3
MAX_TASKS = 6
MAX_VISITS = 2
EVENINGS = {3: 2, 4: 3, 5: 4, 6: 4}
TAKE_OVER_HOURS = 2.5
TOGETHER_HOURS = 2.0


class Holder(StrEnum):
    """Who carries a task."""

    RESIDENTS = "residents"
    TOGETHER = "together"
    PROFESSIONALS = "professionals"


class Funding(StrEnum):
    """How the professionals are paid this round."""

    OUTPUT = "output"
    RESULT = "result"
    TRUST = "trust"


class ResidentAct(StrEnum):
    """What a resident does for a task this round."""

    JOIN = "join"
    WAIT = "wait"
    CLAIM = "claim"


class ProfessionalAct(StrEnum):
    """What a professional does for a task this round."""

    TAKE_OVER = "take_over"
    TOGETHER = "together"
    STEP_BACK = "step_back"


class MunicipalAct(StrEnum):
    """What a municipal seat does about a task this round."""

    VISIT = "visit"
    INSPECT = "inspect"
    LEAVE = "leave"


class Response(StrEnum):
    """What a chair does about a task in trouble; each role has two of its own and `let_be`."""

    GUARANTEE = "guarantee"
    REPAIR = "repair"
    ADD_RULE = "add_rule"
    BACK = "back"
    PULL_IN = "pull_in"
    EVALUATE = "evaluate"
    LET_BE = "let_be"


Act = ResidentAct | ProfessionalAct | MunicipalAct

ACTS: dict[Role, tuple[str, ...]] = {
    Role.MUNICIPALITY: tuple(a.value for a in MunicipalAct),
    Role.PROFESSIONAL: tuple(a.value for a in ProfessionalAct),
    Role.RESIDENT: tuple(a.value for a in ResidentAct),
}
RESPONSES: dict[Role, tuple[str, ...]] = {
    Role.MUNICIPALITY: ("add_rule", "back", "let_be"),
    Role.PROFESSIONAL: ("pull_in", "evaluate", "let_be"),
    Role.RESIDENT: ("guarantee", "repair", "let_be"),
}
DEFAULT_ACT: dict[Role, str] = {
    Role.MUNICIPALITY: "leave",
    Role.PROFESSIONAL: "together",
    Role.RESIDENT: "wait",
}


@dataclass(frozen=True, slots=True)
class Deal:
    """Who carries a task and whether that is put down in requirements."""

    holder: Holder = Holder.TOGETHER
    requirements: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What one seat taps in one step: one of the four sets, with None for every task not chosen yet.

    `deals` comes with `funding` (municipality, agree), `propose` is for the other roles.
    """

    deals: tuple[Deal | None, ...] | None = None
    funding: Funding | None = None
    propose: tuple[Holder | None, ...] | None = None
    act: tuple[str | None, ...] | None = None
    respond: tuple[Response | None, ...] | None = None


def evenings_limit(tasks: int) -> int:
    """Return the evenings a resident has per round at a table with `tasks` tasks (3–6)."""
    return EVENINGS[tasks]
