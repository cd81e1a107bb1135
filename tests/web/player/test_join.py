"""From a code to a seat: the front door and the join page, in both languages."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

from game import content
from game.actions import tries
from game.models import Occupancy
from game.web import picture
from tests.web.rooms import browser, guessed, seated, start

pytestmark = pytest.mark.django_db

ALIAS = re.compile(r'name="alias" value="([^"]*)"')
OPTION = re.compile(r'<option value="(\d*)"')


@pytest.mark.parametrize("typed", ["{code}", " {code} ", "{code:.3}-{rest}"])
def test_a_code_leads_to_the_join_page(typed: str) -> None:
    code = start().code

    answer = browser().post("/", {"code": typed.format(code=code, rest=code[3:])})

    assert (answer.status_code, answer["Location"]) == (302, f"/j/{code}/")


@pytest.mark.parametrize(
    ("language", "says"),
    [("nl", "Deze code kennen we niet"), ("en", "We do not know this code")],
)
@pytest.mark.parametrize("typed", ["12", "abcdef", "٣٣٣٣٣٣", "<b>", "0" * 200, ""])
def test_an_unknown_code_is_answered_and_kept(language: str, says: str, typed: str) -> None:
    answer = browser(language).post("/", {"code": typed})

    assert answer.status_code == 404
    assert says[:4] in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_too_many_failed_codes_are_throttled_and_a_good_one_is_too() -> None:
    client = browser()
    first = client.post("/", {"code": "1"}).status_code
    guessed(tries.CODES, 118)

    assert [first, *(client.post("/", {"code": "1"}).status_code for _ in range(2))] == [404, 404, 429]


def test_an_unknown_code_in_a_link_shows_the_front_door() -> None:
    answer = browser().get("/j/000000/")

    assert (answer.status_code, answer.templates[0].name) == (404, "home.html")


@pytest.mark.parametrize(("language", "says"), [("nl", "Hoe heet je hier"), ("en", "What do they call you")])
def test_the_join_page_suggests_a_name(language: str, says: str) -> None:
    page = browser(language).get(f"/j/{start().code}/").content.decode()

    assert says in page
    assert ALIAS.findall(page)[0] != ""
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("scenario", content.load_all())
def test_over_the_door_is_the_world_that_is_played(scenario: str) -> None:
    drawn = {code: render_to_string(picture.at_the_door(code)) for code in content.load_all()}

    page = browser().get(f"/j/{start(scenario=scenario).code}/").content.decode()

    assert [code for code, svg in drawn.items() if svg.strip() in page] == [scenario]


def test_only_several_tables_are_a_choice() -> None:
    one, three = start(), start(tables=3)

    assert offered(f"/j/{one.code}/") == []
    assert offered(f"/j/{three.code}/") == ["", "1", "2", "3"]
    assert offered(f"/j/{three.code}/2/") == []


def offered(path: str) -> list[str]:
    """Return the tables that a page lets choose from."""
    return OPTION.findall(browser().get(path).content.decode())


def test_a_table_that_is_not_there() -> None:
    assert browser().get(f"/j/{start().code}/9/").status_code == 404


def test_a_seat_is_dealt_out() -> None:
    workshop = start()

    client = seated(workshop)

    held = Occupancy.objects.get()
    assert (held.person.alias, held.seat.role) == ("Egel", "municipality")
    assert client.get(f"/j/{workshop.code}/")["Location"] == f"/play/{workshop.pk}/"


def test_a_seat_of_ones_choice() -> None:
    workshop = start(tables=2)

    seated(workshop, table="2", role="resident")

    held = Occupancy.objects.get()
    assert (held.seat.table.number, held.seat.role) == (2, "resident")


def test_a_tables_own_code_beats_what_the_form_says() -> None:
    workshop = start(tables=2)

    browser().post(f"/j/{workshop.code}/2/", {"alias": "Egel", "table": "1", "role": ""})

    assert Occupancy.objects.get().seat.table.number == 2


@pytest.mark.parametrize(
    ("wish", "field", "status"),
    [
        ({"alias": " "}, "alias", 400),
        ({"alias": "x" * 21}, "alias", 400),
        ({"alias": "a\x01b"}, "alias", 400),
        ({"alias": "Merel"}, "alias", 400),
        ({"alias": "Das", "role": "resident"}, "", 302),
        ({"alias": "Das", "role": "mayor"}, "role", 400),
        ({"alias": "Das", "table": "7"}, "table", 404),
        ({"alias": "Das", "table": "one"}, "table", 404),
        ({"alias": "Das", "table": "9" * 50}, "table", 404),
    ],
)
def test_a_form_with_a_mistake(wish: dict[str, str], field: str, status: int) -> None:
    workshop = start()
    seated(workshop, "Merel")

    answer = browser().post(f"/j/{workshop.code}/", {"table": "", "role": "", **wish})

    assert answer.status_code == status
    if status != 302:
        assert (answer.context["error_field"], answer.context["alias"]) == (field, wish["alias"])
        assert answer.context["error"] not in ("", "alias_empty")


def test_a_full_room() -> None:
    workshop = start(seats=3)
    for alias in ("A", "B", "C"):
        seated(workshop, alias)

    answer = browser().post(f"/j/{workshop.code}/", {"alias": "D"})

    assert (answer.status_code, answer.context["error_field"]) == (400, "")


def test_the_front_door_remembers_where_one_sits() -> None:
    workshop = start()

    page = seated(workshop).get("/").content.decode()

    assert f'href="/play/{workshop.pk}/"' in page


def test_a_form_without_its_token_is_refused_kindly() -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/")

    answer = client.post("/", {"code": "123456"})

    assert (answer.status_code, answer.templates[0].name) == (403, "error.html")


def unfolded(answer: object) -> bool:
    return 'class="choose-self stack" open' in answer.content.decode()  # type: ignore[attr-defined]


def test_table_and_role_wait_behind_choose_for_myself() -> None:
    code = start(tables=3).code

    assert not unfolded(browser().get(f"/j/{code}/"))
    assert not unfolded(browser().post(f"/j/{code}/", {"alias": ""}))  # a refusal about the name only


@pytest.mark.parametrize("wrong", [{"table": "9"}, {"role": "municipality", "table": "1"}])
def test_a_refused_table_or_role_lies_open(wrong: dict[str, str]) -> None:
    workshop = start(tables=2)
    seated(workshop, "Merel", role="municipality", table="1")

    answer = browser().post(f"/j/{workshop.code}/", {"alias": "Egel", **wrong})

    assert answer.status_code in (400, 404)
    assert unfolded(answer)


def test_a_tables_own_link_leaves_the_role_to_choose() -> None:
    assert unfolded(browser().get(f"/j/{start(tables=2).code}/2/"))


@pytest.mark.parametrize(
    ("language", "says"),
    [("nl", "Ben jij dat, op een andere telefoon?"), ("en", "Is that you, on another phone?")],
)
def test_a_taken_name_points_to_the_other_phone(language: str, says: str) -> None:
    workshop = start()
    seated(workshop, "Egel")

    page = browser(language).post(f"/j/{workshop.code}/", {"alias": "egel"}).content.decode()

    assert says in page
    assert page.count('href="/pair/"') == 1
