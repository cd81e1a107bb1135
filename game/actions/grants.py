"""Rights: who may start workshops, and who runs or shows which one."""

import hmac

from django.conf import settings

from game.engine.refusal import Refused
from game.models import Device, Grant


def exchange_start_key(device: Device, key: str) -> None:
    """Give `device` the right to start workshops for the key of the start link; raises Refused("not_allowed")."""
    if not hmac.compare_digest(key.encode(), settings.START_KEY().encode()):
        raise Refused("not_allowed")
    if not may_start(device):
        Grant.objects.create(device=device, kind=Grant.Kind.STARTER)


def may_start(device: Device) -> bool:
    """Tell whether this device may start a workshop."""
    return Grant.objects.filter(device=device, kind=Grant.Kind.STARTER, revoked_at=None).exists()
