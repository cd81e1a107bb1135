"""Small films of earlier groups: a street per round, the middle of a group's tables, as the page draws and says it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from game import content
from game.content.complete import LOOKS
from game.engine.screens.middle import Middle, MiddlePlace, drawn
from game.selectors.worlds import is_kept
from game.web.facilitator.printed import spoken
from game.web.words import said


@dataclass(frozen=True)
class Film:
    """A group: what it is called, its day, from where to where it went, and its kept row (0: its workshop is still there).

    `rounds` are named and told in figures, for who sees no picture; `drawing` is what its pictures are drawn from.
    """

    told: str
    day: date
    from_to: str
    rounds: tuple[tuple[str, str], ...]
    drawing: Mapping[str, Any]
    row: int
    workshop: int


def film_of(
    scenario: str,
    tables: int,
    day: date,
    quality: Sequence[float],
    places: Middle,
    picture: Mapping[str, Any],
    *,
    row: int = 0,
    workshop: int = 0,
) -> Film:
    """Return the film of a group from its mean quality (0–1) and its `places` by round; these are empty in what is old."""
    # The frozen copy of an own world goes with the last workshop that played it; its means may stay.
    is_known = scenario in content.load_all() or is_kept(scenario)
    words = content.words(scenario, spoken()) if is_known else {}
    names = [words[f"task.{task}.name"] for task in content.scenario(scenario).tasks] if is_known else []
    first, last = round(100 * quality[0]), round(100 * quality[-1])
    return Film(
        told=said("groups.told", place=words.get("title", said("groups.own")), tables=tables),
        day=day,
        from_to=said("groups.from_to" if places else "groups.old", **{"from": first, "to": last}),
        rounds=tuple(
            (said("debrief.round_head", round=number), _in_figures(one, names))
            for number, one in enumerate(places, 1)
        ),
        drawing=_drawing(scenario if is_known else "", words, places, picture),
        row=row,
        workshop=workshop,
    )


def _drawing(
    scenario: str, words: Mapping[str, str], places: Middle, picture: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what the page draws: the world, and per round the street with what each place says beside how it looks."""
    codes = content.scenario(scenario).tasks if scenario else ()
    names = [
        {
            "name": words[f"task.{code}.name"],
            "looks": [words[f"task.{code}.look.{band}"] for band in range(LOOKS)],
        }
        for code in codes
    ]
    months = picture.get("months", [])
    rounds = [
        {
            **asdict(drawn(one)),
            "month": months[min(number, len(months) - 1)],
            "qualities": [place.look for place in one],
            "said": [_besides(place, words) for place in one],
        }
        for number, one in enumerate(places)
    ]
    return {
        "scene": picture.get("scene", ""),
        "plots": picture.get("tasks", []),
        "names": names,
        "rounds": rounds,
    }


def _besides(place: MiddlePlace, words: Mapping[str, str]) -> str:
    """Return who came, and who carried it at most tables, as words."""
    told = [said("groups.came", share=round(100 * place.came))]
    if place.holder and words:
        holder = words[f"holder.{place.holder}"]
        told.append(content.fill(words, "street.lamp", {"holder": holder}, spoken()))
    if place.incident:
        told.append(said("street.incident"))
    return ", ".join(told)


def _in_figures(places: Sequence[MiddlePlace], names: Sequence[str]) -> str:
    told = [
        said("groups.place", place=name, look=round(100 * place.look))
        for place, name in zip(places, names or map(str, range(1, len(places) + 1)), strict=True)
    ]
    return ", ".join(told)
