"""Ten thousand letters in every field that takes text: the form says what fits, keeps what was typed, and stores nothing."""

from html import unescape

import pytest
from django.test import Client

from game.models import OwnNote, Person, SavedSettings, Workshop
from tests.web.facilitator.test_workshops import filled_in, newest, starter
from tests.web.facilitator.test_worlds import made
from tests.web.rooms import browser, start

pytestmark = pytest.mark.django_db
TEXT = ("lang " * 2000).strip()
TOLD = {
    "nl": ("Deze code kennen we niet", "Deze naam is te lang", "Deze code werkt niet"),
    "en": ("We do not know this code", "This name is too long", "This code does not work"),
}


def told(client: Client, path: str, **form: object) -> tuple[int, str]:
    answer = client.post(path, form, follow=True)
    return answer.status_code, unescape(answer.content.decode())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_at_the_door(language: str) -> None:
    code = start().code
    forms = (
        ("/", {"code": TEXT}, 404),
        (f"/j/{code}/", {"alias": TEXT, "table": "", "role": ""}, 400),
        ("/pair/", {"code": TEXT}, 404),
    )
    found = [told(browser(language), path, **form) for path, form, _ in forms]
    assert [status for status, _ in found] == [status for *_, status in forms]
    assert [says in page for says, (_, page) in zip(TOLD[language], found, strict=True)] == [True, True, True]
    assert TEXT in found[1][1]  # a name is kept; a code is typed anew
    assert Person.objects.count() == 0


@pytest.mark.parametrize("name", ["title", "save_as"])
def test_in_the_form_of_a_new_workshop(name: str) -> None:
    status, page = told(starter(), "/new/", **filled_in(**{name: TEXT}))
    assert (status, page.count("(het zijn er nu 9999)"), TEXT in page) == (400, 1, True)
    assert (Workshop.objects.count(), SavedSettings.objects.count()) == (0, 0)


def test_as_an_own_note() -> None:
    client = starter()
    told(client, "/new/", **filled_in())
    answer = client.post(f"/control/{newest().pk}/notes/", {"step": "act", "text": TEXT})
    assert (answer.status_code, answer.json()["code"]) == (400, "note_too_long")
    assert OwnNote.objects.count() == 0


def test_in_an_own_world_the_rest_is_stored() -> None:
    client = starter()
    world = made(client)
    typed = {"nl.task.play.name": TEXT, "nl.task.green.name": "Tuin"}
    answer = client.post(
        f"/worlds/{world.pk}/", {"revision": 1, **typed}, headers={"accept": "application/json"}
    )
    assert (answer.status_code, answer.json()["too_long"]) == (200, ["nl.task.play.name"])
    world.refresh_from_db()
    assert world.changes == {"nl.title": "De club", "nl.task.green.name": "Tuin"}
    status, page = told(client, f"/worlds/{world.pk}/", revision=2, part="tasks", **typed)
    assert (status, TEXT in page) == (409, True)
    assert "Dit is te lang om te bewaren. Maak het korter; wat je typte blijft hier staan." in page
