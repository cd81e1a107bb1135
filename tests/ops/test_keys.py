"""A laptop's secrets survive a restart and a race."""

import os
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


def test_no_key_looks_like_an_option(tmp_path: Path) -> None:
    """One in 64 began with a dash, and `manage.py rehearse --key` refused it."""
    keys = [key_in_file(tmp_path / str(number)) for number in range(400)]

    assert set("".join(keys)) == set("0123456789abcdef")


def test_an_empty_file_is_no_key(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.touch()

    with pytest.raises(ValueError, match="is empty"):
        key_in_file(path)


def test_where_files_get_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a memory stick."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    key = key_in_file(tmp_path / "key")

    assert len(key) == 64
    assert key_in_file(tmp_path / "key") == key
    assert [file.name for file in tmp_path.iterdir()] == ["key"]
