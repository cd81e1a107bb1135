"""A whole congress at the door, from one address: everybody sits, nobody twice, and a game elsewhere goes on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.live.server import Server
from tests.load.joins import figures, offer

pytestmark = [pytest.mark.faults, pytest.mark.whole("takes a machine of its own")]
PEOPLE, SECONDS = 500, 10.0


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("joins"))}) as running:
        yield running
        assert running.errors() == ""


@pytest.mark.promise("500 joins offered in 10 s from one address: 500 seats, none double, no 500")
def test_everybody_who_comes_gets_a_seat(
    server: Server, record_property: Callable[[str, object], None]
) -> None:
    joined = offer(server, PEOPLE, SECONDS)

    record_property("measured", f"all after {joined.took:.1f} s; choices elsewhere {figures(joined.choices)}")
    answers = {name: count for name, count in joined.answers.items() if not name.startswith("choice")}
    assert answers == {"seated": PEOPLE}
    assert joined.answers["choice ack"] == len(joined.choices)
    with closing(sqlite3.connect(server.data / "game.sqlite3")) as own:
        seats = own.execute(
            "SELECT count(*), count(DISTINCT seat_id), count(DISTINCT person_id) FROM game_occupancy"
        )
        assert seats.fetchone() == (PEOPLE + 1,) * 3
