"""What people type or paste for a code is read as what they meant."""

import pytest

from game.actions.typed_codes import Typed, read


@pytest.mark.parametrize(
    "typed",
    [
        "123456",
        " 123456\n",
        "123 456",
        "1 2 3 4 5 6",
        "123-456",
        "123.456",
        "123–456",
        "123\u00a0456",
        "123\u202f456",
        "123/456",
        "#123456",
        "# 123 456",
        "№123456",
        "“123456”",
        "\u200e123456\u200f",
        "123\u200b456",
        "١٢٣٤٥٦",
        "۱۲۳۴۵۶",
        "१२३४५६",
        "１２３４５６",
        "１２３　４５６",
        "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣",
        "Code: 123456",
        "De code is 123456, tot straks aan tafel 3",
        "http://192.168.1.20:8000/j/123456/",
        "http://192.168.1.20:8000/j/123456",
        "192.168.1.20:8000/j/123456/",
        "HTTP://LAPTOP.LOCAL/J/123456/",
        "http://[::1]:8000/j/123456/?from=chat#top",
        "https://spel.example/j/١٢٣٤٥٦/",
        "https://spel.example/j/%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6/",
        "j/123456",
    ],
)
def test_six_digits(typed: str) -> None:
    assert read(typed) == Typed(join="123456")


@pytest.mark.parametrize(
    "typed",
    [
        "http://192.168.1.20:8000/j/123456/3/",
        "http://192.168.1.20:8000/j/123456/3",
        "Kom erbij: http://laptop.local/j/123456/3/.",
        "https://spel.example/j/123456/٣/",
    ],
)
def test_a_link_keeps_its_table(typed: str) -> None:
    assert read(typed) == Typed(join="123456", table=3)


def test_a_link_with_a_table_that_is_none() -> None:
    assert read("http://laptop.local/j/123456/wat/") == Typed(join="123456")


@pytest.mark.parametrize(
    "typed",
    [
        "K7QM2F9T",
        "k7qm 2f9t",
        "K7QM-2F9T",
        "#K7QM2F9T",
        "Ｋ７ＱＭ２Ｆ９Ｔ",
        "k٧qm٢f٩t",
        "K7QMZF9T",  # a Z read for a 2: codes have no Z
        "http://192.168.1.20:8000/pair/K7QM2F9T/",
        "http://192.168.1.20:8000/pair/k7qm2f9t",
    ],
)
def test_a_code_with_letters(typed: str) -> None:
    assert read(typed) == Typed(pair="K7QM2F9T")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12",
        "1234567",
        "abcdef",
        "12345x",
        "0" * 200,
        "123456 of 654321",
        "http://192.168.1.20:8000/",
        "http://laptop.local/j/nee/",
        "http://laptop.local/pair/nee/",
        "K7QM2F9A",
        "<b>",
        "\x00",
        "123456" + " " * 500,
    ],
)
def test_no_code(typed: str) -> None:
    assert read(typed) == Typed()
