"""Which circle is told of a table: one that the film of its street bears out."""

import random
from itertools import product

import pytest
from hypothesis import given

from game.engine.bots.paths import Path
from game.engine.debrief.circles import DOWN, STATES, UP, Circle, circles
from game.engine.debrief.doubts import sliders
from game.engine.debrief.in_doubt import DOUBTED, HAPPENED
from game.engine.debrief.levers import count
from game.engine.debrief.measures import ownership
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.debrief.series import story, story_beside
from game.engine.debrief.strengths import LoopRound, loops
from game.engine.debrief.stretch import WENT, Stretch
from game.engine.gamefile.reading import parse
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.engine.proof.bench import setbacks_of, street_of
from game.engine.proof.courses import Course, run
from tests.engine.builders import round_played
from tests.engine.games import GameJson, games
from tests.engine.golden import NAMES, STORIES, golden

RULES = RULESETS[2]


def told(game: PlayedGame) -> tuple[Circle, ...]:
    return circles(game, loops(game))


def played(course: Course, rounds: int = 6) -> PlayedGame:
    street, dice = street_of(RULES), random.Random(1)
    found = run(street, course, rounds, iter(dice.random, None), setbacks_of(RULES))
    return PlayedGame(RULES, "full", ("green", "safety", "neighbours", "play"), found)


def strength(found: tuple[LoopRound, ...], circle: Circle) -> float:
    return sum(one.loops[circle.code] for one in found[circle.since - 1 : circle.until])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("trap", [Circle(1, 6, "R1", doubted="R1")]),
        ("together", [Circle(1, 6, "R6", doubted="R6")]),
        ("turned_in_round_4", [Circle(1, 3, "R1", doubted="R1"), Circle(4, 8, "R6", doubted="R6")]),
        ("letting_go", [Circle(1, 6, "R6", ("along",), "came")]),
    ],
)
def test_a_table_sees_its_own_circle(name: str, expected: list[Circle]) -> None:
    assert list(told(golden(name))) == expected


@given(game=games(max_rounds=8))
def test_a_circle_that_is_told_to_have_gone_round_did_and_the_strongest_of_those_is_told(
    game: GameJson,
) -> None:
    whole = of_file(parse(game))
    found = loops(whole)
    told_of = circles(whole, found)
    covered = [number for one in told_of for number in range(one.since, one.until + 1)]
    assert covered == list(range(1, len(whole.rounds) + 1))
    for one in told_of:
        stretch = Stretch(whole, one.since, one.until)
        went = {state: WENT[state](stretch) for states in STATES.values() for state in states}
        assert one.held_back == tuple(state for state in STATES[one.code] if not went[state])
        every = {code: strength(found, Circle(one.since, one.until, code)) for code in STATES}
        round_ = [code for code in STATES if all(went[state] for state in STATES[code])]
        strong = {code: every[code] for code in round_ if every[code] > 0.0}
        if one.held_back:
            assert strong == {}
        elif one.code in DOWN and strong:
            assert every[one.code] == max(strong[code] for code in strong if code != UP)
        known = {code: to for code, to in DOUBTED.items() if to.constant in sliders(whole.rules)}
        ends = {code: to.states for code, to in known.items()}
        led = [
            code
            for code, (cause, effect) in ends.items()
            if HAPPENED[cause](stretch) and WENT[effect](stretch)
        ]
        both = [code for code in led if WENT[ends[code][0]](stretch)]
        assert one.doubted in (both or led or [""])
        assert one.doubted == one.code or one.code not in both


WAYS = (Path.MILD_TRAP, Path.LETTING_GO, Path.TOGETHER)


@pytest.mark.parametrize("first", WAYS)
@pytest.mark.parametrize("then", WAYS)
def test_no_circle_says_that_residents_stay_in_where_ever_more_of_them_came(first: Path, then: Path) -> None:
    for turn, others in product(range(1, 6), WAYS):

        def course(role: Role, now: int, turn: int = turn, others: Path = others) -> Path:
            return (first if now < turn else then) if role is Role.RESIDENT else others

        game = played(course)
        for one in told(game):
            middle = (one.since + one.until) // 2
            early, late = (
                count(game, "joined", since, until)
                for since, until in ((one.since, middle), (middle + 1, one.until))
            )
            if (
                one.code == "R1"
                and early.of
                and late.of
                and late.count / late.of >= early.count / early.of + 0.05
            ):
                assert "home" in one.held_back
            if one.code == UP and not one.held_back:
                assert ownership(game, one.until - 1) > ownership(game, one.since - 2)


@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_known_games_have_a_circle_that_hardly_anything_held_back(name: str) -> None:
    assert all(len(one.held_back) <= 1 for one in told(golden(name)))


def test_a_game_without_a_round_has_no_circle() -> None:
    assert circles(PlayedGame(RULES, "full", ("green",), ()), ()) == ()


def test_where_nothing_moved_no_arrow_is_asked_about() -> None:
    """Residents come, and what they may do of what is given to others is too little to be seen."""
    [one] = told(played(lambda role, _: Path.MILD_TRAP if role is Role.MUNICIPALITY else Path.LETTING_GO))
    assert (one.code, one.doubted) == ("R5", "")


def test_a_single_round_is_told_by_what_most_did_in_it() -> None:
    [one] = told(played(lambda role, turn: Path.MILD_TRAP, rounds=1))
    assert (one.since, one.until) == (1, 1)


def test_only_a_game_that_lies_beside_another_has_its_circles_in_its_story() -> None:
    state = round_played()
    assert story(state).circles == ()
    assert len(story_beside(state).circles) == 1
