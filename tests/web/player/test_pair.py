"""The pages of a pairing code: looking changes nothing, one press gives it, and every other code gets one answer."""

import pytest
from django.test import Client

from game.actions import codes, tries
from game.actions.sender import Sender
from game.actions.write import writing
from game.models import Device, Game, Grant, Pairing, Person, Workshop
from game.protocol.commands.people import HandOver, Pair
from game.web.devices import COOKIE
from tests.web.rooms import browser, guessed, seated, start

pytestmark = pytest.mark.django_db
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15"


@pytest.fixture
def workshop() -> Workshop:
    return start(tables=3)


def seat_code(workshop: Workshop, alias: str = "Egel", **wish: object) -> str:
    seated(workshop, alias, **wish)
    person = Person.objects.get(alias=alias)
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        return codes.hand_over(write, HandOver("h", 0, person.pk), Sender(0))


def remote_code(workshop: Workshop) -> str:
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        return codes.pair(write, Pair("p", 0), Sender(0))


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", "De plek van Egel aan tafel 3 op deze telefoon overnemen"),
        ("en", "Take Egel’s place at table 3 on this phone"),
    ],
)
def test_the_page_says_whose_place_it_is(workshop: Workshop, language: str, says: str) -> None:
    shown = page(browser(language), f"/pair/{seat_code(workshop, table='3')}/")

    assert f"<h1>{says}</h1>" in shown
    assert (workshop.title in shown, f'<html lang="{language}">' in shown) == (True, True)


@pytest.mark.parametrize(
    ("language", "says"), [("nl", "De regie op dit apparaat"), ("en", "Run the room from this device")]
)
def test_the_page_says_that_it_makes_a_remote(workshop: Workshop, language: str, says: str) -> None:
    shown = page(browser(language), f"/pair/{remote_code(workshop)}/")

    assert f"<h1>{says}</h1>" in shown
    assert workshop.title in shown


def test_a_preview_uses_nothing_up_and_nothing_is_kept(workshop: Workshop) -> None:
    code = seat_code(workshop)
    people = Device.objects.count()
    for ask in (browser().get, browser().head, browser().get):
        answer = ask(f"/pair/{code}/")
        assert (answer.status_code, answer.cookies.get(COOKIE)) == (200, None)
        assert "no-store" in answer["Cache-Control"]

    assert Device.objects.count() == people
    assert Pairing.objects.get().used_at is None


def test_one_press_takes_the_place(workshop: Workshop) -> None:
    code = seat_code(workshop)
    client = browser()

    answer = client.post(f"/pair/{code}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/play/{workshop.pk}/")
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert client.get(answer["Location"]).status_code == 200
    assert browser().post(f"/pair/{code}/").status_code == 404


def test_one_press_makes_a_remote_with_a_word_for_the_device(workshop: Workshop) -> None:
    client = browser()

    answer = client.post(f"/pair/{remote_code(workshop)}/", headers={"user-agent": IPHONE})

    assert (answer.status_code, answer["Location"]) == (302, f"/control/{workshop.pk}/")
    assert client.get(answer["Location"]).status_code == 200
    assert Grant.objects.latest("pk").label == "iPhone"


@pytest.mark.parametrize(
    ("language", "says"), [("nl", "Deze code werkt niet"), ("en", "This code does not work")]
)
@pytest.mark.parametrize("code", ["K7QM2F9T", "x", "%3Cscript%3E", "9" * 300, "%00"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_other_code_gets_one_answer_and_no_device(
    language: str, says: str, code: str, method: str
) -> None:
    answer = getattr(browser(language), method)(f"/pair/{code}/")

    shown = answer.content.decode()
    assert (answer.status_code, says in shown, "<script>" in shown) == (404, True, False)
    assert Device.objects.count() == 0


def test_a_used_code_and_one_that_never_was_look_alike(workshop: Workshop) -> None:
    code = remote_code(workshop)
    browser().post(f"/pair/{code}/")
    client = browser()

    used, never = (client.get(f"/pair/{c}/").content.decode().replace(c, "") for c in (code, "K7QM2F9T"))

    assert mask(used) == mask(never)


def mask(text: str) -> list[str]:
    """Leave out the form tokens, which differ every time."""
    return [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_phone_with_a_place_is_told_so(workshop: Workshop) -> None:
    code = seat_code(workshop)

    answer = seated(workshop, "Merel").post(f"/pair/{code}/")

    assert answer.status_code == 400
    assert "heeft al iemand een plek" in answer.content.decode()


def test_too_many_guesses(workshop: Workshop) -> None:
    code = remote_code(workshop)
    first = browser().get("/pair/K7QM2F9T/").status_code
    guessed(tries.CODES, 118)

    assert [first, *(browser().get("/pair/K7QM2F9T/").status_code for _ in range(2))] == [404, 404, 429]
    assert browser().post("/pair/K7QM2F9T/").status_code == 429
    assert browser().get("/pair/K7QM2F9T/", REMOTE_ADDR="192.0.2.8").status_code == 404
    assert browser().get(f"/pair/{code}/").status_code == 200  # the right one works, whatever others did here
    assert browser().post(f"/pair/{code}/").status_code == 302


@pytest.mark.parametrize("written", ["{0}{1}", "{0} {1}", "{0}-{1}"])
@pytest.mark.parametrize("door", ["/", "/pair/"])
def test_the_code_can_be_typed(workshop: Workshop, written: str, door: str) -> None:
    code = remote_code(workshop)

    answer = browser().post(door, {"code": written.format(code[:4], code[4:]).lower()})

    assert (answer.status_code, answer["Location"]) == (302, f"/pair/{code}/")


@pytest.mark.parametrize(("language", "says"), [("nl", "Code met letters"), ("en", "Code with letters")])
def test_a_page_to_type_it_on(language: str, says: str) -> None:
    assert f"<h1>{says}</h1>" in page(browser(language), "/pair/")
    assert 'href="/pair/"' in page(browser(language), "/")
    assert browser(language).post("/pair/", {"code": "nee"}).status_code == 404
    assert browser(language).post("/pair/").status_code == 404


def test_six_digits_still_lead_to_the_join_page(workshop: Workshop) -> None:
    assert browser().post("/", {"code": workshop.code})["Location"] == f"/j/{workshop.code}/"


def test_the_form_needs_its_token(workshop: Workshop) -> None:
    code = remote_code(workshop)

    assert Client(enforce_csrf_checks=True).post(f"/pair/{code}/").status_code == 403
    assert Pairing.objects.get().used_at is None


def test_the_qr_code_is_a_plain_picture_that_tells_nothing() -> None:
    answer = browser().get("/qr/pair/K7QM2F9T.svg")

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert answer["Cache-Control"] == "no-store"
    assert b"style" not in answer.content
    assert browser().get("/qr/pair/k7qm2f9t.svg").status_code == 404
    assert browser().get("/qr/pair/K7QM2F9.svg").status_code == 404


def test_other_methods(workshop: Workshop) -> None:
    assert browser().put(f"/pair/{remote_code(workshop)}/").status_code == 405
