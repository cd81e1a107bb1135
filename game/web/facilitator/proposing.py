"""How many people? What the form for a new workshop does with the answer, without a script."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from game.engine.model.roles import MIN_SEATS
from game.engine.table.proposal import Proposal, most_people, proposals
from game.web.words import said

ASKS = "propose"  # the name of the buttons; those of other sizes have their number of tables as value
SHOWN = "shown"  # people, tables and seats, as the form was last made
LONGEST = 6
LONGEST_ADDRESS = 4000  # what is longer may be cut off on the way


def people_in(filled: Mapping[str, object]) -> int | None:
    """Return how many people are filled in, None when that is no number that a room can have."""
    text = str(filled.get("people") or "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else 0
    return number if MIN_SEATS <= number <= most_people(settings.MAX_TABLES) else None


def shown(values: Mapping[str, object]) -> str:
    """Return what the form says of people, tables and seats, to see later what was changed by hand."""
    return " ".join(str(values.get(name) or "") for name in ("people", "tables", "seats"))


def fitted(filled: QueryDict) -> QueryDict:
    """Return what was filled in, with the proposed tables and seats: when asked, or when only the people are new.

    Who changed tables or seats by hand gets those, and who pressed one of the other proposals gets that one.
    """
    people = people_in(filled)
    before = filled.get(SHOWN, "")
    is_only_people = before != shown(filled) and before.split(" ")[1:] == shown(filled).split(" ")[1:]
    if people is None or not (ASKS in filled or is_only_people):
        return filled
    found, copy = _picked(people, filled.get(ASKS, "")), filled.copy()
    copy["tables"], copy["seats"] = str(found.tables), str(found.seats)
    return copy


def address(page: str, filled: QueryDict, names: Collection[str]) -> str | None:
    """Return an address that shows this page as it was filled in, with what is proposed; None where it would be too long.

    So that going back to it asks nobody to send it once more. `names` are the fields that it keeps.
    """
    kept = {name: str(value) for name, value in filled.items() if value and name in (*names, ASKS)}
    found = f"{page}?{urlencode(kept)}"
    return found if len(found) <= LONGEST_ADDRESS else None


def sentence(people: int | None, picked: str = "") -> str:
    """Return what is proposed for so many people, or what to fill in; `picked` is what the pressed button says."""
    if people is None:
        return said("proposal.how_many")
    found = _picked(people, picked)
    code = "proposal.free" if found.free else "proposal.tables"
    return said(code, people=people, tables=found.tables, seats=found.seats, free=found.free)


def others(people: int | None, picked: str = "") -> list[tuple[str, str]]:
    """Return the other tables that would suit so many people, as the value and the words of a button each."""
    if people is None:
        return []
    found = _picked(people, picked)
    return [
        (str(one.tables), said("proposal.other", tables=one.tables, seats=one.seats))
        for one in proposals(people, settings.MAX_TABLES)
        if one != found
    ]


def _picked(people: int, picked: str) -> Proposal:
    """Return the proposal with as many tables as the pressed button has, else the first."""
    found = proposals(people, settings.MAX_TABLES)
    return next((one for one in found[1:] if str(one.tables) == picked), found[0])
