"""Dice that are the same for every table and the same again in every replay."""

from statistics import mean

from game.engine.model.choices import Response
from game.engine.model.luck import INCIDENT_DRAW, Stream, draw, round_draws


def test_a_place_in_a_game_always_has_the_same_draw() -> None:
    # Written out: a change here would change every game that was played before.
    assert draw(7, "round", 1, 0) == 0.6765390158255239
    assert draw(7, "round", 1, 0) != draw(8, "round", 1, 0)


def test_steps_of_a_path_are_not_confused() -> None:
    paths = [(), (1,), ("1",), (1, 1), (11,), ("1", "1"), ("11",), ("",), ("", "")]
    assert len({draw(3, *path) for path in paths}) == len(paths)


def test_a_draw_that_was_kept_is_of_its_own_path_only() -> None:
    paths: list[tuple[int | str, ...]] = [("repair",), (Response.REPAIR,), (1,), (True,), ("1",), ()]
    first = [draw(7, *path) for path in paths]
    assert [draw(7, *path) for path in reversed(paths)] == first[::-1]
    assert len(set(first)) == len(paths)


def test_draws_are_even() -> None:
    drawn = [draw(5, "even", number) for number in range(4000)]
    assert all(0.0 <= number < 1.0 for number in drawn)
    assert abs(mean(drawn) - 0.5) < 0.02
    assert all(abs(sum(k / 10 <= number < (k + 1) / 10 for number in drawn) - 400) < 80 for k in range(10))


def test_a_scenario_can_fix_an_incident() -> None:
    free = round_draws(7, 2, 4, {})
    assert free == tuple(draw(7, "round", 2, task) for task in range(4))
    assert round_draws(7, 2, 4, {2: 1, 4: 3}) == (free[0], INCIDENT_DRAW, *free[2:])
    assert round_draws(7, 3, 4, {2: 1, 4: 3}) == round_draws(7, 3, 4, {})


def test_a_stream_goes_on_along_its_path() -> None:
    stream, again = Stream(7, "bot", 2), Stream(7, "bot", 2)
    drawn = [stream.next() for _ in range(5)]
    assert len(set(drawn)) == 5
    assert drawn == [again.next() for _ in range(5)]
    assert Stream(7, "bot", 3).next() != drawn[0]


def test_picking_and_chances_follow_the_stream() -> None:
    stream = Stream(7, "pick")
    picked = [stream.pick("abc") for _ in range(900)]
    assert all(abs(picked.count(letter) - 300) < 60 for letter in "abc")
    hits = sum(stream.chance(0.3) for _ in range(1000))
    assert abs(hits - 300) < 60
    assert not stream.chance(0.0)
    assert stream.chance(1.0)
