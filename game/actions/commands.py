"""The one entry for commands from sockets: a batch for one game, carried out in one transaction.

Each request gets its own answer; a refused one changes nothing and does not touch the others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from django.db import transaction

from game.actions import (
    addressing,
    again,
    furnishing,
    grants,
    joining,
    leading,
    noting,
    pairing,
    people,
    playing,
    predicting,
    room,
    running,
    seats,
    sharing,
    undoing,
    voices,
)
from game.actions.writing import GameWrite, writing
from game.engine.model.refusal import Refused
from game.protocol.commands import (
    AddSeat,
    AddTable,
    Choose,
    ChooseAddress,
    Configure,
    Cover,
    Doubt,
    EndGame,
    FacilitatorCommand,
    GoBack,
    GuessLuck,
    HandOver,
    Judge,
    Lead,
    LeaveSeat,
    LookAt,
    Merge,
    Move,
    Next,
    Observe,
    OfferSeat,
    Pair,
    Pause,
    PickWhatIf,
    Pin,
    PlayAgain,
    PlayerCommand,
    Post,
    Predict,
    Readmit,
    Ready,
    RefuseRequest,
    Remove,
    RemoveSeat,
    RemoveTable,
    Rename,
    RenamePerson,
    RenewLink,
    Revoke,
    SetBot,
    ShareSeat,
    ShowDebrief,
    Star,
    StartClock,
    SwapChairs,
    TryWhatIf,
    Undo,
    Unpost,
    Vote,
)
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import held_seats, is_facilitator


@dataclass(frozen=True, slots=True)
class Request:
    """A command and who sent it: a player on `seat_id`, an observer, or a facilitator's device."""

    command: PlayerCommand | FacilitatorCommand
    kind: Literal["player", "observer", "facilitator"]
    device_id: int
    seat_id: int | None = None


Carry = Callable[[GameWrite, Any, int], str | None]

# What a facilitator may send and which function of the door carries it out; a returned text is the answer's code.
FACILITATOR: dict[type[FacilitatorCommand], Carry] = {
    Next: running.next_step,
    GoBack: running.go_back,
    Undo: undoing.undo,
    StartClock: running.set_clock,
    Pause: running.set_paused,
    EndGame: running.end_game,
    ShowDebrief: leading.show_debrief,
    Lead: leading.lead,
    LookAt: leading.look_at,
    TryWhatIf: leading.try_what_if,
    Doubt: leading.doubt,
    Judge: voices.judge,
    Pin: voices.pin,
    Merge: voices.merge,
    PlayAgain: again.play_again,
    Configure: room.configure,
    Cover: room.cover,
    ChooseAddress: addressing.choose_address,
    Move: people.move,
    Observe: people.observe,
    RenamePerson: people.rename_person,
    Remove: people.remove,
    Readmit: people.readmit,
    SetBot: seats.set_bot,
    AddSeat: furnishing.add_seat,
    RemoveSeat: furnishing.remove_seat,
    AddTable: furnishing.add_table,
    RemoveTable: furnishing.remove_table,
    SwapChairs: seats.swap_chairs,
    HandOver: pairing.hand_over,
    ShareSeat: pairing.share_seat,
    RefuseRequest: sharing.refuse,
    Pair: pairing.pair,
    Revoke: grants.revoke,
    RenewLink: grants.renew_link,
    Star: noting.star,
}


# What people do beside the game, from a seat or watching; a returned text is the answer's code.
BESIDE: dict[type[PlayerCommand], Callable[[GameWrite, int, Any], str | None]] = {
    Rename: joining.rename_in,
    Predict: predicting.predict,
    Post: voices.post,
    Unpost: voices.unpost,
    Vote: voices.vote,
    GuessLuck: voices.guess_luck,
    PickWhatIf: voices.pick_what_if,
    OfferSeat: pairing.offer_seat,
    RefuseRequest: sharing.refuse_as_holder,
    LeaveSeat: people.leave_seat,
}


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
        if request.kind == "facilitator":
            return _facilitator(write, request)
        act = BESIDE.get(type(request.command))  # type: ignore[arg-type]
        if act is None:
            return _player(write, request, held, earlier)
        with transaction.atomic():
            code = act(write, request.device_id, request.command)
        return Ack(request.command.id, write.next_rev, code=code)
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
    carry = FACILITATOR.get(type(request.command))  # type: ignore[arg-type]
    if carry is None:
        raise Refused("not_allowed")
    with transaction.atomic():  # whatever is refused half-way leaves no rows behind
        code = carry(write, request.command, request.device_id)
    return Ack(request.command.id, write.next_rev, code=code)
