"""The one entry for commands from sockets: a batch for one game, carried out in one transaction.

Each request gets its own answer; a refused one changes nothing and does not touch the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from game.actions import playing, running
from game.actions.writing import GameWrite, writing
from game.engine.refusal import Refused
from game.protocol.commands import (
    Choose,
    EndGame,
    GameCommand,
    Next,
    Ready,
    ShowDebrief,
    StartClock,
    TableCommand,
)
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import held_seats, is_facilitator


@dataclass(frozen=True, slots=True)
class Request:
    """A command and who sent it: a player on `seat_id`, or a facilitator's device."""

    command: TableCommand | GameCommand
    kind: Literal["player", "facilitator"]
    device_id: int
    seat_id: int | None = None


def carry_out(game_id: int, requests: Sequence[Request]) -> list[Ack | Refusal]:
    """Carry out `requests` in order and return their answers, in the same order, after they are stored."""
    try:
        with writing(game_id) as write:
            seat_ids = {request.seat_id for request in requests if request.seat_id is not None}
            held = held_seats(seat_ids)
            earlier = playing.look_up(write, seat_ids, {request.command.id for request in requests})
            answers = [_answer(write, request, held, earlier) for request in requests]
            rev = write.next_rev
    except Refused as refused:
        return [Refusal(request.command.id, refused.code, refused.params) for request in requests]
    return [msgspec.structs.replace(a, rev=rev) if isinstance(a, Ack) else a for a in answers]


def _answer(
    write: GameWrite, request: Request, held: set[tuple[int, int]], earlier: playing.Earlier
) -> Ack | Refusal:
    try:
        if request.kind == "player":
            return _player(write, request, held, earlier)
        return _facilitator(write, request)
    except Refused as refused:
        return Refusal(request.command.id, refused.code, refused.params)


def _player(write: GameWrite, request: Request, held: set[tuple[int, int]], earlier: playing.Earlier) -> Ack:
    if request.seat_id is None or (request.device_id, request.seat_id) not in held:
        raise Refused("not_seated")
    seat = earlier.seat(request.seat_id)
    match request.command:
        case Choose() as command:
            return playing.choose(write, earlier, seat, request.device_id, command)
        case Ready() as command:
            return playing.set_ready(write, earlier, seat, request.device_id, command)
        case _:
            raise Refused("not_allowed")


def _facilitator(write: GameWrite, request: Request) -> Ack:
    if not is_facilitator(request.device_id, write.game.workshop_id):
        raise Refused("not_allowed")
    match request.command:
        case Next() as command:
            running.next_step(write, command, request.device_id)
        case StartClock() as command:
            running.set_clock(write, command)
        case EndGame() as command:
            running.end_game(write, command, request.device_id)
        case ShowDebrief() as command:
            running.show_debrief(write, command)
        case _:
            raise Refused("not_allowed")
    return Ack(request.command.id, write.next_rev)
