"""A hostile visitor of a hosted server: several processes, PostgreSQL and Redis, and nothing in their log."""

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from game.rehearsal.browser import Browser, PageError
from tests.faults.cluster import SECRETS, Cluster
from tests.web.test_pieces import LONG, PLACES

pytestmark = pytest.mark.faults


def status(browser: Browser, path: str, **form: str) -> int:
    """Ask for a path, or send it a form; return the status of the answer."""
    try:
        _ = browser.submit(path, **form) if form else browser.get(path)
    except PageError as error:
        return int(str(error).split()[0])
    return 200


def test_pieces_that_no_database_takes(cluster: Cluster) -> None:
    browser = Browser(cluster.urls[0])
    paths = [place.format(piece) for place in PLACES for piece in ("%00", "a%00b", LONG)]
    queries = [
        f"{path}?{query}" for path in ("/new/", "/control/1/") for query in ("key=%00", f"key={LONG * 11}")
    ]

    assert {path: status(browser, path) for path in paths} == dict.fromkeys(paths, 404)
    assert {path: status(browser, path) for path in queries} == dict.fromkeys(queries, 400)
    for form in ({"code": "12\x003456"}, {"code": "x" * 20_001}, {"a\0": "x"}):
        assert status(browser, "/", **form) == 400
    assert [server.errors() for server in cluster.servers] == ["", ""]


@pytest.mark.parametrize("name", ["device", "sessionid", "language"])
def test_a_cookie_that_no_database_takes(cluster: Cluster, name: str) -> None:
    browser = Browser(cluster.urls[0])
    browser._opener.addheaders = [("Cookie", f'{name}="a\\000b"')]

    assert status(browser, "/") == 200
    assert [server.errors() for server in cluster.servers] == ["", ""]


def test_wrong_codes_are_counted_together_and_a_right_one_works(cluster: Cluster) -> None:
    first, second = (Browser(url) for url in cluster.urls)

    assert {status(first, "/j/000000/") for _ in range(121)} == {404, 429}
    assert [status(one, "/j/000000/") for one in (first, second)] == [429, 429]
    assert status(second, f"/j/{started(cluster)[1]}/") == 200
    assert [server.errors() for server in cluster.servers] == ["", ""]


@pytest.mark.promise("names after an erase: PostgreSQL has no row")
def test_after_an_erase_no_row_has_a_name(cluster: Cluster) -> None:
    host, code = started(cluster, "Roerdompavond")
    number = host.workshop
    Browser(cluster.urls[1]).submit(f"/j/{code}/", alias="Zebravinkje")
    assert rows_with(cluster, "Zebravinkje") == ["game_person"]

    host.submit(f"/control/{number}/wipe/", what="names", sure="1")

    assert rows_with(cluster, "Zebravinkje") == []
    assert rows_with(cluster, "Roerdompavond") == ["game_workshop"]
    host.submit(f"/control/{number}/wipe/", what="all", sure="1")
    assert rows_with(cluster, "Roerdompavond") == []
    assert [server.errors() for server in cluster.servers] == ["", ""]


class Host(Browser):
    """A facilitator's browser, with the number of its workshop."""

    workshop = ""


def started(cluster: Cluster, title: str = "Avondvulling") -> tuple[Host, str]:
    """Start a workshop; return its facilitator's browser and its code."""
    host = Host(cluster.urls[0])
    host.get(f"/new/?key={SECRETS['START_KEY']}")
    where = host.submit("/new/", title=title, rehearse_now="1")
    host.workshop = where.strip("/").split("/")[-1]
    return host, host.get_json(f"/audit/{host.workshop}/?parts=state")["game"]["code"]


def rows_with(cluster: Cluster, word: str) -> list[str]:
    """Return the tables in which a word stands somewhere."""
    with psycopg.connect(cluster.environment("web1")["DATABASE_URL"]) as connection:
        named = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
        ).fetchall()
        found = []
        for (table,) in named:
            query = SQL("SELECT count(*) FROM {0} WHERE {0}::text LIKE %s").format(Identifier(table))
            if connection.execute(query, [f"%{word}%"]).fetchone() != (0,):
                found.append(table)
    return found
