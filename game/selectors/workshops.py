"""Lists of workshops for who runs them, and what one was started with."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from game.engine.table.phases import Phase
from game.models import Game, Grant, Table, Workshop

MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop in a list: where its newest game is, whether that is a rehearsal, and whether it is this account's own."""

    id: int
    title: str
    code: str
    started: datetime
    tables: int
    phase: str
    round: int
    is_over: bool
    is_own: bool
    is_rehearsal: bool


def of_account(user_id: int) -> list[Listed]:
    """Return the workshops that an account owns or was added to, newest first."""
    found = Workshop.objects.filter(Q(owner=user_id) | Q(facilitators=user_id)).distinct()
    return _listed(found, user_id)


def of_device(device_id: int) -> list[Listed]:
    """Return the workshops that a device runs as a facilitator or a remote, newest first."""
    kinds = (Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)
    runs = Grant.objects.filter(device=device_id, kind__in=kinds, revoked_at=None)
    return _listed(Workshop.objects.filter(pk__in=runs.values("workshop")), None)


def settings_of(workshop_id: int) -> dict[str, object]:
    """Return what the workshop's first game was started with, by the names of the form; {} when there is none."""
    game = Game.objects.filter(workshop=workshop_id).select_related("workshop").order_by("number").first()
    table = game.tables.first() if game else None
    if game is None or table is None:
        return {}
    names = ("scenario", "rounds", "form", "talking", "fill_bots", "rehearsal", "practice", "auto_close")
    return {name: getattr(game, name) for name in names} | {
        "title": game.workshop.title,
        "language": game.workshop.language,
        "tables": Table.everything.filter(game=game).count(),
        "seats": table.seats.count() + len(table.spare.split()),
        "bot_after_seconds": game.bot_after_seconds,
        "minutes": game.minutes,
    }


def _listed(found: QuerySet[Workshop], user_id: int | None) -> list[Listed]:
    workshops = list(found.order_by("-created_at", "-pk")[:MAX_LISTED])
    games = (
        Game.objects.filter(workshop__in=workshops)
        .order_by("number")
        .annotate(of=Count("tables", filter=Q(tables__left_out=False)))
    )
    newest = {game.workshop_id: game for game in games}
    return [
        Listed(
            one.pk,
            one.title,
            one.code,
            one.created_at,
            newest[one.pk].of,
            newest[one.pk].phase,
            newest[one.pk].round,
            one.ended_at is not None or newest[one.pk].phase == Phase.CLOSED,
            one.owner_id is not None and one.owner_id == user_id,
            newest[one.pk].rehearsal,
        )
        for one in workshops
        if one.pk in newest
    ]
