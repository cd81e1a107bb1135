"""What people say in the debrief: posts that the facilitator lets through, votes, guesses. It knows no screens."""

from datetime import timedelta

from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.debrief.steps import POSTED
from game.engine.debrief.whatif import voted
from game.engine.model.refusal import Refused
from game.engine.model.rules import RULESETS
from game.engine.table.phases import Phase
from game.models import Guess, Observation, Occupancy, Person, Post, PostVote, Table
from game.protocol.commands import debrief as debrief_commands
from game.protocol.commands import player as player_commands
from game.protocol.written import Unfit, clean
from game.selectors.findings import already_of, was_so

POST_SECONDS = 5
MOST_POSTS = 20
# One answer each: a new one takes the place of the one before.
ONE_EACH = ("feeling", "tomorrow")


def clean_text(text: str, most: int) -> str:
    """Return `text` as one line of at most `most` characters; raises Refused: text_empty, text_too_long (limit)."""
    try:
        return clean(text, most)
    except Unfit as unfit:
        raise Refused(f"text_{unfit.fault}", limit=most) from None


def post(write: GameWrite, command: player_commands.Post, sender: Sender) -> None:
    """Keep a person's text until the facilitator shows it; in the first step the mood counts at once, the word may be empty.

    Raises Refused: not_seated, not_now for another step, text_empty, text_too_long, post_too_soon, too_many_posts.
    """
    person = _person(write, sender.device_id)
    if Post.objects.filter(game=write.game, person=person, command_id=command.id).exists():
        return
    _check_step(write, command.kind)
    is_feeling = command.kind == "feeling"
    has_mood = is_feeling and command.mood != ""
    text = "" if has_mood and not command.text.strip() else clean_text(command.text, POSTED[command.kind])
    mine = Post.objects.filter(game=write.game, person=person)
    just_now = mine.filter(at__gt=write.now - timedelta(seconds=POST_SECONDS))
    if just_now.filter(kind=command.kind, text=text, mood=command.mood if is_feeling else "").exists():
        return  # the second tap of a double one
    if just_now.exists():
        raise Refused("post_too_soon", seconds=POST_SECONDS)
    said = mine.filter(kind=command.kind)
    if command.kind in ONE_EACH:
        said.delete()
    elif said.count() >= MOST_POSTS:
        raise Refused("too_many_posts", limit=MOST_POSTS)
    Post.objects.create(
        game=write.game,
        person=person,
        table=_table_number(write, person),
        kind=command.kind,
        text=text,
        mood=command.mood if is_feeling else "",
        state=Post.State.WAITING if text else Post.State.SHOWN,
        command_id=command.id,
        at=write.now,
    )
    _said(write, person)


def unpost(write: GameWrite, command: player_commands.Unpost, sender: Sender) -> None:
    """Take one's own post back; one that is gone already is fine. Raises Refused: not_seated, wrong_phase."""
    person = _person(write, sender.device_id)
    _check_open(write)
    if Post.objects.filter(game=write.game, person=person, pk=command.post).delete()[0]:
        _said(write, person)


def vote(write: GameWrite, command: player_commands.Vote, sender: Sender) -> None:
    """Vote for a post that is shown, or not any more. Raises Refused: not_seated, wrong_phase, unknown_post."""
    person = _person(write, sender.device_id)
    _check_open(write)
    found = Post.objects.filter(game=write.game, pk=command.post, state=Post.State.SHOWN).first()
    if found is None:
        raise Refused("unknown_post")
    if command.on:
        PostVote.objects.get_or_create(post=found, person=person)
    else:
        PostVote.objects.filter(post=found, person=person).delete()
    _said(write, person)


def guess_luck(write: GameWrite, command: player_commands.GuessLuck, sender: Sender) -> None:
    """Keep a person's guess of the luck. Raises Refused: not_seated, not_now."""
    _answer(write, _asked(write, sender.device_id, "what_happened"), "luck", str(command.luck))


def pick_what_if(write: GameWrite, command: player_commands.PickWhatIf, sender: Sender) -> None:
    """Keep what a person thinks would have had to be different. Raises Refused: not_seated, not_now, unknown_choice."""
    if command.code not in voted(RULESETS[write.game.ruleset]):
        raise Refused("unknown_choice")
    person = _asked(write, sender.device_id, "what_if")
    if _was_so(write, command.code):
        raise Refused("unknown_choice")
    _answer(write, person, "what_if", command.code)


def _was_so(write: GameWrite, code: str) -> bool:
    """Whether a what-if was so already at every table, so that nobody is offered it."""
    numbers = Table.objects.filter(game=write.game).order_by("number").values_list("pk", flat=True)
    return was_so(code, (already_of(write.table(pk).state) for pk in numbers))


def _asked(write: GameWrite, device_id: int, step: str) -> Person:
    """Return who answers what a step asks; raises Refused: not_seated, not_now."""
    person = _person(write, device_id)
    _check_step(write, step)
    return person


def _answer(write: GameWrite, person: Person, about: str, answer: str) -> None:
    Guess.objects.update_or_create(game=write.game, person=person, about=about, defaults={"answer": answer})
    _said(write, person)


# The facilitator


def judge(write: GameWrite, command: debrief_commands.Judge, sender: Sender) -> None:
    """Let posts be seen, take them away, or let them wait again; all of them or none. Raises Refused("unknown_post")."""
    found = _posts(write, command.posts)
    changes = {"state": command.state}
    Post.objects.filter(pk__in=found).update(**changes)
    _shown(write)


def pin(write: GameWrite, command: debrief_commands.Pin, sender: Sender) -> None:
    """Put a post first, or not any more; a pinned post is shown. Raises Refused("unknown_post")."""
    found = Post.objects.filter(pk__in=_posts(write, [command.post]))
    found.update(pinned=command.pinned)
    if command.pinned:
        found.update(state=Post.State.SHOWN)
    _shown(write)


def merge(write: GameWrite, command: debrief_commands.Merge, sender: Sender) -> None:
    """Lay posts under another of the same step, with all that lies under them, or (null) take them apart again.

    Raises Refused: unknown_post, also for a post laid under itself or under one that lies under another.
    """
    found = _posts(write, command.posts)
    if command.into is None:
        Post.objects.filter(pk__in=found).update(merged_into=None)
        return _shown(write)
    top = Post.objects.filter(game=write.game, pk=command.into, merged_into=None).first()
    kinds = set(Post.objects.filter(pk__in=found).values_list("kind", flat=True))
    if top is None or top.pk in found or kinds != {top.kind}:
        raise Refused("unknown_post")
    Post.objects.filter(pk__in=found).update(merged_into=top)
    Post.objects.filter(merged_into__in=found).update(merged_into=top)
    _shown(write)


def _posts(write: GameWrite, ids: list[int]) -> list[int]:
    wanted = set(ids)
    found = list(Post.objects.filter(game=write.game, pk__in=wanted).values_list("pk", flat=True))
    if len(found) < len(wanted):
        raise Refused("unknown_post")
    return found


# What all of them need


def _person(write: GameWrite, device_id: int) -> Person:
    here = Person.objects.filter(workshop=write.game.workshop_id, device_id=device_id, removed=False)
    person = here.first()
    if person is None or not (
        Occupancy.objects.filter(person=person, until=None).exists()
        or Observation.objects.filter(person=person, until=None).exists()
    ):
        raise Refused("not_seated")
    return person


def _table_number(write: GameWrite, person: Person) -> int | None:
    held = Occupancy.objects.filter(person=person, until=None, seat__table__game=write.game)
    number: int | None = held.values_list("seat__table__number", flat=True).first()
    return number


def _check_open(write: GameWrite) -> None:
    if write.game.phase != Phase.DEBRIEF:
        raise Refused("wrong_phase")


def _check_step(write: GameWrite, step: str) -> None:
    _check_open(write)
    if write.game.debrief_step != step:
        raise Refused("not_now")


def _said(write: GameWrite, person: Person) -> None:
    """Let the panel, the projector and this person's phone be renewed; other phones show no counts."""
    write.voices_changed()
    places = [
        *Occupancy.objects.filter(person=person, until=None).values_list("seat__table", flat=True),
        *Observation.objects.filter(person=person, until=None).values_list("table", flat=True),
    ]
    for table_id in places:
        write.changed(write.table(table_id))


def _shown(write: GameWrite) -> None:
    write.voices_changed()
    write.game_changed()
