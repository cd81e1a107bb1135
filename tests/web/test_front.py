"""The front door and what stands around it: what the game is, help, and what a shared link and a home screen show."""

import json
import re
import struct

import pytest
from django.conf import settings as project

from game.live.static import static_tree
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
LIMIT = 30_000  # bytes of pictures, compressed: what the front door shows besides its words


def static_name(address: str) -> str:
    return address.partition(f"{static_tree().version}/")[2]


def meta(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="(og:[\w:]+|twitter:card)" content="([^"]*)">', page))


@pytest.mark.parametrize(("language", "says"), [("nl", "Een werksessie leiden"), ("en", "Lead a workshop")])
def test_the_door_asks_for_the_code_and_shows_what_this_is(language: str, says: str) -> None:
    page = browser(language).get("/").content.decode()
    pictures = [static_name(source) for source in re.findall(r'<img [^>]*src="([^"]+)"', page)]

    assert page.index('id="code"') < page.index("<img")
    assert f'<a class="button wide" href="/new/">{says}</a>' in page
    assert pictures == [f"img/front-{number}.svg" for number in (1, 2, 3)]
    assert sum(len(static_tree().files[name].gzipped) for name in pictures) <= LIMIT
    assert re.findall(r'<script[^>]* src="([^"]+)"', page) == [
        f"/static/{static_tree().version}/js/pages/still.js"
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_in_six_sentences(language: str) -> None:
    page = browser(language).get("/help/").content.decode()
    playing, leading = re.findall(r"<ol>(.*?)</ol>", page, re.DOTALL)
    sentences = re.findall(r"<li>(.*?)</li>", playing)

    assert len(sentences) == 6
    assert [one.count(". ") for one in sentences] == [0] * 6
    assert leading.count("<li>") == 5
    assert f'<html lang="{language}">' in page


def test_every_page_leads_to_help() -> None:
    for path in ("/", "/help/", "/privacy/", f"/j/{start().code}/", "/new/"):
        assert 'href="/help/"' in browser().get(path).content.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", ["/", "/help/", "/j/{code}/"])
def test_a_shared_link_shows_the_game(language: str, path: str) -> None:
    path = path.format(code=start().code)
    told = meta(browser(language).get(path, headers={"host": "192.168.1.4:8000"}).content.decode())
    picture = static_tree().files[f"img/share-{language}.png"].plain

    assert told["og:url"] == f"http://192.168.1.4:8000{path}"
    assert told["og:image"] == (
        f"http://192.168.1.4:8000/static/{static_tree().version}/img/share-{language}.png"
    )
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["twitter:card"] == "summary_large_image"


def test_pages_of_one_person_are_not_for_sharing() -> None:
    assert meta(browser().get("/privacy/").content.decode()) == {}
    assert meta(browser().get("/pair/").content.decode()) == {}


@pytest.mark.parametrize(("language", "name"), [("nl", "Wie pakt het op?"), ("en", "Who picks it up?")])
def test_a_home_screen_gets_name_and_icons(language: str, name: str) -> None:
    page = browser(language).get("/").content.decode()
    (address,) = re.findall(r'<link rel="manifest" href="([^"]+)">', page)
    file = static_tree().files[static_name(address)]
    manifest = json.loads(file.plain)
    sizes = {
        icon["sizes"]: static_tree().files[icon["src"]].plain[16:24]
        for icon in manifest["icons"]
        if icon["type"] == "image/png"
    }

    assert file.content_type == b"application/manifest+json"
    assert (manifest["name"], manifest["lang"], manifest["start_url"]) == (name, language, "/")
    assert "manifest-src" in project.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert {said: "{}x{}".format(*struct.unpack(">II", size)) for said, size in sizes.items()} == {
        "192x192": "192x192",
        "512x512": "512x512",
    }


@pytest.mark.parametrize("rehearsal", [False, True])
def test_the_way_back_comes_first_but_to_a_rehearsal(rehearsal: bool) -> None:
    page = seated(start(rehearsal=rehearsal), "Marieke").get("/").content.decode()

    says = "Terug naar het oefenspel, tafel 1, als Marieke" if rehearsal else "Terug naar tafel 1 als Marieke"
    assert says in page
    assert (page.index(says) > page.index('id="code"')) is rehearsal
