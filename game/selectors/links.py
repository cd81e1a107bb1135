"""Which workshop a link is to: the projector's, or the take-home page's; also links of before, of which a hash is kept."""

from game.models import Workshop
from game.models.keys import is_same, number_in, token_hash


def workshop_of_projector(key: str) -> Workshop | None:
    """Return the workshop whose projector has this key, or None."""
    found = _numbered(key)
    if found is not None and is_same(found.projector_key, key):
        return found
    return Workshop.objects.filter(old_projector_hash=token_hash(key)).first()


def links_of_projector(workshop: Workshop) -> frozenset[str]:
    """Return the hashes of the keys with which its projector may be shown."""
    found = {token_hash(workshop.projector_key), workshop.old_projector_hash}
    return frozenset(one for one in found if one)


def workshop_of_take_home(key: str) -> Workshop | None:
    """Return the workshop whose take-home page has this key, or None."""
    found = _numbered(key)
    if found is not None and is_same(found.take_home_key, key):
        return found
    return Workshop.objects.filter(old_take_home_hash=token_hash(key)).first()


def _numbered(key: str) -> Workshop | None:
    number = number_in(key)
    return None if number is None else Workshop.objects.filter(pk=number).first()
