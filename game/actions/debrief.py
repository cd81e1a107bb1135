"""How the facilitator leads the debrief: which step and picture, what the pattern looks at, what-ifs and doubts."""

from collections.abc import Mapping
from typing import Any

from game.actions.rehearsed import let_bots_speak
from game.actions.reveal import check_steady
from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.debrief import doubts, whatif
from game.engine.debrief.loops import arrows_of
from game.engine.debrief.steps import MOST_DOUBTS, MOST_WHAT_IFS, OF_ONE_TABLE, STEPS, picture_of
from game.engine.model.refusal import Refused
from game.engine.model.rules import RULESETS
from game.engine.table.phases import Phase
from game.protocol.commands.debrief import Doubt, Lead, LookAt, ShowDebrief, TryWhatIf


def show_debrief(write: GameWrite, command: ShowDebrief, sender: Sender) -> None:
    """Show a picture of the debrief as far as its presses have built it up, of one table or side by side.

    Raises Refused: wrong_phase, unknown_table, unknown_choice for a picture that is not of the step,
    is of one table and would stand side by side, or is whole with fewer presses,
    just_moved_on for a turn away from a picture that has only just come.
    """
    _check_debrief(write)
    numbers = {t.row.number for t in write.tables()}
    if command.table is not None and command.table not in numbers:
        raise Refused("unknown_table")
    part = command.part or STEPS[command.view][0]
    side_by_side = command.table is None and len(numbers) > 1
    if part not in STEPS[command.view] or (side_by_side and part in OF_ONE_TABLE):
        raise Refused("unknown_choice")
    game = write.game
    tables = len(numbers) if command.table is None else 1
    if command.beat > picture_of(command.view, part).last_beat(game.round, tables):
        raise Refused("unknown_choice")
    asked = (command.view, part, command.table, command.beat)
    if (game.debrief_step, game.debrief_part, game.debrief_table, game.debrief.get("beat", 0)) == asked:
        return
    if command.turn:
        check_steady(write)
    if game.debrief_step != command.view:
        write.voices_changed()
    game.debrief_step = command.view
    game.debrief_part = part
    game.debrief = game.debrief | {"beat": command.beat}
    game.debrief_table = command.table
    game.changed_at = write.now
    write.game_changed()
    let_bots_speak(write)


def lead(write: GameWrite, command: Lead, sender: Sender) -> None:
    """Set what is not null of how the debrief is led; raises Refused: wrong_phase."""
    _check_debrief(write)
    wanted = {"short": command.short, "compare": command.compare, "overlay": command.overlay}
    _set(write, {name: value for name, value in wanted.items() if value is not None})


def look_at(write: GameWrite, command: LookAt, sender: Sender) -> None:
    """Look at a loop, a round and an arrow of the pattern; raises Refused: wrong_phase, unknown_choice."""
    _check_debrief(write)
    if command.arrow and command.arrow not in arrows_of(RULESETS[write.game.ruleset]):
        raise Refused("unknown_choice")
    _set(write, {"loop": command.loop, "round": command.round, "arrow": command.arrow})


def try_what_if(write: GameWrite, command: TryWhatIf, sender: Sender) -> None:
    """Keep a what-if on the screens, beside the last three, or not any more; the same one twice is once.

    Raises Refused: wrong_phase, unknown_choice.
    """
    _check_debrief(write)
    since = command.since if whatif.begins_in_a_round(command.code) else 1
    asked = whatif.WhatIf(command.code, since)
    if asked.code not in whatif.offered(RULESETS[write.game.ruleset]):
        raise Refused("unknown_choice")
    one = {"code": asked.code, "since": asked.since}
    kept = [other for other in write.game.debrief.get("what_ifs", []) if other != one]
    if command.shown:
        kept = [*kept, one][-MOST_WHAT_IFS:]
    _set(write, {"what_ifs": kept})


def doubt(write: GameWrite, command: Doubt, sender: Sender) -> None:
    """Try another value for a constant, beside the last two; null believes the rules again.

    Raises Refused: wrong_phase, unknown_choice for another constant or a value that is not on its slider.
    """
    _check_debrief(write)
    rules = RULESETS[write.game.ruleset]
    kept = [one for one in write.game.debrief.get("doubts", []) if one["constant"] != command.constant]
    if command.value is not None:
        doubts.check(rules, command.constant, command.value)
        kept = [*kept, {"constant": command.constant, "value": command.value}][-MOST_DOUBTS:]
    _set(write, {"doubts": kept})


def _check_debrief(write: GameWrite) -> None:
    if write.game.phase != Phase.DEBRIEF:
        raise Refused("wrong_phase")


def _set(write: GameWrite, changed: Mapping[str, Any]) -> None:
    stands = {**write.game.debrief, **changed}
    if stands != write.game.debrief:
        write.game.debrief = stands
        write.game_changed()
