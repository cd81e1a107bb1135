"""A page is sent what its scripts and templates can say, no more and no less; and before the debrief nothing of it."""

import pytest

from game.content import load_all, page_words, words
from game.content.words import LANGUAGES
from tests.content.page_codes import TEMPLATES, codes_of

SCENARIOS = sorted(load_all())
HIDDEN = ("debrief", "note", "log", "stuck", "alias")
every_page = pytest.mark.parametrize("page", TEMPLATES)


@every_page
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_page_is_sent_what_it_can_say(page: str, scenario: str) -> None:
    unsent = words(scenario, "nl").keys() - page_words(page, scenario, "nl", revealed=True).keys()
    sent = page_words(page, scenario, "nl", revealed=True)
    codes = codes_of(page)

    assert sorted(code for code in sent if not codes.says(code)) == []
    assert sorted(code for code in unsent if codes.says(code)) == []


@every_page
def test_a_page_lacks_nothing_that_it_says(page: str) -> None:
    assert codes_of(page).lacks(page_words(page, SCENARIOS[0], "nl", revealed=True)) == []


@pytest.mark.parametrize("page", ["player", "projector"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_others_read_later_or_alone_is_not_sent(page: str, language: str) -> None:
    for scenario in SCENARIOS:
        sent = page_words(page, scenario, language)
        assert [code for code in sent if code.split(".")[0] in HIDDEN] == []
        revealed = {code.split(".")[0] for code in page_words(page, scenario, language, revealed=True)}
        assert revealed & set(HIDDEN) == {"debrief"}


@pytest.mark.parametrize("page", TEMPLATES)
def test_words_of_an_audience_are_on_its_page_alone(page: str) -> None:
    sent = page_words(page, SCENARIOS[0], "nl", revealed=True)
    others = tuple(f"ui.{other}." for other in ("player", "panel", "projector") if other != page)
    assert [code for code in sent if code.startswith(others)] == []
