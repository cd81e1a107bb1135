"""Accounts: passwords cannot be guessed, nobody else is locked out by trying, and rights end where they should.

In one file because trying, locking and the end of rights are played with the same few accounts.
"""

from collections import Counter
from datetime import datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone

from game import broadcast
from game.actions import accounts, devices, workshops
from game.actions.workshops import WorkshopSettings
from game.engine.model.refusal import Refused
from game.models import Device, Game, Grant, Workshop
from game.selectors.rights import is_facilitator

pytestmark = pytest.mark.django_db
HERE, THERE = "192.0.2.7", "192.0.2.8"
NOW = datetime.fromisoformat("2026-11-23T20:01:30+01:00")


def account(email: str) -> User:
    return User.objects.create_user(email, email, "goed-Geheim-1")


def browser() -> Device:
    return devices.register("nl")[0]


@pytest.fixture
def jan() -> User:
    return account("jan@stad.example")


@pytest.fixture
def els() -> User:
    return account("els@stad.example")


def workshop_of(user: User, device: Device | None = None) -> Workshop:
    return workshops.start_workshop(device or browser(), WorkshopSettings(title="Avond"), user, "Mac")


def refused(work) -> Refused:
    with pytest.raises(Refused) as found:
        work()
    return found.value


def log_in(password: str = "goed-Geheim-1", where: str = HERE, email: str = "jan@stad.example") -> User:
    return accounts.check_login(email, password, where)


# Logging in


@pytest.mark.parametrize("typed", ["jan@stad.example", " Jan@Stad.example "])
def test_the_right_password(jan: User, typed: str) -> None:
    assert log_in(email=typed) == jan


def test_a_user_name_that_is_no_address_works_by_its_address_too() -> None:
    admin = User.objects.create_superuser("beheer", "Beheer@stad.example", "goed-Geheim-1")

    assert log_in(email="beheer@stad.example") == admin
    assert log_in(email="beheer") == admin


def test_nobody_learns_which_addresses_have_an_account(jan: User) -> None:
    """The same answers in the same order, whether somebody has the address or not."""
    with time_machine.travel(NOW, tick=False):
        said: list[list[Refused]] = []
        for email in ("jan@stad.example", "nobody@stad.example", ""):
            cache.clear()
            said.append([refused(lambda email=email: log_in("fout", email=email)) for _ in range(7)])

    codes = [[(one.code, one.params) for one in row] for row in said]
    assert codes[0] == codes[1] == codes[2]
    assert [one.code for one in said[0]] == ["wrong_login"] * 5 + ["too_many_logins"] * 2


def test_an_account_that_is_switched_off(jan: User) -> None:
    User.objects.update(is_active=False)

    assert refused(log_in).code == "wrong_login"


def test_the_right_password_works_whatever_failed_here_before(jan: User, els: User) -> None:
    with time_machine.travel(NOW, tick=False) as now:
        for code in ["wrong_login"] * 5 + ["too_many_logins"] * 2:
            assert refused(lambda: log_in("fout")).code == code
            now.shift(2)
        assert log_in() == jan
        assert log_in(email="els@stad.example") == els
        assert refused(lambda: log_in("fout")).code == "too_many_logins"
        now.shift(5 * 60)
        assert refused(lambda: log_in("fout")).code == "wrong_login"


def test_one_address_that_guesses_leaves_others_their_share_of_what_checking_costs(jan: User) -> None:
    with time_machine.travel(NOW, tick=False):
        said = Counter(refused(lambda: log_in("fout")).code for _ in range(500))
        assert said == {"wrong_login": 5, "too_many_logins": 6, "login_busy": 489}
        assert log_in(where=THERE) == jan


def test_many_accounts_guessed_at_from_one_address_leave_others_theirs(jan: User) -> None:
    with time_machine.travel(NOW, tick=False) as now:
        for number in range(20):
            refused(lambda n=number: log_in("fout", email=f"{n}@stad.example"))
            now.shift(2)
        now.shift(10)
        said = [refused(lambda n=n: log_in("fout", email=f"{n}@stad.example")).code for n in range(20, 60)]
        assert "login_busy" in said
        assert log_in(where=THERE) == jan


def test_after_fifty_mistakes_from_everywhere_the_owner_still_gets_in(jan: User) -> None:
    with time_machine.travel(NOW, tick=False) as now:
        for number in range(50):
            assert refused(lambda n=number: log_in("fout", f"198.51.100.{n}")).code == "wrong_login"
            now.shift(2)
        assert refused(lambda: log_in("fout", where=THERE)).code == "too_many_logins"
        assert log_in(where=THERE) == jan


def test_what_was_right_does_not_count(jan: User) -> None:
    with time_machine.travel(NOW, tick=False) as now:
        for _ in range(8):
            log_in()
            now.shift(2)
        said = []
        for _ in range(5):
            said.append(refused(lambda: log_in("fout")).code)
            now.shift(2)

        assert said == ["wrong_login"] * 5
        assert log_in() == jan


def test_only_hashes_are_kept_of_who_tried(jan: User) -> None:
    refused(lambda: log_in("fout"))

    kept = str(list(cache._cache.items()))
    assert ("login" in kept, "jan@" in kept, HERE in kept) == (True, False, False)


# Devices


def test_who_starts_it_owns_it(jan: User) -> None:
    device = browser()
    workshop = workshop_of(jan, device)

    grant = Grant.objects.get()
    assert (workshop.owner, grant.account, grant.label) == (jan, jan, "Mac")


def test_any_device_of_the_account_opens_it(jan: User) -> None:
    workshop, device = workshop_of(jan), browser()

    accounts.open_workshop(jan, device, workshop.pk, timezone.now(), "iPad")
    accounts.open_workshop(jan, device, workshop.pk, timezone.now(), "iPad")

    grant = Grant.objects.get(device=device)
    assert (grant.kind, grant.account, grant.label) == ("facilitator", jan, "iPad")


def test_somebody_else_does_not_open_it(jan: User, els: User) -> None:
    workshop = workshop_of(jan)

    assert refused(lambda: accounts.open_workshop(els, browser(), workshop.pk, NOW)).code == "not_allowed"
    assert not accounts.may_run(els, workshop.pk)
    assert refused(lambda: accounts.open_workshop(jan, browser(), 999_999, NOW)).code == "gone"


def test_a_device_that_was_revoked_needs_a_new_login(jan: User) -> None:
    workshop, device, since = workshop_of(jan), browser(), timezone.now()
    accounts.open_workshop(jan, device, workshop.pk, since)
    Grant.objects.filter(device=device).update(revoked_at=timezone.now())

    assert refused(lambda: accounts.open_workshop(jan, device, workshop.pk, since)).code == "log_in_again"
    accounts.open_workshop(jan, device, workshop.pk, timezone.now())
    assert is_facilitator(device.pk, workshop.pk)


def test_logging_out_takes_the_rights_of_this_device_only(jan: User) -> None:
    first, second = browser(), browser()
    workshop = workshop_of(jan, first)
    accounts.open_workshop(jan, second, workshop.pk, timezone.now())

    accounts.leave(jan, first)

    assert not is_facilitator(first.pk, workshop.pk)
    assert is_facilitator(second.pk, workshop.pk)


def test_who_logs_in_after_somebody_else_does_not_get_their_workshops(jan: User, els: User) -> None:
    device = browser()
    of_jan, of_els = workshop_of(jan, device), workshop_of(els, device)
    by_link = workshops.start_workshop(device, WorkshopSettings(title="Zonder account"))

    accounts.enter(els, device)

    assert [is_facilitator(device.pk, one.pk) for one in (of_jan, of_els, by_link)] == [False, True, True]


def test_an_account_that_is_shut_loses_every_device(jan: User) -> None:
    first, second = browser(), browser()
    one, two = workshop_of(jan, first), workshop_of(jan, second)

    accounts.shut(jan)

    assert not is_facilitator(first.pk, one.pk)
    assert not is_facilitator(second.pk, two.pk)


# Who else


def test_somebody_who_was_added_runs_it_until_removed(jan: User, els: User) -> None:
    workshop, device = workshop_of(jan), browser()
    accounts.add_facilitator(jan, workshop.pk, "ELS@stad.example ")
    accounts.open_workshop(els, device, workshop.pk, timezone.now())
    assert is_facilitator(device.pk, workshop.pk)

    accounts.remove_facilitator(jan, workshop.pk, els.pk)

    assert not is_facilitator(device.pk, workshop.pk)
    assert not accounts.may_run(els, workshop.pk)
    assert Grant.objects.filter(revoked_at=None).count() == 1


@pytest.mark.parametrize(
    ("email", "code"),
    [("nobody@stad.example", "unknown_account"), ("", "unknown_account"), ("jan@stad.example", "is_owner")],
)
def test_who_cannot_be_added(jan: User, email: str, code: str) -> None:
    workshop = workshop_of(jan)

    assert refused(lambda: accounts.add_facilitator(jan, workshop.pk, email)).code == code


def test_only_the_owner_decides(jan: User, els: User) -> None:
    workshop = workshop_of(jan)
    accounts.add_facilitator(jan, workshop.pk, els.email)

    for work in (
        lambda: accounts.add_facilitator(els, workshop.pk, "x"),
        lambda: accounts.remove_facilitator(els, workshop.pk, jan.pk),
        lambda: accounts.delete_workshop(els, workshop.pk),
    ):
        assert refused(work).code == "not_allowed"
    assert Workshop.objects.count() == 1


def test_staff_gives_a_workshop_to_somebody_else(jan: User, els: User) -> None:
    device = browser()
    workshop = workshop_of(jan, device)
    Workshop.objects.update(owner=els)

    accounts.trim(workshop.pk)

    assert not is_facilitator(device.pk, workshop.pk)


def test_a_workshop_without_an_owner_keeps_devices_that_came_by_the_link(jan: User) -> None:
    device = browser()
    workshop = workshops.start_workshop(device, WorkshopSettings(title="Laptop"))

    accounts.trim(workshop.pk)

    assert is_facilitator(device.pk, workshop.pk)


def test_staff_may_delete_any(jan: User) -> None:
    accounts.delete_workshop(None, workshop_of(jan).pk)

    assert Workshop.objects.count() == 0
    assert refused(lambda: accounts.delete_workshop(None, 999_999)).code == "gone"


@pytest.mark.django_db(transaction=True)
def test_deleting_takes_all_of_it_and_tells_the_hub() -> None:
    jan = account("jan@stad.example")
    workshop, other = workshop_of(jan), workshop_of(jan)
    game = Game.objects.get(workshop=workshop)
    heard: list[tuple[int, int]] = []
    broadcast.add_sink(hear := lambda game_id, rev, is_play: heard.append((game_id, rev)))
    try:
        accounts.delete_workshop(jan, workshop.pk)
    finally:
        broadcast.remove_sink(hear)

    assert list(Workshop.objects.all()) == [other]
    assert Game.objects.count() == 1
    assert heard == [(game.pk, game.rev + 1)]
