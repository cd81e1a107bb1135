"""Choices that a table made on paper, entered by the facilitator: all seats in one write, or none."""

import secrets
from collections.abc import Mapping

from game.actions.write import GameWrite, Origin, TableWrite, writing_newest
from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import Chose, Readied
from game.engine.table.moves import Choose, Ready, apply
from game.engine.table.phases import PLAY_PHASES
from game.models import Device, Seat, Table
from game.selectors.rights import is_facilitator


def enter_choices(
    workshop_id: int,
    device: Device,
    table: int,
    step: int,
    choices: Mapping[int, Choice | None],
    *,
    ready: bool,
) -> int:
    """Store these sets by seat number for the open phase of the newest game, and return how many were new.

    None, and what stands there already, is not written; with `ready` the seats are also marked as done. Raises Refused:
    gone, not_allowed, stale_step, wrong_phase, unknown_table, unknown_seat, and what the engine refuses, with `seat`.
    """
    with writing_newest(workshop_id) as write:
        if not is_facilitator(device.pk, workshop_id):
            raise Refused("not_allowed")
        if step != write.game.step:
            raise Refused("stale_step")
        if write.game.phase not in PLAY_PHASES:
            raise Refused("wrong_phase")
        found = Table.objects.filter(game=write.game, number=table).first()
        if found is None:
            raise Refused("unknown_table")
        if not set(choices) <= set(Seat.objects.filter(table=found).values_list("number", flat=True)):
            raise Refused("unknown_seat")
        entered = _enter(write, write.table(found.pk), device, choices, ready)
        if entered:
            write.log("choices_entered", table=table)
        return entered


def _enter(
    write: GameWrite, table: TableWrite, device: Device, choices: Mapping[int, Choice | None], ready: bool
) -> int:
    entered = 0
    for seat, choice in sorted(choices.items()):
        origin = Origin(By.FACILITATOR, f"paper-{secrets.token_hex(8)}", device.pk)
        if choice is not None and table.playing.picks[seat].choice != choice:
            try:
                after = apply(table.playing, Choose(seat, choice, By.FACILITATOR))
            except Refused as refused:
                raise Refused(refused.code, **refused.params, seat=seat) from None
            write.record(table, Chose(seat, choice, By.FACILITATOR), after, origin, seat)
            entered += 1
        if ready and seat not in table.playing.ready:
            done = apply(table.playing, Ready(seat, True))
            write.record(table, Readied(seat, True), done, Origin(By.FACILITATOR, device=device.pk), seat)
            table.row.ready_at = write.now
    return entered
