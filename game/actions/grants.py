"""Rights: who may start workshops, who runs which one, and how a device gets and loses that."""

import hmac
import secrets
from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from game.actions import tries
from game.actions.devices import token_hash
from game.actions.sender import Sender
from game.actions.write import GameWrite, writing_newest
from game.engine.model.refusal import Refused
from game.models import Device, Grant, Pairing, Workshop
from game.models.keys import new_nonce
from game.protocol.commands.people import RenewLink, Revoke
from game.selectors.rights import may_look, may_manage

RUNS = (Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)
MAX_LABEL = 20


def exchange_start_key(device: Device, key: str) -> None:
    """Give `device` the right to start workshops for the key of the start link; raises Refused("not_allowed")."""
    if not is_start_key(key):
        raise Refused("not_allowed")
    known = Grant.objects.filter(device=device, kind=Grant.Kind.STARTER, revoked_at=None)
    if not known.update(start_hash=_start_hash()):
        Grant.objects.create(device=device, kind=Grant.Kind.STARTER, start_hash=_start_hash())


def is_start_key(key: str) -> bool:
    """Tell whether this is the key of the start link."""
    return hmac.compare_digest(key.encode(), settings.START_KEY().encode())


def may_start(device: Device) -> bool:
    """Tell whether this device may start a workshop: it came with the start key that is in force."""
    return _may_start(device.pk)


def _may_start(device_id: int) -> bool:
    by_key = Grant.objects.filter(device=device_id, kind=Grant.Kind.STARTER, start_hash=_start_hash())
    return by_key.filter(revoked_at=None).exists()


def _start_hash() -> str:
    return salted_hmac("game.actions.grants.start", settings.START_KEY(), algorithm="sha256").hexdigest()


def managing(write: GameWrite, sender: Sender) -> None:
    """Raise Refused("is_remote") for a device that only steers."""
    if not may_manage(sender.device_id, write.game.workshop_id):
        raise Refused("is_remote")


def revoke(write: GameWrite, command: Revoke, sender: Sender) -> None:
    """Take the right to run this workshop from a device, also from the one that asks.

    Raises Refused: grant_gone (of another workshop, or revoked before), last_device (no panel would be left), is_starter
    (it started the workshop: that is for itself, for the owner's account, or for who came with the start key).
    """
    open_grants = list(_running(write.game.workshop_id))
    grant = next((one for one in open_grants if one.pk == command.grant), None)
    if grant is None:
        raise Refused("grant_gone")
    others = [one for one in open_grants if one.device_id != grant.device_id]
    is_panel_left = any(one.kind == Grant.Kind.FACILITATOR for one in others)
    if not is_panel_left and (grant.kind == Grant.Kind.FACILITATOR or not others):
        raise Refused("last_device")
    if grant.device_id == write.game.workshop.started_by_id and not _is_above_starter(write, sender):
        raise Refused("is_starter")
    end(write, grant, command.id)


def _is_above_starter(write: GameWrite, sender: Sender) -> bool:
    workshop = write.game.workshop
    mine = _running(workshop.pk).filter(device=sender.device_id)
    is_owner = workshop.owner_id is not None and mine.filter(account=workshop.owner_id).exists()
    return sender.device_id == workshop.started_by_id or is_owner or _may_start(sender.device_id)


def end(write: GameWrite, grant: Grant, command_id: str = "") -> None:
    """Revoke a grant on the workshop of `write`, with every other one that its device has on it, and tell the panels.

    What the device could have kept goes with it: the control link, the projector's, and the codes that nobody took yet. A
    projector that is open has its right by a cookie, and stays.
    """
    workshop_id = write.game.workshop_id
    of_device = Grant.objects.filter(workshop=workshop_id, device=grant.device_id, revoked_at=None)
    of_device.update(revoked_at=write.now)
    workshop = write.game.workshop
    workshop.control_hash, workshop.projector_nonce, workshop.old_projector_hash = "", new_nonce(), None
    workshop.save(update_fields=["control_hash", "projector_nonce", "old_projector_hash"])
    open_codes = Pairing.objects.filter(workshop=workshop_id, used_at=None)
    open_codes.filter(Q(kind=Pairing.Kind.REMOTE) | Q(made_by=grant.device_id)).delete()
    write.log("revoked", command_id=command_id, label=grant.label)
    write.room_changed()


def give(
    write: GameWrite, device: Device, kind: Grant.Kind, label: str = "", account: User | None = None
) -> Grant:
    """Let a device run the workshop of `write`; a device that does keeps one grant, a facilitator's rather than a remote's.

    `label` says what kind of device it is, `account` whose right it is where there are accounts.
    """
    known = _running(write.game.workshop_id).filter(device=device).order_by("pk").first()
    if known is None:
        known = Grant(device=device, workshop_id=write.game.workshop_id, kind=kind, label=label[:MAX_LABEL])
        write.log("paired", label=known.label)
    elif kind == Grant.Kind.FACILITATOR:
        known.kind = kind
    known.account = known.account or account
    known.save()
    write.room_changed()
    return known


def renew_link(write: GameWrite, command: RenewLink, sender: Sender) -> str:
    """Make a new key for the control link and return it; the old one opens nothing any more."""
    return new_link(write.game.workshop_id)


def new_link(workshop_id: int, form: str = "") -> str:
    """Give a workshop a new key for its control link and return it; only its hash is kept.

    Both uses of one `form` (what only that form knows) get the same key: whichever answer a browser keeps, it works.
    """
    key = salted_hmac("game.actions.grants.link", form).hexdigest() if form else secrets.token_urlsafe(24)
    Workshop.objects.filter(pk=workshop_id).update(control_hash=token_hash(key))
    return key


def is_link(workshop_id: int, key: str) -> bool:
    """Tell whether `key` is the one in the workshop's control link."""
    kept = Workshop.objects.filter(pk=workshop_id).values_list("control_hash", flat=True).first()
    return bool(kept) and hmac.compare_digest(str(kept), token_hash(key))


def check_link(workshop_id: int, key: str, address_key: str) -> None:
    """Raise Refused for a wrong or an old control link: not_allowed; too_many_tries after 120 a minute from one address."""
    if not is_link(workshop_id, key):
        tries.failed(tries.LINKS, address_key)
        raise Refused("not_allowed")


def open_link(device: Device, workshop_id: int, label: str = "") -> None:
    """Let this device, whose control link was checked, run the workshop as a facilitator."""
    with writing_newest(workshop_id) as write:
        give(write, device, Grant.Kind.FACILITATOR, label)


def open_projector(device: Device, workshop_id: int) -> None:
    """Let this device, whose projector's link was checked, show the workshop."""
    if not may_look(device.pk, workshop_id):
        Grant.objects.create(device=device, workshop_id=workshop_id, kind=Grant.Kind.PROJECTOR)


def end_all(workshop_id: int, grants: Sequence[Grant]) -> None:
    """Revoke these grants on one workshop, all or none of them."""
    with writing_newest(workshop_id) as write:
        for grant in grants:
            end(write, grant)


def _running(workshop_id: int) -> QuerySet[Grant]:
    return Grant.objects.filter(workshop_id=workshop_id, kind__in=RUNS, revoked_at=None)
