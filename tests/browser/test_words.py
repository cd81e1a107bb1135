"""The rule that fills sentences: what a page makes of every coded sentence is what the server makes of it."""

import pytest
from playwright.sync_api import expect

from game import content
from game.content.words import PARAMETER
from tests.browser.panel import Panel
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
VALUES: tuple[int | float | str, ...] = (0, 1, 2, 1.04, 2.5, -1, 1234.5, "1", "x", "\u05d0")
# The rule's own script, beside the one that the page began with and that has it joined to others.
SAID = """async ({ words, cases }) => {
  const loaded = performance.getEntriesByType("resource").map((one) => one.name);
  const page = loaded.find((name) => name.endsWith("/js/pages/panel.js"));
  const { addWords, word } = await import(page.replace("/pages/panel.js", "/state/words.js"));
  addWords(words);
  return cases.map(([code, params]) => word(code, params));
}"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_says_what_the_server_says(watch: Watch, browser_server: Server, language: str) -> None:
    panel = Panel.start(watch.visitor(language, size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    expect(panel.page.locator("body")).to_have_attribute("data-language", language)
    words = {**panel.words, **content.words("street", language)}
    cases = [
        (code.removesuffix(".one").removesuffix(".other"), dict.fromkeys(names, value))
        for code, text in words.items()
        if (names := {found[1] for found in PARAMETER.finditer(text)})
        for value in VALUES
    ]
    said = panel.page.evaluate(SAID, {"words": words, "cases": cases})

    differs = [
        (code, params, told, filled)
        for (code, params), told in zip(cases, said, strict=True)
        if told != (filled := content.fill(words, code, params, language))
    ]
    assert differs == []
