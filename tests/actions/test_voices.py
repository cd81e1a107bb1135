"""What people say in the debrief: nothing is seen before the facilitator shows it, and nobody is heard twice."""

from datetime import timedelta

import pytest

from game.actions import devices
from game.actions.commands import Request, carry_out
from game.actions.voices import clean_text
from game.engine.model.refusal import Refused
from game.models import Person, Post
from game.protocol.commands import debrief as debrief_commands
from game.protocol.commands import player as player_commands
from game.protocol.messages import Ack
from game.selectors.live import screens
from game.selectors.live.loading import load
from game.selectors.voices import panel_posts
from tests.actions.room import Room, full_table, new_id, watched_to_the_debrief

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    """Give a game of one round in its debrief, at the step about one's own work."""
    found = full_table(rounds=1)
    for _ in range(4):
        found.next()
    found.show("at_work")
    return found


def code_of(answer) -> str:
    return "ack" if isinstance(answer, Ack) else answer.code


def say(player, text: str, kind: str = "at_work", mood: str = "", id: str | None = None) -> str:
    return code_of(player.send(player_commands.Post(id or new_id(), 0, kind, text, mood)))


def later(seconds: int = 6) -> None:
    """Let everything that was said have been said so long ago."""
    for post in Post.objects.all():
        Post.objects.filter(pk=post.pk).update(at=post.at - timedelta(seconds=seconds))


def heard(room: Room) -> list[tuple[str, int, int]]:
    """Return the texts that the room sees, with votes and how many lie under each."""
    game = load(room.game.pk)
    return [(post.text, post.votes, post.merged) for post in screens.projector_room(game).voices.posts]


def ids(*texts: str) -> list[int]:
    return [Post.objects.get(text=text).pk for text in texts]


def judge(room: Room, *texts: str, state: str = "shown") -> str:
    return code_of(room.run(debrief_commands.Judge(new_id(), 0, ids(*texts), state)))


def test_a_text_is_seen_by_the_panel_first_and_by_the_room_when_it_is_shown(room):
    egel = room.players[0]
    assert say(egel, "  Bij ons   ook ") == "ack"
    assert heard(room) == []
    game = load(room.game.pk)
    assert screens.panel_room(game).voices.waiting == 1
    assert [(post.text, post.state, post.table) for post in panel_posts(game.said)] == [
        ("Bij ons ook", "waiting", 1)
    ]
    assert judge(room, "Bij ons ook") == "ack"
    assert heard(room) == [("Bij ons ook", 0, 0)]
    mine = screens.own_part(load(room.game.pk), game.tables[0], egel.seat_id)
    assert [(post.text, post.state) for post in mine.voice.posts] == [("Bij ons ook", "shown")]
    assert judge(room, "Bij ons ook", state="hidden") == "ack"
    assert heard(room) == []


def test_one_post_in_five_seconds_and_the_same_command_once(room):
    egel = room.players[0]
    assert say(egel, "Een", id="same") == "ack"
    assert say(egel, "Een", id="same") == "ack"
    assert say(egel, "Twee") == "post_too_soon"
    assert say(room.players[1], "Ik ook") == "ack"
    later()
    assert say(egel, "Twee") == "ack"
    assert Post.objects.count() == 3


def test_a_double_tap_says_one_thing_once(room):
    egel = room.players[0]
    assert [say(egel, "Een"), say(egel, " Een ")] == ["ack", "ack"]
    assert Post.objects.count() == 1
    later()
    assert say(egel, "Een") == "ack"
    assert Post.objects.count() == 2, "said again on purpose"


def test_twenty_texts_are_enough(room):
    for number in range(20):
        assert say(room.players[0], f"Tekst {number}") == "ack"
        later()
    assert say(room.players[0], "Nog een") == "too_many_posts"


def test_of_a_feeling_and_of_tomorrow_a_person_has_one(room):
    room.show("tomorrow")
    egel = room.players[0]
    say(egel, "Bellen", kind="tomorrow")
    later()
    say(egel, "Langsgaan", kind="tomorrow")
    assert list(Post.objects.values_list("text", flat=True)) == ["Langsgaan"]


def test_a_mood_counts_at_once_and_its_word_waits(room):
    room.show("feeling")
    first, second, third = room.players[:3]
    assert say(first, "", kind="feeling", mood="tense") == "ack"
    assert say(second, "Druk", kind="feeling", mood="tense") == "ack"
    assert say(third, "", kind="feeling") == "text_empty"
    assert say(third, "x" * 31, kind="feeling", mood="calm") == "text_too_long"
    voices = screens.projector_room(load(room.game.pk)).voices
    assert (voices.tallies["mood"], voices.posts, voices.waiting) == ({"tense": 2}, (), 1)
    room.show("at_work")
    assert screens.projector_room(load(room.game.pk)).voices.waiting == 0, "of another step"
    later()
    assert say(first, "Zonder stemming", mood="bad") == "ack"
    assert Post.objects.get(text="Zonder stemming").mood == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<b>Dik</b> & 'zo'", "<b>Dik</b> & 'zo'"),
        ("een\ntwee\tdrie", "een twee drie"),
        ("\u202eomgekeerd\u0000", "omgekeerd"),
        ("שלום 👨‍👩‍👧", "שלום 👨‍👩‍👧"),
        ("👍🏽" * 140, "👍🏽" * 140),
        ("x" * 140, "x" * 140),
    ],
)
def test_a_text_is_one_plain_line(text, kept):
    assert clean_text(text, 140) == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [("x" * 141, "text_too_long"), (" \n\u200e\u0007", "text_empty"), ("\u202e ", "text_empty")],
)
def test_a_text_that_does_not_fit(text, code):
    with pytest.raises(Refused) as refused:
        clean_text(text, 140 if len(text) > 100 else 0)
    assert refused.value.code == code


def test_votes_are_of_people_and_can_be_taken_back(room):
    egel, das = room.players[:2]
    say(egel, "Een")
    post = ids("Een")[0]
    vote = lambda player, on: code_of(player.send(player_commands.Vote(new_id(), 0, post, on)))  # noqa: E731
    assert vote(das, True) == "unknown_post", "nobody sees it yet"
    judge(room, "Een")
    assert [vote(das, True), vote(das, True), vote(egel, True)] == ["ack"] * 3
    assert heard(room) == [("Een", 2, 0)]
    assert vote(das, False) == "ack"
    assert heard(room) == [("Een", 1, 0)]
    game = load(room.game.pk)
    assert screens.own_part(game, game.tables[0], egel.seat_id).voice.voted == (post,)


def test_one_takes_back_ones_own_and_nobody_elses(room):
    egel, das = room.players[:2]
    say(egel, "Een")
    unpost = lambda player: code_of(player.send(player_commands.Unpost(new_id(), 0, post)))  # noqa: E731
    post = ids("Een")[0]
    assert (unpost(das), Post.objects.count()) == ("ack", 1)
    assert (unpost(egel), Post.objects.count()) == ("ack", 0)
    assert unpost(egel) == "ack"


def test_pinned_comes_first_and_is_shown(room):
    for player, text in zip(room.players[:3], ("Een", "Twee", "Drie"), strict=True):
        say(player, text)
    judge(room, "Een", "Twee")
    assert code_of(room.run(debrief_commands.Pin(new_id(), 0, ids("Drie")[0], True))) == "ack"
    assert [text for text, *_ in heard(room)] == ["Drie", "Een", "Twee"]
    assert code_of(room.run(debrief_commands.Pin(new_id(), 0, ids("Drie")[0], False))) == "ack"
    assert [text for text, *_ in heard(room)] == ["Een", "Twee", "Drie"]


def test_posts_that_say_the_same_are_laid_together_with_their_votes(room):
    players = room.players[:3]
    for player, text in zip(players, ("Een", "Eén", "1"), strict=True):
        say(player, text)
    judge(room, "Een", "Eén", "1")
    for player, text in ((players[0], "Eén"), (players[1], "Eén"), (players[0], "1")):
        player.send(player_commands.Vote(new_id(), 0, ids(text)[0], True))
    merge = lambda texts, into: code_of(  # noqa: E731
        room.run(debrief_commands.Merge(new_id(), 0, ids(*texts), ids(into)[0] if into else None))
    )
    assert merge(["1"], "Eén") == "ack"
    assert merge(["Eén"], "Een") == "ack"
    assert heard(room) == [("Een", 2, 2)], "a person counts once"
    assert merge(["Een"], "1") == "unknown_post", "one that lies under another"
    assert merge(["Een"], "Een") == "unknown_post"
    assert merge(["Eén", "1"], None) == "ack"
    assert len(heard(room)) == 3
    room.show("tomorrow")
    say(players[2], "Morgen", kind="tomorrow")
    later()
    say(players[2], "Morgen", kind="tomorrow")
    assert merge(["Morgen"], "Een") == "unknown_post", "of another step"


def test_a_selection_with_a_post_that_is_gone_is_refused_whole(room):
    say(room.players[0], "Een")
    command = debrief_commands.Judge(new_id(), 0, [*ids("Een"), 999_999], "shown")
    assert code_of(room.run(command)) == "unknown_post"
    assert heard(room) == []


def test_luck_and_what_if_are_asked_in_their_step_and_can_be_changed(room):
    egel, das = room.players[:2]
    guess = lambda player, luck: code_of(player.send(player_commands.GuessLuck(new_id(), 0, luck)))  # noqa: E731
    pick = lambda player, code: code_of(player.send(player_commands.PickWhatIf(new_id(), 0, code)))  # noqa: E731
    assert (guess(egel, 3), pick(egel, "no_requirements")) == ("not_now", "not_now")
    room.show("what_happened")
    assert [guess(egel, 3), guess(egel, 5), guess(das, 5)] == ["ack"] * 3
    room.show("what_if")
    assert [pick(egel, "letting_go"), pick(das, "evening_more"), pick(das, "letting_go")] == ["ack"] * 3
    assert pick(egel, "follows.resident.own_score") == "unknown_choice"
    assert pick(egel, "no_requirements") == "unknown_choice", "nothing was on paper"
    game = load(room.game.pk)
    voices = screens.projector_room(game).voices
    assert (voices.tallies["luck"], voices.tallies["what_if"]) == ({"5": 2}, {"letting_go": 2})
    assert ("letting_go" in voices.options, "no_requirements" in voices.options) == (True, False)
    own = screens.own_part(game, game.tables[0], egel.seat_id).voice
    assert (own.luck, own.picked) == (5, "letting_go")


def test_who_watches_is_heard_and_who_is_not_there_is_not():
    room, watcher = watched_to_the_debrief()
    room.show("at_work")
    send = lambda device: code_of(  # noqa: E731
        carry_out(
            room.game.pk,
            [Request(player_commands.Post(new_id(), 0, "at_work", "Ik zag het"), "observer", device.pk)],
        )[0]
    )
    assert send(watcher) == "ack"
    game = load(room.game.pk)
    own = screens.observer_part(game, game.tables[0], game.tables[0].watchers[0])
    assert [post.text for post in own.voice.posts] == ["Ik zag het"]
    stranger, _ = devices.register("nl")
    assert send(stranger) == "not_seated"
    Person.objects.filter(device=watcher).update(removed=True)
    assert send(watcher) == "not_seated"


def test_a_word_has_the_chair_of_its_writer_and_on_phones_no_table():
    room, watcher = watched_to_the_debrief()
    told = {player.seat.role: player for player in room.players}
    assert [say(player, f"als {role}", "feeling") for role, player in told.items()] == ["ack"] * 3
    watched = player_commands.Post(new_id(), 0, "feeling", "als kijker")
    carry_out(room.game.pk, [Request(watched, "observer", watcher.pk)])
    judge(room, "als kijker", *(f"als {role}" for role in told))
    game = load(room.game.pk)
    seen = {post.text: (post.role, post.table) for post in screens.projector_room(game).voices.posts}
    assert seen == {"als kijker": ("", None)} | {f"als {role}": (role, 1) for role in told}
    on_phones = screens.table_part(game, game.tables[0]).voices.posts
    assert {(post.role, post.table) for post in on_phones} == {("", None)} | {(role, None) for role in told}


def test_nothing_is_said_before_or_after_the_debrief():
    room = full_table(rounds=1)
    room.next()
    egel = room.players[0]
    assert say(egel, "Te vroeg") == "wrong_phase"
    assert code_of(egel.send(player_commands.GuessLuck(new_id(), 0, 1))) == "wrong_phase"
    for _ in range(3):
        room.next()
    room.next()
    assert room.game.phase == "closed"
    assert say(egel, "Te laat") == "wrong_phase"
    assert code_of(egel.send(player_commands.Vote(new_id(), 0, 1, True))) == "wrong_phase"


def test_a_tap_wakes_the_own_table_only(room):
    rev = room.game.rev
    say(room.players[0], "Een")
    game = room.game
    assert (game.rev, game.voices_rev) == (rev + 1, rev + 1)
