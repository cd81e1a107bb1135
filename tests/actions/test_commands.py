"""The table of commands is whole: whatever a browser may send has one line that says how it is carried out."""

from typing import get_args

from game.actions.commands import FACILITATOR, PLAYER
from game.protocol.commands.facilitator import FacilitatorCommand
from game.protocol.commands.player import PlayerCommand


def test_every_command_of_the_facilitator_stands_in_the_table():
    assert set(FACILITATOR) == set(get_args(FacilitatorCommand))


def test_every_command_of_a_phone_stands_in_the_table():
    assert set(PLAYER) == set(get_args(PlayerCommand))


def test_what_can_be_answered_again_is_looked_for_before_the_step_is_judged():
    """A command that was carried out and is sent again is of an older step by then."""
    moves = {command.__name__ for command, action in FACILITATOR.items() if action.step and action.once}
    assert moves == {"Next", "GoBack", "Undo", "EndGame"}
