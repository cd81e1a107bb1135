"""What people said in the debrief, read for screens: by table, never by name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.engine.screens.voices import OwnPost, OwnVoice, PanelPost, PostLine, Voices
from game.models import Game, Guess, Occupancy, Post, PostVote, Seat

MOST_SHOWN = 60
COLOURED = "feeling"  # the step whose words have the colour of their writer's chair


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said in a game: posts with their writers, votes as (post, person), guesses as (person, about, answer).

    A bot is nobody (None).
    `roles` has by post the chair of its writer, of posts whose words have the colour of a chair.
    """

    posts: tuple[tuple[int | None, PanelPost], ...] = ()
    votes: frozenset[tuple[int, int]] = frozenset()
    guesses: tuple[tuple[int | None, str, str], ...] = ()
    roles: Mapping[int, str] = field(default_factory=dict)


NOTHING_SAID = Said()


def said(game: Game) -> Said:
    """Return everything that was said in a game's debrief."""
    votes = frozenset(PostVote.objects.filter(post__game=game).values_list("post_id", "person_id"))
    count = Counter(post for post, _ in votes)
    rows = list(Post.objects.filter(game=game))
    posts = tuple((post.person_id, _panel_post(post, count)) for post in rows)
    guesses = Guess.objects.filter(game=game).order_by("pk").values_list("person_id", "about", "answer")
    return Said(posts, votes, tuple(guesses), _roles(game, rows))


def _roles(game: Game, posts: Sequence[Post]) -> dict[int, str]:
    """Return by post of the first step the chair that its writer sat on last; who only watched has none."""
    words = [post for post in posts if post.kind == COLOURED]
    if not words:
        return {}
    sat = Occupancy.objects.filter(seat__table__game=game).order_by("since", "pk")
    of_people: dict[int | None, str] = dict(sat.values_list("person", "seat__role"))
    seats = Seat.objects.filter(table__game=game).values_list("table__number", "number", "role")
    of_bots: dict[tuple[int | None, int | None], str] = {(table, seat): role for table, seat, role in seats}
    found = {
        post.pk: of_people.get(post.person_id) or of_bots.get((post.table, post.bot_seat)) for post in words
    }
    return {pk: role for pk, role in found.items() if role}


def _panel_post(post: Post, count: Mapping[int, int]) -> PanelPost:
    return PanelPost(
        id=post.pk,
        kind=post.kind,
        text=post.text,
        mood=post.mood,
        table=post.table,
        state=post.state,
        pinned=post.pinned,
        votes=count[post.pk],
        merged_into=post.merged_into_id,
        bot=post.person_id is None,
    )


def voices(everything: Said, step: str, options: tuple[str, ...] = ()) -> Voices:
    """Return what the room sees of a step: at most `MOST_SHOWN` posts, pinned first, people's before those of bots, then
    by votes, then as they came; `options` is what phones vote on in it.
    """
    shown = _shown(everything, step)
    shown.sort(key=lambda post: (not post.pinned, post.bot, -post.votes - post.merged, post.id))
    waiting = (post.kind == step and post.state == Post.State.WAITING for _, post in everything.posts)
    return Voices(
        posts=tuple(shown[:MOST_SHOWN]),
        waiting=sum(waiting),
        tallies=tallies(everything),
        options=options,
    )


def voices_on_phones(everything: Said, step: str, options: tuple[str, ...] = ()) -> Voices:
    """Return what phones see of a step: the newest posts as they came, pinned first, then people's, without counts.

    Counts change with every tap in the room: too much to send to three hundred phones, so the big screen has them.
    A word has the colour of its chair, and then no table, so that it is nobody's.
    """
    shown = sorted(_shown(everything, step), key=lambda post: (post.pinned, not post.bot, post.id))[
        -MOST_SHOWN:
    ]
    shown.sort(key=lambda post: (not post.pinned, post.bot, post.id))
    return Voices(
        posts=tuple(
            replace(post, votes=0, table=None if post.kind == COLOURED else post.table) for post in shown
        ),
        options=options,
    )


def _shown(everything: Said, step: str) -> list[PostLine]:
    posts = [post for _, post in everything.posts if post.kind == step]
    under: dict[int, list[PanelPost]] = defaultdict(list)
    for post in posts:
        if post.merged_into is not None:
            under[post.merged_into].append(post)
    shown = [
        _line(everything, post, under[post.id])
        for post in posts
        if post.state == Post.State.SHOWN and post.text and post.merged_into is None
    ]
    return shown if step == COLOURED else _once(shown)


def _once(shown: list[PostLine]) -> list[PostLine]:
    """Return these without what one bot said after another; of the same text that which is pinned stays."""
    first: dict[str, int] = {}
    for post in sorted(shown, key=lambda post: not post.pinned):
        first.setdefault(post.text, post.id)
    return [post for post in shown if not post.bot or first[post.text] == post.id]


def _line(everything: Said, post: PanelPost, under: list[PanelPost]) -> PostLine:
    alike = {post.id, *(other.id for other in under)}
    votes = {person for voted, person in everything.votes if voted in alike}
    return PostLine(
        id=post.id,
        kind=post.kind,
        text=post.text,
        mood=post.mood,
        table=post.table,
        votes=len(votes),
        pinned=post.pinned,
        merged=len(under),
        bot=post.bot,
        role=everything.roles.get(post.id, ""),
    )


def tallies(everything: Said) -> dict[str, dict[str, int]]:
    """Return how often every answer was given: mood, luck and what_if."""
    counted: dict[str, Counter[str]] = {"mood": Counter(), "luck": Counter(), "what_if": Counter()}
    for _, post in everything.posts:
        if post.mood:
            counted["mood"][post.mood] += 1
    for _, about, answer in everything.guesses:
        counted[about][answer] += 1
    return {about: dict(sorted(answers.items())) for about, answers in counted.items()}


def own_voice(everything: Said, people: frozenset[int]) -> OwnVoice:
    """Return what these people (one, or two who share a seat) said themselves."""
    guesses = {about: answer for person, about, answer in everything.guesses if person in people}
    return OwnVoice(
        posts=tuple(
            OwnPost(post.id, post.kind, post.text, post.mood, post.state)
            for person, post in everything.posts
            if person in people
        ),
        voted=tuple(sorted(post for post, person in everything.votes if person in people)),
        luck=int(guesses["luck"]) if "luck" in guesses else None,
        picked=guesses.get("what_if"),
    )


def panel_posts(everything: Said) -> tuple[PanelPost, ...]:
    """Return every post as the panel judges it, the newest last."""
    return tuple(post for _, post in everything.posts if post.text)
