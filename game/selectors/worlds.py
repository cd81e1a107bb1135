"""Worlds of one's own: which somebody has, and the frozen ones that games play."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from game import content
from game.content.own.build import language_of
from game.content.own.problems import problems
from game.models import Device, FrozenWorld, OwnWorld

MAX_LISTED = 60
CHOICE = "world-"  # before its number, in a form


@dataclass(frozen=True, slots=True)
class Listed:
    """A world in a list: what it is called, what it was copied from, and how much is still wrong with it."""

    id: int
    title: str
    base: str
    problems: int

    @property
    def choice(self) -> str:
        """What the form of a new workshop calls it."""
        return f"{CHOICE}{self.id}"


def files_of(code: str) -> Mapping[str, str] | None:
    """Return the files of a frozen world, None for one that is not there."""
    found = FrozenWorld.objects.filter(code=code).values_list("files", flat=True).first()
    return found if isinstance(found, dict) else None


def is_kept(code: str) -> bool:
    """Tell whether there is a frozen world with this code."""
    return FrozenWorld.objects.filter(code=code).exists()


def of_owner(device: Device | None, user_id: int | None) -> QuerySet[OwnWorld]:
    """Return the worlds of an account, or of a device where there is none; those of a base that is gone aside."""
    worlds = OwnWorld.objects.filter(base__in=content.load_all())
    if user_id is not None:
        return worlds.filter(owner=user_id)
    return worlds.filter(device=device, owner=None) if device else worlds.none()


def listed(device: Device | None, user_id: int | None, language: str) -> list[Listed]:
    """Return somebody's worlds, the one that was changed last first, with their titles in a language."""
    return [
        Listed(one.pk, title_of(one, language), one.base, len(problems(content.base(one.base), one.changes)))
        for one in of_owner(device, user_id)[:MAX_LISTED]
    ]


def title_of(world: OwnWorld, language: str) -> str:
    """Return what a world is called: in this language, else in the one it was made in, else as what it was copied from."""
    for tried in (language, language_of(world.changes), *content.LANGUAGES):
        if title := world.changes.get(f"{tried}.title", "").strip():
            return str(title)
    return content.words(world.base, language)["title"]
