"""The facilitator's folder: every sheet in both languages, made of the workshop's own settings, for who leads it."""

import re
from html import unescape

import pytest
from django.test import Client

from game import content
from game.engine.debrief.timetable import PLANS
from tests.actions.room import Room, full_table, start
from tests.web.facilitator.test_paper import facilitator

pytestmark = pytest.mark.django_db
SHEETS = ("", "run/", "signs/", "roles/", "host/")


def sheet(room: Room, page: str = "", **asked: object) -> str:
    answer = facilitator(room).get(f"/control/{room.workshop.pk}/print/{page}", asked)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def times(page: str) -> list[str]:
    return re.findall(r'<p class="run-time"><strong>([^<]+)</strong>', page)


def titles(page: str) -> list[str]:
    return re.findall(r'<div class="run-told">\s*<h2>([^<]+)</h2>', page)


@pytest.mark.parametrize("page", SHEETS)
def test_only_the_facilitator_prints_and_in_the_language_that_is_asked_for(page: str) -> None:
    room = start(tables=3)
    assert Client().get(f"/control/{room.workshop.pk}/print/{page}").status_code == 403
    for language in content.LANGUAGES:
        told = sheet(room, page, lang=language)
        assert f'<html lang="{language}">' in told
        assert (
            content.catalogue(language)[
                "kit.print" if not page else f"kit.{page[:-1].replace('run', 'run')}_title"
            ]
            in told
        )
        assert re.findall(r"\{\w+|kit\.(?!css)\w+", told) == []
    assert '<html lang="nl">' in sheet(room, page, lang="xx")


def test_one_place_leads_to_every_sheet_in_both_languages() -> None:
    room = start()
    base = f"/control/{room.workshop.pk}"
    found = re.findall(r'class="button" href="([^"]+)"', sheet(room))
    wanted = [f"{base}/print/run/?lang={{}}&minutes={plan}" for plan in PLANS]
    wanted += [f"{base}/print/{page}?lang={{}}" for page in ("signs/", "roles/", "host/")]
    wanted += [f"{base}/cards/?lang={{}}"]
    assert sorted(found) == sorted(one.format(lang) for one in wanted for lang in content.LANGUAGES)


@pytest.mark.parametrize("minutes", PLANS)
def test_a_run_sheet_fills_its_plan(minutes: int) -> None:
    page = sheet(start(), "run/", minutes=minutes, lang="nl")
    assert times(page)[0] == "0:00"
    assert times(page)[-1] == f"{minutes // 60}:{minutes % 60:02d}"
    assert titles(page)[:5] == ["Binnenkomen", "Ronde 1", "Ronde 2", "Ronde 3", "Time-out"]
    assert ("Waar kantelde het?" in titles(page)) is (minutes > 45)


def test_a_run_sheet_says_what_the_panel_says() -> None:
    page = sheet(start(), "run/", lang="nl")
    words = content.words("street", "nl")
    said = (
        "opening",
        "note.lobby.say",
        "note.act.watch",
        "note.outcome_setback.ask",
        "note.time_out_setback.say",
    )
    for code in (*said, "note.agree_setback.say", "note.what_happened_setback.ask", "note.tomorrow.not"):
        assert words[code] in page
    presses = re.findall(r'class="run-press"><dt>Druk</dt><dd>([^<]+)</dd>', page)
    assert presses[0] == "‘Start ronde 1’ zodra bijna iedereen zit"
    assert presses[1:4] == ["‘Door naar doen’", "‘Toon de uitkomst’", "‘Start ronde 2’"]
    assert presses[5] == "‘Door naar doen’, ‘Toon de uitkomst’ en dan ‘Time-out: laat de tafels praten’"
    assert presses[6] == "‘Start ronde 4’"
    assert presses[9] == "‘Door naar doen’, ‘Toon de uitkomst’ en dan ‘Naar de nabespreking’"
    assert presses[-1] == "‘Sluit het spel’"


def test_a_run_sheet_follows_the_settings_of_the_game() -> None:
    room = start(rounds=4, tables=12, talking="free", form="short", practice=True, ruleset=1)
    page = sheet(room, "run/", lang="en", minutes="120")
    words = content.words("street", "en")
    assert titles(page)[:6] == ["Coming in", "Practice round", "Round 1", "Round 2", "Round 3", "Round 4"]
    assert "Time-out" not in titles(page)
    assert words["debrief.pattern.title"] not in titles(page)
    assert words["note.respond.say"] not in page
    assert words["note.outcome_setback.ask"] not in page
    assert words["ui.panel.next.reset"] in page
    assert words["kit.arrive_many"] in page
    assert words["kit.film_many"] in page
    assert "12 tables of 6 · 4 rounds · 120 minutes" in page


def test_the_short_path_that_was_chosen_is_on_every_plan_and_its_gain_is_told() -> None:
    room = full_table()
    full = sheet(room, "run/", lang="nl", minutes=75)
    assert "scheelt 19 minuten" in full
    game = room.game
    game.debrief = {"short": True}
    game.save()
    short = sheet(room, "run/", lang="nl", minutes=75)
    assert "Eerst ‘Korte weg’" not in short
    assert "Speel een ronde minder" in short


def test_a_time_to_begin_makes_it_a_clock_also_past_midnight() -> None:
    room = start()
    assert times(sheet(room, "run/", start="19:30"))[:2] == ["19:30", "19:38"]
    assert times(sheet(room, "run/", start="23.55"))[1] == "0:03"
    wrong = sheet(room, "run/", start="half acht", lang="nl")
    assert "Schrijf een tijd als 19:30" in wrong
    assert 'value="half acht"' in wrong
    assert times(wrong)[0] == "0:00"


def test_a_plan_that_is_too_full_says_how_long_it_takes() -> None:
    room = start(rounds=10, practice=True)
    assert "duurt het zeker 49" in sheet(room, "run/", minutes=45, lang="nl")
    assert "Dit past niet" not in sheet(room, "run/", minutes=75, lang="nl")


@pytest.mark.parametrize("tables", [1, 40])
def test_every_table_has_a_sign_that_opens_it(tables: int) -> None:
    room = start(tables=tables)
    page = sheet(room, "signs/", lang="nl")
    signs = re.findall(r'<section class="page tent" aria-label="Tafel (\d+)">', page)
    assert signs == [str(number) for number in range(1, tables + 1)]
    drawn = re.findall(r'src="(/qr/[^"]+)"', page)
    assert len(drawn) == 2 * tables
    assert f"&table={tables}" in drawn[-1]
    assert facilitator(room).get(drawn[-1])["Content-Type"] == "image/svg+xml"
    assert f"typ {room.workshop.code}" in page


def test_a_table_has_a_role_card_per_seat() -> None:
    page = sheet(start(seats=7), "roles/", lang="nl")
    assert re.findall(r'<article class="role-slip" data-role="(\w+)">', page) == [
        *["municipality"] * 2,
        *["professional"] * 2,
        *["resident"] * 3,
    ]
    assert page.count('class="page quarters"') == 2


def test_the_host_reads_how_many_chairs_and_which_wifi() -> None:
    page = sheet(start(tables=4, seats=8), "host/", lang="nl")
    assert "4 tafels met elk 8 stoelen, samen 32" in page
    assert "32 telefoons en de laptop samen" in page


def test_one_table_is_one_table() -> None:
    assert "1 tafel met 8 stoelen" in sheet(start(seats=8), "host/", lang="nl")


def test_a_name_is_shown_as_it_was_typed() -> None:
    assert "<bdi><b>&</bdi>" in sheet(start(title="<b>&"), "host/")
