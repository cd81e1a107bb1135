"""Accounts of facilitators: logging in without guessing, and who runs and owns which workshop.

Only used with HOSTING=accounts. What a device may do stays a Grant, which names the account that it came from.
"""

from datetime import datetime

from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet

from game import broadcast
from game.actions import tries
from game.actions.grants import end, end_all, give
from game.actions.write import GameWrite, writing_newest
from game.engine.model.refusal import Refused
from game.models import Device, Grant, Workshop


def account_of(email: str) -> User | None:
    """Return the account in use with this e-mail address, whatever its capitals, or None."""
    clean = email.strip()
    found = User.objects.filter(Q(username__iexact=clean) | Q(email__iexact=clean), is_active=True)
    return found.order_by("pk").first() if clean else None


def check_login(email: str, password: str, address_key: str) -> User:
    """Return the account that this e-mail address and password belong to.

    Raises Refused: wrong_login (also for an address that nobody has, after as much work), too_many_logins in its place after
    5 failed tries in five minutes at this account from this address, or 50 in fifteen from anywhere; login_busy when more
    passwords come than can be checked. The right password works whatever failed before.
    """
    known = account_of(email)
    name = known.get_username() if known else email.strip().casefold()
    counted = ((tries.LOGIN_HERE, (name, address_key)), (tries.LOGIN, (name,)))
    suspect = (*counted, (tries.LOGINS_HERE, (address_key,)))
    tries.spend_hash(failing=any(tries.is_failing(limit, *who) for limit, who in suspect))
    user = authenticate(username=name, password=password)
    if isinstance(user, User):
        return user
    tries.note(tries.LOGINS_HERE, address_key)
    is_over = [tries.note(limit, *who) for limit, who in counted]
    raise Refused("too_many_logins" if any(is_over) else "wrong_login")


def enter(user: User, device: Device) -> None:
    """Take from this device what came from other accounts that logged in on it before."""
    _end(Grant.objects.filter(device=device, account__isnull=False).exclude(account=user))


def leave(user: User, device: Device) -> None:
    """Take from this device what came from this account, which logs out."""
    _end(Grant.objects.filter(device=device, account=user))


def shut(user: User) -> None:
    """Take everything that came from this account from all devices: it is no longer in use, or has a new password."""
    _end(Grant.objects.filter(account=user))


def may_run(user: User, workshop_id: int) -> bool:
    """Tell whether this account owns the workshop or was added to it."""
    runs = Q(owner=user) | Q(facilitators=user)
    return user.is_active and Workshop.objects.filter(runs, pk=workshop_id).exists()


def open_workshop(user: User, device: Device, workshop_id: int, since: datetime, label: str = "") -> None:
    """Let this device run a workshop of the account that logged in on it at `since`.

    Raises Refused: not_allowed, log_in_again for a device that was revoked after that.
    """
    with writing_newest(workshop_id) as write:
        if not may_run(user, workshop_id):
            raise Refused("not_allowed")
        of_account = Grant.objects.filter(workshop=workshop_id, device=device, account=user)
        if of_account.filter(revoked_at__gte=since).exists():
            raise Refused("log_in_again")
        give(write, device, Grant.Kind.FACILITATOR, label, user)


def add_facilitator(user: User, workshop_id: int, email: str) -> None:
    """Let another account run this workshop; raises Refused: not_allowed, unknown_account, is_owner."""
    with writing_newest(workshop_id) as write:
        workshop = _own(write, user)
        added = account_of(email)
        if added is None:
            raise Refused("unknown_account")
        if added.pk == user.pk:
            raise Refused("is_owner")
        workshop.facilitators.add(added)


def remove_facilitator(user: User, workshop_id: int, account_id: int) -> None:
    """Take this workshop from an account that was added, on all its devices; raises Refused("not_allowed")."""
    with writing_newest(workshop_id) as write:
        _own(write, user).facilitators.remove(account_id)
        _trim(write)


def trim(workshop_id: int) -> None:
    """Take a workshop from the devices of accounts that neither own it nor were added to it (any more)."""
    with writing_newest(workshop_id) as write:
        _trim(write)


def _trim(write: GameWrite) -> None:
    workshop = Workshop.objects.get(pk=write.game.workshop_id)
    stay = {workshop.owner_id, *workshop.facilitators.values_list("pk", flat=True)}
    by_account = Grant.objects.filter(workshop=workshop, account__isnull=False, revoked_at=None)
    for grant in by_account.exclude(account__in=stay - {None}):
        end(write, grant)


def delete_workshop(user: User | None, workshop_id: int) -> None:
    """Delete a workshop with everything in it, for its owner, or (None) for staff, who may delete any.

    Raises Refused: not_allowed, gone.
    """
    with writing_newest(workshop_id) as write:
        game_id, rev = write.game.pk, write.game.rev
        workshop = _own(write, user) if user else write.game.workshop
        workshop.delete()
        transaction.on_commit(lambda: broadcast.poke(game_id, rev + 1))  # for the hub to find it gone


def _own(write: GameWrite, user: User) -> Workshop:
    workshop = Workshop.objects.filter(pk=write.game.workshop_id, owner=user).first()
    if workshop is None:
        raise Refused("not_allowed")
    return workshop


def _end(grants: QuerySet[Grant]) -> None:
    """Revoke these, workshop by workshop."""
    by_workshop: dict[int, list[Grant]] = {}
    for grant in grants.filter(revoked_at=None, workshop__isnull=False):
        by_workshop.setdefault(grant.workshop_id or 0, []).append(grant)
    for workshop_id, of_workshop in by_workshop.items():
        end_all(workshop_id, of_workshop)
