"""What is made ahead, and what is read after play alone, is what would have been made and read anyway; over whole games."""

import asyncio
import random
from dataclasses import dataclass, field, replace

import pytest

from game import broadcast
from game.actions import admission, devices
from game.actions.commands import carry_out
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice
from game.engine.table.phases import PLAY_PHASES, Phase
from game.live.coming import Coming
from game.live.connection import Connection
from game.live.parts import NOTHING, Parts, Prepared, all_phones, make_parts
from game.live.room import LiveRoom
from game.live.seated import Looking, Seated
from game.live.shown import NO_PROCESS, Shown
from game.models import Observation, Table
from game.protocol.commands.player import Choose, Predict
from game.protocol.messages import Ack
from game.selectors.live.loading import load, played_on, with_desk
from game.selectors.live.values import LiveGame, LiveTable
from tests.actions.room import Player, Room, decides, new_id, start
from tests.live.test_connection import Peer

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Hub:
    """What a process knows of a room: what it read last, and which newer revisions were only play."""

    room: Room
    looking: Looking
    plays: dict[int, broadcast.Play] = field(default_factory=dict)
    parts: Parts = Parts()  # noqa: RUF009 - frozen
    coming: Coming = field(default_factory=Coming)
    only_play: int = 0  # how often it was
    used: int = 0
    missed: int = 0
    foretold: int = 0
    heard: int = 0
    asked: set[int] = field(default_factory=set)

    def hear(self, game_id: int, rev: int, play: broadcast.Play | None) -> None:
        self.heard = rev
        if play is not None:
            self.plays[rev] = play

    def look(self) -> LiveGame:
        """Show phones what was only played, read and make what is new; all of it is what somebody would read and make who
        knows nothing.
        """
        before, drawn, self.asked = self.parts.game, None, set()
        revs = range(before.rev + 1, self.heard + 1) if before else ()
        if before is not None and revs and all(rev in self.plays for rev in revs):
            played = played_on(before, {rev: self.plays[rev] for rev in revs}, self._played_on)
            drawn = Parts(played, all_phones(played, self.looking, self.parts, self._ready))
            game = with_desk(played, before, self.plays[played.rev].game)
            self.only_play += 1
        else:
            read = load(self.room.game.pk, before)
            assert read is not None
            game = read
        assert game == load(self.room.game.pk)
        self.parts = make_parts(game, self.looking, self.parts, ready=self._ready, drawn=drawn)
        anew = make_parts(game, self.looking, Parts())
        assert self.parts.phones == anew.phones
        assert drawn is None or drawn.phones == anew.phones
        assert replace(self.parts, phones={}, game=None) == replace(anew, phones={}, game=None)
        return game

    def _played_on(self, game, known, row) -> LiveTable:
        self.foretold += self.coming.foretold(game, known, row) is not None
        return self.coming.played_on(game, known, row)

    def _ready(self, game, table) -> Prepared:
        found = self.coming.ready(game, table)
        if table.id in self.asked:  # for phones, and again for the big screens
            return found
        self.asked.add(table.id)
        self.used += found is not NOTHING
        self.missed += found is NOTHING
        return found

    def work_ahead(self) -> None:
        assert self.parts.game is not None
        for table in self.parts.game.tables:
            self.coming.prepare(self.parts.game, table, self.looking)


def gather(seed: int, **settings: object) -> tuple[Room, Hub, Player]:
    """Return a room of two tables, one with bots and neighbours, with somebody who watches the first."""
    room = start(**{"tables": 2, "seats": 6, "rounds": 4, "seed": seed, "ruleset": 2, **settings})
    for number in range(8):
        room.join(f"Gast {number}", 1 if number < 6 else 2)
    watcher, _ = devices.register("nl")
    seen = admission.join(room.workshop.pk, watcher, "Mol", 1, None, "observe")
    assert isinstance(seen, Observation)
    sockets = [Seated("player", one.device.pk, one.seat_id) for one in room.players]
    sockets.append(Seated("observer", watcher.pk, None, seen.table_id, seen.person_id))
    sockets.append(Seated("facilitator", room.facilitator.pk))
    sockets.append(Seated("projector", room.facilitator.pk))
    return room, Hub(room, Looking.of(sockets)), Player(room, watcher, 0)


def predict(watcher: Player) -> None:
    game = watcher.room.game
    request = watcher.request(Predict(new_id(), game.step, "better"))
    carry_out(game.pk, [replace(request, kind="observer", seat_id=None)])


def play_some(room: Room, dice: random.Random) -> None:
    """Let some people choose, change their minds, and be ready."""
    states = {table.pk: room.state(table.number) for table in Table.objects.filter(game=room.game)}
    for player in dice.sample(room.players, dice.randint(1, len(room.players))):
        seat = player.seat
        choice = bot_choice(states[seat.table_id], seat.number, dice.choice(list(Policy)))
        if choice == Choice():  # in the short form nobody responds
            continue
        player.n += 1
        answer = player.send(Choose(new_id(), room.game.step, player.n, choice))
        assert isinstance(answer, Ack), answer
        if dice.random() < 0.5:
            player.ready(dice.random() < 0.8)


@pytest.mark.parametrize(
    ("seed", "settings"),
    [
        (1, {}),
        (2, {"practice": True, "rounds": 1}),
        (3, {"talking": "free", "rounds": 1}),
        (4, {"form": "short", "rounds": 1}),
        (5, {"ruleset": 1, "rounds": 2}),
        (6, {"fill_bots": False, "rounds": 2}),
    ],
)
def test_it_is_what_would_have_been_made_and_read(seed: int, settings: dict[str, object]) -> None:
    room, hub, watcher = gather(seed, **settings)
    dice = random.Random(seed)
    broadcast.add_sink(hub.hear)
    try:
        hub.look()
        while room.game.phase != Phase.DEBRIEF:
            phase, round, is_practice = room.game.phase, room.game.round, room.game.practice
            if phase in PLAY_PHASES:
                play_some(room, dice)
                predict(watcher)
                hub.look()
                play_some(room, dice)
                hub.look()
            hub.work_ahead()
            hub.used = hub.missed = hub.foretold = 0
            assert isinstance(room.next(), Ack)
            hub.look()
            is_left = phase == Phase.LOBBY or (is_practice and (phase, round) == (Phase.OUTCOME, 1))
            assert (hub.used, hub.missed) == ((0, 2) if is_left else (2, 0)), (phase, round)
            is_read = is_left or phase == Phase.TIME_OUT or room.game.phase == Phase.DEBRIEF
            assert hub.foretold == (0 if is_read else 2), (phase, round)
    finally:
        broadcast.remove_sink(hub.hear)
    assert hub.only_play > 5
    room.assert_replays()


def test_a_choice_after_it_was_made_makes_it_anew() -> None:
    room, hub, _ = gather(7)
    room.next()
    hub.look()
    hub.work_ahead()
    broadcast.add_sink(hub.hear)
    try:
        chooser = next(one for one in room.players if one.seat.role == "municipality")
        assert isinstance(chooser.choose(decides("professionals", requirements=True)), Ack)
        hub.look()
        hub.used = hub.missed = hub.foretold = 0
        room.next()
        hub.look()
    finally:
        broadcast.remove_sink(hub.hear)
    assert (hub.used, hub.missed, hub.foretold) == (1, 1, 1)


def test_what_is_put_together_before_it_is_stored_is_shown_only_if_just_that_is() -> None:
    room, hub, _ = gather(8)
    room.next()
    hub.look()
    before, expected, game_id = hub.parts, [], room.game.pk
    broadcast.add_sink(hub.hear)
    broadcast.add_expecting(hear := lambda *about: expected.append(about))
    try:
        room.next()
    finally:
        broadcast.remove_sink(hub.hear)
        broadcast.remove_expecting(hear)
    [(of, rev, play)] = expected
    assert (of, hub.plays[rev] is play) == (game_id, True)

    async def drawn(stored: broadcast.Play) -> Parts | None:
        live = LiveRoom(game_id)
        for player in room.players:
            live.add(Connection(nothing, Peer()), Seated("player", player.device.pk, player.seat_id))
        live.show(before)
        while (table := live.next_unprepared(0)[0]) is not None:
            assert before.game is not None
            live.prepare(before.game, table, live.sockets.looking())
        live.expect(rev, play)
        live.hear(rev, stored)
        assert live.is_expected() is (stored is play)
        return live.take_expected(live.newer(), live.sockets.looking())

    hub.look()
    found = asyncio.run(drawn(play))
    assert found is not None
    shown = {table_id: (phones.shared, phones.mine) for table_id, phones in hub.parts.phones.items()}
    assert {table_id: (phones.shared, phones.mine) for table_id, phones in found.phones.items()} == shown
    assert asyncio.run(drawn(replace(play))) is None  # what was to be stored was not, but something else


@pytest.mark.parametrize("merges", [True, False])
def test_what_a_phone_is_sent_is_the_same_made_ahead_and_no_other_moment_is_used(merges: bool) -> None:
    room, hub, _ = gather(8)
    room.next()
    hub.look()
    before = hub.parts
    room.next()
    hub.look()
    for player in room.players:
        usual, ahead, moved, skipped = (
            Shown(Seated("player", player.device.pk, player.seat_id), merges) for _ in range(4)
        )
        for one in (usual, ahead, moved, skipped):
            assert len(one.frames(before, NO_PROCESS)) == 2
        for one in (ahead, moved, skipped):
            one.foresee(hub.parts)
        moved.last = moved.clock = None  # it asked for all of it again
        assert skipped.frames(before, NO_PROCESS) == []  # what was to be stored was not
        sent = usual.frames(hub.parts, NO_PROCESS)
        assert len(sent) == 2
        assert [one.frames(hub.parts, NO_PROCESS) for one in (ahead, skipped)] == [sent, sent]
        assert moved.frames(hub.parts, NO_PROCESS)[1:] == sent[1:]
        assert (moved.last, ahead.last, ahead.clock) == (usual.last, usual.last, usual.clock)
        assert ahead.frames(hub.parts, NO_PROCESS) == []


async def nothing(*_: object) -> dict[str, object]:
    return {}
