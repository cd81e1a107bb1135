"""All loops of a table's game, the strongest first, each with its links and which of them held it back.

For who wants to know how a loop got its figure: a loop is as strong in a round as its weakest link (strengths).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.debrief.loops import Link, loops_of
from game.engine.debrief.played import mean
from game.engine.debrief.strengths import LoopRound
from game.engine.model.rules import Ruleset
from game.engine.model.seen import hundredths


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """A link of a loop: `way` is the arrow by which it mostly went, `mean` how strong it was (0–1) over the rounds."""

    way: str
    mean: float


@dataclass(frozen=True, slots=True)
class LoopFigures:
    """A loop: its `strengths` (0–1) per round with their `mean`, and its `links` in order; `limit` is the place (from 0) of
    the link that held it back, the one with the lowest mean.
    """

    code: str
    strengths: tuple[float, ...]
    mean: float
    links: tuple[LinkFigures, ...]
    limit: int


def by_strength(found: Sequence[LoopRound]) -> tuple[str, ...]:
    """Return the codes of all loops in `found` (at least one round), those that were strongest over the game first."""
    means = {code: mean(one.loops[code] for one in found) for code in found[0].loops}
    return tuple(sorted(means, key=lambda code: -means[code]))


def ranked(rules: Ruleset, found: Sequence[LoopRound]) -> tuple[LoopFigures, ...]:
    """Return the figures of all loops over the rounds in `found`, the strongest first; none without a round."""
    links = loops_of(rules)
    return tuple(_figures(code, links[code], found) for code in by_strength(found)) if found else ()


def _figures(code: str, links: Sequence[Link], found: Sequence[LoopRound]) -> LoopFigures:
    told = tuple(_link(link, found) for link in links)
    strengths = tuple(hundredths(one.loops[code]) for one in found)
    limit = min(range(len(told)), key=lambda place: told[place].mean)
    return LoopFigures(code, strengths, hundredths(mean(one.loops[code] for one in found)), told, limit)


def _link(link: Link, found: Sequence[LoopRound]) -> LinkFigures:
    strength = mean(max(one.arrows[way] for way in link) for one in found)
    return LinkFigures(
        max(link, key=lambda way: mean(one.arrows[way] for one in found)), hundredths(strength)
    )
