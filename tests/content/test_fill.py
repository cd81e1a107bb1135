"""The one rule that puts values into a sentence."""

import pytest

from game.content import fill

WORDS = {
    "hours": "{hours} uur van {who}",
    "open": "nog {count}",
    "guest.one": "{count} gast",
    "guest.other": "{count} gasten",
}


def test_values_are_put_in_by_name():
    assert fill(WORDS, "hours", {"hours": 3, "who": "Egel"}, "nl") == "3 uur van Egel"


def test_a_missing_value_shows_its_name():
    assert fill(WORDS, "hours", {"hours": 3}, "nl") == "3 uur van {who}"


def test_an_unknown_code_shows_itself():
    assert fill(WORDS, "no.such", {"count": 3}, "nl") == "no.such"


def test_a_value_is_never_read_as_a_sentence():
    assert fill(WORDS, "hours", {"hours": 1, "who": "{hours}"}, "nl") == "1 uur van {hours}"


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 gast"), (0, "0 gasten"), (2, "2 gasten"), (1.5, "1,5 gasten")]
)
def test_a_count_of_one_has_its_own_words(count, text):
    assert fill(WORDS, "guest", {"count": count}, "nl") == text


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (3, "3", "3"),
        (3.0, "3", "3"),
        (6.4, "6,4", "6.4"),
        (0.25, "0,3", "0.3"),
        (2.04, "2", "2"),
        (-1.25, "−1,3", "−1.3"),
        (-0.04, "0", "0"),
        (1234.5, "1.234,5", "1,234.5"),
    ],
)
def test_numbers_are_written_as_the_language_does(number, dutch, english):
    assert fill(WORDS, "open", {"count": number}, "nl") == f"nog {dutch}"
    assert fill(WORDS, "open", {"count": number}, "en") == f"nog {english}"
