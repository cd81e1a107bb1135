"""The verdict on what the server promises: a line per promise, how often it was tried and how often it held.

`@pytest.mark.promise(words, times)` says which promise a test tries, and how often each time it runs (once unless given);
what it measured besides (`record_property("measured", text)`) stands behind it.
"""

from collections import defaultdict

import pytest

PROMISE, MEASURED = "promise", "measured"


def note(items: list[pytest.Item]) -> None:
    """Let the report of each test say which promise it tried, also from another process."""
    for item in items:
        mark = item.get_closest_marker(PROMISE)
        if mark is not None:
            words, *times = mark.args
            item.user_properties.append((PROMISE, (words, times[0] if times else 1)))


def table(reports: list[pytest.TestReport]) -> list[str]:
    """Return the verdict as lines of a table: promise, tried, held."""
    tried: dict[str, int] = defaultdict(int)
    held: dict[str, int] = defaultdict(int)
    measured: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for name, value in report.user_properties:
            if name == PROMISE:
                words, times = value  # type: ignore[misc]
                tried[words] += times
                held[words] += times if report.passed else 0
                measured[words] += [str(text) for key, text in report.user_properties if key == MEASURED]
    wide = max(map(len, tried), default=0)
    lines = [
        f"| {words:{wide}} | {tried[words]:5} | {held[words]:5} | {'; '.join(measured[words])} |"
        for words in sorted(tried)
    ]
    head = [f"| {'promise':{wide}} | tried |  held | measured |", f"|{'-' * (wide + 2)}|------:|------:|---|"]
    return head + lines if lines else []
