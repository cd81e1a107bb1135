"""Where a code is typed: both forms take both kinds of code as people write them, and so do the links themselves."""

import re
from urllib.parse import quote

import pytest

from game.actions import codes
from game.actions.sender import Sender
from game.actions.write import writing
from game.models import Game, Workshop
from game.protocol.commands.people import Pair
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
SCRIPTS = {"arabic": 0x660, "persian": 0x6F0, "devanagari": 0x966, "fullwidth": 0xFF10}


def in_script(code: str, zero: int) -> str:
    return "".join(chr(zero + int(digit)) for digit in code)


def remote_code(workshop: Workshop) -> str:
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        return codes.pair(write, Pair("p", 0), Sender(0))


@pytest.mark.parametrize("door", ["/", "/pair/"])
@pytest.mark.parametrize("zero", SCRIPTS.values(), ids=SCRIPTS)
def test_digits_of_every_script(door: str, zero: int) -> None:
    code = start().code

    answer = browser().post(door, {"code": in_script(code, zero)})

    assert (answer.status_code, answer["Location"]) == (302, f"/j/{code}/")


@pytest.mark.parametrize("door", ["/", "/pair/"])
@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("#{code}", "/j/{code}/"),
        ("{code:.3} {rest}", "/j/{code}/"),
        ("http://192.168.1.20:8000/j/{code}/", "/j/{code}/"),
        ("http://192.168.1.20:8000/j/{code}/3/", "/j/{code}/3/"),
        ("192.168.1.20:8000/j/{code}/3", "/j/{code}/3/"),
    ],
)
def test_what_people_type_or_paste(door: str, written: str, leads: str) -> None:
    code = start(tables=3).code

    answer = browser().post(door, {"code": written.format(code=code, rest=code[3:])})

    assert (answer.status_code, answer["Location"]) == (302, leads.format(code=code))


@pytest.mark.parametrize("door", ["/", "/pair/"])
def test_a_pasted_pairing_link(door: str) -> None:
    code = remote_code(start())

    answer = browser().post(door, {"code": f"http://192.168.1.20:8000/pair/{code.lower()}/"})

    assert (answer.status_code, answer["Location"]) == (302, f"/pair/{code}/")


@pytest.mark.parametrize("door", ["/", "/pair/"])
def test_nothing_in_the_field_stops_a_paste(door: str) -> None:
    field = re.search(r'<input[^>]* id="code"[^>]*>', browser().get(door).content.decode())

    assert field is not None
    assert re.findall(r" (maxlength|pattern|type|minlength)=", field[0]) == []


def test_what_was_typed_stays_in_the_field() -> None:
    typed = "http://192.168.1.20:8000/j/000000/3/"

    answer = browser().post("/", {"code": typed})

    assert (answer.status_code, answer.context["typed"]) == (404, typed)


@pytest.mark.parametrize("zero", SCRIPTS.values(), ids=SCRIPTS)
def test_a_link_in_another_script_is_the_same_link(zero: int) -> None:
    workshop = start(tables=3)
    path = f"/j/{quote(in_script(workshop.code, zero))}/{quote(chr(zero + 3))}/"

    answer = browser().get(path)

    assert (answer.status_code, answer["Location"]) == (302, f"/j/{workshop.code}/3/")


@pytest.mark.parametrize("written", ["{0}%20{1}", "{0}-{1}", "%23{0}{1}"])
def test_a_link_as_people_write_it(written: str) -> None:
    code = start().code

    answer = browser().get(f"/j/{written.format(code[:3], code[3:])}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/j/{code}/")


def test_a_form_of_such_a_link_is_not_lost() -> None:
    workshop = start()

    answer = browser().post(f"/j/{workshop.code[:3]}-{workshop.code[3:]}/", {"alias": "Egel"})

    assert (answer.status_code, answer["Location"]) == (302, f"/play/{workshop.pk}/")


def test_who_has_a_place_goes_back_to_it_by_any_code() -> None:
    workshop = start()

    answer = seated(workshop).post("/", {"code": f"# {workshop.code}"}, follow=True)

    assert answer.redirect_chain[-1] == (f"/play/{workshop.pk}/", 302)
