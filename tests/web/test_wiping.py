"""Wiping from the panel's pages, and the privacy page that says exactly what happens."""

import pytest
from django.apps import apps
from django.test import Client, override_settings
from django.utils import timezone

from game.actions import devices, workshops
from game.actions.workshops import WorkshopSettings
from game.models import Deletion, Game, Grant, LogLine, Person, Workshop
from game.web.devices import COOKIE
from tests.ops.test_upgrade import migration
from tests.web.rooms import browser, seated

pytestmark = pytest.mark.django_db


def facilitated(kind: str = "facilitator", language: str = "nl") -> tuple[Workshop, Client]:
    device, token = devices.register(language)
    workshop = workshops.start_workshop(device, WorkshopSettings(title="Straatavond"))
    Grant.objects.filter(workshop=workshop).update(kind=kind)
    client = browser(language)
    client.cookies[COOKIE] = token
    return workshop, client


def test_the_names_go_at_once_and_everybody_gets_up() -> None:
    workshop, client = facilitated()
    phone = seated(workshop)
    path = f"/control/{workshop.pk}/wipe/"
    assert path in client.get(f"/control/{workshop.pk}/").content.decode()

    answer = client.post(path, {"what": "names", "sure": "1"}, follow=True)

    assert "De namen zijn gewist." in answer.content.decode()
    assert [person.alias for person in Person.objects.all()] == [""]
    assert "data-socket" not in phone.get(f"/play/{workshop.pk}/").content.decode()
    assert client.get(f"/control/{workshop.pk}/").status_code == 200
    assert Deletion.objects.values_list("what", "by", "people").get() == ("names", "person", 1)


@pytest.mark.parametrize("embedded", [True, False])
def test_a_server_says_that_clearing_goes_on(settings, embedded: bool) -> None:
    workshop, client = facilitated()
    path = f"/control/{workshop.pk}/wipe/"
    client.post(path, {"what": "names", "sure": "1"})
    settings.EMBEDDED_DATABASE = embedded

    page = client.get(path).content.decode()

    assert "De namen zijn gewist." in page
    assert ("Dat gaat vanzelf verder." in page) is not embedded


def test_everything_goes_at_once() -> None:
    workshop, client = facilitated()
    seated(workshop)

    answer = client.post(f"/control/{workshop.pk}/wipe/", {"what": "all", "sure": "1"})

    assert (answer.status_code, answer["Location"]) == (302, "/wiped/")
    page = client.get(answer["Location"]).content.decode()
    assert "Alles is gewist" in page
    assert 'href="/">Naar de voordeur</a>' in page
    assert (Workshop.objects.count(), Person.objects.count(), Game.objects.count()) == (0, 0, 0)
    assert Deletion.objects.values_list("what", "by", "people").get() == ("workshop", "person", 1)


def test_only_who_manages_it_wipes() -> None:
    workshop, remote = facilitated("remote")
    path = f"/control/{workshop.pk}/wipe/"

    for client in (remote, browser(), seated(workshop), facilitated()[1]):
        assert client.get(path).status_code == 403
        assert client.post(path, {"what": "all", "sure": "1"}).status_code == 403
    assert path not in remote.get(f"/control/{workshop.pk}/").content.decode()
    assert Workshop.objects.filter(pk=workshop.pk).exists()


@pytest.mark.parametrize("what", ["names", "all"])
def test_who_is_not_sure_is_asked_and_nothing_is_wiped(what: str) -> None:
    workshop, client = facilitated()

    answer = client.post(f"/control/{workshop.pk}/wipe/", {"what": what})

    assert (answer.status_code, answer.content.decode().count('id="unsure"')) == (400, 1)
    assert Deletion.objects.count() == 0


def test_a_rehearsal_is_said_to_be_no_earlier_group() -> None:
    workshop, client = facilitated()
    path = f"/control/{workshop.pk}/wipe/"
    assert 'value="means"' in client.get(path).content.decode()

    Game.objects.update(rehearsal=True)

    page = client.get(path).content.decode()
    assert ('value="means"' in page, "Dit was een oefening" in page) == (False, True)


def test_looking_wipes_nothing() -> None:
    workshop, client = facilitated()
    path = f"/control/{workshop.pk}/wipe/"

    assert (client.get(path).status_code, client.post(path, {"what": "?"}).status_code) == (200, 400)
    assert Deletion.objects.count() == 0


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "nl",
            (
                "of als er 12 uur niemand iets deed",
                "worden 5 uur daarna gewist",
                "wordt 9 dagen na het einde",
            ),
        ),
        (
            "en",
            (
                "did anything in it for 12 hours",
                "are wiped 5 hours after that",
                "is wiped 9 days after its end",
            ),
        ),
    ],
)
@override_settings(WIPE_NAMES_HOURS=5, WIPE_WORKSHOP_DAYS=9)
def test_the_privacy_page_says_what_is_set_here(language: str, says: tuple[str, ...]) -> None:
    page = browser(language).get("/privacy/").content.decode()

    assert [one for one in says if one not in page] == []


def test_lines_of_the_log_from_before_name_nobody_any_more() -> None:
    workshop, _ = facilitated()
    seated(workshop, "Egel")
    game, egel = Game.objects.get(), Person.objects.get()
    for code, params in (
        ("renamed", {"before": "Beer", "alias": "Egel"}),
        ("bot_stood_in", {"alias": "Egel & Wolf", "table": 2}),
        ("removed", {"alias": "Beer"}),
    ):
        LogLine.objects.create(game=game, phase="lobby", code=code, params=params, at=timezone.now())

    migration("names_out_of_the_log").point(apps, None)

    kept = [
        (line.code, line.params, line.who) for line in LogLine.objects.exclude(code="paired").order_by("pk")
    ]
    assert kept[-3:] == [
        ("renamed", {}, {"alias": [egel.pk]}),
        ("bot_stood_in", {"table": 2}, {"alias": [egel.pk]}),
        ("removed", {}, {"alias": []}),
    ]
