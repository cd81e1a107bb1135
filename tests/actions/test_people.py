"""What the facilitator does with people: move, share, observe, rename, remove, block; all of a selection or nobody.

In one file because the same selections are tried with every command, all or nobody.
"""

from types import SimpleNamespace

import pytest

from game.actions import admission, devices
from game.actions.commands import Request, carry_out
from game.actions.sender import Sender
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.models import LogLine, Observation, Occupancy, Person, Seat
from game.protocol.commands.course import PlayAgain
from game.protocol.commands.people import Move, Observe, Readmit, Remove, RenamePerson
from game.protocol.messages import Ack
from game.selectors.rights import place_of, why_no_place
from tests.actions.log import told_of
from tests.actions.room import full_table, new_id, start

pytestmark = pytest.mark.django_db


def person(player) -> Person:
    return Person.objects.get(device=player.device)


def ids(*players) -> list[int]:
    return [person(player).pk for player in players]


def place(player):
    found = place_of(player.device.pk, player.room.workshop.pk)
    if found is None:
        return None
    return (found.table.number, found.seat.number if found.seat else "observes")


def move(room, players, table, seat=None, share=False):
    return room.run(Move(new_id(), 0, ids(*players), table, seat, share))


def observe(room, players, table):
    return room.run(Observe(new_id(), 0, ids(*players), table))


def remove(room, players, block=False):
    return room.run(Remove(new_id(), 0, ids(*players), block))


def two_tables(**settings):
    """Return a room of two tables with six seats: Egel and Merel at the first, Das at the second."""
    room = start(tables=2, seats=6, seed=7, **settings)
    return (
        room,
        room.join("Egel", 1, "resident"),
        room.join("Merel", 1, "resident"),
        room.join("Das", 2, "resident"),
    )


def untouched(room, work):
    """Assert that `work` is refused and changes nothing, and return the code."""
    before = (list(Occupancy.objects.values()), list(Seat.objects.values()), list(Person.objects.values()))
    rev = room.game.rev
    answer = work()
    after = (list(Occupancy.objects.values()), list(Seat.objects.values()), list(Person.objects.values()))
    assert (before, rev) == (after, room.game.rev)
    return answer.code


def test_somebody_moves_to_a_free_seat_of_another_table():
    room, egel, merel, das = two_tables()
    assert isinstance(move(room, [egel], 2, 5), Ack)
    assert (place(egel), place(merel), place(das)) == ((2, 5), (1, 4), (2, 3))
    assert told_of(LogLine.objects.get(code="moved")) == {"alias": "Egel", "table": 2}


def test_to_the_seat_one_has_changes_nothing():
    room, egel, *_ = two_tables()
    assert isinstance(move(room, [egel], 1, 3), Ack)
    assert Occupancy.objects.filter(person=person(egel)).count() == 1


def test_a_bots_seat_is_free_and_the_seat_that_is_left_becomes_a_bots():
    room, egel, *_ = two_tables()
    room.next()
    assert isinstance(move(room, [egel], 2, 4), Ack)
    assert Seat.objects.get(table__number=2, number=4).bot is False
    left = Seat.objects.get(table__number=1, number=3)
    assert left.bot is True
    assert room.state(1).picks[3].by == "bot"
    room.assert_replays()


def test_what_was_tapped_on_a_seat_stays_when_its_player_moves():
    from tests.actions.room import proposes

    room, egel, *_ = two_tables()
    room.next()
    egel.choose(proposes(*["residents"] * 4))
    move(room, [egel], 2, 4)
    assert room.state(1).picks[3].by == "player"


def test_without_bots_a_seat_that_is_left_stays_empty():
    room, egel, *_ = two_tables(fill_bots=False)
    room.next()
    seat = Seat.objects.get(pk=egel.seat_id)
    move(room, [egel], 2)
    seat.refresh_from_db()
    assert seat.bot is False


def test_two_phones_may_share_a_seat_and_no_third():
    room, egel, merel, das = two_tables()
    assert untouched(room, lambda: move(room, [merel], 1, 3)) == "seat_taken"
    assert isinstance(move(room, [merel], 1, 3, share=True), Ack)
    assert place(egel) == place(merel) == (1, 3)
    assert untouched(room, lambda: move(room, [das], 1, 3, share=True)) == "seat_full"
    move(room, [egel], 1, 4)
    assert (place(egel), place(merel)) == ((1, 4), (1, 3))
    assert Seat.objects.get(table__number=1, number=3).bot is False


def test_a_selection_goes_to_free_seats_in_its_own_roles():
    room, egel, _merel, das = two_tables()
    bever = room.join("Bever", 1, "professional")
    assert isinstance(move(room, [egel, bever, das], 2), Ack)
    assert {place(player)[0] for player in (egel, bever, das)} == {2}
    roles = [Seat.objects.get(table__number=2, number=place(p)[1]).role for p in (egel, bever, das)]
    assert roles == ["resident", "professional", "resident"]


def test_a_selection_that_does_not_fit_stays_where_it_is():
    room = start(tables=2, seats=3, seed=7)
    players = [room.join(alias, 1) for alias in ("Egel", "Merel", "Das")]
    room.join("Bever", 2)
    assert untouched(room, lambda: move(room, players, 2)) == "table_full"
    assert untouched(room, lambda: move(room, players[:2], 2, 1)) == "seat_full"


def test_who_has_no_seat_of_their_role_leaves_that_of_others_alone():
    room = start(tables=2, seats=6, seed=7)
    gemeente = room.join("Bever", 1, "municipality")
    vakman = room.join("Das", 1, "professional")
    room.join("Vos", 2, "municipality")
    room.join("Uil", 2, "professional")
    assert isinstance(move(room, [gemeente, vakman], 2), Ack)
    roles = [Seat.objects.get(table__number=2, number=place(p)[1]).role for p in (gemeente, vakman)]
    assert roles == ["resident", "professional"]


def test_nobody_changes_role_in_the_middle_of_a_step():
    room, egel, *_ = two_tables()
    room.next()
    assert untouched(room, lambda: move(room, [egel], 1, 0)) == "role_between_rounds"
    room.next()
    room.next()
    assert room.game.phase == Phase.OUTCOME
    assert isinstance(move(room, [egel], 1, 0), Ack)
    assert place(egel) == (1, 0)


def test_a_selection_with_somebody_who_left_or_never_was_there():
    room, egel, merel, _ = two_tables()
    remove(room, [merel])
    assert untouched(room, lambda: move(room, [egel, merel], 2)) == "person_gone"
    assert untouched(room, lambda: observe(room, [egel, merel], 2)) == "person_gone"
    assert untouched(room, lambda: remove(room, [egel, merel])) == "person_gone"
    other = start()
    stranger = other.join("Vos")
    assert untouched(room, lambda: move(room, [stranger], 2)) == "person_gone"
    assert untouched(room, lambda: remove(room, [stranger])) == "person_gone"
    assert room.run(Readmit(new_id(), 0, ids(stranger))).code == "person_gone"
    assert room.run(RenamePerson(new_id(), 0, person(stranger).pk, "Uil")).code == "person_gone"


def test_tables_and_seats_that_do_not_exist():
    room, egel, *_ = two_tables()
    assert untouched(room, lambda: move(room, [egel], 3)) == "unknown_table"
    assert untouched(room, lambda: observe(room, [egel], 3)) == "unknown_table"
    assert untouched(room, lambda: move(room, [egel], 2, 9)) == "unknown_seat"


def test_nobody_moves_when_the_play_is_over():
    room, egel, *_ = two_tables(rounds=1)
    room.next()
    room.end()
    assert untouched(room, lambda: move(room, [egel], 2)) == "wrong_phase"
    assert untouched(room, lambda: observe(room, [egel], 2)) == "wrong_phase"


# Observing


def test_somebody_watches_and_takes_a_seat_again():
    room, egel, *_ = two_tables()
    assert isinstance(observe(room, [egel], 2), Ack)
    assert isinstance(observe(room, [egel], 2), Ack)
    assert place(egel) == (2, "observes")
    room.next()
    assert isinstance(observe(room, [egel], 1), Ack)
    assert place(egel) == (1, "observes")
    assert isinstance(move(room, [egel], 1, 0), Ack), "who has no role changes none"
    assert place(egel) == (1, 0)
    assert Observation.objects.filter(until=None).count() == 0


def test_twenty_watch_a_table_at_most(monkeypatch):
    from game.actions import people

    monkeypatch.setattr(people, "OBSERVERS_PER_TABLE", 1)
    room, egel, merel, _ = two_tables()
    observe(room, [egel], 1)
    assert untouched(room, lambda: observe(room, [merel], 1)) == "table_full"


# Names


def test_somebody_is_renamed():
    room, egel, *_ = two_tables()
    assert isinstance(room.run(RenamePerson(new_id(), 0, person(egel).pk, " Eekhoorn ")), Ack)
    assert person(egel).alias == "Eekhoorn"
    assert isinstance(room.run(RenamePerson(new_id(), 0, person(egel).pk, "Eekhoorn")), Ack)
    assert LogLine.objects.filter(code="renamed").count() == 1
    assert room.run(RenamePerson(new_id(), 0, person(egel).pk, "merel")).code == "alias_taken"
    assert room.run(RenamePerson(new_id(), 0, person(egel).pk, "")).code == "alias_empty"


def test_somebody_outside_is_renamed_too():
    room, egel, merel, _ = two_tables()
    remove(room, [egel])
    room.run(Readmit(new_id(), 0, ids(egel)))
    assert isinstance(room.run(RenamePerson(new_id(), 0, person(egel).pk, "Eekhoorn")), Ack)
    observe(room, [merel], 1)
    assert room.run(RenamePerson(new_id(), 0, person(egel).pk, "Merel")).code == "alias_taken"


# Out and in again


def join_again(player, alias="Egel", how="seat"):
    return admission.join(player.room.workshop.pk, player.device, alias, None, None, how)


def code_of(work, *arguments):
    with pytest.raises(Refused) as refused:
        work(*arguments)
    return refused.value.code


def test_who_is_removed_may_come_back():
    room, egel, *_ = two_tables()
    room.next()
    assert isinstance(remove(room, [egel]), Ack)
    assert place(egel) is None
    assert why_no_place(egel.device.pk, room.workshop.pk) == "removed"
    assert Seat.objects.get(pk=egel.seat_id).bot is True
    join_again(egel)
    assert (person(egel).removed, place(egel) is not None) == (False, True)
    room.assert_replays()


def test_who_is_blocked_may_not_until_readmitted():
    room, egel, *_ = two_tables()
    remove(room, [egel])
    assert isinstance(remove(room, [egel], block=True), Ack), "also somebody who is outside already"
    assert why_no_place(egel.device.pk, room.workshop.pk) == "blocked"
    assert code_of(join_again, egel) == "blocked"
    assert isinstance(room.run(Readmit(new_id(), 0, ids(egel))), Ack)
    assert why_no_place(egel.device.pk, room.workshop.pk) == "not_seated"
    assert isinstance(move(room, [egel], 1, 3), Ack)
    assert place(egel) == (1, 3)


def test_in_the_lobby_a_seat_that_is_left_is_free_again():
    room, egel, *_ = two_tables()
    remove(room, [egel])
    assert Seat.objects.get(pk=egel.seat_id).bot is False


def test_a_locked_room_lets_in_who_was_in_and_nobody_new():
    from game.protocol.commands.course import Configure

    room, egel, *_ = two_tables()
    remove(room, [egel])
    room.run(Configure(new_id(), 0, locked=True))
    join_again(egel)
    stranger, _ = devices.register("nl")
    assert code_of(admission.join, room.workshop.pk, stranger, "Vos", None, None) == "room_locked"


@pytest.mark.parametrize(
    "command",
    [
        lambda one: Move("again", 0, one, 2, 5),
        lambda one: Observe("again", 0, one, 2),
        lambda one: RenamePerson("again", 0, one[0], "Eekhoorn"),
        lambda one: Remove("again", 0, one, False),
        lambda one: Remove("again", 0, one, True),
    ],
)
def test_a_command_that_comes_again_is_carried_out_once(command):
    room, egel, *_ = two_tables()
    first = command(ids(egel))
    assert isinstance(room.run(first), Ack)
    room.run(Readmit("in", 0, ids(egel)))
    move(room, [egel], 1, 3)
    room.run(RenamePerson(new_id(), 0, person(egel).pk, "Anders"))
    assert untouched(room, lambda: _ack(room.run(first))) == "ack"
    assert untouched(room, lambda: _ack(room.run(Readmit("in", 0, ids(egel))))) == "ack"


def _ack(answer):
    assert isinstance(answer, Ack)
    return SimpleNamespace(code="ack")


def test_nobody_is_removed_in_a_game_that_has_a_next_one():
    room, egel, *_ = two_tables(rounds=1)
    room.next()
    room.end()
    first = room.game
    room.run(PlayAgain(new_id(), first.step, False))
    command = Remove(new_id(), 0, ids(egel), False)
    answer = carry_out(first.pk, [Request(command, "facilitator", room.facilitator.pk)])[0]
    assert (answer.code, person(egel).removed, place(egel)) == ("game_over", False, (1, 3))


# Joining otherwise


def join_as(room, alias, how, table=None, role=None):
    device, _ = devices.register("nl")
    return admission.join(room.workshop.pk, device, alias, table, role, how)


def test_a_late_phone_watches_the_table_with_the_fewest_observers(monkeypatch):
    room = start(tables=2, seats=3)
    first = join_as(room, "Uil", "observe")
    second = join_as(room, "Mus", "observe")
    assert [first.table.number, second.table.number] == [1, 2]
    assert admission.join(room.workshop.pk, first.person.device, "Uil", None, None) == first
    assert code_of(join_as, room, "Vos", "observe", 3) == "unknown_table"
    monkeypatch.setattr(admission, "OBSERVERS_PER_TABLE", 1)
    assert code_of(join_as, room, "Vos", "observe") == "table_full"
    assert code_of(join_as, room, "uil", "observe", 2) == "alias_taken"


def test_observers_are_sent_where_somebody_plays_and_stay_when_a_table_is_left_out():
    room = start(tables=3, seats=3)
    room.join("Egel", 2)
    room.join("Merel", 3)
    watching = [join_as(room, alias, "observe") for alias in ("Uil", "Mus", "Vos")]
    assert [one.table.number for one in watching] == [2, 3, 2]
    watching.append(join_as(room, "Otter", "observe", 1))
    room.next()
    tables = [place_of(one.person.device_id, room.workshop.pk).table.number for one in watching]
    assert tables == [2, 3, 2, 2]


def test_an_observer_takes_another_alias():
    from game.actions.write import writing
    from game.protocol.commands.player import Rename

    room = start()
    watching = join_as(room, "Uil", "observe")
    with writing(room.game.pk) as write:
        admission.rename_in(write, Rename("r", 0, "Steenuil"), Sender(watching.person.device_id))
    assert Person.objects.get().alias == "Steenuil"


def test_the_whole_table_can_be_shared_out_of_a_full_room():
    room = full_table()
    extra = room.players[2].share("Otter")
    room.next()
    assert Occupancy.objects.filter(seat=extra.seat, until=None).count() == 2
    room.assert_replays()
