"""What bots say in the debrief of a rehearsal: enough to practise every step alone, marked, and once."""

from collections import Counter
from operator import attrgetter

import pytest
from django.utils import timezone

from game import content
from game.engine.debrief.steps import LUCK, MOODS
from game.engine.debrief.whatif import voted
from game.engine.model.rules import RULESETS
from game.models import Guess, Person, Post, Seat
from game.protocol.commands.debrief import Judge, Lead, ShowDebrief
from game.selectors.voices import panel_posts, said, voices, voices_on_phones
from tests.actions.room import Room, new_id, start

pytestmark = pytest.mark.django_db
SEATS = 5


def debriefed(tables: int = 1, *, rehearsal: bool = True, language: str = "nl") -> Room:
    room = start(tables=tables, seats=SEATS, rounds=1, rehearsal=rehearsal, fill_bots=True, language=language)
    for _ in range(4):
        room.next()
    assert room.game.phase == "debrief"
    return room


def show(room: Room, step: str, part: str = "") -> None:
    room.run(ShowDebrief(new_id(), room.game.step, step, part or None))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_say_in_the_scenarios_words_how_it_felt_and_wait_to_be_shown(language: str) -> None:
    room = debriefed(language=language)
    show(room, "feeling", "wall")
    posts = panel_posts(said(room.game))

    assert [(post.bot, post.state, post.table) for post in posts] == [(True, "waiting", 1)] * SEATS
    known = content.words("street", language)
    felt = {
        mood: [t for c, t in known.items() if c.startswith(f"bot_said.feeling.{mood}.")] for mood in MOODS
    }
    assert [post.text for post in posts if post.text not in felt[post.mood]] == []
    assert sum(voices(said(room.game), "feeling").tallies["mood"].values()) == SEATS
    room.run(Judge(new_id(), room.game.step, [post.id for post in posts], "shown"))
    seats = Seat.objects.filter(table__game=room.game).order_by("number")
    assert [post.role for post in sorted(voices(said(room.game), "feeling").posts, key=attrgetter("id"))] == [
        seat.role for seat in seats
    ]


def test_what_they_say_is_shown_as_anybodys_and_marked() -> None:
    room = debriefed()
    show(room, "tomorrow")
    posts = panel_posts(said(room.game))
    assert len(posts) == 3  # one of each role
    room.run(Judge(new_id(), room.game.step, [posts[0].id], "shown"))

    assert [(post.text, post.bot) for post in voices(said(room.game), "tomorrow").posts] == [
        (posts[0].text, True)
    ]


def test_people_are_read_before_bots_and_a_bots_text_once() -> None:
    room = debriefed()
    shown = {"game": room.game, "kind": "tomorrow", "state": "shown", "at": timezone.now()}
    somebody = Person.objects.create(workshop=room.game.workshop, device=room.facilitator, alias="Egel")
    for person, text in ((None, "Eerst bellen"), (somebody, "Ik bel"), (None, "Eerst bellen")):
        Post.objects.create(person=person, text=text, **shown)

    assert [post.text for post in voices(said(room.game), "tomorrow").posts] == ["Ik bel", "Eerst bellen"]
    last = Post.objects.filter(text="Eerst bellen").latest("pk")
    last.pinned = True
    last.save()
    for seen in (voices, voices_on_phones):
        assert [post.text for post in seen(said(room.game), "tomorrow").posts] == ["Eerst bellen", "Ik bel"]


def test_they_guess_and_vote() -> None:
    room = debriefed()
    show(room, "what_happened", "luck")
    show(room, "what_if", "vote")
    counted = Counter(Guess.objects.values_list("about", flat=True))

    assert counted == {"luck": SEATS, "what_if": SEATS}
    assert {int(one.answer) for one in Guess.objects.filter(about="luck")} <= set(LUCK)
    options = voted(RULESETS[room.game.ruleset])
    assert {one.answer for one in Guess.objects.filter(about="what_if")} <= set(options)


def test_they_say_it_once_and_not_too_much() -> None:
    room = debriefed(tables=12)
    for step in ("feeling", "at_work", "feeling", "at_work"):
        show(room, step, "wall")
    room.run(Lead(new_id(), room.game.step, short=True))

    assert Post.objects.filter(kind="feeling").count() == 12 * SEATS
    assert Post.objects.filter(kind="at_work").count() == 24


def test_they_guess_once_and_have_nothing_to_say_where_nothing_is_asked() -> None:
    room = debriefed()
    for step in ("what_happened", "undercurrent", "what_happened", "pattern"):
        show(room, step)

    assert (Guess.objects.count(), Post.objects.count()) == (SEATS, 0)


def test_a_rehearsal_without_bots_waits_for_its_people() -> None:
    room = start(tables=1, seats=SEATS, rounds=1, rehearsal=True, fill_bots=False)
    for alias in ("Egel", "Das", "Uil", "Ree", "Mus"):
        room.join(alias, table=1)
    for _ in range(4):
        room.next()
    for step in ("feeling", "what_happened", "what_if", "tomorrow"):
        show(room, step)

    assert (room.game.phase, Post.objects.count(), Guess.objects.count()) == ("debrief", 0, 0)


def test_in_a_game_of_people_bots_are_silent() -> None:
    room = start(tables=1, seats=SEATS, rounds=1, fill_bots=True)
    room.join("Egel", table=1)
    for _ in range(4):
        room.next()
    for step in ("feeling", "what_happened", "what_if", "tomorrow"):
        show(room, step)

    assert (Post.objects.count(), Guess.objects.count()) == (0, 0)
