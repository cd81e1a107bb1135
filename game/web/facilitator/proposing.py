"""How many people? What the form for a new workshop does with the answer, without a script."""

from collections.abc import Mapping

from django.http import QueryDict

from game.engine.model.roles import MIN_SEATS
from game.engine.table.proposal import MOST_PEOPLE, Proposal, proposal
from game.web.words import said

ASKS = "propose"  # the button's name
SHOWN = "shown"  # people, tables and seats, as the form was last made
LONGEST = 6


def people_in(filled: Mapping[str, object]) -> int | None:
    """Return how many people are filled in, None when that is no number that a room can have."""
    text = str(filled.get("people") or "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else 0
    return number if MIN_SEATS <= number <= MOST_PEOPLE else None


def shown(values: Mapping[str, object]) -> str:
    """Return what the form says of people, tables and seats, to see later what was changed by hand."""
    return " ".join(str(values.get(name) or "") for name in ("people", "tables", "seats"))


def fitted(filled: QueryDict) -> QueryDict:
    """Return what was filled in, with the proposed tables and seats: when asked, or when only the people are new.

    Who changed tables or seats by hand gets those.
    """
    people = people_in(filled)
    before = filled.get(SHOWN, "")
    is_only_people = before != shown(filled) and before.split(" ")[1:] == shown(filled).split(" ")[1:]
    if people is None or not (ASKS in filled or is_only_people):
        return filled
    found, copy = proposal(people), filled.copy()
    copy["tables"], copy["seats"] = str(found.tables), str(found.seats)
    return copy


def sentence(people: int | None) -> str:
    """Return what is proposed for so many people, or what to fill in."""
    if people is None:
        return said("proposal.how_many")
    found: Proposal = proposal(people)
    code = "proposal.free" if found.free else "proposal.tables"
    return said(code, people=people, tables=found.tables, seats=found.seats, free=found.free)
