"""Writing TOML, of which the standard library only reads: tables of texts, numbers, and lists of them."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
# Their second part is a phrase, with whatever stands in it.
_PHRASES = ("instead",)


def of_words(words: Mapping[str, str]) -> str:
    """Return sentences by dotted code as a file with a table per family, in the order in which they come."""
    tables: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for code, text in words.items():
        first, _, rest = code.partition(".")
        *table, last = (first, rest) if first in _PHRASES else code.split(".")
        tables[tuple(table)][last] = text
    parts = [_lines(tables.pop((), {}))]
    parts += [f"[{'.'.join(map(_key, table))}]\n{_lines(entries)}" for table, entries in tables.items()]
    return "\n".join(part for part in parts if part)


def of_data(data: Mapping[str, Any]) -> str:
    """Return plain values, and tables of them or of such tables in one line each, as a file."""
    plain = {key: value for key, value in data.items() if not isinstance(value, Mapping)}
    parts = [_lines(plain)]
    for key, table in data.items():
        if isinstance(table, Mapping) and key == "news":
            parts += [f"[news.{_key(way)}]\n{_lines(of_way)}" for way, of_way in table.items()]
        elif isinstance(table, Mapping):
            parts.append(f"[{_key(key)}]\n{_lines(table)}")
    return "\n".join(parts)


def _lines(entries: Mapping[str, Any]) -> str:
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in entries.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(of_key)}" for key, of_key in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    # A text in JSON is one in TOML, but for the one control character that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
