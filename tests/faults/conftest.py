"""The cluster that the tests of several processes share, and the verdict."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import Cluster
from tests.faults.promises import note, table
from tests.faults.sizes import SIZE
from tests.laptops import laptop, namespaces, unplayed

__all__ = ["cluster", "laptop", "namespaces", "unplayed"]


@pytest.fixture(scope="session")
def started_cluster(
    require_program: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cluster]:
    """Give the cluster of this run: it takes seconds to start, and whoever breaks a part of it puts that right again."""
    postgres, redis = require_program("postgres"), require_program("redis-server")
    found = Cluster(postgres, redis, tmp_path_factory.mktemp("cluster"))
    try:
        found.start()
        yield found
    finally:
        found.stop()


@pytest.fixture(scope="module")
def cluster(started_cluster: Cluster) -> Cluster:
    """Give the cluster, with nothing in its logs."""
    for server in started_cluster.servers:
        server.log.write_bytes(b"")
    return started_cluster


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let reports say which promise was tried, and leave what takes long to `make faults`."""
    note(items)
    long = [item for item in items if item.get_closest_marker("whole") and not SIZE.is_whole]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the verdict."""
    stats = terminalreporter.stats
    ended = [*stats.get("passed", []), *stats.get("failed", []), *stats.get("error", [])]
    for line in table([one for one in ended if isinstance(one, pytest.TestReport)]):
        terminalreporter.write_line(line)
