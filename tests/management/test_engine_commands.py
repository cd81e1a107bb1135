"""`manage.py replay` and `manage.py battery` as a builder meets them: no database, and one line when a file does not fit."""

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from game.engine.gamefile.reading import parse, replay
from game.engine.model.rules import RULESETS
from game.engine.proof.battery import ALL, EVERY, Row
from game.management.commands import battery as battery_command
from tests.engine.games import plain

ROOT = Path(__file__).resolve().parents[2]


def run(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Return exit code, output and errors of replaying a file with `content`."""
    file = tmp_path / "game.json"
    file.write_bytes(content)
    return run_file(str(file), capsys)


def run_file(name: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = 0
    try:
        call_command("replay", name)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    found = capsys.readouterr()
    return code, found.out, found.err


def test_a_game_file_is_replayed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = plain(rounds=2)
    code, out, err = run(json.dumps(game).encode(), tmp_path, capsys)
    assert (code, err) == (0, "")
    assert json.loads(out) == replay(parse(game))


def test_a_game_file_comes_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = io.BytesIO(b"\xef\xbb\xbf" + json.dumps(plain()).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    code, out, _ = run_file("-", capsys)
    assert code == 0
    assert json.loads(out) == replay(parse(plain()))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "file: not JSON, line 1 column 1"),
        (b'{"ruleset": 1,\n}', "file: not JSON, line 2 column 1"),
        (b'{"ruleset": "\xff"}', "file: not UTF-8 text"),
        (b"[" * 200_000, "file: nested too deeply"),
        (b'{"ruleset": ' + b"1" * 5000 + b"}", "file: a number is too long"),
        (b"[]", "file: must be an object"),
        (b'{"ruleset": NaN}', "ruleset: must be a whole number"),
        (b'{"ruleset": 1, "tasks": []}', "tasks: must have 3 to 6 entries, has 0"),
    ],
)
def test_a_file_that_does_not_fit_gives_one_line(
    content: bytes, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(content, tmp_path, capsys) == (2, "", f"{line}\n")


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = run_file(str(tmp_path / "none.json"), capsys)
    assert missing == (2, "", "file: cannot be read (No such file or directory)\n")
    assert run_file(str(tmp_path), capsys) == (2, "", "file: cannot be read (Is a directory)\n")


@pytest.mark.servers
def test_replay_as_a_program() -> None:
    broken = plain(rounds=3)
    broken["rounds"][2]["residents"][0]["act"][1] = "jion"
    for game, code, err in (
        (plain(), 0, ""),
        (broken, 2, "rounds[2].residents[0].act[1]: unknown choice 'jion'\n"),
    ):
        done = subprocess.run(
            [sys.executable, "manage.py", "replay", "-"],
            input=json.dumps(game),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=180,
            check=False,
        )
        assert (done.returncode, done.stderr) == (code, err)
        assert bool(done.stdout) is (code == 0)


@pytest.mark.servers
def test_the_battery_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "battery"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=300,
        check=True,
    )
    first, second = (table.splitlines() for table in done.stdout.split("\n\n"))
    for number, table, codes in ((1, first, EVERY), (2, second, ALL)):
        assert table[0] == f"Ruleset {number}"
        assert table[1].split() == ["row", "required", "found", "ok"]
        assert [line.split()[0] for line in table[2:]] == list(codes)
        assert all(line.endswith("yes") for line in table[2:])


def test_one_row_of_the_battery(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("battery", "--ruleset", "1", "--row", "A2")
    _, _, row = capsys.readouterr().out.splitlines()
    assert (row.split()[0], row.split()[-1]) == ("A2", "yes")


def test_a_row_that_only_one_ruleset_must_show(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("battery", "--row", "N1b")
    heading, _, row = capsys.readouterr().out.splitlines()
    assert (heading, row.split()[0], row.split()[-1]) == ("Ruleset 2", "N1b", "yes")
    with pytest.raises(CommandError, match=r"^Ruleset 1 need not show N1b\.$"):
        call_command("battery", "--ruleset", "1", "--row", "N1b")


def test_the_battery_fails_with_a_model_without_its_traps(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    harmless = replace(RULESETS[1], o_down=0.0, admin=0.0, call=0.0, pay_take=0.0)
    monkeypatch.setattr(battery_command, "RULESETS", {1: harmless})
    with pytest.raises(SystemExit) as stopped:
        call_command("battery", "--row", "A3", "--row", "A16")
    assert stopped.value.code == 1
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [(row.split()[0], row.split()[-1]) for row in rows] == [("A3", "NO"), ("A16", "NO")]


def test_columns_are_as_wide_as_their_longest_cell() -> None:
    table = battery_command.as_table(
        [Row("A1", "a long requirement", "1", True), Row("A2", "short", "2", False)]
    )
    assert table.splitlines() == [
        "row  required            found  ok",
        "A1   a long requirement  1      yes",
        "A2   short               2      NO",
    ]
