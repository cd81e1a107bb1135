"""Findings are found in a process of their own, also after it was lost; it ends when the server does."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import psutil
import pytest
from hypothesis import given, settings

from game.engine.debrief import findings as engine
from game.engine.debrief.answers import voted_answers
from game.engine.debrief.played import of_file, of_table
from game.engine.gamefile.reading import parse
from game.live.ahead import Ahead
from game.live.apart import Apart
from game.selectors import findings
from tests.engine.builders import opened, round_played
from tests.engine.games import games


@pytest.fixture
def apart():
    process = Apart()
    yield process
    process.close()


def test_what_is_found_apart_is_what_is_found_here(apart):
    one = round_played()
    two = round_played(one)
    first = apart.find(one, None)
    assert first == engine.findings(of_table(one))
    assert apart.find(two, first) == engine.findings(of_table(two))
    assert apart.pid not in (None, os.getpid())


def test_what_phones_vote_on_is_found_apart_too_once_the_last_round_is_over(apart):
    first = round_played(opened(rounds=2))
    last = round_played(first)
    found = apart.find(last, apart.find(first, None))
    assert found.voted == voted_answers(of_table(last))
    assert len(found.voted) > 0


def test_a_process_that_was_lost_holds_nobody_up(apart):
    state = round_played()
    found = apart.find(state, None)
    lost = psutil.Process(apart.pid)
    lost.kill()
    lost.wait(60)
    assert apart.find(state, None) == found
    assert apart.find(state, None) == found
    assert apart.pid != lost.pid


def test_a_finding_that_fails_says_so(apart):
    with pytest.raises(RuntimeError, match="AttributeError"):
        apart.find("no state", None)
    assert apart.find(round_played(), None) == engine.findings(of_table(round_played()))


def test_it_ends_with_who_asked_it():
    apart = Apart()
    ahead = Ahead(lambda state: findings.prepare(state, apart.find), apart.close)
    state = round_played(opened(talk_from=2))
    ahead.want(1, state)
    shown = findings.findings(of_table(state))
    assert shown == engine.findings(of_table(state))
    ahead.close()
    ahead.close()


def test_it_ends_when_the_server_is_killed():
    text = (
        "import sys, time\n"
        "from game.live.apart import Apart\n"
        "from tests.engine.builders import round_played\n"
        "if __name__ == '__main__':\n"
        "    apart = Apart()\n"
        "    apart.find(round_played(), None)\n"
        "    print(apart.pid, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    folder = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", text], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        process = psutil.Process(int(server.stdout.readline()))
        server.kill()
    process.wait(60)
    assert not process.is_running()


def test_who_asks_while_it_is_found_gets_that():
    state = round_played(opened(talk_from=3))
    asked: list[object] = []

    def find(state, earlier):
        thread = Thread(target=lambda: asked.append(findings.findings(of_table(state))))
        thread.start()
        found = engine.findings(of_table(state), earlier)
        threads.append(thread)
        return found

    threads: list[Thread] = []
    findings.prepare(state, find)
    threads[0].join(10)
    assert asked == [findings.findings(of_table(state))]
    findings.prepare(state, lambda state, earlier: pytest.fail("it is kept"))
    findings.prepare(opened(), lambda state, earlier: pytest.fail("there is nothing to find"))


@settings(max_examples=15, deadline=None)
@given(games(max_rounds=4, max_seats=4))
def test_what_was_found_a_round_ago_changes_nothing(plain_game):
    game = of_file(parse(plain_game))
    if len(game.rounds) > 1:
        earlier = engine.findings(game.without_last())
        assert engine.findings(game, earlier) == engine.findings(game)
