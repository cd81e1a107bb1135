"""An outcome that is uncovered: which beat it is at, from the time alone."""

import pytest

from game.engine.table.reveal import WHOLE, Reveal, beat, longer, over_ms, stories

OPENED = 1_000_000
REVEAL = Reveal(began_ms=OPENED, beat_ms=3000)


@pytest.mark.parametrize(
    ("elapsed_ms", "expected"),
    [(0, 1), (2999, 1), (3000, 2), (6000, 3), (9000, 4), (11_999, 4), (12_000, WHOLE), (3_600_000, WHOLE)],
)
def test_each_beat_stands_for_its_time_and_then_all_of_it(elapsed_ms: int, expected: int) -> None:
    assert beat(REVEAL, OPENED + elapsed_ms) == expected


def test_a_pause_holds_the_beat_that_is_shown() -> None:
    held = Reveal(OPENED, 3000, stopped_ms=OPENED + 4000)
    assert [beat(held, OPENED + later) for later in (4000, 9000, 3_600_000)] == [2, 2, 2]


def test_what_a_pause_took_comes_on_top() -> None:
    assert beat(Reveal(OPENED + 60_000, 3000), OPENED + 64_000) == 2
    assert over_ms(REVEAL) == OPENED + 12_000


def test_a_process_whose_clock_is_a_little_behind_shows_the_first_beat() -> None:
    assert beat(REVEAL, OPENED - 400) == 1


def test_a_clock_that_was_set_back_holds_nobody_up() -> None:
    assert beat(REVEAL, OPENED - 3_600_000) == WHOLE


def test_what_went_wrong_stands_for_as_long_as_it_takes_to_read() -> None:
    told = Reveal(OPENED, 3000, longer_ms=4000)
    assert [beat(told, OPENED + ms) for ms in (5999, 6000, 12_999, 13_000, 15_999)] == [2, 3, 3, 4, 4]
    assert beat(told, OPENED + 16_000) == WHOLE
    assert over_ms(told) == OPENED + 16_000


def test_a_beat_is_longer_by_what_it_tells() -> None:
    assert longer(0) == 0
    assert [round(3 * (1 + longer(told)), 1) for told in (1, 2, 3, 6)] == [6.2, 9.0, 9.0, 9.0]


@pytest.mark.parametrize(
    ("troubled", "told"),
    [([0], 0), ([2], 2), ([5], 3), ([1, 0, 2], 2), ([1] * 6, 6), ([1] * 7, 1), ([0] * 40, 0)],
)
def test_one_table_tells_all_a_few_tell_one_each_and_of_many_one_does(troubled: list[int], told: int) -> None:
    assert stories(troubled) == told
