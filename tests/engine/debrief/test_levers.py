"""What people did is counted where it was done: at the tasks that a story is about, and evenings as far as there were any."""

import pytest

from game.content import catalogue
from game.content.findings import said
from game.engine.debrief.levers import count
from game.engine.debrief.played import of_file
from game.engine.gamefile.reading import parse
from tests.engine.games import plain
from tests.engine.golden import told


@pytest.mark.parametrize(
    ("name", "told_there"),
    [
        ("left_by_all", [("professional", "stepped_back", 2, 12), ("resident", "kept_evenings", 6, 16)]),
        ("paper", [("resident", "kept_evenings", 2, 4), ("municipality", "required", 1, 1)]),
    ],
)
def test_where_some_tasks_turned_what_was_done_is_counted_at_those(name, told_there):
    fell = next(turn for turn in told(name).story if turn.kind == "quality_fell")
    assert fell.count < fell.of
    assert [
        (one.player, one.lever, one.count, one.of) for group in fell.groups for one in group
    ] == told_there
    assert "daar" in said(fell, catalogue("nl"), "nl").causes
    everywhere = next(turn for turn in told("trap").story if turn.kind == "quality_fell")
    assert "daar" not in said(everywhere, catalogue("nl"), "nl").causes


def test_evenings_of_some_tasks_are_those_not_spent_elsewhere():
    game = plain(rounds=1, residents=2)
    game["rounds"][0]["residents"][0]["act"] = ["join", "join", "join", "wait"]
    game["rounds"][0]["residents"][1]["act"] = ["wait", "join", "wait", "claim"]
    played = of_file(parse(game))

    def counted(code: str, *tasks: int) -> tuple[float, float]:
        one = count(played, code, 1, 1, tasks)
        return one.count, one.of

    assert (counted("kept_evenings", 0, 3), counted("joined", 0, 3)) == ((2, 3), (1, 3))
    assert (counted("kept_evenings", 3), counted("joined", 3)) == ((1, 1), (0, 1))
    assert counted("joined", 0, 1, 2, 3) == (4, 6)
