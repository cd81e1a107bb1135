"""Who runs a workshop: the control link, the list of devices, and what is revoked stays revoked."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from game.actions import codes, devices, grants
from game.engine.model.refusal import Refused
from game.models import Device, Grant, LogLine, Workshop
from game.protocol.commands.people import Pair, RenewLink, Revoke
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import is_facilitator
from tests.actions.room import Room, new_id, start

pytestmark = pytest.mark.django_db
HERE = "192.0.2.7"


@pytest.fixture
def room() -> Room:
    return start()


def browser() -> Device:
    return devices.register("nl")[0]


def remote(room: Room, label: str = "Android") -> Device:
    device = browser()
    answer = room.run(Pair(new_id(), 0))
    assert isinstance(answer, Ack)
    codes.take(device, answer.code or "", HERE, label)
    return device


def link(room: Room) -> str:
    answer = room.run(RenewLink(new_id(), 0))
    assert isinstance(answer, Ack)
    assert answer.code is not None
    return answer.code


def by_link(room: Room, label: str = "Mac") -> Device:
    device = browser()
    grants.check_link(room.workshop.pk, link(room), HERE)
    grants.open_link(device, room.workshop.pk, label)
    return device


def grant_of(device: Device) -> Grant:
    return Grant.objects.filter(device=device).latest("pk")


def revoke(room: Room, device: Device, by: Device | None = None, id: str | None = None) -> Ack | Refusal:
    return room.run(Revoke(id or new_id(), 0, grant_of(device).pk), device=by)


def code(answer: Ack | Refusal) -> str | None:
    assert isinstance(answer, Refusal)
    return answer.code


def test_the_control_link_makes_a_facilitator(room: Room) -> None:
    device = by_link(room)

    grant = grant_of(device)
    assert (grant.kind, grant.label, grant.workshop) == ("facilitator", "Mac", room.workshop)
    assert isinstance(room.next(), Refusal)  # nobody is here yet: but it was judged
    line = LogLine.objects.latest("pk")
    assert (line.code, line.params) == ("paired", {"label": "Mac"})


def test_the_key_of_the_link_is_kept_as_a_hash(room: Room) -> None:
    key = link(room)

    assert Workshop.objects.get().control_hash == devices.token_hash(key)
    assert len(key) == 32


def test_a_new_link_ends_the_old_one_and_no_device(room: Room) -> None:
    old = link(room)
    device = by_link(room)
    new = link(room)

    assert not grants.is_link(room.workshop.pk, old)
    assert grants.is_link(room.workshop.pk, new)
    assert is_facilitator(device.pk, room.workshop.pk)


@pytest.mark.parametrize("key", ["", "x", "é", "x" * 5000])
def test_a_forged_link(room: Room, key: str) -> None:
    for workshop in (room.workshop.pk, 999_999):
        with pytest.raises(Refused, match="not_allowed"):
            grants.check_link(workshop, key, HERE)


def test_a_workshop_without_a_link_has_no_key_that_opens_it(room: Room) -> None:
    assert Workshop.objects.get().control_hash == ""
    assert not grants.is_link(room.workshop.pk, "")


def test_a_link_of_another_workshop(room: Room) -> None:
    key = link(start())

    assert not grants.is_link(room.workshop.pk, key)


def test_guessing_links_is_slow(room: Room) -> None:
    key = link(room)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        for _ in range(120):
            with pytest.raises(Refused, match="not_allowed"):
                grants.check_link(room.workshop.pk, "guess", HERE)
        with pytest.raises(Refused, match="too_many_tries"):
            grants.check_link(room.workshop.pk, "guess", HERE)
        grants.check_link(room.workshop.pk, key, HERE)  # the right one works, whatever others did here
        with pytest.raises(Refused, match="not_allowed"):
            grants.check_link(room.workshop.pk, "guess", "192.0.2.8")
    with time_machine.travel(now + timedelta(seconds=61), tick=False):
        grants.check_link(room.workshop.pk, key, HERE)


def test_a_device_has_one_right_and_the_best_one(room: Room) -> None:
    device = remote(room)
    grants.open_link(device, room.workshop.pk, "Mac")
    grants.open_link(device, room.workshop.pk, "Mac")

    assert list(Grant.objects.filter(device=device).values_list("kind", "label")) == [
        ("facilitator", "Android")
    ]
    assert LogLine.objects.filter(code="paired").count() == 1


def test_a_revoked_remote_does_nothing_any_more(room: Room) -> None:
    device = remote(room)

    assert isinstance(revoke(room, device), Ack)

    assert code(room.run(Pair(new_id(), 0), device=device)) == "not_allowed"
    assert not is_facilitator(device.pk, room.workshop.pk)
    line = LogLine.objects.latest("pk")
    assert (line.code, line.params) == ("revoked", {"label": "Android"})
    assert code(revoke(room, device)) == "grant_gone"


def test_a_revoked_device_may_be_paired_again(room: Room) -> None:
    device = remote(room)
    revoke(room, device)
    answer = room.run(Pair(new_id(), 0))
    assert isinstance(answer, Ack)
    codes.take(device, answer.code or "", HERE)

    assert is_facilitator(device.pk, room.workshop.pk)


def test_the_same_press_twice_is_one(room: Room) -> None:
    device = remote(room)

    assert isinstance(revoke(room, device, id="once"), Ack)
    assert isinstance(revoke(room, device, id="once"), Ack)
    assert LogLine.objects.filter(code="revoked").count() == 1


def test_a_panel_is_always_left(room: Room) -> None:
    assert code(revoke(room, room.facilitator)) == "last_device"
    device = remote(room)
    assert code(revoke(room, room.facilitator, by=device)) == "is_remote"
    assert is_facilitator(room.facilitator.pk, room.workshop.pk)

    second = by_link(room)
    assert isinstance(revoke(room, room.facilitator), Ack)  # also oneself
    assert isinstance(revoke(room, device, by=second), Ack)
    assert code(revoke(room, second, by=second)) == "last_device"


def test_a_last_remote_without_any_panel_stays(room: Room) -> None:
    device = remote(room)
    Grant.objects.filter(kind=Grant.Kind.FACILITATOR).update(revoked_at=timezone.now())

    assert code(revoke(room, device, by=device)) == "is_remote"
    assert is_facilitator(device.pk, room.workshop.pk)


def test_a_right_on_another_workshop_is_not_this_ones_to_take(room: Room) -> None:
    other = start()
    starter = Grant.objects.create(device=browser(), kind=Grant.Kind.STARTER)

    assert code(revoke(room, other.facilitator)) == "grant_gone"
    assert code(room.run(Revoke(new_id(), 0, starter.pk))) == "grant_gone"
    assert code(room.run(Revoke(new_id(), 0, 999_999))) == "grant_gone"
    assert is_facilitator(other.facilitator.pk, other.workshop.pk)
