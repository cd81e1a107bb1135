"""Browsers: the token in a browser's cookie and the Device that it stands for."""

import hashlib
import secrets

from game.models import Device


def recognise(token: str | None) -> Device | None:
    """Return the device whose cookie holds `token`, or None."""
    return Device.objects.filter(token_hash=token_hash(token)).first() if token else None


def register(language: str = "") -> tuple[Device, str]:
    """Make a new device and return it with the token for its cookie; only the hash is kept."""
    token = secrets.token_urlsafe(32)
    return Device.objects.create(token_hash=token_hash(token), language=language), token


def set_language(device: Device, language: str) -> None:
    """Remember the language this browser chose."""
    device.language = language
    device.save(update_fields=["language"])


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, in hex (tokens are random, so no salt is needed)."""
    return hashlib.sha256(token.encode()).hexdigest()
