"""The loops of docs/model.md's claims, as the arrows they are made of; how strong those were is in strengths.

The loops are the same in every ruleset; some of the ways that their links have are only in one with setbacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset


@dataclass(frozen=True, slots=True)
class Arrow:
    """What leads to what; `constants` of the ruleset weigh it, `choices` of a role are what people did in it.

    A choice is what acts and answers count as, or a word of the municipality's deals.
    """

    code: str
    source: str
    target: str
    constants: tuple[str, ...] = ()
    role: Role | None = None
    choices: tuple[str, ...] = ()


Link = tuple[str, ...]
PAPER = "requirements"

_M, _P, _R = Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT
_ARROWS = (
    # Into choices.
    Arrow("need_take_over", "need", "take_over", (), _P, ("took_over",)),
    Arrow("take_over_lean_back", "take_over", "lean_back", (), _R, ("kept_evenings",)),
    Arrow("expectation_claims", "expectation", "claims", (), _R, ("claimed", "guaranteed")),
    Arrow("claims_requirements", "claims", "requirements", (), _M, (PAPER, "ruled")),
    Arrow("pay_take_over", "pay", "take_over", (), _P, ("took_over", "pulled_in")),
    Arrow("account_take_over", "account", "take_over", (), _P, ("took_over",)),
    Arrow("quality_doing", "quality", "doing", (), _R, ("joined",)),
    Arrow("need_doing", "need", "doing", (), _P, ("worked_along",)),
    Arrow("blame_rules", "blame", "requirements", (), _M, ("ruled",)),
    Arrow("incident_cover", "incident", "requirements", (), _M, (PAPER, "ruled")),
    # Into values.
    Arrow("lean_back_ownership", "lean_back", "ownership", ("o_down", "o_crowd"), _P, ("took_over",)),
    Arrow("ownership_need", "ownership", "need", ("need",)),
    Arrow("requirements_bureaucracy", "requirements", "bureaucracy", ("r_req", "r_rule"), _M, (PAPER,)),
    Arrow("claims_bureaucracy", "claims", "bureaucracy", ("r_claim", "r_dem"), _R, ("claimed", "guaranteed")),
    Arrow("bureaucracy_quality", "bureaucracy", "quality", ("drag_res", "drag_pro", "acc_req")),
    Arrow("bureaucracy_hours", "bureaucracy", "quality", ("admin",)),
    Arrow("requirements_room", "requirements", "quality", ("room_req", "o_req"), _M, (PAPER,)),
    Arrow("quality_expectation", "quality", "expectation", ("comp_gain",)),
    Arrow("take_over_pay", "take_over", "pay", ("pay_take",), _P, ("took_over", "pulled_in")),
    Arrow("take_over_account", "take_over", "result", ("take_over_hours",), _P, ("took_over",)),
    Arrow("quality_account", "result", "account", ("norm_bonus",)),
    Arrow("doing_incident", "doing", "incident", ("inc1",), _M, (Holder.RESIDENTS, Holder.TOGETHER)),
    Arrow("incident_blame", "incident", "blame", ("municipal_incident",)),
    Arrow("rules_room", "requirements", "doing", ("o_blame", "o_req", "room_req"), _M, ("ruled",)),
    Arrow("doing_ownership", "doing", "ownership", ("o_up",), _R, ("joined",)),
    Arrow("doing_trust", "doing", "trust", ("t_up",), _P, ("worked_along",)),
    Arrow("ownership_quality", "ownership", "quality", ("a_join", "a_syn"), _R, ("joined",)),
    Arrow("take_over_quality", "take_over", "quality", ("a_take",), _P, ("took_over",)),
    Arrow("requirements_cover", "requirements", "blame", ("blame_req",), _M, (PAPER,)),
    Arrow("cost_reserve", "cost", "reserve", ("budget_per_task",)),
    Arrow("reserve_hours", "reserve", "hours", ("debt_share",)),
)
ARROWS: Mapping[str, Arrow] = MappingProxyType({arrow.code: arrow for arrow in _ARROWS})

# The links of each loop, in order; of a reinforcing one the last leads back to where the first starts.
LOOPS: Mapping[str, tuple[Link, ...]] = MappingProxyType(
    {
        "R1": (
            ("take_over_lean_back",),
            ("lean_back_ownership",),
            ("ownership_need",),
            ("need_take_over",),
        ),
        "R2": (
            ("expectation_claims",),
            ("claims_requirements",),
            ("claims_bureaucracy", "requirements_bureaucracy"),
            ("bureaucracy_quality", "bureaucracy_hours", "requirements_room"),
            ("quality_expectation",),
        ),
        "R3": (("pay_take_over",), ("take_over_pay",)),
        "R4": (("account_take_over",), ("take_over_account",), ("quality_account",)),
        "R5": (("doing_incident",), ("incident_blame",), ("blame_rules",), ("rules_room",)),
        "R6": (("doing_ownership",), ("doing_trust",), ("ownership_quality",), ("quality_doing",)),
        "B1": (("need_take_over",), ("take_over_quality",)),
        "B2": (("need_doing",), ("doing_ownership",), ("ownership_quality",)),
        "B3": (("incident_cover",), ("requirements_cover",)),
        "B4": (("cost_reserve",), ("reserve_hours",)),
    }
)

# What is otherwise where something can happen to a task: arrows with other constants, and further ways of a link.
_MENDING = ("o_loss", "repair_slope", "back_slope", "evaluate_slope")
_WITH_SETBACKS = (
    replace(ARROWS["expectation_claims"], constants=("guarantee_slope",)),
    replace(ARROWS["doing_incident"], constants=("inc1", "dent")),
    replace(ARROWS["reserve_hours"], constants=()),  # what is gone cannot be spent: nothing weighs that
    Arrow("calls_hours", "expectation", "quality", ("call",)),
    Arrow("incident_loss", "incident", "doing", ("o_loss",), _R, ("repaired",)),
    Arrow("mending_ownership", "doing", "ownership", _MENDING, _R, ("repaired",)),
)
# The loop, the link of it by one of its ways, and the way that is added.
_FURTHER_WAYS = {
    ("R2", "bureaucracy_hours"): "calls_hours",
    ("R5", "rules_room"): "incident_loss",
    ("R6", "doing_ownership"): "mending_ownership",
}


def arrows_of(rules: Ruleset) -> Mapping[str, Arrow]:
    """Return the arrows that there are under `rules`, by code."""
    return _ARROWS_WITH_SETBACKS if rules.has_setbacks else ARROWS


def loops_of(rules: Ruleset) -> Mapping[str, tuple[Link, ...]]:
    """Return the links of each loop under `rules`, by its code."""
    return _LOOPS_WITH_SETBACKS if rules.has_setbacks else LOOPS


def _with_way(loop: str, link: Link) -> Link:
    return (*link, *(_FURTHER_WAYS[loop, way] for way in link if (loop, way) in _FURTHER_WAYS))


_ARROWS_WITH_SETBACKS: Mapping[str, Arrow] = MappingProxyType(
    {**ARROWS, **{arrow.code: arrow for arrow in _WITH_SETBACKS}}
)
_LOOPS_WITH_SETBACKS: Mapping[str, tuple[Link, ...]] = MappingProxyType(
    {code: tuple(_with_way(code, link) for link in links) for code, links in LOOPS.items()}
)
