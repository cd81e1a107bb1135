"""Translations are compiled when they changed, and only then."""

import gettext
import os
from pathlib import Path

from game.translations import compile_changed

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
