"""What the debrief is made of, as plain values that travel with a page: a page draws it and retypes none of it.

Where something stands in a picture is the page's own business; what there is, in which order, is said here, from the
modules that own it.
"""

from collections.abc import Callable

from game.engine.debrief.circles import STATES as CIRCLES
from game.engine.debrief.in_doubt import DOUBTED
from game.engine.debrief.loops import Arrow, arrows_of, loops_of
from game.engine.debrief.sensible import PAID_BY_FUNDING, reasons
from game.engine.debrief.series import UNDERCURRENT
from game.engine.debrief.steps import (
    LUCK,
    MOODS,
    MOST_IN_TURN,
    OF_A_FULL_GAME,
    OF_ONE_TABLE,
    PICTURES,
    POSTED,
    STEPS,
    Picture,
)
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import MIN_SEATS, Role
from game.engine.model.rules import Ruleset
from game.engine.table.limits import OVER_LIMIT, set_of
from game.engine.table.phases import FULL_GAME_ROUNDS, Phase

Plain = dict[str, object]


def play_structure(rules: Ruleset) -> Plain:
    """Return what every page draws with, also during play: roles, holders and fundings in their order, who carries what, and
    by role what its chairs decide and do under `rules`.
    """
    return {
        "roles": _words(Role),
        "holders": _words(Holder),
        "fundings": _words(Funding),
        "carriers": {str(holder): [str(role) for role in holder.carriers] for holder in Holder},
        "chairs": {str(role): _chair(rules, role) for role in Role},
        "least_seats": MIN_SEATS,
    }


def structure(rules: Ruleset) -> Plain:
    """Return that with what the debrief is made of: steps and pictures, loops and arrows under `rules`, moods and limits.

    A phone gets it when the debrief opens: which arrows there are says what the game is about.
    """
    return {
        **play_structure(rules),
        "steps": {step: list(parts) for step, parts in STEPS.items()},
        "on": {f"{step}.{one.part}": one.on for step, pictures in PICTURES.items() for one in pictures},
        "presses": {
            f"{step}.{one.part}": one.presses
            for step, pictures in PICTURES.items()
            for one in pictures
            if one.presses
        },
        "presses_beside": _fewer(lambda one: one.beside),
        "presses_crowd": _fewer(lambda one: one.crowd),
        "presses_in_turn": _fewer(lambda one: one.in_turn),
        "most_in_turn": MOST_IN_TURN,
        "of_one_table": sorted(OF_ONE_TABLE),
        "full_rounds": FULL_GAME_ROUNDS,
        "of_full_game": sorted(OF_A_FULL_GAME),
        "posted": dict(POSTED),
        "moods": list(MOODS),
        "luck": [str(answer) for answer in LUCK],
        "undercurrent": list(UNDERCURRENT),
        "loops": {
            code: [arrow for link in links for arrow in link] for code, links in loops_of(rules).items()
        },
        "circles": {code: list(states) for code, states in CIRCLES.items()},
        "doubted": {
            code: {"constant": one.constant, "states": list(one.states)} for code, one in DOUBTED.items()
        },
        "paid_by_funding": str(PAID_BY_FUNDING),
        "reasons": {str(role): list(reasons(rules, role)) for role in Role},
        "arrows": {code: _plain(arrow) for code, arrow in arrows_of(rules).items()},
    }


def _chair(rules: Ruleset, role: Role) -> Plain:
    """Return what a page has to know of a chair of `role`.

    `group` is what its chairs are called together, `agrees` the set it fills in when the table agrees, `over` the refusal of
    acts over its limit. `rest` is the act that stands where it chose none, "" where that is not the one that takes nothing:
    then its acts are no switches. `sign` is the act that shows what it has left, "" for who has hours. `acts` has by word as
    what each counts.
    """
    choices = rules.choices
    resting, acts = choices.resting_act(role), choices.acts[role]
    return {
        "group": role.group,
        "agrees": set_of(role, Phase.AGREE),
        "over": OVER_LIMIT[role],
        "rest": resting if resting == choices.default_act(role) else "",
        "sign": next((act.word for act in acts if act.takes), ""),
        "acts": {act.word: list(act.counts) for act in acts},
    }


def _plain(arrow: Arrow) -> Plain:
    return {
        "source": arrow.source,
        "target": arrow.target,
        "role": str(arrow.role or ""),
        "constants": list(arrow.constants),
    }


def _words(kind: type[Role] | type[Holder] | type[Funding]) -> list[str]:
    return [str(one) for one in kind]


def _fewer(presses: Callable[[Picture], int | None]) -> Plain:
    found = ((f"{step}.{one.part}", presses(one)) for step, pictures in PICTURES.items() for one in pictures)
    return {code: count for code, count in found if count is not None}
