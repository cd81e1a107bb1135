"""What the debrief shows is found ahead, and of rounds that nobody will look at any more not at all."""

from dataclasses import replace
from threading import Event

from game.engine.table.state import TableState
from game.live.ahead import Ahead
from tests.engine.builders import opened

BUSY, TABLE, OTHER, LAST = 1, 2, 3, 4


def test_of_each_table_only_its_newest_rounds_are_found() -> None:
    done: list[int] = []
    begun, may_end, ended = Event(), Event(), Event()

    def prepare(state: TableState) -> None:
        if state.round == 0:
            begun.set()
            assert may_end.wait(60)
        done.append(state.round)
        if state.round == LAST:
            ended.set()

    ahead = Ahead(prepare)
    rounds = [replace(opened(), round=number) for number in range(LAST + 1)]
    ahead.want(BUSY, rounds[0])
    assert begun.wait(60)
    for number in (1, 2, 3):
        ahead.want(TABLE, rounds[number])
    ahead.want(OTHER, rounds[LAST])
    may_end.set()
    assert ended.wait(60)
    ahead.close()
    assert done == [0, 3, LAST]


def test_what_fails_holds_nobody_up() -> None:
    ended = Event()

    def prepare(state: TableState) -> None:
        if state.round == 0:
            raise ValueError
        ended.set()

    ahead = Ahead(prepare)
    for number in (0, 1):
        ahead.want(number, replace(opened(), round=number))
    assert ended.wait(60)
    ahead.close()
