"""One real server for the socket tests, on the tests' own database."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from tests.live.phones import Group, gather
from tests.live.server import Server

Gather = Callable[..., Group]


@pytest.fixture(scope="session")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the running server that all socket tests share; a test that ends it starts it again."""
    database = connections["default"].settings_dict
    if database["ENGINE"] != "django.db.backends.sqlite3":
        pytest.skip("shares a SQLite file with its server")
    environment = {
        "DATA_DIR": str(tmp_path_factory.mktemp("server")),
        "DATABASE_URL": f"sqlite:///{database['NAME']}",
        "SECRET_KEY": settings.SECRET_KEY,  # the keys in links follow from it
    }
    with Server(environment) as started:
        yield started


@pytest.fixture
def group(server: Server, transactional_db: None) -> Iterator[Gather]:
    """Give a function that starts a workshop with people; closes their sockets, and looks for logged errors, at the end."""
    server.log.write_bytes(b"")
    made: list[Group] = []

    def start(*aliases: str, **settings: Any) -> Group:
        made.append(gather(server, *aliases, **settings))
        return made[-1]

    yield start
    for one in made:
        one.open.close()
    assert server.errors() == ""
