"""Translations are compiled when they changed, and only then."""

import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.translations import compile_changed

ROOT = Path(__file__).resolve().parents[2]
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Ready"\nmsgstr "Klaar"\n'


def test_compile_changed(tmp_path: Path) -> None:
    source = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    compiled = source.with_suffix(".mo")

    assert compile_changed([tmp_path]) == [compiled]
    assert compile_changed([tmp_path]) == []
    source.write_text(PO.replace("Klaar", "Gereed"))
    os.utime(source, ns=(compiled.stat().st_mtime_ns + 1,) * 2)
    assert compile_changed([tmp_path]) == [compiled]
    with compiled.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Ready") == "Gereed"


@pytest.mark.parametrize(
    ("before", "then"),
    [(False, "pages are in English"), (True, "older ones are used")],
    ids=["none", "older"],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, before: bool, then: str
) -> None:
    source = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    compiled = source.with_suffix(".mo")
    if before:
        compiled.touch()
        os.utime(compiled, ns=(0, 0))
    (source.parent / f"django.{os.getpid()}.tmp").mkdir()  # a file that cannot be written, also for root

    assert compile_changed([tmp_path]) == []
    assert [record.getMessage() for record in caplog.records] == [
        f"could not write the translations to {compiled} (Is a directory); {then}"
    ]


def test_compiled_ones_are_enough(tmp_path: Path) -> None:
    """As in the wheel, which may lie where nothing can be written."""
    compiled = tmp_path / "nl" / "LC_MESSAGES" / "django.mo"
    compiled.parent.mkdir(parents=True)
    compiled.touch()

    assert compile_changed([tmp_path]) == []
    assert list(compiled.parent.iterdir()) == [compiled]


IN_ORDER = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
from django.utils.translation import trans_real
from game import translations
order = []
translations.compile_changed = lambda folders: order.append("compiled")
load = trans_real.translation
trans_real.translation = lambda language: order.append("loaded") or load(language)
django.setup()
assert order[0] == "compiled", order
"""


def test_they_are_compiled_before_anything_loads_them() -> None:
    subprocess.run([sys.executable, "-c", IN_ORDER], check=True, cwd=ROOT)
