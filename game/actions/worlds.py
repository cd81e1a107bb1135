"""Worlds of one's own: copied, changed a place at a time, undone, taken in from a file, frozen for a workshop, deleted.

Two who change one world at once lose nothing: what somebody else changed meanwhile is not written over, but told.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from game import content
from game.actions.turns import in_turn
from game.content.frozen import freeze as frozen
from game.content.own.build import Base
from game.content.own.history import REDO, UNDO, Way, before
from game.content.own.pack import Unpacked
from game.content.own.places import MOST_PLACES, MOST_TYPED, place_of
from game.content.own.problems import problems
from game.content.own.shown import shown, stored
from game.models import Device, FrozenWorld, Game, OwnWorld
from game.selectors.worlds import of_owner

MAX_WORLDS = 50  # of an account or device
MOST_KEPT = 600_000  # characters of all places of a world together
MOST_HISTORY = 300  # writes that can be undone, or told from one that somebody else made
UNUSED_HOURS = 24


class NoWorld(Exception):
    """Something that cannot be done with a world: `code` (world.refused) and `params` say why."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes worlds: this device, and the account that is logged in on it where there are accounts."""

    device: Device
    user: User | None = None

    @property
    def user_id(self) -> int | None:
        """The account's number, None without accounts."""
        return self.user.pk if self.user else None


@dataclass(slots=True)
class Changed:
    """What became of a write: the `revision`, by place what somebody else has there now (`theirs`), and what is `too_long`.

    Neither of the two was stored.
    """

    revision: int
    theirs: dict[str, str] = field(default_factory=dict)
    too_long: list[str] = field(default_factory=list)


def copy(maker: Maker, base: str, title: str, language: str, of: int | None = None) -> OwnWorld:
    """Make a world from a shipped one, or from the maker's own `of`, called `title` in this language ("" keeps its name).

    Raises NoWorld: gone, too_many.
    """
    changes: dict[str, str] = {}
    if of is not None:
        found = of_owner(maker.device, maker.user_id).filter(pk=of).first()
        if found is None:
            raise NoWorld("gone")
        base, changes = found.base, dict(found.changes)
    if base not in content.load_all():
        raise NoWorld("gone")
    if title.strip():
        changes = {place: text for place, text in changes.items() if not place.endswith(".title")}
        changes[f"{language}.title"] = title.strip()[:MOST_TYPED]
    return _make(maker, base, changes)


def take_in(maker: Maker, packed: bytes) -> tuple[OwnWorld, Unpacked]:
    """Make a world from a file that was mailed, also one with problems; raises Unreadable and NoWorld (too_many)."""
    found = content.unpacked(packed)
    return _make(maker, found.base, found.changes), found


def _make(maker: Maker, base: str, changes: dict[str, str]) -> OwnWorld:
    with in_turn(), transaction.atomic():
        if of_owner(maker.device, maker.user_id).count() >= MAX_WORLDS:
            raise NoWorld("too_many", limit=MAX_WORLDS)
        device = None if maker.user else maker.device
        return OwnWorld.objects.create(base=base, changes=changes, owner=maker.user, device=device)


def change(
    maker: Maker,
    world_id: int,
    typed: Mapping[str, str],
    revision: int,
    anyway: frozenset[str] = frozenset(),
    asked: frozenset[str] = frozenset(),
) -> Changed:
    """Store what was typed by place, by who saw the world as it was at `revision`; what is empty is as it was copied.

    A place that somebody else changed since is left as they have it, unless it is named in `anyway`; so is one of which it
    was `asked` whose to keep. Raises NoWorld: gone, too_large.
    """
    with _writing(maker, world_id) as world:
        told = Changed(world.revision)
        base, seen = content.base(world.base), _at(world, revision)
        taken: dict[str, str] = {}
        for place, given in typed.items():
            if place_of(place) is None or (
                place not in (*anyway, *asked) and seen is not None and _is_as_seen(base, seen, place, given)
            ):
                continue
            text, now = stored(base, world.changes, place, given), world.changes.get(place, "")
            if text == now:
                continue
            if len(text) > MOST_TYPED:
                told.too_long.append(place)
            elif place not in anyway and (place in asked or seen is None or seen.get(place, "") != now):
                told.theirs[place] = shown(base, world.changes, place)
            else:
                taken[place] = text
        _write(world, maker, taken)
        told.revision = world.revision
        return told


def undo(maker: Maker, world_id: int) -> list[str]:
    """Take back the newest write of this device that still stands; return its places, none where nothing is left.

    What somebody else changed after it stays. Raises NoWorld: gone.
    """
    return _step(maker, world_id, UNDO)


def redo(maker: Maker, world_id: int) -> list[str]:
    """Put back what this device took back last, unless it wrote since; return its places, none where nothing is left.

    What somebody else changed after it stays. Raises NoWorld: gone.
    """
    return _step(maker, world_id, REDO)


def _step(maker: Maker, world_id: int, way: Way) -> list[str]:
    with _writing(maker, world_id) as world:
        turned: dict[str, str] = {}
        while not turned and (newest := way.newest(world.history, maker.device.pk)):
            turned = before(newest, world.changes)
            way.turn(world.history, newest)
            _write(world, maker, turned, way.marks(newest))
            world.save(update_fields=["history"])
        return list(turned)


def delete(maker: Maker, world_id: int) -> None:
    """Delete a world; workshops that play it have it as it was. Raises NoWorld: gone."""
    with _writing(maker, world_id) as world:
        world.delete()


def freeze(maker: Maker, world_id: int) -> str:
    """Return the scenario's code under which a workshop plays this world as it is now.

    Raises NoWorld: gone, not_ready (with how many problems it has).
    """
    with _writing(maker, world_id) as world:
        wrong = problems(content.base(world.base), world.changes)
        if wrong:
            raise NoWorld("not_ready", count=len(wrong))
        code, files = frozen(content.whole(world.base, world.changes))
        clear()
        FrozenWorld.objects.update_or_create(code=code, defaults={"files": files, "used_at": timezone.now()})
        return code


def clear() -> None:
    """Delete the frozen worlds that no game plays, but for those that were frozen just now."""
    old = timezone.now() - timedelta(hours=UNUSED_HOURS)
    FrozenWorld.objects.filter(used_at__lte=old).exclude(code__in=Game.objects.values("scenario")).delete()


@contextmanager
def _writing(maker: Maker, world_id: int) -> Iterator[OwnWorld]:
    with in_turn(), transaction.atomic():
        world = of_owner(maker.device, maker.user_id).filter(pk=world_id).select_for_update().first()
        if world is None:
            raise NoWorld("gone")
        yield world


def _at(world: OwnWorld, revision: int) -> dict[str, str] | None:
    """Return the changes as they were at a revision; None where that is too long ago to know."""
    later: list[dict[str, Any]] = [one for one in world.history if one["rev"] > revision]
    if revision < world.revision and len(later) == len(world.history) >= MOST_HISTORY:
        return None
    seen = dict(world.changes)
    for one in reversed(later):
        seen[one["place"]] = one["was"]
    return {place: text for place, text in seen.items() if text}


def _is_as_seen(base: Base, seen: Mapping[str, str], place: str, given: str) -> bool:
    """Tell whether a field comes back as it was shown, so that whoever sent it did not touch it."""
    return given.strip() in (seen.get(place, ""), shown(base, seen, place).strip())


def _write(
    world: OwnWorld, maker: Maker, taken: Mapping[str, str], marks: Mapping[str, Any] = MappingProxyType({})
) -> None:
    if not taken:
        return
    changes = {**world.changes, **taken}
    changes = {place: text for place, text in changes.items() if text}
    if sum(map(len, changes.values())) > MOST_KEPT or len(changes) > MOST_PLACES:
        raise NoWorld("too_large")
    world.revision += 1
    for place, text in taken.items():
        entry = {"rev": world.revision, "by": maker.device.pk, "place": place}
        world.history.append({**entry, "was": world.changes.get(place, ""), "now": text, **marks})
    del world.history[:-MOST_HISTORY]
    world.changes, world.changed_at = changes, timezone.now()
    world.save(update_fields=["changes", "revision", "history", "changed_at"])
