"""Addresses with numbers that no row has, however long they are, lead to a friendly page and never to an error."""

import pytest

pytestmark = pytest.mark.django_db

LONG = "9" * 30


@pytest.mark.parametrize("number", ["0", "123456789", LONG])
@pytest.mark.parametrize(
    "place", ["/play/{}/words/", "/control/{}/", "/audit/{}/", "/j/123456/{}/", "/projector/{}/"]
)
def test_a_number_that_nobody_has(client, place, number):
    assert client.get(place.format(number)).status_code in (403, 404)
