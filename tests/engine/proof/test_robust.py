"""Rulesets drawn around a ruleset: what moves, what is a unit or tied, and `manage.py robust` that counts what holds."""

import io
import os
import re
import subprocess
import sys
from dataclasses import fields
from itertools import repeat
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from game.engine.model.rules import RULESETS, ByFunding, ByHolder, Ruleset
from game.engine.proof.battery import ALL, EVERY, OF_SETBACKS, can_show, rows
from game.engine.proof.shaken import constants, shaken
from game.management.commands.robust import as_table
from game.management.proving import dice, draws, held, held_in
from game.management.terminal import Progress

ROOT = Path(__file__).resolve().parents[3]
UNMOVED = {
    "choices",
    "evenings_by_tasks",
    "looks",
    "spends_reserve",
    "take_over_hours",
    "hours_per_task",
    "score_tasks",
    "mark_base",
    "mark_divisor",
    "mark_lowest",
    "mark_highest",
}


@pytest.mark.parametrize("number", RULESETS)
def test_every_constant_moves_and_nothing_else(number: int) -> None:
    rules = RULESETS[number]
    doubled = shaken(rules, repeat(2.0))
    for field in fields(Ruleset):
        before, after = getattr(rules, field.name), getattr(doubled, field.name)
        if field.name in UNMOVED:
            assert after == before, field.name
        elif isinstance(before, ByHolder | ByFunding):
            assert after == type(before)(*(2.0 * part for part in before)), field.name
        else:
            assert after == 2.0 * before, field.name


def test_parts_of_a_triple_move_apart_and_a_purse_that_starts_full_stays_full() -> None:
    rules = RULESETS[2]
    factors = [1.0 + number / 1000 for number in range(len(constants(rules)))]
    moved = shaken(rules, iter(factors))
    shares = [after / before for before, after in zip(rules.take_by, moved.take_by, strict=True)]
    assert len({round(share, 6) for share in shares}) == 3
    assert moved.reserve_cap == moved.start_reserve != rules.start_reserve
    assert moved.hours_per_task == moved.take_over_hours == rules.take_over_hours
    assert len(set(constants(rules))) == len(constants(rules))
    assert ("reserve_cap", 0) in constants(RULESETS[1])


def test_the_same_seed_draws_the_same() -> None:
    first = draws(2, 3, 0.15, 7)
    assert first == draws(2, 3, 0.15, 7) != draws(2, 3, 0.15, 8)
    assert first[:2] == draws(2, 2, 0.15, 7)
    factors = [factor for draw in first for factor in draw.factors]
    assert len(factors) == 3 * len(constants(RULESETS[2]))
    assert 0.85 <= min(factors) < 0.86 < 1.14 < max(factors) <= 1.15
    assert all(len(draw.seeds) == 2 for draw in first)


@pytest.mark.servers
def test_without_spread_all_holds_on_other_processes_as_here() -> None:
    (draw,) = draws(2, 1, 0.0, 1)
    assert held(draw) == frozenset(ALL)
    assert list(held_in([draw], workers=1)) == [held(draw)]


def test_rows_on_setbacks_are_left_out_where_there_are_none() -> None:
    assert can_show(RULESETS[1]) == tuple(code for code in ALL if code not in OF_SETBACKS)
    assert [row.code for row in rows(RULESETS[1], dice, ["N5", "A2"], (1,))] == ["A2", "N5"]


def test_what_holds_is_counted_per_row_and_together() -> None:
    every = frozenset(ALL)
    table = as_table(2, [every, every - {"A3"}, every - {"B19", "N4"}, frozenset()])
    found = dict(re.findall(r"^(.+?)  +(\d) of 4$", table, re.MULTILINE))
    assert len(found) == len(ALL) + 3
    assert {code: found[code] for code in ("A1", "A3", "B19", "N4", "N5")} == {
        "A1": "3",
        "A3": "2",
        "B19": "2",
        "N4": "2",
        "N5": "3",
    }
    assert [line.split()[-3] for line in table.splitlines()[-3:]] == ["2", "2", "1"]
    assert as_table(1, [frozenset(EVERY)]).splitlines()[-1] == "all rows                          0 of 1"


@pytest.mark.servers
def test_robust_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "robust", "--draws", "2", "--ruleset", "1", "--spread", "0.01"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    heading, *lines = done.stdout.splitlines()
    assert heading.startswith("Ruleset 1: 2 draws, ")
    assert heading.endswith(" constants each moved by up to 1%, 2 dice a draw, seed 1")
    assert [line.split()[0] for line in lines[:-3]] == list(can_show(RULESETS[1]))
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("option", "given", "says"),
    [
        ("--draws", "0", "0 is not a number of 1 or more"),
        ("--draws", "many", "many is not a number of 1 or more"),
        ("--spread", "1", "1 is not a share from 0 to below 1, such as 0.15"),
        ("--spread", "wide", "wide is not a share from 0 to below 1, such as 0.15"),
        ("--spread", "nan", "nan is not a share from 0 to below 1, such as 0.15"),
    ],
)
def test_a_number_that_cannot_be_says_so(option: str, given: str, says: str) -> None:
    with pytest.raises(CommandError, match=re.escape(says)):
        call_command("robust", option, given)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_grows_on_a_terminal_and_leaves_nothing_behind() -> None:
    terminal = Terminal()
    with Progress(terminal, 4) as progress:
        progress.step()
        shown = terminal.getvalue().split("\r")
        assert shown[1:] == [f"[{'.' * 40}] 0 of 4", f"[{'#' * 10}{'.' * 30}] 1 of 4"]
    assert terminal.getvalue().split("\r")[-2:] == [" " * 64, ""]


def test_no_bar_where_there_is_no_terminal() -> None:
    with open(os.devnull, "w") as nowhere, Progress(nowhere, 1) as progress:
        progress.step()
    plain = io.StringIO()
    with Progress(plain, 1) as progress:
        progress.step()
    assert plain.getvalue() == ""
