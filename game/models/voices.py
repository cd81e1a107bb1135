"""What people say in the debrief: posts, votes on posts, and guesses; ordinary rows that go with the person."""

from django.db import models

from game.models.game import Game
from game.models.people import Person


class Post(models.Model):
    """A short text of one person, and a mood with it in the first step; nobody sees it before the facilitator shows it.

    `merged_into` is the post that it was laid under, because it says the same. One of nobody is a bot's, in a rehearsal;
    its `command_id` is bot-{step}-{seat}, as that of every choice of a bot.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        SHOWN = "shown"
        HIDDEN = "hidden"

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="posts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="posts")
    table = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10)
    text = models.CharField(max_length=700, blank=True)
    mood = models.CharField(max_length=6, blank=True, default="")
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    pinned = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged"
    )
    command_id = models.CharField(max_length=40, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def bot_seat(self) -> int | None:
        """The seat (from 0) of the bot that wrote it; None of a person's, and of a bot's whose seat is not known."""
        seat = self.command_id.removeprefix(f"bot-{self.kind}-")
        return int(seat) if self.person_id is None and seat.isdecimal() else None


class PostVote(models.Model):
    """One person's vote for a post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="post_votes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="vote_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.post_id}"


class Guess(models.Model):
    """One person's (or nobody's: a bot's) answer to a question of the debrief: `about` is luck (1–5) or what_if (a code)."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="guesses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="guesses")
    about = models.CharField(max_length=7)
    answer = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["game", "person", "about"], name="guess_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.about}"
