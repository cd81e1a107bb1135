"""The one entry for commands from sockets: a batch for one game, carried out in one transaction.

Each request gets its own answer; a refused one changes nothing and does not touch the others.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from django.db import transaction

from game.actions import (
    address,
    admission,
    alone,
    choices,
    clock,
    codes,
    furniture,
    grants,
    log_lines,
    next_game,
    people,
    phases,
    predictions,
    reveal,
    room,
    seat_requests,
    seats,
    undo,
    voices,
)
from game.actions import debrief as debrief_actions
from game.actions.earlier_answers import look_up
from game.actions.sender import Sender
from game.actions.write import GameWrite, already, writing
from game.engine.model.refusal import Refused
from game.protocol.commands import course as course_commands
from game.protocol.commands import debrief as debrief_commands
from game.protocol.commands import people as people_commands
from game.protocol.commands import player as player_commands
from game.protocol.commands.facilitator import FacilitatorCommand
from game.protocol.commands.player import PlayerCommand
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import is_facilitator


@dataclass(frozen=True, slots=True)
class Request:
    """A command and who sent it: a player on `seat_id`, an observer, or a facilitator's device."""

    command: PlayerCommand | FacilitatorCommand
    kind: Literal["player", "observer", "facilitator"]
    device_id: int
    seat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """How a command is carried out: by `function`; a text that it returns is the answer's code.

    `who` raises Refused for a sender who may not, before anything else is judged; `once` returns the answer that the same
    command got before, which is then not carried out again; `step`: only in the step that its sender saw; `at_table`: by who
    is on a seat, without rows of its own that a refusal half-way would leave behind; `is_play`, as those are: see GameWrite.
    """

    function: Callable[[GameWrite, Any, Sender], str | Ack | None]
    once: Callable[[GameWrite, Any, Sender], Ack | None] | None = None
    step: bool = False
    who: Callable[[GameWrite, Sender], object] | None = None
    at_table: bool = False
    is_play: bool = False


def logged(write: GameWrite, command: FacilitatorCommand, sender: Sender) -> Ack | None:
    """Return the answer to a command of the facilitator that is in the journal or the log, None for a new one."""
    return Ack(command.id, 0) if already(write, command.id) else None


def pressed(write: GameWrite, command: course_commands.Next, sender: Sender) -> Ack | None:
    """Return the answer to a press that was made before: it went on, or had the outcome shown."""
    if reveal.had_shown(write, command.id):
        return Ack(command.id, 0, code=reveal.REVEALED)
    return logged(write, command, sender)


# What a facilitator may send.
FACILITATOR: dict[type[FacilitatorCommand], Action] = {
    course_commands.Next: Action(phases.next_step, once=pressed, step=True, is_play=True),
    course_commands.GoBack: Action(phases.go_back, once=logged, step=True),
    course_commands.Undo: Action(undo.undo, once=logged, step=True),
    course_commands.StartClock: Action(clock.set_clock, step=True),
    course_commands.Pause: Action(clock.set_paused, step=True),
    course_commands.EndGame: Action(phases.end_game, once=logged, step=True),
    debrief_commands.ShowDebrief: Action(debrief_actions.show_debrief, step=True),
    debrief_commands.Lead: Action(debrief_actions.lead, step=True),
    debrief_commands.LookAt: Action(debrief_actions.look_at, step=True),
    debrief_commands.TryWhatIf: Action(debrief_actions.try_what_if, step=True),
    debrief_commands.Doubt: Action(debrief_actions.doubt, step=True),
    debrief_commands.Judge: Action(voices.judge),
    debrief_commands.Pin: Action(voices.pin),
    debrief_commands.Merge: Action(voices.merge),
    course_commands.PlayAgain: Action(next_game.play_again, step=True),
    course_commands.Configure: Action(room.configure),
    course_commands.Cover: Action(room.cover),
    course_commands.Retell: Action(reveal.retell, step=True),
    course_commands.Tell: Action(room.tell, step=True),
    course_commands.ChooseAddress: Action(address.choose_address),
    people_commands.Move: Action(people.move, once=logged),
    people_commands.Observe: Action(people.observe, once=logged),
    people_commands.RenamePerson: Action(people.rename_person, once=logged),
    people_commands.Remove: Action(people.remove, once=logged),
    people_commands.Readmit: Action(people.readmit, once=logged),
    people_commands.SetBot: Action(seats.set_bot),
    people_commands.AddSeat: Action(furniture.add_seat, once=logged),
    people_commands.RemoveSeat: Action(furniture.remove_seat, once=logged),
    people_commands.AddTable: Action(furniture.add_table, once=logged),
    people_commands.RemoveTable: Action(furniture.remove_table, once=logged),
    people_commands.SwapChairs: Action(seats.swap_chairs, once=logged),
    people_commands.HandOver: Action(codes.hand_over),
    people_commands.ShareSeat: Action(codes.share_seat),
    player_commands.RefuseRequest: Action(seat_requests.refuse),
    people_commands.Pair: Action(codes.pair, who=grants.managing),
    people_commands.Revoke: Action(grants.revoke, once=logged, who=grants.managing),
    people_commands.RenewLink: Action(grants.renew_link, who=grants.managing),
    course_commands.Star: Action(log_lines.star),
}

# What people may send from a seat or, but for what is at the table, watching.
PLAYER: dict[type[PlayerCommand], Action] = {
    player_commands.Choose: Action(choices.choose, once=choices.accepted, step=True, at_table=True),
    player_commands.Promise: Action(choices.promise, once=choices.accepted, step=True, at_table=True),
    player_commands.Ready: Action(choices.set_ready, once=choices.accepted, step=True, at_table=True),
    player_commands.Rename: Action(admission.rename_in),
    player_commands.Predict: Action(predictions.predict, who=predictions.watched, step=True),
    player_commands.Post: Action(voices.post),
    player_commands.Unpost: Action(voices.unpost),
    player_commands.Vote: Action(voices.vote),
    player_commands.GuessLuck: Action(voices.guess_luck),
    player_commands.PickWhatIf: Action(voices.pick_what_if),
    player_commands.OfferSeat: Action(codes.offer_seat),
    player_commands.RefuseRequest: Action(seat_requests.refuse_as_holder),
    player_commands.LeaveSeat: Action(people.leave_seat),
    player_commands.GoOn: Action(alone.go_on, once=logged, step=True, who=alone.leading),
}


def carry_out(game_id: int, requests: Sequence[Request]) -> list[Ack | Refusal]:
    """Carry out `requests` in order and return their answers, in the same order, after they are stored."""
    try:
        with writing(game_id) as write:
            write.is_play = True
            sent = {(one.seat_id, one.command.id) for one in requests if one.seat_id is not None}
            write.earlier = look_up(write.game, sent)
            write.load_tables(write.earlier.tables_of({seat_id for seat_id, _ in sent}))
            answers = [_answer(write, request) for request in requests]
            rev = write.next_rev
    except Refused as refused:
        return [Refusal(request.command.id, refused.code, refused.params) for request in requests]
    return [msgspec.structs.replace(a, rev=rev) if isinstance(a, Ack) else a for a in answers]


def _answer(write: GameWrite, request: Request) -> Ack | Refusal:
    try:
        return _ask(write, request)
    except Refused as refused:
        return Refusal(request.command.id, refused.code, refused.params)


def _ask(write: GameWrite, request: Request) -> Ack:
    action, command = _action(write, request), request.command
    write.is_play = write.is_play and (action.is_play or action.at_table)
    sender = Sender(request.device_id, request.seat_id)
    if action.who:
        action.who(write, sender)
    before = action.once(write, command, sender) if action.once else None
    if before is not None:
        return before
    if action.step:
        _check_step(write, request)
    # Whatever is refused half-way leaves no rows behind; a savepoint for each of a thousand choices would be slow.
    with nullcontext() if action.at_table else transaction.atomic():
        answer = action.function(write, command, sender)
    return answer if isinstance(answer, Ack) else Ack(command.id, 0, code=answer)


def _action(write: GameWrite, request: Request) -> Action:
    """Return how a request is carried out; raises Refused("not_allowed") for who may not send it."""
    kind: type[Any] = type(request.command)
    if request.kind != "facilitator":
        action = PLAYER.get(kind)
    else:
        action = FACILITATOR.get(kind) if is_facilitator(request.device_id, write.game.workshop_id) else None
    if action is None:
        raise Refused("not_allowed")
    return action


def _check_step(write: GameWrite, request: Request) -> None:
    """Raise Refused for another step than the game is in: stale_step, of a phone that is behind phase_closed."""
    step = request.command.step
    if step != write.game.step:
        is_late = request.kind != "facilitator" and step < write.game.step
        raise Refused("phase_closed" if is_late else "stale_step")
