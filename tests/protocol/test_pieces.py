"""Which addresses can be ours."""

import pytest

from game.protocol.pieces import MAX_QUERY, MAX_STEP, is_sound_path, is_sound_query


@pytest.mark.parametrize(
    ("path", "sound"),
    [
        ("/ws/play/1/", True),
        ("/" + "x" * MAX_STEP + "/y", True),
        ("/" + "x" * (MAX_STEP + 1) + "/y", False),
        ("/a\0b/", False),
    ],
)
def test_a_path(path: str, sound: bool) -> None:
    assert is_sound_path(path) is sound


@pytest.mark.parametrize(
    ("query", "sound"),
    [
        ("", True),
        ("page=1&attempt=2", True),
        ("name=J%C3%BCrgen+B", True),
        ("x" * MAX_QUERY, True),
        ("x" * (MAX_QUERY + 1), False),
        ("x=" + "%20" * MAX_QUERY, True),
        ("x=" + "%20" * (MAX_QUERY + 1), False),
        (f"x={'y' * MAX_QUERY}&z=1", True),
        ("name=a%00b", False),
        ("a\0=b", False),
    ],
)
def test_a_query(query: str, sound: bool) -> None:
    assert is_sound_query(query) is sound
