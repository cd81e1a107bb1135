"""When a workshop is over, when the names of who played go, and when all of it; each wiped for good (see scrubbing).

A workshop is over when its game was closed, or nobody did anything in it for twelve hours. What a screen does by itself, such
as a tab that somebody left open, is nothing that anybody does.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from game import broadcast, events
from game.actions import devices, worlds
from game.actions.earlier import keep_means
from game.actions.scrubbing import scrub
from game.actions.write import GameWrite, writing_newest
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.models import (
    Deletion,
    Device,
    Game,
    JournalEntry,
    LogLine,
    Occupancy,
    Pairing,
    Person,
    Post,
    Presence,
    SeatRequest,
    Workshop,
)

IDLE_HOURS = 12
BY_ITSELF = ("facilitator_away", "facilitator_back", "person_back", "bot_stood_in")


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did, in numbers of workshops."""

    ended: int
    names: int
    workshops: int


def sweep() -> Swept:
    """End what is over, wipe what is due, and let nothing of it stay behind; any process may, at any time."""
    now = timezone.now()
    ended = sum(_end(workshop, now) for workshop in Workshop.objects.filter(ended_at=None))
    old = Workshop.objects.filter(ended_at__lte=now - timedelta(days=settings.WIPE_WORKSHOP_DAYS))
    gone = [pk for pk in old.values_list("pk", flat=True) if _erase(pk, Deletion.By.TIME)]
    named = Workshop.objects.filter(
        ended_at__lte=now - timedelta(hours=settings.WIPE_NAMES_HOURS), names_wiped_at=None
    )
    wiped = [pk for pk in named.values_list("pk", flat=True) if _wipe_names(pk, Deletion.By.TIME)]
    worlds.clear()
    cleared, _ = Session.objects.filter(expire_date__lt=now).delete()
    unused = Device.objects.filter(
        people=None, grants=None, requests=None, saved=None, means=None, worlds=None
    )
    unused.filter(token_at__lte=now - timedelta(days=settings.WIPE_WORKSHOP_DAYS)).delete()
    if (
        gone or wiped or cleared or not settings.EMBEDDED_DATABASE
    ):  # also what a process left that ended too early
        scrub()
    return Swept(ended, len(wiped), len(gone))


def wipe_names(workshop_id: int) -> None:
    """Wipe the names of who played now, for somebody who runs the workshop; raises Refused("gone")."""
    if not _wipe_names(workshop_id, Deletion.By.PERSON):
        raise Refused("gone")
    scrub(is_waited_for=True)


def erase(workshop_id: int) -> None:
    """Wipe a workshop with everything in it now, for somebody who runs it; raises Refused("gone")."""
    if not _erase(workshop_id, Deletion.By.PERSON):
        raise Refused("gone")
    scrub(is_waited_for=True)


def open_again(workshop_id: int) -> None:
    """Let a workshop go on that was over because nobody did anything: a facilitator is back, and no name is wiped yet.

    Not one that was closed, nor one whose code another workshop has by now.
    """
    over = Workshop.objects.filter(pk=workshop_id, names_wiped_at=None).exclude(ended_at=None).first()
    if over is None or _closed_at(over) or Workshop.objects.filter(code=over.code, ended_at=None).exists():
        return
    with suppress(IntegrityError), transaction.atomic():
        Workshop.objects.filter(pk=workshop_id).update(ended_at=None, touched_at=timezone.now())


def _end(workshop: Workshop, now: datetime) -> bool:
    """Say that a workshop is over, since it was closed or left alone; not before it was left alone for twelve hours.

    One that was made ready, and in which nobody sat yet, waits for its day as long as one that is over is kept.
    """
    touched = _touched(workshop)
    has_people = Person.objects.filter(workshop=workshop).exists()
    idle = timedelta(hours=IDLE_HOURS) if has_people else timedelta(days=settings.WIPE_WORKSHOP_DAYS)
    if touched > now - idle:
        return False
    ended = _closed_at(workshop) or touched + idle
    return bool(Workshop.objects.filter(pk=workshop.pk, ended_at=None).update(ended_at=ended))


def _closed_at(workshop: Workshop) -> datetime | None:
    """Return when a workshop's newest game was closed, None while it is not."""
    newest = Game.objects.filter(workshop=workshop).order_by("number").last()
    return newest.changed_at if newest is not None and newest.phase == Phase.CLOSED else None


def _touched(workshop: Workshop) -> datetime:
    """Return when anybody last did anything in a workshop."""
    lines = LogLine.objects.filter(game__workshop=workshop).exclude(code__in=BY_ITSELF)
    moments: list[datetime | None] = [
        workshop.created_at,
        workshop.touched_at,
        Game.objects.filter(workshop=workshop).aggregate(at=Max("changed_at"))["at"],
        JournalEntry.objects.filter(table__game__workshop=workshop).aggregate(at=Max("at"))["at"],
        lines.aggregate(at=Max("at"))["at"],
        Occupancy.objects.filter(person__workshop=workshop).aggregate(at=Max("since"))["at"],
        Post.objects.filter(game__workshop=workshop).aggregate(at=Max("at"))["at"],
    ]
    return max(moment for moment in moments if moment is not None)


def _wipe_names(workshop_id: int, by: Deletion.By) -> bool:
    """Wipe names, and which browser was whose; return whether there was such a workshop."""
    try:
        with writing_newest(workshop_id) as write:
            people = list(Person.objects.filter(workshop=workshop_id))
            known = {person.device_id for person in people}
            for person in people:
                person.alias = ""
                person.device, _ = devices.register()  # that no browser has
            Person.objects.bulk_update(people, ["alias", "device"])
            _forget(workshop_id)
            _clear(known)
            Workshop.objects.filter(pk=workshop_id).update(names_wiped_at=write.now)
            Workshop.objects.filter(pk=workshop_id, ended_at=None).update(ended_at=write.now)
            _record(write, Deletion.What.NAMES, by, len(people))
            write.log_changed()
            write.game_changed()
    except Refused:
        return False
    return True


def _erase(workshop_id: int, by: Deletion.By) -> bool:
    """Wipe everything of a workshop; return whether there was such a workshop."""
    try:
        with writing_newest(workshop_id) as write:
            game_id, rev = write.game.pk, write.game.rev
            people = list(Person.objects.filter(workshop=workshop_id).values_list("device", flat=True))
            known = {*people, *write.game.workshop.grants.values_list("device", flat=True)}
            _record(write, Deletion.What.WORKSHOP, by, len(people))
            LogEntry.objects.filter(content_type__model="workshop", object_id=str(workshop_id)).delete()
            keep_means(write.game.workshop)
            write.game.workshop.delete()
            _clear(known)
            transaction.on_commit(lambda: broadcast.poke(game_id, rev + 1))  # for the hub to find it gone
    except Refused:
        return bool(Workshop.objects.filter(pk=workshop_id).delete()[0])
    return True


def _record(write: GameWrite, what: Deletion.What, by: Deletion.By, people: int) -> None:
    number = write.game.workshop_id
    events.say_once_stored("wiped", workshop=number, of=what, by=by, people=people)
    Deletion.objects.create(workshop_number=number, what=what, by=by, at=write.now, people=people)


def _forget(workshop_id: int) -> None:
    """Delete what else says who was where: codes for places, who asked at the door, open sockets."""
    Pairing.objects.filter(workshop=workshop_id).delete()
    SeatRequest.objects.filter(seat__table__game__workshop=workshop_id).delete()
    Presence.objects.filter(seat__table__game__workshop=workshop_id).delete()


def _clear(known: Iterable[int]) -> None:
    """Forget these browsers, but for those that have a place or a right elsewhere."""
    unused = Device.objects.filter(
        pk__in=list(known), people=None, grants=None, requests=None, saved=None, means=None, worlds=None
    )
    unused.delete()
