"""The form asks how many people, and keeps settings and own notes for another time."""

import re
from html import unescape

import pytest
from django.test import Client

from game.models import Game, OwnNote, SavedSettings, Seat, Table, Workshop
from tests.web.facilitator.test_workshops import filled_in, newest, starter

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return starter()


def value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


def posted(client: Client, status: int = 200, **changes: str) -> str:
    answer = client.post("/new/", filled_in(**changes), follow=True)
    assert answer.status_code == status
    return answer.content.decode()


def test_people_are_asked_for_and_tables_proposed_in_one_sentence(client):
    page = posted(client, people="24", propose="1", title="Avond", rounds="7", practice="on")
    assert "24 mensen: 3 tafels van 8." in page
    assert [value(page, name) for name in ("title", "people", "tables", "seats", "rounds")] == [
        "Avond", "24", "3", "8", "7",
    ]  # fmt: skip
    assert re.search(r'name="practice"[^>]*checked', page)
    assert Workshop.objects.count() == 0
    sent = client.post("/new/", filled_in(people="24", propose="1"))
    assert sent.status_code == 302  # who goes back to it is asked for nothing
    assert "csrf" not in sent["Location"]
    assert (
        "24 mensen"
        in client.post("/new/", filled_in(people="24", propose="1", title="€" * 600)).content.decode()
    )
    assert "25 mensen: 4 tafels van 7, met 3 vrije plekken." in posted(client, people="25", propose="1")
    nine = posted(client, people="9", propose="1")
    assert "9 mensen: 1 tafel van 9." in nine
    assert "4 tafels van 6</button>" in page
    assert "tafels van" not in nine


def test_another_size_of_tables_is_one_press(client):
    page = posted(client, people="24", propose="4", tables="3", seats="8")
    assert "24 mensen: 4 tafels van 6." in page
    assert [value(page, name) for name in ("people", "tables", "seats")] == ["24", "4", "6"]
    assert "3 tafels van 8</button>" in page


@pytest.mark.parametrize("people", ["", "2", "401", "veel", "-3", "9" * 20])
def test_what_no_room_has_is_explained_and_nothing_is_lost(client, people):
    page = posted(client, people=people, propose="1", title="Avond", tables="5")
    assert "Vul in hoeveel mensen er komen: 3 tot 400." in page
    assert [value(page, name) for name in ("title", "tables", "people")] == ["Avond", "5", people]


def test_who_only_fills_in_people_gets_what_would_be_proposed(client):
    posted(client, people="24", shown=" 1 6")
    assert (Table.objects.count(), Seat.objects.count()) == (3, 24)


def test_who_changes_the_proposal_gets_what_they_filled_in(client):
    posted(client, people="24", shown="24 3 8", tables="4", seats="6")
    assert (Table.objects.count(), Seat.objects.count()) == (4, 24)


def test_who_changes_tables_by_hand_keeps_them_also_with_people(client):
    posted(client, people="24", shown=" 1 6", tables="2", seats="12")
    assert (Table.objects.count(), Seat.objects.count()) == (2, 24)


def test_a_plan_is_chosen_and_another_one_is_not_there(client):
    posted(client, minutes="45")
    assert Game.objects.get().minutes == 45
    posted(client, 400, minutes="46")
    assert Game.objects.count() == 1


def test_settings_are_kept_used_renamed_and_removed(client):
    page = posted(
        client, keep="1", save_as="Mijn <dinsdag>", tables="3", seats="7", minutes="120", practice="on"
    )
    assert "Bewaard als ‘Mijn &lt;dinsdag&gt;’" in page
    assert [value(page, name) for name in ("tables", "seats", "save_as")] == ["3", "7", "Mijn <dinsdag>"]
    assert Workshop.objects.count() == 0
    assert "is bijgewerkt" in posted(client, keep="1", save_as="Mijn <dinsdag>", tables="4")
    kept = SavedSettings.objects.get()
    page = client.get("/new/", {"saved": kept.pk}).content.decode()
    assert value(page, "tables") == "4"
    assert starter().get("/new/", {"saved": kept.pk}).content.decode().count("dinsdag") == 0
    client.post(f"/new/saved/{kept.pk}/", {"do": "rename", "name": "Woensdag"})
    assert SavedSettings.objects.get().name == "Woensdag"
    answer = client.post(f"/new/saved/{kept.pk}/", {"do": "rename", "name": " "})
    assert (answer.status_code, SavedSettings.objects.get().name) == (400, "Woensdag")
    assert client.post(f"/new/saved/{kept.pk}/", {"do": "else"}).status_code == 400
    assert starter().post(f"/new/saved/{kept.pk}/", {"do": "remove"}).status_code == 302
    assert Client().post(f"/new/saved/{kept.pk}/", {"do": "remove"}).status_code == 403
    assert SavedSettings.objects.count() == 1
    assert client.post(f"/new/saved/{kept.pk}/", {"do": "remove"})["Location"] == "/new/"
    assert SavedSettings.objects.count() == 0


def test_settings_without_a_name_are_asked_for_one(client):
    page = posted(client, 400, keep="1", save_as=" ", tables="3")
    assert 'id="id_save_as_error"' in page
    assert value(page, "tables") == "3"
    assert SavedSettings.objects.count() == 0


def note(client: Client, workshop: int, step: str, text: str) -> int:
    return client.post(f"/control/{workshop}/notes/", {"step": step, "text": text}).status_code


def test_own_notes_stand_on_the_panel_and_the_run_sheet_and_go_along(client):
    posted(client, title="Eerste")
    first = newest()
    assert note(client, first.pk, "act", "Kijk naar <Jan>") == 200
    assert (note(client, first.pk, "nowhere", "x"), note(starter(), first.pk, "act", "x")) == (400, 403)
    assert "Kijk naar " in client.get(f"/control/{first.pk}/").content.decode()
    assert "Kijk naar &lt;Jan&gt;" in client.get(f"/control/{first.pk}/print/run/").content.decode()
    copy = client.get("/new/", {"copy": first.pk}).content.decode()
    source = value(copy, "notes_from")
    posted(client, notes_from=source, keep="1", save_as="Dinsdag")
    assert SavedSettings.objects.get().notes == {"act": "Kijk naar <Jan>"}
    again = client.get("/new/", {"saved": SavedSettings.objects.get().pk}).content.decode()
    posted(client, title="Tweede", notes_from=value(again, "notes_from"))
    assert OwnNote.objects.get(workshop=newest()).text == "Kijk naar <Jan>"


@pytest.mark.parametrize("source", ["workshop-1", "saved-1", "workshop-", "x-1", "saved-" + "9" * 30, ""])
def test_notes_of_others_do_not_come_along(client, source):
    posted(client, title="Van een ander")
    assert note(client, newest().pk, "act", "geheim") == 200
    posted(starter(), notes_from=source.replace("-1", f"-{newest().pk}"))
    assert OwnNote.objects.count() == 1
    assert starter().get("/new/", {"copy": source}).status_code == 200
