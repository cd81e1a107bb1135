"""What facilitators keep: settings under a name, notes as they were typed, for nobody else and no longer than they want."""

import pytest
from django.contrib.auth.models import User

from game.actions import devices, privacy, saved
from game.engine.model.refusal import Refused
from game.engine.screens.notes import OWN_STEPS, own_step
from game.models import Device, OwnNote, SavedSettings
from game.selectors.saved import Owner, account_in, own_notes
from tests.actions.room import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Owner:
    return Owner(None, devices.register("nl")[0].pk)


def names(owner: Owner) -> list[str]:
    return [one.name for one in owner.saved()]


def refused(do, *given) -> tuple[str, object]:
    with pytest.raises(Refused) as raised:
        do(*given)
    return raised.value.code, raised.value.params.get("setting")


def test_settings_are_kept_by_name_and_replaced_by_the_same(owner):
    _, was_there = saved.keep_settings(owner, "  My Tuesday group ", {"tables": 3}, {"act": "Kijk naar Jan"})
    again, is_there = saved.keep_settings(owner, "My Tuesday group", {"tables": 4}, {})
    assert (was_there, is_there) == (False, True)
    assert names(owner) == ["My Tuesday group"] == [str(again)]
    assert (owner.saved().get().settings, owner.saved().get().notes) == ({"tables": 4}, {})


def test_they_are_the_owners_alone(owner):
    other = Owner(None, devices.register("nl")[0].pk)
    account = Owner(User.objects.create_user("you@spel.example").pk, owner.device)
    mine, _ = saved.keep_settings(owner, "Dinsdag", {}, {})
    theirs, _ = saved.keep_settings(account, "Dinsdag", {}, {})
    assert (theirs.device_id, theirs.account_id) == (None, account.account)
    assert [names(one) for one in (owner, other, account)] == [["Dinsdag"], [], ["Dinsdag"]]
    saved.forget_settings(other, mine.pk)
    assert refused(saved.rename_settings, other, mine.pk, "Van mij") == ("unknown_saved", "save_as")
    assert names(owner) == ["Dinsdag"]
    assert names(Owner(None, None)) == []


def test_they_are_renamed_and_thrown_away(owner):
    one, _ = saved.keep_settings(owner, "Dinsdag", {}, {})
    saved.keep_settings(owner, "Woensdag", {}, {})
    saved.rename_settings(owner, one.pk, "Donderdag")
    assert names(owner) == ["Donderdag", "Woensdag"]
    assert refused(saved.rename_settings, owner, one.pk, "Woensdag") == ("name_taken", "save_as")
    assert refused(saved.rename_settings, owner, one.pk, " ") == ("title_empty", "save_as")
    saved.forget_settings(owner, one.pk)
    assert names(owner) == ["Woensdag"]


def test_a_name_that_is_none_and_one_too_many_are_refused(owner, monkeypatch):
    assert refused(saved.keep_settings, owner, "x" * 61, {}, {}) == ("title_too_long", "save_as")
    monkeypatch.setattr(saved, "MAX_SAVED", 1)
    saved.keep_settings(owner, "Dinsdag", {}, {})
    assert refused(saved.keep_settings, owner, "Woensdag", {}, {}) == ("too_many_saved", "save_as")
    saved.keep_settings(owner, "Dinsdag", {"tables": 2}, {})


def test_a_note_is_kept_as_it_was_typed_and_emptied_by_space_alone():
    room = start()
    typed = "  Vraag Piet:\n\n<b>waarom?</b>  "
    saved.write_note(room.workshop.pk, None, "act", typed)
    assert own_notes(room.workshop.pk, None) == {"act": typed}
    saved.write_note(room.workshop.pk, None, "act", "anders")
    assert own_notes(room.workshop.pk, None) == {"act": "anders"}
    saved.write_note(room.workshop.pk, None, "act", " \n")
    assert own_notes(room.workshop.pk, None) == {}


def test_a_note_of_no_step_or_too_long_is_refused():
    room = start()
    assert refused(saved.write_note, room.workshop.pk, None, "nowhere", "x")[0] == "unknown_step"
    assert refused(saved.write_note, room.workshop.pk, None, "act", "x" * 2001)[0] == "note_too_long"
    assert OwnNote.objects.count() == 0


def test_notes_of_an_account_are_not_those_of_the_room():
    room, user = start(), User.objects.create_user("you@spel.example")
    saved.write_note(room.workshop.pk, None, "act", "zaal")
    saved.take_notes_along(room.workshop.pk, user.pk, {"act": "van mij", "outcome": "ook"})
    assert own_notes(room.workshop.pk, None) == {"act": "zaal"}
    assert own_notes(room.workshop.pk, user.pk) == {"act": "van mij", "outcome": "ook"}
    assert account_in(room.facilitator.pk, room.workshop.pk) is None
    room.facilitator.grants.update(account=user)
    assert account_in(room.facilitator.pk, room.workshop.pk) == user.pk
    assert str(OwnNote.objects.filter(account=user).first()) == f"act of {room.workshop.pk}"


def test_a_wipe_takes_the_notes_and_leaves_what_was_saved():
    room = start()
    owner = Owner(None, room.facilitator.pk)
    saved.write_note(room.workshop.pk, None, "act", "weg straks")
    saved.keep_settings(owner, "Dinsdag", {}, {"act": "blijft"})
    privacy.erase(room.workshop.pk)
    assert (OwnNote.objects.count(), SavedSettings.objects.get().notes) == (0, {"act": "blijft"})
    assert Device.objects.filter(pk=room.facilitator.pk).exists()


def test_what_happened_to_a_street_makes_no_other_step():
    assert own_step("agree_setback") == "agree_later"
    assert own_step("what_happened_setback") == "what_happened"
    assert {own_step(step) for step in OWN_STEPS} == OWN_STEPS
