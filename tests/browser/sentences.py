"""What a page says for a code: its own words, filled as the server fills them."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from game.content import fill


def filled(page: Page, words: Mapping[str, str], code: str, params: Mapping[str, Any]) -> str:
    """Return the sentence of a code that this page has; fails for one that it has not."""
    language = page.locator("body").get_attribute("data-language") or "nl"
    text = fill(words, code, params, language)
    assert text != code, f"this page has no words for {code}"
    return text
