"""Logs for machines: one JSON object per line, with what happened and where, and nobody's name or address."""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest

from config.logs import JsonLines, without_addresses
from tests.live.server import Server
from tests.ops.evenings import Evening


def line(record: logging.LogRecord) -> dict[str, Any]:
    text = JsonLines().format(record)
    assert "\n" not in text
    return json.loads(text)


def record(said: str, *parts: object, **also: Any) -> logging.LogRecord:
    made = logging.LogRecord("game.live", logging.WARNING, "x.py", 1, said, parts, also.pop("exc_info", None))
    made.__dict__.update(also)
    return made


def test_a_line() -> None:
    made = line(record("a clock was set\nby %+.0f s", 3600.0, workshop=3))

    assert made.pop("at").endswith("+00:00")
    assert made == {
        "level": "WARNING",
        "logger": "game.live",
        "event": "a clock was set by +3600 s",
        "workshop": 3,
    }


def test_an_error_is_its_kind_and_place_without_its_words() -> None:
    try:
        raise ValueError("Key (alias)=(Egel) already exists")
    except ValueError as error:
        made = line(record("it failed: %s", error, exc_info=sys.exc_info()))

    assert (made["event"], made["error"]) == ("it failed: ValueError", "ValueError")
    assert made["where"][-1].endswith(" test_an_error_is_its_kind_and_place_without_its_words")
    assert "Egel" not in str(made)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("peer 192.0.2.7:5000 left", "peer …:5000 left"),
        (
            'connection to server at "10.0.0.5", port 5432 failed',
            'connection to server at "…", port 5432 failed',
        ),
        ("from fd00::1.", "from …."),
        ("from [2001:db8::7]:443", "from […]:443"),
        ("Key (alias)=(Egel) exists", "Key (alias)=(…) exists"),
        ("at 12:30:01, 1.2.3 and 0.1 s: ok", "at 12:30:01, 1.2.3 and 0.1 s: ok"),
    ],
)
def test_addresses_and_quoted_rows_are_left_out(said: str, kept: str) -> None:
    assert without_addresses(said) == kept


@pytest.mark.servers
def test_an_evening_in_lines(tmp_path: Path) -> None:
    given = {"DATA_DIR": str(tmp_path), "LOG_FORMAT": "json", "LOG_LEVEL": "INFO"}
    with Server(given) as server:
        evening = Evening(server)
        evening.go_on("agree", "act")
        server.terminate()

    lines = [json.loads(text) for text in server.log.read_text().splitlines() if text.startswith("{")]
    told = [
        {name: one[name] for name in one if name not in ("at", "level", "logger", "event")} for one in lines
    ]
    assert [one for one in told if "what" in one] == [
        {"what": "joined", "workshop": 1},
        {"what": "phase_opened", "workshop": 1, "phase": "agree", "round": 1},
        {"what": "phase_opened", "workshop": 1, "phase": "act", "round": 1},
    ]
    written = json.dumps(lines)
    assert [word for word in ("Egel", "Straatavond", evening.code, "127.0.0.1") if word in written] == []
