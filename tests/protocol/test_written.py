"""What people are called stays as they write it; what nobody sees, or only turns or hides text, does not get through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.written import Fault, Unfit, clean, isolated, same, width

FAMILY = "\U0001f468\U0001f3fd\u200d\U0001f469\U0001f3fd\u200d\U0001f467\U0001f3fd\u200d\U0001f466\U0001f3fd"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
ZALGO = "B" + "\u0321\u0322\u0327\u0353\u0301\u0300\u0342\u0343" * 4 + "o"


def fault_of(written: str, most: int = 20, *, strict: bool = True) -> str:
    with pytest.raises(Unfit) as unfit:
        clean(written, most, strict=strict)
    return unfit.value.fault


@pytest.mark.parametrize(
    "name",
    [
        "Egel",
        "José de Egel",
        "Nguyễn Thị Hằng",
        "محمد",
        "می\u200cخواهم",  # Persian: the joiner that keeps two letters apart
        "ශ\u0dca\u200dර\u0dd3",  # Sinhala sri
        "क\u094d\u200dष",
        "မြွှို့",
        "שָׁלוֹם",
        "葛\U000e0100城",  # the way this family writes it
        "👩🏽‍🚒 Fay",
        FAMILY,
        SCOTLAND,
        "🏳️‍🌈",
        "❤️",
        "1️⃣",
        "🇳🇱🇧🇪",
        "Jan \U0001fae9",  # Unicode 16
        "\U0001facd",  # Unicode 17
    ],
)
def test_what_people_are_called_stays(name: str) -> None:
    assert clean(name, 20, strict=True) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Jose\u0301   de\u00a0Egel ", "José de Egel"),
        ("Jan\n", "Jan"),
        ("a\u202eb\u202c", "ab"),
        ("\u200eJan\u200f\u061c\u2066\u2069", "Jan"),
        ("Ja\u00adn\ufeff\u2060\u200b", "Jan"),
        ("Jan\u200c", "Jan"),
        ("\u200dJan\u200d \u200dP", "Jan P"),
        ("J\u200d\u200d\u200can", "J\u200dan"),
        ("a\ufe0f\ufe0f\ufe0fb", "a\ufe0fb"),
        ("Jan\U000e0067\U000e007f", "Jan"),
        ("\u0301\u0302Jan", "Jan"),
        ("a\u034fb", "ab"),
        ("\u3164Jan\u3164P\u2800", "Jan P"),
    ],
)
def test_what_only_turns_or_hides_text_goes(written: str, kept: str) -> None:
    assert clean(written, 20, strict=True) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  \u3000 ",
        "\u3164",
        "\u115f\u1160\uffa0",
        "\u2800\u2800",
        "\u200d",
        "\u200c\u200d\ufe0f",
        "\u202e",
        "\u0301",
    ],
)
def test_what_nobody_can_see_is_no_name(written: str) -> None:
    assert fault_of(written) == Fault.EMPTY


@pytest.mark.parametrize(
    "written",
    [
        "a\u0000b",
        "a\u001bb",
        "\ud800",
        "a\ue000",
        "\U000f0000",
        "\ufffe",
        "\ufdd0",
        "\U0001ffff",
        "\U000e0080",
    ],
)
def test_what_cannot_be_shown_is_no_character(written: str) -> None:
    assert fault_of(written) == Fault.CHARACTERS
    assert clean(f"x{written}y", 20).replace("a", "").replace("b", "") == "xy"


def test_marks_do_not_pile_up() -> None:
    kept = clean(ZALGO, 20, strict=True)

    assert sum(map(bool, map(unicodedata.combining, unicodedata.normalize("NFD", kept)))) == 3
    assert (kept[0], kept[-1]) == ("B", "o")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Egel", 4),
        (FAMILY, 1),
        (SCOTLAND, 1),
        ("🇳🇱🇧🇪", 2),
        ("❤️", 1),
        ("می\u200cخواهم", 7),
        ("क\u094dष", 2),
        ("👋🏽", 1),
    ],
)
def test_the_eye_counts(text: str, seen: int) -> None:
    assert width(text) == seen


def test_a_name_has_room_for_what_is_one_to_the_eye_and_an_end() -> None:
    assert clean(FAMILY * 9, 20, strict=True) == FAMILY * 9
    assert fault_of("x" * 21) == fault_of(FAMILY * 10) == fault_of("👋🏽" * 21) == Fault.TOO_LONG
    assert fault_of("a\U0001f3fb\u200d" * 40) == Fault.TOO_LONG


@pytest.mark.parametrize(
    "other", ["jan", "JAN", "Ｊａｎ", "Jan\u200c", "Ja\u200dn", "Jan\ufe0f", "J\u034fan", "Jan\u3164", "𝐉an"]
)
def test_the_same_name_to_the_eye(other: str) -> None:
    assert same(other) == same("Jan")


def test_other_names_are_others() -> None:
    assert (
        len({same(name) for name in ("Jan", "Jān", "Ján", "Jan P", "JanP", "👩🏽", "👩🏿", "STRASSE")}) == 8
    )
    assert same("Straße") == same("STRASSE")


def test_a_name_that_runs_left_does_not_turn_a_sentence() -> None:
    assert (isolated("Egel"), isolated("محمد"), isolated("דן 2")) == (
        "Egel",
        "\u2068محمد\u2069",
        "\u2068דן 2\u2069",
    )


@given(st.text())
def test_what_is_kept_is_kept_again_and_the_same(written: str) -> None:
    try:
        kept = clean(written, 40)
    except Unfit:
        return
    assert clean(kept, 40, strict=True) == kept
    assert 0 < width(kept) <= 40
    assert same(kept) == same(f" {kept}\u200d")
    assert kept.encode("utf-8")
