"""Browsers: the token in a browser's cookie and the Device that it stands for."""

import secrets
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from game.actions.turns import in_turn
from game.models import Device
from game.models.keys import token_hash
from game.selectors import clock
from game.selectors.prepared import Prepared

__all__ = [
    "of_form",
    "recognise",
    "register",
    "register_once",
    "renew",
    "renewed",
    "set_language",
    "token_hash",
]

FORM_MINUTES = 5
AGAIN_MINUTES = 1


def recognise(token: str | None) -> Device | None:
    """Return the device whose cookie holds `token`, or None."""
    return _known.first(token_hash(token)) if token else None


@Prepared
def _known(hash: str) -> QuerySet[Device, Device]:
    return Device.objects.filter(token_hash=hash)


def register(language: str = "") -> tuple[Device, str]:
    """Make a new device and return it with the token for its cookie; only the hash is kept."""
    token = secrets.token_urlsafe(32)
    return Device.objects.create(token_hash=token_hash(token), language=language), token


def register_once(form: str, language: str = "") -> tuple[Device, str]:
    """Make the device of a form's first use, or return that same device, with the same token, for its second use.

    `form` is what only that form knows. The token follows from it and the server's secret, so that two uses at the same
    instant meet at the one row that can have its hash. After five minutes a form gives its device to nobody any more.
    """
    token = _token_of(form)
    with in_turn():
        device, _ = Device.objects.get_or_create(
            token_hash=token_hash(token), defaults={"language": language}
        )
    return (device, token) if _is_fresh(device) else register(language)


def of_form(form: str) -> Device | None:
    """Return the device that a form made in the last five minutes, or None."""
    device = recognise(_token_of(form))
    return device if device and _is_fresh(device) else None


def renew(device: Device, held: str, why: str) -> str:
    """Give a device a new token for `held`, which its browser has, and return it; who kept the old one has nothing.

    For what gives rights: `why` is what was shown for them. Asking the same again, when the answer was lost, finds the same
    token for a minute (see `renewed`); nobody can work it out who knows `held`.
    """
    token = _token_of(f"{why}:{held}")
    Device.objects.filter(pk=device.pk).update(token_hash=token_hash(token), token_at=clock.now())
    return token


def renewed(held: str, why: str) -> tuple[Device, str] | None:
    """Return the device whose token was renewed for the same a moment ago, with that token, or None."""
    token = _token_of(f"{why}:{held}")
    device = recognise(token)
    return (device, token) if device and _is_fresh(device, AGAIN_MINUTES) else None


def _token_of(form: str) -> str:
    return salted_hmac("game.actions.devices.form", form, algorithm="sha256").hexdigest()


def _is_fresh(device: Device, minutes: int = FORM_MINUTES) -> bool:
    return device.token_at > clock.now() - timedelta(minutes=minutes)


def set_language(device: Device, language: str) -> None:
    """Remember the language this browser chose."""
    device.language = language
    device.save(update_fields=["language"])
