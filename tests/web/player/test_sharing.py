"""At the door: asking for a chair, the page that waits for a code, the code that gives it; and what a stranger hears."""

import re

import pytest
from django.test import Client

from game.actions import codes, seat_requests
from game.actions.sender import Sender
from game.actions.write import writing
from game.models import Game, Occupancy, Person, SeatRequest, Workshop
from game.protocol.commands.player import OfferSeat, RefuseRequest
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db


def asks(workshop: Workshop, alias: str = "Otter", language: str = "nl", **wish: str) -> Client:
    client = browser(language)
    answer = client.post(
        f"/j/{workshop.code}/", {"alias": alias, "table": "", "role": "", "how": "share", **wish}
    )
    assert (answer.status_code, answer["Location"]) == (302, f"/j/{workshop.code}/")
    return client


def code_of(workshop: Workshop, alias: str = "Egel") -> str:
    """Return the code that somebody's own phone shows for a second one."""
    device = Person.objects.get(alias=alias).device_id
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        return codes.offer_seat(write, OfferSeat("o", 0, True), Sender(device))


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", "Je vroeg Egel aan tafel 1 om een stoel te delen"),
        ("en", "You asked Egel at table 1 to share a chair"),
    ],
)
def test_asking_for_a_chair_only_asks(language: str, says: str) -> None:
    workshop = start()
    seated(workshop)

    client = asks(workshop, language=language)

    assert f"<h1>{says}</h1>" in client.get(f"/j/{workshop.code}/").content.decode()
    assert (Occupancy.objects.count(), Person.objects.count()) == (1, 1)
    assert client.get(f"/j/{workshop.code}/asked/").json() == {"waits": True}


def test_the_code_of_who_sits_there_seats_who_asked() -> None:
    workshop = start()
    seated(workshop)
    client = asks(workshop)
    code = code_of(workshop)

    typed = client.post("/pair/", {"code": f"{code[:4]} {code[4:]}".lower()})
    page = client.get(typed["Location"]).content.decode()
    answer = client.post(typed["Location"], {"alias": "Otter"})

    assert ("<h1>Deel de stoel van Egel aan tafel 1</h1>" in page, 'value="Otter"' in page) == (True, True)
    assert answer["Location"] == f"/play/{workshop.pk}/"
    assert client.get(answer["Location"]).status_code == 200
    assert Occupancy.objects.filter(until=None).values("seat").distinct().count() == 1
    assert SeatRequest.objects.count() == 0


def test_a_name_that_is_taken_is_asked_again_and_the_code_stays_good() -> None:
    workshop = start()
    seated(workshop)
    path = f"/pair/{code_of(workshop)}/"
    client = browser()

    refused = client.post(path, {"alias": "EGEL"})

    page = refused.content.decode()
    assert (refused.status_code, 'aria-invalid="true"' in page, "Zo heet hier al iemand" in page) == (
        400,
        True,
        True,
    )
    assert client.post(path, {"alias": "Otter"})["Location"] == f"/play/{workshop.pk}/"


def test_who_is_told_no_reads_so_and_can_do_something_else() -> None:
    workshop = start()
    seated(workshop)
    client = asks(workshop)
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        seat_requests.refuse(write, RefuseRequest("r", 0, SeatRequest.objects.get().pk), Sender(0))

    assert client.get(f"/j/{workshop.code}/asked/").json() == {"waits": False}
    page = client.get(f"/j/{workshop.code}/").content.decode()
    assert "Wie daar zit, zegt nu nee." in page
    answer = client.post(f"/j/{workshop.code}/", {"alias": "Otter", "table": "", "role": "", "how": "seat"})
    assert answer["Location"] == f"/play/{workshop.pk}/"


def test_the_question_can_be_taken_back() -> None:
    workshop = start()
    seated(workshop)
    client = asks(workshop)

    assert client.post(f"/j/{workshop.code}/", {"withdraw": "1"})["Location"] == f"/j/{workshop.code}/"
    assert SeatRequest.objects.count() == 0
    assert 'name="how"' in client.get(f"/j/{workshop.code}/").content.decode()
    assert browser().post(f"/j/{workshop.code}/", {"withdraw": "1"}).status_code == 302


def test_without_a_chair_to_share_the_form_says_so() -> None:
    workshop = start()

    answer = browser().post(f"/j/{workshop.code}/", {"alias": "Otter", "how": "share"})

    assert (answer.status_code, "Er is hier geen stoel om te delen" in answer.content.decode()) == (400, True)


def test_nobody_hears_whether_somebody_waits() -> None:
    workshop = start()
    seated(workshop)
    asks(workshop)

    for path in (f"/j/{workshop.code}/asked/", "/j/000000/asked/"):
        assert browser().get(path).json() == {"waits": False}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stranger_hears_nothing_of_a_workshop(language: str) -> None:
    """Whatever number is tried: an ordinary page that asks for the code."""
    workshop = start(title="Geheime avond")
    over = start(title="Oude avond")
    Workshop.objects.filter(pk=over.pk).update(ended_at=over.created_at)
    elsewhere = seated(start(title="Elders"), language=language)

    pages = []
    for number in (workshop.pk, over.pk, 0, 999_999):
        for client in (browser(language), elsewhere):
            answer = client.get(f"/play/{number}/")
            text = text_of(answer.content.decode())
            pages.append((answer.status_code, client is elsewhere, text))
            assert workshop.code not in text
            assert "avond" not in text.lower()

    assert len(set(pages)) == 2
    assert {status for status, _, _ in pages} == {200}
    assert 'name="code"' in browser(language).get(f"/play/{workshop.pk}/").content.decode()


def test_who_was_there_comes_back_by_the_number() -> None:
    workshop = start()
    client = seated(workshop)
    Occupancy.objects.update(until=workshop.created_at)

    assert client.get(f"/play/{workshop.pk}/")["Location"] == f"/j/{workshop.code}/"
