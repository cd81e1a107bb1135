"""What is put together while a press is stored goes out once, the moment it is; who comes is shown what others are."""

import asyncio

import pytest

from game import broadcast
from game.live.connection import Connection
from game.live.parts import Parts
from game.live.room import LiveRoom
from game.live.seated import Seated
from game.live.shown import NO_PROCESS, Shown
from tests.live.test_coming import gather
from tests.live.test_connection import Peer, ignore

pytestmark = pytest.mark.django_db(transaction=True)


def test_phones_are_sent_a_press_the_moment_it_is_stored_and_once() -> None:
    room, hub, _ = gather(9)
    room.next()
    hub.look()
    before, expected, game_id = hub.parts, [], room.game.pk
    broadcast.add_expecting(hear := lambda *about: expected.append(about))
    try:
        room.next()
    finally:
        broadcast.remove_expecting(hear)
    [(_, rev, play)] = expected

    async def told(*, is_reading: bool, is_slow: bool) -> list[list[str]]:
        live, peers = LiveRoom(game_id), []
        for player in room.players:
            peers.append(peer := Peer())
            connection = Connection(peer.receive, peer)
            live.add(connection, Seated("player", player.device.pk, player.seat_id))
            served.append(asyncio.ensure_future(connection.run(ignore)))
        await asyncio.sleep(0)
        live.show(before)
        while (table := live.next_unprepared(0)[0]) is not None:
            assert before.game is not None
            live.prepare(before.game, table, live.sockets.looking())
        for peer in peers:
            peer.pieces.clear()
            peer.has_room = not is_slow
        live.expect(rev, play)
        await asyncio.sleep(0)  # in which what each is sent is made
        assert [peer.pieces for peer in peers] == [[] for _ in peers], "nothing is sent before it is stored"
        live.hear(rev, play)
        live.is_reading = is_reading
        live.show_expected()
        assert live.has_begun is not is_reading
        plays, looking = live.newer(), live.sockets.looking()
        drawn = live.take_begun(plays, looking)
        assert (drawn is None) is is_reading
        assert live.take_begun(plays, looking) is None
        live.show_phones(
            drawn or live.take_expected(plays, looking) or Parts()
        )  # whoever was sent it is not again
        for peer in peers:
            peer.takes()
        return [peer.texts for peer in peers]

    async def all_ways() -> list[list[list[str]]]:
        ways = [(False, False), (True, False), (False, True)]
        found = [await told(is_reading=reading, is_slow=slow) for reading, slow in ways]
        for one in served:
            one.cancel()
        return found

    served: list[asyncio.Future[None]] = []
    at_once, after_reading, slow = asyncio.run(all_ways())
    hub.look()
    usual = [Shown(Seated("player", player.device.pk, player.seat_id)) for player in room.players]
    for one in usual:
        one.frames(before, NO_PROCESS)
    expected_texts = [[text.decode() for text in one.frames(hub.parts, NO_PROCESS)] for one in usual]
    assert at_once == after_reading == slow == expected_texts
    assert len({texts[0] for texts in at_once}) == len(room.players), "each its own"


def test_who_comes_is_shown_what_a_room_that_was_read_with_them_shows() -> None:
    room, hub, _ = gather(10)
    room.next()
    hub.look()
    whole, game_id = hub.parts, room.game.pk
    assert whole.game is not None

    async def come() -> Parts:
        live = LiveRoom(game_id)
        live.show(Parts(whole.game))
        for player in reversed(room.players):
            assert live.welcome(Seated("player", player.device.pk, player.seat_id))
        assert not live.welcome(Seated("player", 1, 2**40)), "a seat of no table here"
        assert not live.welcome(Seated("projector", 1))
        live.is_reading = True
        assert not live.welcome(Seated("player", 1, room.players[0].seat_id)), "what is being read misses it"
        return live._phones

    found = asyncio.run(come())
    assert {table_id: (phones.shared, phones.mine) for table_id, phones in found.phones.items()} == {
        table_id: (phones.shared, phones.mine) for table_id, phones in whole.phones.items()
    }
