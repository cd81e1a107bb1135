"""What a room offers at the door, in HTML: each table and role in each state is written once."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import ngettext, override

from game import content
from game.engine.model.roles import Role
from game.selectors.pages import TableSeats

KEPT = 4096  # what a hundred tables with a dozen seats offer, in two languages


@lru_cache(KEPT)
def seats_free(free: int, language: str) -> str:
    """Return how many seats are free, in words; "" for none."""
    if not free:
        return ""
    with override(language):
        text = ngettext("%(free)s seat is free.", "%(free)s seats are free.", free)
    return text % {"free": free}


def tables(shown: list[TableSeats], wished: int | None, is_seat_free: bool, language: str) -> SafeString:
    """Return the tables to choose from, full ones only to watch, or to share a chair there, when all are full."""
    return SafeString(
        "".join(
            _offer(one.number, one.free, one.number == wished, is_seat_free and not one.free, language)
            for one in shown
        )
    )


@lru_cache(KEPT)
def _offer(number: int, free: int, is_wished: bool, is_shut: bool, language: str) -> str:
    """Return what a table offers; the same few for everybody at the door, so written once."""
    with override(language):
        text = ngettext(
            "Table %(number)s – %(free)s seat free", "Table %(number)s – %(free)s seats free", free
        )
        offer = text % {"number": number, "free": free}
        context = {"number": number, "offer": offer, "is_wished": is_wished, "is_shut": is_shut}
        return render_to_string("join_table.html", context)


def roles(scenario: str, shown: list[TableSeats], wished: str | None, language: str) -> SafeString:
    """Return the roles to choose from."""
    free = {role: sum(one.by_role[role] for one in shown) for role in Role}
    return SafeString("".join(_role(scenario, role, free[role], wished == role, language) for role in Role))


@lru_cache(KEPT)
def _role(scenario: str, role: Role, free: int, is_wished: bool, language: str) -> str:
    """Return what a role offers, written once as `_offer` is."""
    words = content.words(scenario, language)
    context = {
        "code": role.value,
        "name": words[f"role.{role}"],
        "letter": words[f"ui.letter.{role}"],
        "free": free,
        "is_wished": is_wished,
    }
    with override(language):
        return render_to_string("join_role.html", context)
