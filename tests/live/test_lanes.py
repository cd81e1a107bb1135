"""A lane whose database takes nothing: it is not tried twice, and the next write finds an open door."""

import pytest
from django.db import OperationalError, connection

from game.actions import devices
from game.actions.storage import storage
from game.live.lanes import Lane
from game.models import Device

pytestmark = pytest.mark.django_db(transaction=True)


def only_read() -> None:
    """Let this thread's connection be as one that was opened while the disk could only be read."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")


async def test_a_connection_that_may_only_read_is_opened_anew(caplog: pytest.LogCaptureFixture) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("asks SQLite to take nothing")
    lane, tries = Lane("test"), []

    def write() -> None:
        tries.append(1)
        devices.register("nl")

    try:
        await lane.run(only_read)
        with pytest.raises(OperationalError, match="readonly"):
            await lane.run(write)
        assert (len(tries), storage.is_failing, len(caplog.messages)) == (1, True, 1)
        await lane.run(write)
        assert await lane.run(Device.objects.count) == 1
    finally:
        lane.close()
        storage.__init__()  # type: ignore[misc]  # as a process begins
