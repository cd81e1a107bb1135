"""The municipality's first decision: nothing is filled in for it without a yes, its own or the facilitator's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import phases, seats
from game.actions.sender import Sender
from game.actions.write import writing
from game.engine.model.choices import Choice, Deal, Funding, Holder
from game.models import Game, Occupancy
from game.protocol.commands.course import Configure, Next, StartClock
from game.protocol.commands.people import SetBot
from game.protocol.messages import Ack
from tests.actions.room import Player, Room, new_id, start

pytestmark = pytest.mark.django_db

HALF = Choice(deals=(Deal(Holder.RESIDENTS), None, None, None))
WHOLE = Choice(deals=(Deal(Holder.RESIDENTS),) * 4, funding=Funding.TRUST)


@pytest.fixture
def room() -> Room:
    """Give two tables in round 1's agree, each with a person for the municipality and one resident."""
    made = start(tables=2, seats=3)
    for table in (1, 2):
        made.join(f"Gemeente {table}", table, "municipality")
        made.join(f"Bewoner {table}", table, "resident")
    made.next()
    return made


def municipalities(room: Room) -> list[Player]:
    return room.players[::2]


def press(room: Room, *fills: int) -> tuple[str, dict[str, object]]:
    """Press the button, with a yes for these tables; returns the answer's code and params."""
    answer = room.run(Next(new_id(), room.game.step, fills))
    return ("ack", {}) if isinstance(answer, Ack) else (answer.code, answer.params)


def run_out(room: Room) -> bool:
    """Let the countdown end and return whether that closed the step."""
    room.run(StartClock(new_id(), room.game.step, 60))
    Game.objects.filter(pk=room.game.pk).update(deadline=timezone.now() - timedelta(seconds=1))
    return phases.close_overdue(room.game.pk, room.game.step)


def test_the_button_asks_for_a_yes_for_every_open_table(room: Room) -> None:
    assert press(room) == ("undecided", {"table": 1, "count": 2})
    municipalities(room)[0].choose(WHOLE)
    assert press(room) == ("undecided", {"table": 2, "count": 1})
    municipalities(room)[1].choose(HALF)
    assert press(room, 1) == ("undecided", {"table": 2, "count": 1})
    assert room.game.phase == "agree"
    assert press(room, 2) == ("ack", {})
    assert room.game.phase == "act"
    holders = [deal.holder for deal in room.state(2).agreement.deals]
    assert holders == [Holder.RESIDENTS, *[Holder.TOGETHER] * 3]


def test_being_done_is_the_municipality_s_own_yes(room: Room) -> None:
    municipalities(room)[0].choose(HALF)
    municipalities(room)[1].choose(WHOLE)
    municipalities(room)[0].ready()
    assert press(room) == ("ack", {})


def test_a_countdown_waits_for_the_decision_and_then_closes(room: Room) -> None:
    municipalities(room)[0].choose(WHOLE)
    assert not run_out(room)
    assert room.game.phase == "agree"
    municipalities(room)[1].choose(WHOLE)
    assert run_out(room)
    assert room.game.phase == "act"


def test_closing_by_itself_waits_for_a_chair_that_nobody_holds_any_more(room: Room) -> None:
    room.run(Configure(new_id(), 0, auto_close=True))
    Game.objects.filter(pk=room.game.pk).update(opened_at=timezone.now() - timedelta(minutes=1))
    for player in room.players[1:]:
        player.ready()
    Occupancy.objects.filter(seat=municipalities(room)[0].seat_id).update(until=timezone.now())
    assert not phases.close_ready(room.game.pk, room.game.step)
    with writing(room.game.pk) as write:
        seats.set_bot(write, SetBot(new_id(), room.game.step, 1, 0, True), Sender(room.facilitator.pk))
    assert phases.close_ready(room.game.pk, room.game.step)


def test_later_rounds_repeat_what_was_decided(room: Room) -> None:
    for phase in ("act", "outcome", "agree", "act"):
        assert press(room, 1, 2) == ("ack", {})
        assert room.game.phase == phase
