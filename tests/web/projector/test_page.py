"""The projector's page: whoever has its link may look, and its page holds what they may see by then."""

import json
import re
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings

from game.actions import codes, devices, grants, workshops
from game.actions.sender import Sender
from game.actions.workshops import WorkshopSettings
from game.actions.write import writing_newest
from game.engine.debrief.structure import play_structure
from game.engine.model.rules import NEWEST, RULESETS
from game.models import Game, Grant, Workshop
from game.models.keys import token_hash
from game.protocol.commands.people import Pair
from game.web.devices import COOKIE
from tests.web.rooms import browser, seated, start


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "says"), [("nl", "Doe mee met je telefoon"), ("en", "Join with your phone")]
)
def test_the_link_is_enough(language: str, says: str) -> None:
    workshop = start()

    client = browser(language)
    answer = client.get(f"/projector/{workshop.projector_key}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/projector/{workshop.pk}/")
    page = client.get(answer["Location"]).content.decode()

    assert f'<html lang="{language}">' in page
    assert f'data-socket="/ws/projector/{workshop.pk}/"' in page
    assert says in page
    assert page.count(workshop.code) >= 3
    assert "style=" not in page


@pytest.mark.django_db
def test_a_link_that_is_not_one() -> None:
    start()
    answer = browser().get("/projector/guessed/")

    assert answer.status_code == 404
    assert "Hier is niets" in answer.content.decode()


@pytest.mark.django_db
def test_it_only_looks() -> None:
    workshop = start()
    path = f"/projector/{workshop.projector_key}/"

    assert browser().post(path).status_code == 405
    assert f"/control/{workshop.pk}/" not in browser().get(path, follow=True).content.decode()


def on_page(path: str, what: str) -> dict[str, object]:
    page = browser().get(path, follow=True).content.decode()
    found = re.search(rf'<script id="{what}" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def families(words: dict[str, object]) -> set[str]:
    return {code.split(".")[0] for code in words}


@pytest.mark.django_db
@pytest.mark.parametrize("phase", ["lobby", "agree", "act", "outcome", "time_out"])
def test_what_is_revealed_is_not_on_the_page_before_the_debrief(phase: str) -> None:
    path = f"/projector/{start().projector_key}/"
    Game.objects.update(phase=phase)

    assert families(on_page(path, "words")) & {"note", "debrief", "log", "alias", "stuck", "refused"} == set()
    assert set(on_page(path, "structure")) == {*play_structure(RULESETS[NEWEST]), "picture"}
    # What asks for more just when the game goes back gets the same, and no failure.
    again = browser().get(f"{path}words/").json()
    assert again == {"words": on_page(path, "words"), "structure": on_page(path, "structure")}


@pytest.mark.django_db
@pytest.mark.parametrize("phase", ["debrief", "closed"])
def test_the_debrief_brings_its_words_and_never_a_note(phase: str) -> None:
    path = f"/projector/{start().projector_key}/"
    Game.objects.update(phase=phase)
    answer = browser().get(f"{path}words/").json()

    assert answer == {"words": on_page(path, "words"), "structure": on_page(path, "structure")}
    assert "debrief" in families(answer["words"])
    assert families(answer["words"]) & {"note", "log", "alias", "stuck", "refused"} == set()
    assert "loops" in answer["structure"]


@pytest.mark.django_db
def test_words_for_no_projector() -> None:
    start()
    Game.objects.update(phase="debrief")

    assert browser().get("/projector/guessed/words/").status_code == 404


@pytest.mark.django_db
def test_without_the_link_there_is_nothing_to_see() -> None:
    workshop, other = start(), start()
    client = browser()
    client.get(f"/projector/{other.projector_key}/")

    for one in (client, browser()):
        answer = one.get(f"/projector/{workshop.pk}/")
        assert (answer.status_code, "Open de link voor het scherm" in answer.content.decode()) == (403, True)
        assert one.get(f"/projector/{workshop.pk}/words/").status_code == 404
    assert browser().head(f"/projector/{workshop.projector_key}/").status_code == 302
    assert Grant.objects.filter(kind="projector").count() == 1  # a look at where a link goes makes none


@pytest.mark.django_db
def test_a_revoke_ends_the_link_and_not_the_screen_that_is_open() -> None:
    workshop = start()
    link = f"/projector/{workshop.projector_key}/"
    screen, revoked = browser(), browser()
    for client in (screen, revoked):
        client.get(link)
    device = devices.recognise(revoked.cookies[COOKIE].value)
    with writing_newest(workshop.pk) as write:
        grants.end(write, grants.give(write, device, Grant.Kind.REMOTE))

    assert browser().get(link).status_code == 404
    assert screen.get(f"/projector/{workshop.pk}/").status_code == 200
    assert revoked.get(link).status_code == 404
    assert revoked.get(f"/projector/{workshop.pk}/").status_code == 403
    new = Workshop.objects.get().projector_key
    assert browser().get(f"/projector/{new}/").status_code == 302


@pytest.mark.django_db
def test_who_runs_the_workshop_gets_there_by_a_link_of_before_a_revoke() -> None:
    device, token = devices.register("nl")
    workshop = workshops.start_workshop(device, WorkshopSettings(title="Straatavond"))
    link = f"/projector/{workshop.projector_key}/"
    Workshop.objects.update(projector_nonce="another")
    client = browser()
    client.cookies[COOKIE] = token

    assert client.get(link)["Location"] == f"/projector/{workshop.pk}/"
    assert client.get(f"/projector/{workshop.pk}/").status_code == 200


@pytest.mark.django_db
def test_links_of_before_keep_working() -> None:
    workshop = start()
    rows = Workshop.objects.filter(pk=workshop.pk)
    rows.update(old_projector_hash=token_hash("kept-beamer"), old_take_home_hash=token_hash("kept-home"))
    Game.objects.update(phase="debrief")

    assert browser().get("/projector/kept-beamer/")["Location"] == f"/projector/{workshop.pk}/"
    assert "words" in browser().get("/projector/kept-beamer/words/").json()
    assert browser().get("/take-home/kept-home/").status_code == 200


@pytest.mark.django_db
def test_a_copy_of_the_database_opens_nothing() -> None:
    device, _ = devices.register("nl")
    workshop = workshops.start_workshop(device, WorkshopSettings(title="Straatavond"), form="new:once")
    grants.new_link(workshop.pk)
    grants.exchange_start_key(device, settings.START_KEY())
    with writing_newest(workshop.pk) as write:
        codes.pair(write, Pair("p", 0), Sender(device.pk))
    seated(workshop)
    browser().get(f"/projector/{workshop.projector_key}/")
    Game.objects.update(phase="debrief")
    kept = {
        str(value)
        for model in apps.get_app_config("game").get_models()
        for row in model.objects.values_list()
        for value in row
        if isinstance(value, str) and 6 <= len(value) <= 200 and value != workshop.code
    }
    kept |= {f"{workshop.pk}-{one}" for one in kept}
    gone = {one for one in kept if "/" not in one and "\0" not in one}
    assert len(gone) > 20

    for one in gone:
        assert browser().get(f"/projector/{quote(one)}/").status_code == 404, one
        assert browser().get(f"/take-home/{quote(one)}/").status_code == 410, one
        assert browser().get(f"/control/{workshop.pk}/", {"key": one}).status_code in (403, 429), one
        assert browser().get("/new/", {"key": one}).status_code in (403, 429), one
        assert browser().get(f"/pair/{quote(one)}/").status_code == 404, one
        client = browser()
        client.cookies[COOKIE] = quote(one)
        assert client.get(f"/control/{workshop.pk}/").status_code in (403, 429), one
