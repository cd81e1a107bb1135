"""Limits that never hit the innocent: what is right works whatever others behind the same address did."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory, override_settings

from game.actions import tries
from game.actions.tries import Counts
from game.models import Device, Person
from game.web.devices import COOKIE, address_key
from tests.web.rooms import browser, guessed, start

pytestmark = pytest.mark.django_db
DEAD_REDIS = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "shared": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
    },
}


@pytest.fixture(autouse=True)
def _no_failed_tries() -> None:
    cache.clear()


def test_a_hundred_and_twenty_wrong_codes_and_then_a_right_one() -> None:
    workshop = start()
    wrong = "000000" if workshop.code != "000000" else "111111"
    first = browser().get(f"/j/{wrong}/").status_code
    guessed(tries.CODES, 118)

    assert [first, *(browser().get(f"/j/{wrong}/").status_code for _ in range(2))] == [404, 404, 429]
    assert browser().get(f"/j/{workshop.code}/").status_code == 200
    assert browser().post("/", {"code": workshop.code}).status_code == 302
    joins = browser().post(f"/j/{workshop.code}/", {"alias": "Egel", "table": "", "role": ""})
    assert joins.status_code == 302


@pytest.mark.parametrize(
    "form",
    [
        {"alias": ""},
        {"alias": "x" * 30},
        {"alias": "Egel", "table": "99"},
        {"alias": "Egel", "role": "nobody"},
        {"alias": "Egel", "how": "share"},
    ],
)
def test_who_is_refused_leaves_no_row(form: dict[str, str]) -> None:
    workshop = start()
    rows = Device.objects.count()

    answer = browser().post(f"/j/{workshop.code}/", {"table": "", "role": "", **form})

    assert answer.status_code in (400, 404)
    assert (COOKIE in answer.cookies, Device.objects.count(), Person.objects.count()) == (False, rows, 0)


@pytest.mark.parametrize("path", ["/pair/K7QM2F9T/", "/j/000000/", "/", "/language/"])
def test_no_failed_form_makes_a_device(path: str) -> None:
    browser().post(path, {"code": "K7QM2F9T", "alias": "Egel", "language": "xx"})

    assert Device.objects.count() == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("fe80::1%eth0", "fe80::2%wlan0", True),
        ("", "not an address", False),
    ],
)
def test_whoever_has_one_address_of_ipv6_has_them_all(one: str, other: str, same: bool) -> None:
    keys = [address_key(RequestFactory().get("/", REMOTE_ADDR=address)) for address in (one, other)]

    assert (keys[0] == keys[1]) is same
    assert one == "" or one not in keys[0]


@override_settings(REDIS_URL="redis://127.0.0.1:1/0", CACHES=DEAD_REDIS)
def test_while_redis_is_dead_each_process_counts_by_itself() -> None:
    now = [0.0]
    counts = Counts(clock=lambda: now[0])

    assert [counts.add("k", 60) for _ in range(3)] == [1, 2, 3]
    assert counts.get("k") == 3
    now[0] += tries.REST_SECONDS  # it is asked again, and still dead
    assert counts.add("k", 60) == 4
