"""What is taken home of a game of ruleset 2: its setbacks beside the dice, its purse in hours, and what its answers were."""

import pytest

from game import content
from game.engine.debrief.whatif import WhatIf
from game.selectors.take_home import Street, TakenGame, street
from game.web.takeaway.figures import Figure, parts
from tests.engine.golden_screens import moments


def taken(name: str, *what_ifs: str) -> Street:
    state = dict(moments(name))["debrief"]
    game = TakenGame(
        number=1,
        ruleset=state.setup.ruleset,
        scenario="street",
        tables={1: 1},
        own_table=None,
        own_seat=None,
        what_ifs=tuple(WhatIf(code) for code in what_ifs),
        doubts=(),
        talk_from=4,
        posts={},
        moods={},
        own=(),
    )
    return street(game, 1, state)


def figure_of(name: str, chart: str, language: str = "nl") -> Figure:
    figures = [figure for part in parts(taken(name), language) for figure in part.figures]
    return next(figure for figure in figures if figure.chart == chart)


def test_a_setback_stands_beside_the_dice_and_is_not_one_of_them() -> None:
    words = content.words("street", "nl")
    dice = figure_of("mended_and_ruled", "dice")

    tags = [["" if cell.isdigit() else cell for cell in row[1:]] for row in dice.rows]
    assert [(task, round + 1) for task, row in enumerate(tags) for round, tag in enumerate(row) if tag] == [
        (1, 3),
        (2, 5),
    ]
    assert {tag for row in tags for tag in row if tag} == {"tegenslag"}
    assert dice.about == f"{words['debrief.what_happened.dice']} {words['debrief.what_happened.setbacks']}"
    assert figure_of("trap", "dice").about == words["debrief.what_happened.dice"]


@pytest.mark.parametrize(("name", "rounds"), [("ran_thin", "3, 4, 5, 6"), ("mended_and_ruled", "")])
def test_it_says_after_which_rounds_the_purse_was_empty(name: str, rounds: str) -> None:
    about = figure_of(name, "cost", "en").about
    told = f"After round {rounds} there was too little left for all hours of a round."
    assert about == (told if rounds else "")


def test_what_mending_and_ruling_did_is_told_with_the_name_of_the_task() -> None:
    told = parts(taken("mended_and_ruled"), "nl")
    story = next(part for part in told if part.step == "turns").sentences
    names = {code: content.words("street", "nl")[f"task.{code}.name"] for code in ("safety", "neighbours")}
    assert [f"({names['safety']})" in one for one in story] == [False] * 3 + [True] + [False] * 3
    assert [f"({names['neighbours']})" in one for one in story] == [False] * 4 + [True] * 3


def test_twice_the_purse_comes_with_what_it_does_not_say() -> None:
    words = content.words("street", "nl")
    told = parts(taken("ran_thin", "twice_purse", "no_setbacks", "no_requirements"), "nl")[-1].sentences
    assert told == (words["debrief.what_if_note.twice_purse"],)
