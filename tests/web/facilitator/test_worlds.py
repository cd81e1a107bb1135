"""Own worlds on the pages: made, taken in and given out as a file, in the form of a new workshop, played and deleted."""

import io
import re
import zipfile
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from game import content
from game.actions import worlds
from game.actions.worlds import Maker
from game.content.own.pack import pack
from game.models import Game, OwnWorld, Workshop
from tests.actions.room import full_table
from tests.content.test_own import CLUB
from tests.web.facilitator.test_paper import facilitator
from tests.web.facilitator.test_workshops import filled_in, starter
from tests.web.rooms import browser, seated
from tests.web.takeaway.test_export import play, taken

pytestmark = pytest.mark.django_db


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == status
    return unescape(answer.content.decode())


def sent(client: Client, packed: bytes, name: str = "club.zip") -> tuple[int, str]:
    given = SimpleUploadedFile(name, packed)
    answer = client.post("/worlds/", {"take_in": "1", "file": given}, follow=True)
    return answer.status_code, unescape(answer.content.decode())


def choices(client: Client) -> list[tuple[str, str]]:
    field = re.search(r'<select name="scenario".*?</select>', page(client, "/new/"), re.DOTALL)
    assert field
    return re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)<', field[0])


def made(client: Client, **typed: str) -> OwnWorld:
    answer = client.post("/worlds/", {"base": "street", "title": "De club", **typed})
    assert answer.status_code == 302
    return OwnWorld.objects.latest("pk")


def test_only_who_may_start_workshops_makes_worlds() -> None:
    world = made(starter())

    for path in ("/worlds/", f"/worlds/{world.pk}/file/", f"/worlds/{world.pk}/delete/"):
        assert browser().get(path).status_code == 403
    for path in (f"/worlds/{world.pk}/file/", f"/worlds/{world.pk}/delete/"):
        assert starter().get(path).status_code == 404
    assert browser().post("/worlds/", {"base": "street"}).status_code == 403


def test_an_own_world_is_in_the_form_and_played_as_it_was() -> None:
    client = starter()
    world = made(client)
    worlds.change(Maker(world.device), world.pk, CLUB, 1)
    usual = [(code, content.words(code, "nl")["title"]) for code in ("street", "care", "school")]
    assert choices(client) == [*usual, (f"world-{world.pk}", "De club (eigen)")]
    chosen = f'<option value="world-{world.pk}" selected>'
    assert [chosen in page(client, f"/new/?world={asked}") for asked in (world.pk, world.pk + 1, "x")] == [
        True,
        False,
        False,
    ]

    answer = client.post("/new/", filled_in(scenario=f"world-{world.pk}", title="De straat", rehearsal="on"))
    assert answer.status_code == 302
    workshop = Workshop.objects.get()
    game = Game.objects.get()
    assert (workshop.title, game.scenario[:4]) == ("De club", "own-")
    assert client.post(f"/worlds/{world.pk}/delete/").status_code == 302
    assert "De club" not in page(client, "/worlds/")

    phone = seated(workshop)
    words = page(phone, f"/play/{workshop.pk}/")
    assert '"task.own1.name": "De kantine"' in words
    assert '"tasks": ["3", "green", "own2", "play"]' in words
    assert '"task.own1.name": "De kantine"' in page(client, f"/control/{workshop.pk}/")
    assert '"task.own1.name": "De kantine"' in page(client, f"/projector/{workshop.pk}/")
    assert "De kantine" in page(client, f"/control/{workshop.pk}/cards/")
    # What it was started with can be started with again.
    copied = page(client, f"/new/?copy={workshop.pk}")
    assert f'<option value="{game.scenario}" selected>De club (eigen, zoals hij gespeeld is)' in copied
    assert client.post("/new/", filled_in(scenario=game.scenario)).status_code == 302


def test_what_was_played_is_told_and_taken_along_when_its_world_is_gone() -> None:
    world = made(starter())
    assert world.device
    maker = Maker(world.device)
    worlds.change(maker, world.pk, CLUB, 1)
    room = full_table(scenario=worlds.freeze(maker, world.pk), rounds=2)
    play(room, 1)
    worlds.change(maker, world.pk, {"nl.task.own1.name": "De bar"}, 2)
    play(room, 1)
    worlds.delete(maker, world.pk)
    content.frozen.shelf._held.clear()  # as after a restart
    room.end()

    # Read here, as the files are made by another thread, with a connection that sees nothing of this test.
    assert content.words(room.game.scenario, "nl")["task.own1.name"] == "De kantine"
    told = page(browser(), f"/take-home/{room.workshop.take_home_key}/")
    panel = page(facilitator(room), f"/control/{room.workshop.pk}/")
    assert ("De kantine" in told, "De kantine" in panel, "De bar" in told + panel) == (True, True, False)
    assert "own1" in {row["task"] for row in taken(room)["tasks"]}  # JSON is for programs, and has codes
    files = zipfile.ZipFile(
        io.BytesIO(facilitator(room).get(f"/control/{room.workshop.pk}/export/?as=zip").content)
    )
    assert [name for name in files.namelist() if name.endswith(".json")] != []


def test_a_world_that_is_gone_or_not_ready_is_said_in_the_form() -> None:
    client = starter("en")
    world = made(client, title="n" * 50)
    answer = client.post("/new/", filled_in(scenario=f"world-{world.pk}", title="Tuesday"))

    assert answer.status_code == 400
    assert "This world is not ready to be played: 1 thing to put right." in unescape(answer.content.decode())
    assert 'value="Tuesday"' in answer.content.decode()
    for strange in ("world-999999", "world-x", "own-123"):
        answer = client.post("/new/", filled_in(scenario=strange))
        assert answer.status_code == 400
    assert Workshop.objects.count() == 0
    assert "1 thing to put right" in page(client, "/worlds/")


def test_a_file_goes_from_one_to_another_who_plays_it_at_once() -> None:
    one, other = starter(), starter("en")
    world = made(one)
    worlds.change(Maker(world.device), world.pk, CLUB, 1)
    answer = one.get(f"/worlds/{world.pk}/file/")
    assert answer["Content-Disposition"] == 'attachment; filename="de_club.zip"'
    assert answer["Content-Type"] == "application/zip"

    status, _ = sent(other, answer.content)
    assert status == 200
    taken = OwnWorld.objects.latest("pk")
    assert taken.pk != world.pk
    assert content.whole("street", taken.changes).words == content.whole("street", CLUB).words
    assert other.post("/new/", filled_in(scenario=f"world-{taken.pk}")).status_code == 302


@pytest.mark.parametrize(
    ("packed", "sentence"),
    [
        (b"no zip", "Dit is geen zip die open gaat."),
        (b"x" * 60_001, "Dit bestand is groter dan een wereld kan zijn (60 kB)."),
    ],
)
def test_a_file_that_is_no_world_says_why_and_leaves_all_as_it_was(packed: bytes, sentence: str) -> None:
    client = starter()
    world = made(client)
    status, told = sent(client, packed)

    assert (status, sentence in told, "De club" in told) == (400, True, True)
    assert list(OwnWorld.objects.all()) == [world]
    answer = client.post("/worlds/", {"take_in": "1"})
    assert "Kies eerst een bestand." in answer.content.decode()


def test_a_copy_that_cannot_be_made_says_so_and_keeps_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    client = starter()
    made(client)
    monkeypatch.setattr(worlds, "MAX_WORLDS", 1)
    answer = client.post("/worlds/", {"base": "care", "title": "De hof"})

    assert answer.status_code == 400
    told = unescape(answer.content.decode())
    assert "Je hebt 1 wereld, meer kan niet." in told
    assert ('value="De hof"' in told, '<option value="care" selected>' in told) == (True, True)


def test_words_in_a_world_are_words_on_every_page() -> None:
    client = starter()
    script = "</script><script>alert(1)</script>"
    sent(
        client,
        pack(content.whole("street", {"nl.title": script[:40], "nl.task.green.name": "a&b</script>"}), "x"),
    )
    taken = OwnWorld.objects.latest("pk")

    assert script[:20] not in client.get("/worlds/").content.decode()
    assert client.post("/new/", filled_in(scenario=f"world-{taken.pk}")).status_code == 400
    assert io.BytesIO(client.get(f"/worlds/{taken.pk}/file/").content).read(2) == b"PK"
