"""A hostile visitor of a hosted server: several processes, PostgreSQL and Redis, and nothing in their log."""

import pytest

from game.rehearsal.browser import Browser, PageError
from tests.faults.cluster import Cluster
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
    for form in ({"code": "12\x003456"}, {"code": "x" * 8193}, {"a\0": "x"}):
        assert status(browser, "/", **form) == 400
    assert [server.errors() for server in cluster.servers] == ["", ""]


@pytest.mark.parametrize("name", ["device", "sessionid", "language"])
def test_a_cookie_that_no_database_takes(cluster: Cluster, name: str) -> None:
    browser = Browser(cluster.urls[0])
    browser._opener.addheaders = [("Cookie", f'{name}="a\\000b"')]

    assert status(browser, "/") == 200
    assert [server.errors() for server in cluster.servers] == ["", ""]
