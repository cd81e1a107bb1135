"""The pages of paper play: voting cards, and the form for what a table chose."""

import re

import pytest
from django.test import Client

from game.actions import devices
from game.models import JournalEntry, Person
from game.web.devices import COOKIE
from tests.actions.room import Room, acts, full_table, proposes, start

pytestmark = pytest.mark.django_db


def facilitator(room: Room, language: str = "nl") -> Client:
    token = "t" * 43
    room.facilitator.token_hash = devices.token_hash(token)
    room.facilitator.save()
    client = Client(headers={"accept-language": language})
    client.cookies[COOKIE] = token
    return client


def address(room: Room, table: int = 1) -> str:
    return f"/control/{room.workshop.pk}/paper/{table}/"


def form_of(page: str) -> dict[str, str]:
    """Return what a browser would send of the form as it is."""
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    for name, options in re.findall(r'<select class="input" name="(\w+)">(.*?)</select>', page):
        found[name] = re.search(r'value="(\w+)" selected', options)[1]
    return found


@pytest.mark.parametrize(("language", "title"), [("nl", "Stemkaarten"), ("en", "Voting cards")])
def test_the_cards_have_every_option_of_every_role(language, title):
    room = start()
    page = facilitator(room, language).get(f"/control/{room.workshop.pk}/cards/").content.decode()
    assert f"<h1>{title}</h1>" in page
    assert page.count('<article class="vote">') == 14 + 9 + 9
    assert page.count('class="sheet"') == 3 * 2 + 1


def test_only_the_facilitator_gets_them():
    room = start()
    assert Client().get(f"/control/{room.workshop.pk}/cards/").status_code == 403
    assert Client().get(address(room)).status_code == 403
    assert facilitator(room).get(address(room, 9)).status_code == 404


def test_before_the_play_there_is_nothing_to_fill_in():
    room = start()
    page = facilitator(room).get(address(room)).content.decode()
    assert "Er valt nu niets in te vullen" in page
    assert "<select" not in page


@pytest.mark.parametrize("phase", ["agree", "act", "outcome"])
def test_a_table_is_entered_as_it_is_shown(phase):
    room = full_table()
    for _ in range({"agree": 1, "act": 2, "outcome": 3}[phase]):
        room.next()
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    answer = client.post(address(room), {**sent, "ready": "on"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address(room)}?saved=6")
    assert JournalEntry.objects.filter(kind="chose", by="facilitator").count() == 6
    assert room.state().ready == set(range(6))
    again = client.post(address(room), form_of(client.get(address(room)).content.decode()))
    assert again.headers["Location"] == f"{address(room)}?saved=0"
    assert "Bewaard: 6 plekken veranderd" in client.get(f"{address(room)}?saved=6").content.decode()
    room.assert_replays()


def test_on_paper_from_round_two():
    room = full_table()
    for _ in range(4):
        room.next()
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    client.post(address(room), {**sent, "s0_1_paper": "yes", "s0_funding": "trust"})
    deals = room.state().picks[0].choice
    assert ([deal.requirements for deal in deals.deals], deals.funding) == (
        [False, True, False, False],
        "trust",
    )


def test_a_set_over_its_limit_keeps_what_was_filled_in():
    room = full_table()
    room.next()
    room.next()
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    wrong = {**sent, **{f"s4_{k}": "join" for k in range(4)}, "s3_0": "claim"}
    answer = client.post(address(room), wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    sentence = "Je 3 avonden zijn al besteed. Haal er eerst een weg bij een andere taak."
    alias = Person.objects.get(occupancies__seat=room.players[4].seat_id).alias
    assert f'<a href="#seat-4">{alias} · bewoner</a>: {sentence}' in page, "above the form, by name"
    assert page.count(sentence) == 2, "and at the seat"
    token = "csrfmiddlewaretoken"
    assert {**form_of(page), token: ""} == {**wrong, token: ""}
    assert JournalEntry.objects.filter(by="facilitator", kind="chose").count() == 0


UNKNOWN = "Deze keuze kennen we niet."
TOO_LATE = "Het spel was al een stap verder."


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ({"s3_0": "dance"}, UNKNOWN),
        ({"step": "x"}, TOO_LATE),
        ({"step": "1"}, TOO_LATE),
        ({"step": ""}, TOO_LATE),
    ],
)
def test_what_does_not_fit_is_refused(broken, sentence):
    room = full_table()
    room.next()
    room.next()
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    answer = client.post(address(room), {**sent, **broken})
    assert (answer.status_code, sentence in answer.content.decode()) == (400, True)
    assert JournalEntry.objects.filter(by="facilitator", kind="chose").count() == 0


def test_a_form_of_the_step_before_does_not_fill_in_the_next_one():
    room = full_table()
    room.next()
    client = facilitator(room)
    proposed = form_of(client.get(address(room)).content.decode())
    room.next()
    fresh = form_of(client.get(address(room)).content.decode())
    answer = client.post(address(room), {**proposed, "s1_0": "together", "s3_0": "residents"})
    token = "csrfmiddlewaretoken"
    assert answer.status_code == 400
    assert {**form_of(answer.content.decode()), token: ""} == {**fresh, token: ""}


def test_after_the_play_nothing_is_taken():
    room = full_table()
    room.next()
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    room.end()
    page = client.post(address(room), sent).content.decode()
    assert "Er valt nu niets in te vullen" in page
    assert JournalEntry.objects.filter(by="facilitator", kind="chose").count() == 0


def test_seats_that_were_entered_before_can_be_marked_as_done_later():
    room = full_table()
    room.next()
    client = facilitator(room)
    client.post(address(room), form_of(client.get(address(room)).content.decode()))
    assert room.state().ready == frozenset()
    again = client.post(address(room), {**form_of(client.get(address(room)).content.decode()), "ready": "on"})
    assert again.headers["Location"] == f"{address(room)}?saved=0"
    assert room.state().ready == frozenset(range(6))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("nl", ["Plek 5 · bewoner", "Per ronde hooguit 3 avonden.", "De kas betaalt 10 uur per ronde."]),
        ("en", ["Seat 5 · resident", "At most 3 evenings a round.", "The purse pays 10 hours a round."]),
    ],
)
def test_the_form_says_who_and_how_much(language, sentences):
    room = start(seats=6)
    room.join("Egel")
    room.next()
    room.next()
    page = facilitator(room, language).get(address(room)).content.decode()
    assert [sentence for sentence in sentences if sentence not in page] == []


def test_a_card_says_what_a_phone_says():
    room = start()
    page = facilitator(room).get(f"/control/{room.workshop.pk}/cards/").content.decode()
    cards = re.findall(r'<p class="vote-word">([^<]+)</p><p class="vote-cost">(.*?)</p>', page)
    lines = {word: re.findall(r"<span>([^<]+)</span>", costs) for word, costs in cards}
    assert lines["avond eraan besteden"] == ["kost 1 avond"]
    assert lines["probleem melden"] == ["avond vrij", "+0,2 tot +0,5 op je cijfer"]
    assert lines["zelf uitvoeren"] == ["2,5 uur", "0 tot +0,9 op je cijfer"]
    assert lines["bewoners doen het"] == ["0 uur"], "no decimals that decide nothing"
    assert lines["op papier"] == ["kost de kas € 250", "−0,5 tot −1,3 op je cijfer bij een voorval"]
    assert lines["straat bezoeken"] == ["18% minder klachten"]
    # What hangs on how the table stands has no figure of a start that is soon over.
    differs = "wat dit oplevert, verschilt per ronde"
    for word in (
        "naar resultaat",
        "per gewerkt uur",
        "vast bedrag",
        "mensen verdedigen",
        "voorval bespreken",
        "zelf afhandelen",
    ):
        assert lines[word] == [differs]
    assert lines["garantie vragen"] == ["dat het voortaan in orde is", differs]
    assert lines["verder gaan"] == []
    assert "In ronde 1 betaalt de kas 10 uur. Daarna zegt de begeleider hoeveel." in page
    assert "debrief" not in page


def test_what_a_phone_tapped_meanwhile_is_not_overwritten():
    room = full_table()
    room.next()
    player = room.players[3]
    player.choose(proposes(*["residents"] * 4))
    client = facilitator(room)
    sent = form_of(client.get(address(room)).content.decode())
    player.choose(proposes(*["professionals"] * 4))
    client.post(address(room), sent)
    assert room.state().picks[3].by == "player"
    assert set(room.state().picks[3].choice.propose) == {"professionals"}


@pytest.mark.parametrize("phase", ["agree", "act"])
def test_what_a_phone_chose_is_not_shown_and_the_rest_of_it_stays(phase):
    room = full_table()
    room.next()
    if phase == "act":
        room.next()
    seat, words = (3, ["residents", "professionals", "residents", "professionals"])
    choice = proposes(*words) if phase == "agree" else acts("claim", "join", "claim", "claim")
    client = facilitator(room)
    before = form_of(client.get(address(room)).content.decode())
    room.players[seat].choose(choice)
    sent = form_of(client.get(address(room)).content.decode())
    assert {**sent, "csrfmiddlewaretoken": ""} == {**before, "csrfmiddlewaretoken": ""}

    client.post(address(room), {**sent, f"s{seat}_1": "residents" if phase == "agree" else "claim"})
    stored = room.state().picks[seat]
    expected = proposes("residents", "residents", "residents", "professionals")
    assert (stored.by, stored.choice) == (
        "facilitator",
        expected if phase == "agree" else acts("claim", "claim", "claim", "claim"),
    )
