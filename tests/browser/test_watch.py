"""The watch itself: it must notice what it says that did not happen."""

import pytest

from tests.browser.accessibility import barriers
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser


def noticed(watch: Watch, script: str) -> str:
    """Run a script on the front page and return, and forget, what the watch noted."""
    page = watch.visitor()
    page.goto("/")
    page.evaluate(script)
    page.wait_for_timeout(200)
    found, watch.problems = "\n".join(watch.problems), []
    return found


def test_it_notices_what_the_policy_blocks(watch: Watch) -> None:
    blocked = noticed(watch, "document.body.setAttribute('style', 'color: red')")
    assert "blocked by policy: style-src-attr" in blocked


def test_it_notices_another_origin(watch: Watch) -> None:
    asked = noticed(watch, "fetch('http://127.0.0.1:9/elsewhere').catch(() => {})")
    assert "blocked by policy: connect-src" in asked


def test_it_notices_errors(watch: Watch) -> None:
    assert "console error: hoho" in noticed(watch, "console.error('hoho')")
    failed = noticed(watch, "setTimeout(() => { throw new Error('hoho') })")
    assert "script failed: hoho" in failed


def test_it_notices_barriers(watch: Watch) -> None:
    page = watch.visitor()
    page.goto("/")
    page.evaluate("document.querySelector('#code').labels[0].remove()")
    assert any("label" in line for line in barriers(page, "home"))
