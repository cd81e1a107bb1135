"""Every fixed sentence of the interface exists in Dutch, with the same blanks to fill; none is left over."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
DUTCH = ROOT / "game" / "locale" / "nl" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop"]),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
Key = tuple[str | None, str | tuple[str, ...]]


def sources() -> Iterator[tuple[Path, str]]:
    """Give every file with fixed sentences, as Python that names them."""
    for file in sorted((ROOT / "templates").rglob("*")):
        if file.is_file():
            yield file, templatize(file.read_text(), origin=str(file))
    for file in sorted((ROOT / "game").rglob("*.py")):
        yield file, file.read_text()


def sentences() -> dict[Key, str]:
    """Return every sentence that is asked for, and where it was first found."""
    found: dict[Key, str] = {}
    for file, code in sources():
        for line, message, _comments, context in extract(
            "python", io.BytesIO(code.encode()), keywords=KEYWORDS
        ):
            found.setdefault((context, message), f"{file.relative_to(ROOT)}:{line}")
    return found


def dutch() -> Catalog:
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


def translations() -> dict[Key, tuple[str, ...]]:
    """Return what is whole in the Dutch catalogue; a plural has two forms."""
    whole: dict[Key, tuple[str, ...]] = {}
    for message in dutch():
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        if message.id and all(strings) and not message.fuzzy:
            whole[message.context, message.id] = strings
    return whole


def blanks(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|\{\w*\}", text))


def test_every_sentence_is_there_in_dutch() -> None:
    known = translations()

    assert [f"{place}: {key[1]}" for key, place in sentences().items() if key not in known] == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(str(key[1]) for key in set(translations()) - set(sentences())) == []


def test_no_sentence_is_there_twice() -> None:
    written = re.findall(r"^msgid ", DUTCH.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(written) == len(
        list(dutch())
    )  # with what the catalogue says about itself; a second one replaces the first


def test_the_same_blanks() -> None:
    differing = [
        key
        for key, strings in translations().items()
        for text in strings
        if blanks(text) != blanks(key[1] if isinstance(key[1], str) else key[1][1])
    ]

    assert differing == []
