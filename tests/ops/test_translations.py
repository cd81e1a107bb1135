"""Translations are compiled when they changed, and only then."""

import gettext
import os
import subprocess
import sys
from pathlib import Path

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
