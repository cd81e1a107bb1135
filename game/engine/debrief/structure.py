"""What the debrief is made of, as plain values that travel with a page: a page draws it and retypes none of it.

Where something stands in a picture is the page's own business; what there is, in which order, is said here, from the
modules that own it.
"""

from game.engine.debrief.loops import Arrow, arrows_of, loops_of
from game.engine.debrief.series import UNDERCURRENT
from game.engine.debrief.steps import LUCK, MOODS, OF_ONE_TABLE, PICTURES, POSTED, STEPS
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset

Plain = dict[str, object]


def play_structure() -> Plain:
    """Return what every page draws with, also during play: the roles, holders and fundings, in their order."""
    return {"roles": _words(Role), "holders": _words(Holder), "fundings": _words(Funding)}


def structure(rules: Ruleset) -> Plain:
    """Return that with what the debrief is made of: steps and pictures, loops and arrows under `rules`, moods and limits.

    A phone gets it when the debrief opens: which arrows there are says what the game is about.
    """
    return {
        **play_structure(),
        "steps": {step: list(parts) for step, parts in STEPS.items()},
        "on": {f"{step}.{one.part}": one.on for step, pictures in PICTURES.items() for one in pictures},
        "presses": {
            f"{step}.{one.part}": one.presses
            for step, pictures in PICTURES.items()
            for one in pictures
            if one.presses
        },
        "of_one_table": sorted(OF_ONE_TABLE),
        "posted": dict(POSTED),
        "moods": list(MOODS),
        "luck": [str(answer) for answer in LUCK],
        "undercurrent": list(UNDERCURRENT),
        "loops": {
            code: [arrow for link in links for arrow in link] for code, links in loops_of(rules).items()
        },
        "arrows": {code: _plain(arrow) for code, arrow in arrows_of(rules).items()},
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
