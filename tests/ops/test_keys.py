"""A laptop's secrets survive a restart and a race."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from config.keys import key_in_file


def test_everyone_gets_the_same_key(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: key_in_file(path), range(40)))

    assert keys == {path.read_text().strip()}
    assert [file.name for file in path.parent.iterdir()] == ["key"]


def test_an_empty_file_is_no_key(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.touch()

    with pytest.raises(ValueError, match="is empty"):
        key_in_file(path)
