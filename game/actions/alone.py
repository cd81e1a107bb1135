"""Trying the game alone: one person on one chair, bots on the others, three rounds and a short debrief.

It is a workshop like any other, but for who leads it: nobody has the right to run it, and the person on the chair goes on by
themselves. One per device, twenty at once; nobody else comes in, no copy is made of it, and it is gone a day after its start.
"""

import secrets
from datetime import timedelta

from django.conf import settings as project
from django.db.models import Count, Q

from game import content
from game.actions import admission, phases, tries
from game.actions.debrief import show_debrief
from game.actions.privacy import IDLE_HOURS
from game.actions.sender import Sender
from game.actions.tries import Limit
from game.actions.workshops import WorkshopSettings, start_workshop
from game.actions.write import GameWrite, Origin, together
from game.engine.debrief.alone import after
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.phases import Phase
from game.models import Device, Game, Occupancy, Workshop
from game.protocol.commands.debrief import ShowDebrief
from game.protocol.commands.player import GoOn
from game.selectors import clock
from game.selectors.findings import presses

SEATS = 6
ROUNDS = 3
MOST_AT_ONCE = 20
RESTS_MINUTES = 30  # without going on, after which a game is no longer under way for others
STARTS = Limit("alone", 60, 10 * 60)  # of one address: a whole room may want to try it


def why_not() -> str:
    """Return the code of why nobody can begin alone now: alone_room (a workshop is live on this laptop), alone_full.

    "" when one can.
    """
    if project.EMBEDDED_DATABASE and _is_room_live():
        return "alone_room"
    under_way = Game.objects.filter(
        workshop__alone=True,
        workshop__ended_at=None,
        changed_at__gt=clock.now() - timedelta(minutes=RESTS_MINUTES),
    )
    return "alone_full" if under_way.count() >= MOST_AT_ONCE else ""


def _is_room_live() -> bool:
    """Tell whether people sit in a workshop that is going on, or one was made ready within the last hours."""
    lately = Q(workshop__created_at__gt=clock.now() - timedelta(hours=IDLE_HOURS))
    live = Game.objects.filter(workshop__alone=False, workshop__ended_at=None).exclude(phase=Phase.CLOSED)
    return live.annotate(people=Count("workshop__people")).filter(lately | Q(people__gt=0)).exists()


def mine(device: Device) -> Workshop | None:
    """Return the game that this device is playing alone, or None."""
    held = Occupancy.objects.filter(
        person__device=device,
        until=None,
        seat__table__game__workshop__alone=True,
        seat__table__game__workshop__ended_at=None,
    )
    found = held.select_related("seat__table__game__workshop").order_by("-pk").first()
    return found.seat.table.game.workshop if found else None


def begin(device: Device, role: str | None, language: str, address_key: str) -> Workshop:
    """Let a device play alone on a chair of this role (None: whichever misses somebody); one that does already goes on.

    Raises Refused: alone_room, alone_full, alone_often, seat_taken for what is no role.
    """
    begun = mine(device)
    if begun is not None:
        return begun
    if tries.note(STARTS, address_key):
        raise Refused("alone_often")
    words = content.words(content.default_scenario(), language)
    names = [name for code, name in words.items() if code.startswith("alias.")]
    wanted = WorkshopSettings(
        title=words["title"],
        language=language,
        seats=SEATS,
        rounds=ROUNDS,
        rehearsal=True,
        bot_after_seconds=0,
        minutes=0,
        alone=True,
    )
    with together():
        if closed := why_not():
            raise Refused(closed)
        workshop = start_workshop(device, wanted)
        admission.join(workshop.pk, device, secrets.choice(names), None, role)
        Workshop.objects.filter(pk=workshop.pk).update(locked=True)
    return workshop


def leading(write: GameWrite, sender: Sender) -> None:
    """Raise Refused for who does not play this game alone: not_seated, in a room not_allowed."""
    held = Occupancy.objects.filter(person__device=sender.device_id, seat__table__game=write.game, until=None)
    if not held.exists():
        raise Refused("not_seated")
    if not write.game.workshop.alone:
        raise Refused("not_allowed")


def go_on(write: GameWrite, command: GoOn, sender: Sender) -> None:
    """Go on to the next phase, or in the debrief to the next picture; the last one closes the game.

    What is left open is filled in, as when time is up; an outcome stands there whole. A press that saw another picture than
    is shown changes nothing. Raises Refused: game_over.
    """
    game = write.game
    if game.phase == Phase.DEBRIEF:
        place = (game.debrief_step, game.debrief_part, game.debrief.get("beat", 0))
        if command.seen != ".".join(map(str, place)):
            return
        coming = after(place, game.round, presses(write.tables()[0].state))  # type: ignore[arg-type]
        if coming is not None:
            step, part, beat = coming
            show_debrief(write, ShowDebrief(command.id, command.step, step, part, beat=beat), sender)
            return
    phases.advance(write, Origin(By.FACILITATOR, command.id, sender.device_id))
    if game.phase == Phase.OUTCOME:
        game.revealed_at = write.now
    if game.phase == Phase.CLOSED:
        Workshop.objects.filter(pk=game.workshop_id).update(ended_at=write.now)
