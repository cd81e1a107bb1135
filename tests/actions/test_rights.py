"""Who may what: a remote steers, a revoke takes what was kept, and who started a workshop is not removed by others."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from game.actions import codes, devices, grants
from game.engine.model.refusal import Refused
from game.models import Device, Grant, Pairing, Workshop
from game.protocol.commands.course import Cover
from game.protocol.commands.people import HandOver, Pair, RenewLink, Revoke
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import is_facilitator, may_manage
from tests.actions.room import Room, new_id, start

pytestmark = pytest.mark.django_db
HERE = "192.0.2.7"


@pytest.fixture(autouse=True)
def _no_failed_tries() -> None:
    cache.clear()


@pytest.fixture
def room() -> Room:
    return start()


def browser() -> Device:
    return devices.register("nl")[0]


def said(answer: Ack | Refusal) -> str:
    assert isinstance(answer, Ack), answer
    return answer.code or ""


def code(answer: Ack | Refusal) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


def remote(room: Room) -> Device:
    device = browser()
    codes.take(device, said(room.run(Pair(new_id(), 0))), HERE, "Android")
    return device


def colleague(room: Room, by: Device | None = None) -> Device:
    device = browser()
    grants.check_link(room.workshop.pk, said(room.run(RenewLink(new_id(), 0), device=by)), HERE)
    grants.open_link(device, room.workshop.pk, "Mac")
    return device


def revoke(room: Room, device: Device, by: Device | None = None) -> Ack | Refusal:
    grant = Grant.objects.filter(device=device, workshop=room.workshop).latest("pk")
    return room.run(Revoke(new_id(), 0, grant.pk), device=by)


def test_a_remote_steers_and_does_not_manage(room: Room) -> None:
    device, other = remote(room), remote(room)
    grant = Grant.objects.get(device=other)

    assert isinstance(room.run(Cover(new_id(), 0, "blank"), device=device), Ack)
    for command in (Pair(new_id(), 0), RenewLink(new_id(), 0), Revoke(new_id(), 0, grant.pk)):
        assert code(room.run(command, device=device)) == "is_remote"
    assert is_facilitator(other.pk, room.workshop.pk)
    assert (may_manage(device.pk, room.workshop.pk), may_manage(room.facilitator.pk, room.workshop.pk)) == (
        False,
        True,
    )


def test_a_remote_that_opens_the_control_link_manages(room: Room) -> None:
    device = remote(room)
    grants.open_link(device, room.workshop.pk)

    assert said(room.run(Pair(new_id(), 0), device=device))


def test_what_a_revoked_device_kept_of_a_link_opens_nothing(room: Room) -> None:
    device = colleague(room)
    kept = said(room.run(RenewLink(new_id(), 0), device=device))

    assert isinstance(revoke(room, device), Ack)

    with pytest.raises(Refused, match="not_allowed"):
        grants.check_link(room.workshop.pk, kept, HERE)
    assert is_facilitator(room.facilitator.pk, room.workshop.pk)


def test_a_remote_of_before_the_upgrade_kept_a_link(room: Room) -> None:
    device, kept = remote(room), grants.new_link(room.workshop.pk)

    assert isinstance(revoke(room, device), Ack)

    with pytest.raises(Refused, match="not_allowed"):
        grants.check_link(room.workshop.pk, kept, HERE)


def test_what_a_revoked_device_kept_of_codes_gives_nothing(room: Room) -> None:
    egel = room.join("Egel")
    device = colleague(room)
    person = egel.device.people.get().pk
    as_remote = said(room.run(Pair(new_id(), 0), device=device))
    seat = said(room.run(HandOver(new_id(), 0, person), device=device))

    assert isinstance(revoke(room, device), Ack)

    for kept in (as_remote, seat):
        with pytest.raises(Refused, match="unknown_pairing"):
            codes.take(device, kept, HERE)
    assert Pairing.objects.count() == 0


def test_a_code_that_a_phone_was_just_given_outlives_a_revoke(room: Room) -> None:
    egel = room.join("Egel")
    device = remote(room)
    code = said(room.run(HandOver(new_id(), 0, egel.device.people.get().pk)))

    assert isinstance(revoke(room, device), Ack)

    assert codes.take(browser(), code, HERE).alias == "Egel"


def test_who_started_a_workshop_is_not_removed_by_others(room: Room) -> None:
    device = colleague(room)

    assert code(revoke(room, room.facilitator, by=device)) == "is_starter"
    assert is_facilitator(room.facilitator.pk, room.workshop.pk)
    assert isinstance(revoke(room, room.facilitator), Ack)  # but may go


def test_a_stolen_laptop_is_removed_with_the_start_key(room: Room, settings) -> None:
    settings.START_KEY = lambda: "the key on the terminal"
    device = colleague(room)
    grants.exchange_start_key(device, "the key on the terminal")

    assert isinstance(revoke(room, room.facilitator, by=device), Ack)
    assert not is_facilitator(room.facilitator.pk, room.workshop.pk)


def test_a_stolen_laptop_is_removed_by_the_owner_of_the_workshop(room: Room) -> None:
    owner = User.objects.create_user("owner@example.org")
    Workshop.objects.update(owner=owner)
    home, guest = colleague(room), colleague(room)
    Grant.objects.filter(device=home).update(account=owner)
    Grant.objects.filter(device=guest).update(account=User.objects.create_user("guest@example.org"))

    assert code(revoke(room, room.facilitator, by=guest)) == "is_starter"
    assert isinstance(revoke(room, room.facilitator, by=home), Ack)


def test_another_start_key_ends_the_right_to_start_and_no_panel(room: Room, settings) -> None:
    settings.START_KEY = lambda: "first"
    grants.exchange_start_key(room.facilitator, "first")
    assert grants.may_start(room.facilitator)

    settings.START_KEY = lambda: "second"

    assert not grants.may_start(room.facilitator)
    assert said(room.run(Pair(new_id(), 0)))  # the running panel goes on
    with pytest.raises(Refused, match="not_allowed"):
        grants.exchange_start_key(room.facilitator, "first")
    grants.exchange_start_key(room.facilitator, "second")
    grants.exchange_start_key(room.facilitator, "second")
    assert grants.may_start(room.facilitator)
    assert Grant.objects.filter(kind=Grant.Kind.STARTER, revoked_at=None).count() == 1


def test_a_right_to_start_that_is_there_twice_is_one(room: Room, settings) -> None:
    settings.START_KEY = lambda: "first"
    for _ in range(2):  # as two taps at the same instant made it
        Grant.objects.create(device=room.facilitator, kind=Grant.Kind.STARTER)

    grants.exchange_start_key(room.facilitator, "first")

    assert grants.may_start(room.facilitator)


def test_the_start_key_is_not_in_the_database(room: Room, settings) -> None:
    settings.START_KEY = lambda: "a key that only the terminal shows"
    grants.exchange_start_key(room.facilitator, "a key that only the terminal shows")

    kept = Grant.objects.get(kind=Grant.Kind.STARTER).start_hash
    assert (len(kept), kept == devices.token_hash("a key that only the terminal shows")) == (64, False)
