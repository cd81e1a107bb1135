"""The take-home page: a group's own story for whoever has the address, in the reader's language, and never a name."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from game import content
from game.actions import devices
from game.engine.debrief.loops import LOOPS
from game.engine.debrief.played import of_table
from game.engine.debrief.whatif import WhatIf, answer
from game.engine.screens.own_marks import own_rounds
from game.models import Person, Post, PostVote
from game.protocol.commands.course import PlayAgain
from game.protocol.commands.debrief import Doubt, TryWhatIf
from game.web.devices import COOKIE
from tests.actions.room import Room, full_table, new_id, start
from tests.web.takeaway.test_export import ALIASES, play

pytestmark = pytest.mark.django_db


def address(room: Room) -> str:
    return f"/take-home/{room.workshop.take_home_key}/"


def browser(language: str = "nl", token: str = "") -> Client:
    client = Client(headers={"accept-language": language})
    if token:
        client.cookies[COOKIE] = token
    return client


def page_of(room: Room, language: str = "nl", token: str = "", **asked: str) -> str:
    answered = browser(language, token).get(address(room), asked)
    assert answered.status_code == 200
    return answered.content.decode()


def drawn(page: str) -> list[dict]:
    return json.loads(re.search(r'<script id="drawn" type="application/json">(.*?)</script>', page)[1])


def known(person: Person, token: str) -> str:
    person.device.token_hash = devices.token_hash(token)
    person.device.save()
    return token


def say(room: Room, person: Person | None, text: str, **more: object) -> Post:
    given = {"table": 1, "kind": "at_work", "state": "shown", "at": timezone.now(), **more}
    return Post.objects.create(game=room.game, person=person, text=text, **given)


@pytest.fixture
def played(django_db_blocker) -> Room:
    return play(full_table(rounds=5), 5)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "nl",
            [
                *("Ons verhaal", "Wat gebeurde er?", "De onderstroom", "Het patroon"),
                *("Waar kantelde het?", "Logisch voor wie?"),
            ],
        ),
        (
            "en",
            [
                *("Our story", "What happened?", "The undercurrent", "The pattern"),
                *("Where did it turn?", "Sensible for whom?"),
            ],
        ),
    ],
)
def test_anybody_with_the_address_reads_the_story_in_their_own_language(played, language, headings):
    page = page_of(played, language)
    assert re.findall(r'<h3 class="home-step">([^<]+)</h3>', page) == headings
    assert f'<html lang="{language}">' in page
    assert [alias for alias in ALIASES if re.search(rf"\b{alias}\b", page)] == []
    assert ("Wouter Hart" in page, "style=" in page, "<script>" in page) == (True, False, False)


def test_the_thought_with_its_author_ends_the_reasons_and_stands_under_no_lines_of_the_group(played):
    page = page_of(played)
    claim = re.escape(content.words(played.game.scenario, "nl")["debrief.claim.before"][:40])
    parts = page.split('data-step="')[1:]
    told = [part.partition('"')[0] for part in parts if re.search(claim, part.partition("</article>")[0])]
    assert told == ["sensible"]


def test_every_picture_has_its_table_without_a_script(played):
    page = page_of(played)
    figures = re.findall(r'<figure class="chart-figure" data-chart="(\w+)".*?</figure>', page, re.DOTALL)
    assert figures == ["film", "quality", "share", "cost", "asked", "dice", "under", "loops", "logic"]
    bodies = [re.search(r"<tbody>(.*?)</tbody>", part)[1] for part in page.split("data-chart=")[1:]]
    assert [body.count("<tr>") for body in bodies] == [5, 5, 5, 5, 4, 4, 6, 10, 6]
    [street] = drawn(page)
    assert [line["round"] for line in street["story"]["rounds"]] == [1, 2, 3, 4, 5]
    assert set(street) == {"story", "film", "talk_from", "loops", "sensible", "marks", "what_ifs"}
    assert re.search(r"<li>Van de \d+ avonden die bewoners hadden, bleven er \d+ vrij\.", page)
    quality = round(100 * street["story"]["rounds"][-1]["quality"])
    assert f'<tr><th scope="row">5</th><td>{quality}%</td></tr>' in bodies[0]
    assert len(street["film"]) == 5


def test_nothing_is_told_while_the_game_is_played():
    room = play(full_table(), 2)
    for page in (page_of(room), page_of(room, table="1"), page_of(room, table="all")):
        assert ("Het spel is nog bezig" in page, "data-chart" in page, drawn(page)) == (True, False, [])
    assert "Hier staat nog niets" in page_of(start())


def test_a_short_game_says_so_and_leaves_the_pattern_out():
    room = play(full_table(), 1)
    room.end()
    page = page_of(room)
    assert ("een kort spel" in page, "Het patroon</h3>" in page, "Waar kantelde het?" in page) == (
        True,
        False,
        True,
    )


def test_a_game_without_a_finished_round_says_that():
    room = full_table()
    room.next()
    room.end()
    page = page_of(room)
    assert ("Er is geen ronde helemaal gespeeld" in page, "data-chart" in page) == (True, False)


def test_what_ifs_that_were_shown_are_there(played):
    for code, since in (("funding.trust", 2), ("evening_more", 1), ("funding.output", 1)):
        played.run(TryWhatIf(new_id(), played.game.step, code, since, shown=True))
    page = page_of(played)
    body = re.search(r'data-chart="what_if".*?<tbody>(.*?)</tbody>', page, re.DOTALL)[1]
    names = re.findall(r'<th scope="row">([^<]+)</th>', body)
    words = content.words("street", "nl")
    name = {
        code: words[f"debrief.what_if.{code}"] for code in ("funding.trust", "evening_more", "funding.output")
    }
    assert names == [
        words["debrief.what_if.as_it_went"],
        f"{name['funding.trust']}, vanaf ronde 2",
        f"{name['funding.trust']}, vanaf ronde 2, en mensen reageren daarop",
        name["evening_more"],
        name["funding.output"],
        f"{name['funding.output']}, en mensen reageren daarop",
    ]
    lines = answer(of_table(played.state()), WhatIf("evening_more"))
    [street] = drawn(page)
    assert street["what_ifs"][1]["lines"]["quality"] == pytest.approx(lines.quality)
    assert f"{name['funding.output']}: {words['debrief.what_if.same']}" in page


def test_approved_voices_are_there_and_ones_own_too(played):
    writer, other = Person.objects.order_by("pk")[:2]
    shown = say(played, other, "Overal <b>formulieren</b>", pinned=True)
    PostVote.objects.create(post=shown, person=writer)
    say(played, other, "Zelfde", merged_into=shown)
    say(played, other, "Niet tonen", state="hidden")
    say(played, other, "Wacht nog", state="waiting", kind="tomorrow")
    say(played, writer, "Van mij alleen", state="waiting", kind="tomorrow")
    say(played, writer, "", mood="calm", kind="feeling")
    say(played, None, "Van een bot", kind="tomorrow")
    page = page_of(played)
    assert '<bdi>Van een bot</bdi> <span class="quiet-text small">bot</span>' in page
    assert (
        '<bdi>Overal &lt;b&gt;formulieren&lt;/b&gt;</bdi> <span class="quiet-text small">1 stem, en 1 zoals dit</span>'
        in page
    )
    assert [text for text in ("Niet tonen", "Wacht nog", "Van mij alleen", ">Zelfde<") if text in page] == []
    own = page_of(played, token=known(writer, "w" * 43))
    assert ("Van mij alleen" in own, "Wacht nog" in own) == (True, False)
    # A file leaves out what is so of the page alone (`keep_page.js`).
    assert 'van jou<span class="home-only">; alleen jij ziet het hier</span>' in own


def test_ones_own_table_comes_first_and_others_are_a_link_away():
    room = start(tables=3, seats=3, rounds=1)
    room.join("Egel", table=3)
    room.join("Merel", table=1)
    room.join("Das", table=2)
    play(room, 1)
    anchors = lambda page: re.findall(r'<article id="([^"]+)"', page)  # noqa: E731
    assert anchors(page_of(room)) == ["game-1-table-1"]
    token = known(Person.objects.get(alias="Egel"), "e" * 43)
    own = page_of(room, token=token)
    assert anchors(own) == ["game-1-table-3"]
    assert own.count('class="home-own"') == 1
    assert anchors(page_of(room, token=token, table="2")) == ["game-1-table-2"]
    assert anchors(page_of(room, table="all")) == [f"game-1-table-{n}" for n in (1, 2, 3)]
    for odd in ("9", "x", "-1", "1" * 40, "٣"):
        assert anchors(page_of(room, table=odd)) == ["game-1-table-1"]


def story_of(page: str) -> str:
    return page.split('<section class="home-story"')[1].split('<details class="home-part"')[0]


def test_it_opens_with_three_sentences_and_what_is_the_readers_own(played):
    writer = Person.objects.order_by("pk")[0]
    say(played, writer, "rommelig", kind="feeling", state="waiting", mood="mixed")
    say(played, writer, "Eerst <b>bellen</b>", kind="tomorrow", state="hidden")
    seat = writer.occupancies.get().seat.number
    own = story_of(page_of(played, token=known(writer, "w" * 43)))

    marks = [f"{one.mark:.1f}".replace(".", ",") for one in own_rounds(played.state(), seat)]
    assert re.findall(r"<b>([^<]+)</b></li>", own) == marks
    assert re.findall(r"<dd[^>]*>(.*?)</dd>", own) == ["rommelig", "Eerst &lt;b&gt;bellen&lt;/b&gt;"]
    sentences = re.findall(r"<li>([^<]+)</li>", own)
    assert 1 <= len(sentences) <= 3
    others = story_of(page_of(played))
    assert re.findall(r"<li>([^<]+)</li>", others) == sentences
    assert ("own-marks" in others, "rommelig" in others) == (False, False)


def test_moods_are_counted_and_doubts_are_told(played):
    for person, mood in zip(Person.objects.order_by("pk")[:3], ("good", "bad", "good"), strict=True):
        say(played, person, "", kind="feeling", mood=mood)
    played.run(Doubt(new_id(), played.game.step, "o_crowd", 0.0))
    page = page_of(played)
    words = content.words("street", "nl")
    good, bad = words["debrief.mood.good"], words["debrief.mood.bad"]

    assert f'<p class="home-moods">{good}: 2 keer, {bad}: 1 keer</p>' in page
    assert f"{words['debrief.constant.o_crowd']}: dat telt nu niet mee" in page
    body = re.search(r'data-chart="what_if".*?<tbody>(.*?)</tbody>', page, re.DOTALL)[1]
    names = re.findall(r'<th scope="row">([^<]+)</th>', body)
    assert names == [words["debrief.what_if.as_it_went"], words["debrief.what_if.short_doubt"]]


def test_all_ten_circles_are_told_in_words(played):
    page = page_of(played)
    part = re.search(r'data-step="pattern" open>(.*?)<figure', page, re.DOTALL)[1]
    words = content.words(played.game.scenario, "nl")
    names = {words[f"debrief.loop.{code}"].replace("\u00ad", "").capitalize() for code in LOOPS}
    assert {told.partition(". ")[0] for told in re.findall(r"<li>([^<]+)", part)} == names


def test_it_says_how_long_its_address_lives_and_first_to_keep_it_where_that_is_short(played):
    page = page_of(played)
    assert "alleen op hetzelfde wifi" in page
    assert (
        page.index("Bewaar nu het bestand")
        < page.index("Thuis werkt dit adres niet meer")
        < page.index("Ons verhaal")
    )
    page = browser().get(address(played), headers={"host": "spel.example.org"}).content.decode()
    assert ("30 dagen na het einde" in page, "keep-now" in page) == (True, False)


def test_a_second_play_stands_below_the_first():
    room = play(full_table(rounds=1), 1)
    room.run(PlayAgain(new_id(), room.game.step, rotate=False))
    page = page_of(room)
    assert (page.count("<article"), "Jullie spelen nog een keer" in page) == (1, False)
    room.next()
    assert "Jullie spelen nog een keer" in page_of(room)
    play(room, 1)
    page = page_of(room)
    assert re.findall(r'<article id="([^"]+)"', page) == ["game-1-table-1", "game-2-table-1"]
    assert re.findall(r'class="home-title">([^<]+)<', page) == ["Tafel 1 · Spel 1", "Tafel 1 · Spel 2"]


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Deze pagina is er niet meer"), ("en", "This page is not there any more")]
)
def test_an_expired_address_says_what_to_do(played, language, title):
    where, code = address(played), f"/qr/take-home/{played.workshop.take_home_key}.svg"
    assert browser().get(code).headers["Content-Type"] == "image/svg+xml"
    played.workshop.delete()
    for gone in (where, "/take-home/unknown/", "/take-home/%00/"):
        answered = browser(language).get(gone)
        assert (answered.status_code, title in answered.content.decode()) == (410, True)
    assert browser().get(code).status_code == 404
    assert browser().post(where).status_code == 405


def test_it_stays_after_the_game_was_closed(played):
    played.next()
    assert played.game.phase == "closed"
    played.workshop.ended_at = timezone.now() - timedelta(days=20)
    played.workshop.save()
    assert "Waar kantelde het?" in page_of(played)
