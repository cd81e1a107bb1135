"""Taking a seat: what a code, an alias and a wish lead to, and what is refused."""

import pytest
from django.core.cache import cache

from game.actions import admission, devices, tries
from game.actions.sender import Sender
from game.actions.write import writing
from game.engine.model.refusal import Refused
from game.models import Occupancy, Person, Seat
from game.protocol.commands.people import Remove
from game.protocol.commands.player import Rename
from game.selectors.live.loading import load
from tests.actions.room import full_table, new_id, start

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_failed_tries():
    cache.clear()


def code_of(action, *arguments):
    with pytest.raises(Refused) as refused:
        action(*arguments)
    return refused.value.code


def rename(room, device, alias):
    with writing(room.game.pk) as write:
        admission.rename_in(write, Rename("r", 0, alias), Sender(device.pk))


def test_a_code_finds_its_workshop():
    room = start()
    assert admission.find_workshop(room.workshop.code, "a") == room.workshop


def test_an_unknown_code_and_one_of_a_workshop_that_is_over_differ():
    room = start()
    other = "000000" if room.workshop.code != "000000" else "111111"
    assert code_of(admission.find_workshop, other, "a") == "unknown_code"
    room.workshop.ended_at = room.workshop.created_at
    room.workshop.save()
    assert code_of(admission.find_workshop, room.workshop.code, "a") == "expired_code"


def test_only_failed_tries_are_throttled():
    room = start()
    for _ in range(tries.CODES.tries):
        admission.find_workshop(room.workshop.code, "room")
    for _ in range(tries.CODES.tries):
        assert code_of(admission.find_workshop, "x", "attacker") == "unknown_code"
    assert code_of(admission.find_workshop, "x", "attacker") == "too_many_tries"
    assert (
        admission.find_workshop(room.workshop.code, "attacker") == room.workshop
    )  # whoever is behind that address


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("", "alias_empty"),
        ("  \u3000 ", "alias_empty"),
        ("x" * 21, "alias_too_long"),
        ("\u200d", "alias_empty"),
        ("\u3164", "alias_empty"),
        ("a\x00b", "alias_characters"),
        ("\ud800", "alias_characters"),
    ],
)
def test_an_alias_that_will_not_do(alias, code):
    assert code_of(admission.clean_alias, alias) == code


def test_an_alias_is_kept_composed_and_single_spaced():
    assert admission.clean_alias("  Jose\u0301   de Egel ") == "Jos\u00e9 de Egel"


def test_two_people_cannot_have_one_alias():
    room = start()
    room.join("Egel")
    for same in ("EGEL", "Ｅｇｅｌ", "Egel\u200c", "E\u200dgel", "\u202eEgel", "egel\ufe0f"):
        assert code_of(room.join, same) == "alias_taken"


def test_seats_are_dealt_out_over_tables_and_roles():
    room = start(tables=2, seats=4)
    dealt = [room.join(f"p{i}").seat for i in range(6)]
    assert [(seat.table.number, seat.role) for seat in dealt] == [
        (1, "municipality"),
        (2, "municipality"),
        (1, "professional"),
        (2, "professional"),
        (1, "resident"),
        (2, "resident"),
    ]


def test_a_wish_for_table_and_role_is_met():
    room = start(tables=2, seats=4)
    seat = room.join("Egel", table=2, role="resident").seat
    assert (seat.table.number, seat.role) == (2, "resident")


def test_what_is_taken_full_or_unknown_is_refused():
    room = start(tables=2, seats=3)
    room.join("a", 1, "municipality")
    assert code_of(room.join, "b", 1, "municipality") == "seat_taken"
    assert code_of(room.join, "b", 3) == "unknown_table"
    room.join("b", 1)
    room.join("c", 1)
    assert code_of(room.join, "d", 1) == "table_full"
    for alias in "def":
        room.join(alias)
    assert code_of(room.join, "g") == "room_full"


def test_the_same_device_keeps_its_seat():
    room = start()
    player = room.join("Egel")
    again = admission.join(room.workshop.pk, player.device, "Anders", None, None)
    assert again.seat_id == player.seat_id
    assert Person.objects.get().alias == "Egel"
    assert Occupancy.objects.count() == 1


def test_an_alias_can_be_changed_but_not_into_another_s():
    room = start()
    player, other = room.join("Egel"), room.join("Das")
    rename(room, player.device, "Eekhoorn")
    assert set(Person.objects.values_list("alias", flat=True)) == {"Eekhoorn", "Das"}
    assert code_of(rename, room, other.device, "Eekhoorn") == "alias_taken"
    stranger, _ = devices.register()
    assert code_of(rename, room, stranger, "Uil") == "not_seated"


def test_who_comes_late_takes_a_bot_s_seat():
    room = start(seats=6)
    room.join("Egel")
    room.next()
    late = room.join("Laat")
    assert late.seat.bot is False
    assert Seat.objects.filter(bot=True).count() == 4


def test_nobody_joins_a_game_that_is_over():
    room = full_table(rounds=1)
    room.next()
    room.end()
    assert code_of(room.join, "Laat") == "game_over"


def test_a_workshop_that_is_gone_cannot_be_joined():
    device, _ = devices.register()
    assert code_of(admission.join, 404, device, "Egel", None, None) == "gone"


def test_joining_is_seen_by_the_screens():
    room = start()
    before = room.game.rev
    room.join("Egel")
    assert room.game.rev == before + 1


def test_a_panel_that_looks_on_reads_the_name_that_somebody_took_later():
    """Lines of the log keep no names, so a new name changes what they say; a hub reads them again only when told so."""
    room = start()
    player = room.join("Egel")
    key = Person.objects.get(device=player.device).pk
    room.run(Remove(new_id(), 0, (key,), False))
    shown = load(room.game.pk)
    admission.join(room.workshop.pk, player.device, "Egel", None, None)
    assert load(room.game.pk, shown).log == shown.log
    room.run(Remove(new_id(), 0, (key,), False))
    admission.join(room.workshop.pk, player.device, "Das", None, None)
    shown = load(room.game.pk, shown)
    assert shown.log == load(room.game.pk).log
    rename(room, player.device, "Uil")
    assert load(room.game.pk, shown).log == load(room.game.pk).log != shown.log
