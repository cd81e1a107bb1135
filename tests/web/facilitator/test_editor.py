"""The page where a world is edited, without its script and as its script asks: stored, said, undone, never written over."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from game import content
from game.actions import devices, worlds
from game.actions.worlds import Maker
from game.models import OwnWorld
from game.web.facilitator.world_fields import PARTS
from tests.content.test_own_file import DATA, zipped
from tests.web.facilitator.test_workshops import starter
from tests.web.facilitator.test_worlds import made, page, sent
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db
ASKED = {"accept": "application/json"}


@pytest.fixture
def client() -> Client:
    return starter()


def typed(client: Client, world: OwnWorld, revision: int = 1, **more: object) -> dict[str, str]:
    """Send part of a form as a browser without scripts does; return what is stored then."""
    answer = client.post(f"/worlds/{world.pk}/", {"revision": revision, "part": "tasks", **more})
    assert answer.status_code == 302
    world.refresh_from_db()
    return dict(world.changes)


def elsewhere(world: OwnWorld, **changes: str) -> None:
    """Change a world as another tab of its maker does."""
    assert world.device is not None
    named = {place.replace("__", "."): text for place, text in changes.items()}
    worlds.change(Maker(world.device), world.pk, named, world.revision)


def test_a_world_is_edited_by_its_maker_alone(client: Client) -> None:
    world = made(client)
    for path in ("", "phone/", "projector/"):
        assert browser().get(f"/worlds/{world.pk}/{path}").status_code == 403
        assert starter().get(f"/worlds/{world.pk}/{path}").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_shows_all_in_both_languages_and_says_everything(language: str) -> None:
    client = starter(language)
    world = made(client, base="care", title="")
    names = set()
    for part in PARTS:
        told = page(client, f"/worlds/{world.pk}/?part={part}")
        assert re.findall(r"world\.\w+\.[\w.]+", told) == []
        names |= set(re.findall(r' name="((?:nl|en)\.[^"]+)"', told))
    words = content.base("care").words
    every = {f"{one}.{code}" for one in words for code in words[one] if not code.startswith("instead.")}
    assert sorted(every - names) == []


def test_a_word_is_found_whatever_part_it_is_in(client: Client) -> None:
    world = made(client)
    told = page(client, f"/worlds/{world.pk}/?q=bouman")

    places = re.findall(r'<textarea [^>]*name="nl\.([^"]+)"', told)
    assert {place.partition(".")[0] for place in places} == {
        "thread",
        "incident",
        "setback",
        "grumble",
        "news",
    }
    assert "Wat er gebeurt · Voorvallen: Het plantsoen" in told
    assert "Dat staat hier nergens" in page(client, f"/worlds/{world.pk}/?q=zeemeermin")


def test_a_sentence_of_every_screen_is_found_and_said_another_way(client: Client) -> None:
    world = made(client)
    place = "nl.words.ui.player.mark.why"
    assert f'name="{place}"' not in page(client, f"/worlds/{world.pk}/?part=more")
    told = page(client, f"/worlds/{world.pk}/?q=Waarom")
    assert f'name="{place}"' in told
    assert "Meer woorden · Zinnen op elk scherm, op een eigen manier" in told

    typed(client, world, **{place: "Hoe komt dat?"})
    assert f'name="{place}"' in page(client, f"/worlds/{world.pk}/?part=more")
    assert '"ui.player.mark.why": "Hoe komt dat?"' in page(
        client, f"/worlds/{world.pk}/phone/"
    )
    # No form has more fields than a request holds, whatever a world has to say.
    for asked in ("?part=more", "?q=e"):
        told = page(client, f"/worlds/{world.pk}/{asked}")
        forms = [form.count(' name="') for form in told.split("data-world>")[1:]]
        assert max(forms) < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_a_month_is_picked_and_what_may_be_forgotten_is_said(client: Client) -> None:
    world = made(client, title="")
    changes = typed(client, world, **{"month.1": "1", "month.2": "4", "nl.task.green.name": "De kantine"})
    assert changes == {"month.1": "1", "nl.task.green.name": "De kantine"}

    told = page(client, f"/worlds/{world.pk}/?part=place")
    assert '<option value="1" selected>januari</option>' in told
    assert "Ronde 1 is nu in een andere maand" in told
    found = re.search(r'<a href="\?q=(\w+)">(\d+) zinnen zeggen nog \'plantsoen\'', told)
    assert found
    rows = page(client, f"/worlds/{world.pk}/?q={found[1]}").count('class="world-row"')
    assert rows >= int(found[2])
    assert page(client, f"/worlds/{world.pk}/phone/").count('"months": [0, 3, ') == 1


def test_tasks_are_added_moved_taken_away_and_get_a_picture(client: Client) -> None:
    world = made(client)

    assert typed(client, world, add="own1")["tasks"] == "green safety neighbours play own1"
    assert typed(client, world, 2, remove="safety")["tasks"] == "green neighbours play own1"
    assert typed(client, world, 3, up="own1")["tasks"] == "green neighbours own1 play"
    assert typed(client, world, 4, **{"plot.own1": "3"})["plot.own1"] == "3"
    assert "+ Veilig op straat" in page(client, f"/worlds/{world.pk}/?part=tasks")
    assert "Nieuwe taak" in page(client, f"/worlds/{world.pk}/phone/")
    # Back as it was: no change is left of it.
    typed(client, world, 5, remove="own1")
    typed(client, world, 6, add="safety")
    for revision in (7, 8):
        changes = typed(client, world, revision, up="safety")
    assert "tasks" not in changes


def test_what_happens_in_a_round_is_ticked(client: Client) -> None:
    world = made(client)
    changes = typed(
        client,
        world,
        round=["setbacks.3", "setbacks.4", "setbacks.5"],
        **{"setbacks.4": ["green", "play"], "setbacks.5": "neighbours", "incidents.2": "-"},
    )

    assert changes == {
        "nl.title": "De club",
        "setbacks.3": "-",
        "setbacks.4": "green play",
        "incidents.2": "-",
    }


def test_a_whole_form_changes_what_was_typed_over_and_nothing_else(client: Client) -> None:
    world = made(client)
    told = page(client, f"/worlds/{world.pk}/?part=place")
    shown = dict(re.findall(r'<input [^>]*name="((?:nl|en)\.[^"]+)"[^>]* value="([^"]*)"', told))
    shown |= {
        name: unescape(text)
        for name, text in re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', told)
    }
    assert (shown["nl.title"], shown["en.title"], len(shown)) == ("De club", "De club", 26)
    elsewhere(world, nl__opening="Welkom bij de club.")

    assert typed(client, world, **{**shown, "nl.briefing.1": "Lente."}) == {
        "nl.title": "De club",
        "nl.opening": "Welkom bij de club.",
        "nl.briefing.1": "Lente.",
    }
    # Of the other language it may be said again what was copied: it is no longer what stands there by itself.
    english = "March. The days get longer and the street wakes up."
    assert typed(client, world, 3, **{"en.briefing.1": english})["en.briefing.1"] == english


def test_what_somebody_else_wrote_is_shown_beside_what_was_typed(client: Client) -> None:
    world = made(client)
    elsewhere(world, nl__title="De bond")
    form = {"revision": 1, "part": "place", "nl.title": "De ploeg", "nl.briefing.1": "Lente."}
    answer = client.post(f"/worlds/{world.pk}/", form)
    told = unescape(answer.content.decode())

    assert answer.status_code == 409
    assert 'value="De ploeg"' in told
    assert "Iemand anders schreef hier intussen ook." in told
    assert '<q dir="auto">De bond</q>' in told
    # Sent again as that page has it, without a choice, it is asked again.
    assert '<input type="hidden" name="asked" value="nl.title">' in told
    again = {"revision": 3, "part": "place", "nl.title": "De ploeg", "asked": "nl.title"}
    assert client.post(f"/worlds/{world.pk}/", again).status_code == 409
    assert typed(client, world, 3, anyway="nl.title", **{"nl.title": "De ploeg"}) == {
        "nl.title": "De ploeg",
        "nl.briefing.1": "Lente.",
    }


def test_the_script_is_told_field_by_field(client: Client) -> None:
    world = made(client)
    form = {"revision": 1, "nl.task.play.name": "n" * 200, "nl.opening": "w" * 2001}
    told = client.post(f"/worlds/{world.pk}/", form, headers=ASKED).json()

    assert (told["revision"], told["too_long"], told["can_undo"]) == (2, ["nl.opening"], True)
    problem = "Hier is plek voor 24 tekens; dit is 200 lang."
    assert [one["says"] for one in told["problems"]] == [problem]
    fields = {field.pop("name"): field for field in told["fields"]}
    assert fields["nl.task.play.name"] == {
        "text": "n" * 200,
        "whose": "own",
        "problem": problem,
        "theirs": False,
    }
    assert fields["en.task.play.name"]["whose"] == "other"
    elsewhere(world, nl__title="De bond")
    told = client.post(f"/worlds/{world.pk}/", {"revision": 1, "nl.title": "De ploeg"}, headers=ASKED).json()
    assert [(one["text"], one["theirs"]) for one in told["fields"] if one["name"] == "nl.title"] == [
        ("De bond", True)
    ]


def test_undo_goes_back_step_by_step_with_or_without_the_script(client: Client) -> None:
    world = made(client)
    typed(client, world, **{"nl.title": "De bond"})
    typed(client, world, 2, remove="safety")

    assert (
        client.post(f"/worlds/{world.pk}/", {"undo": "1"})["Location"] == f"/worlds/{world.pk}/?part=tasks#"
    )
    told = client.post(f"/worlds/{world.pk}/", {"undo": "1"}, headers=ASKED).json()
    assert (told["undone"], told["part"]) == (["nl.title"], "place")
    assert [field["text"] for field in told["fields"]] == ["De club", "De club"]
    told = client.post(f"/worlds/{world.pk}/", {"undo": "1"}, headers=ASKED).json()
    assert (told["undone"], told["fields"]) == ([], [])
    assert (told["can_undo"], told["can_redo"]) == (False, True)
    told = client.post(f"/worlds/{world.pk}/", {"redo": "1"}, headers=ASKED).json()
    assert (told["undone"], told["can_undo"]) == (["nl.title"], True)
    assert [field["text"] for field in told["fields"]] == ["De bond", "De bond"]
    assert client.post(f"/worlds/{world.pk}/", {"redo": "1"})["Location"].endswith("?part=tasks#")


def test_what_cannot_be_stored_stays_on_the_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    world = made(client)
    monkeypatch.setattr(worlds, "MOST_KEPT", 10)
    form = {"revision": 1, "nl.title": "De gymnastiekvereniging"}
    answer = client.post(f"/worlds/{world.pk}/", form)

    assert (answer.status_code, 'value="De gymnastiekvereniging"' in answer.content.decode()) == (400, True)
    told = client.post(f"/worlds/{world.pk}/", form, headers=ASKED)
    assert (told.status_code, told.json()["error"][:35]) == (400, "In deze wereld past niet meer tekst")
    worlds.delete(Maker(devices.recognise(client.cookies["device"].value)), world.pk)  # type: ignore[arg-type]
    assert client.post(f"/worlds/{world.pk}/", form).status_code == 404


def test_what_a_file_lacked_is_said_on_the_page(client: Client) -> None:
    _, told = sent(client, zipped({"a.toml": DATA, "a.nl.toml": 'title = "De hof"\nstrange = "x"\n'}))

    assert "In het bestand zaten geen Engelse woorden." in told
    assert "1 tekst in het bestand heeft geen plek in een wereld" in told


@pytest.mark.parametrize("moment", ["lobby", "agree", "outcome", "setback", "other"])
def test_a_preview_is_the_page_that_is_played(client: Client, moment: str) -> None:
    world = made(client)
    typed(client, world, **{"nl.task.green.name": "De kantine", "round": "setbacks.3", "setbacks.1": "green"})
    for screen in ("phone", "projector"):
        answer = client.get(f"/worlds/{world.pk}/{screen}/?state={moment}&language=nl")
        told = answer.content.decode()
        assert '"task.green.name": "De kantine"' in told
        assert 'id="stage"' in told
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
