"""What bots say in the debrief of a rehearsal, so that a facilitator can practise every step alone.

They say it when their step is shown, once a game, in the scenario's words and the workshop's language; a post or guess of
nobody is a bot's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game import content
from game.actions.write import GameWrite
from game.engine.bots.policies import persona
from game.engine.debrief.steps import LUCK, MOODS, POSTED
from game.engine.model.luck import Stream
from game.engine.model.rules import RULESETS
from game.engine.table.state import TableState
from game.models import Guess, Post, Seat
from game.selectors.findings import already_of, voted_on

MOST_TEXTS = 24  # of a step: what a facilitator can read through
# From which quality of its street (0–1) a bot felt good, calm, mixed, tense; below that bad.
FELT = (0.75, 0.6, 0.45, 0.3)
LESS_SURE = 0.5  # a persona of this or more feels one worse


@dataclass(frozen=True, slots=True)
class _Bot:
    """A bot's chair: its table's number and state, its seat from 0, and its role."""

    table: int
    state: TableState
    seat: int
    role: str

    @property
    def mood(self) -> str:
        """How it was, by what became of the street."""
        tasks = self.state.played[-1].result.outcome.tasks if self.state.played else ()
        quality = sum(task.quality for task in tasks) / len(tasks) if tasks else FELT[-1]
        setup = self.state.setup
        worse = persona(setup.seed, setup.number, self.seat) >= LESS_SURE
        return MOODS[min(sum(quality < bound for bound in FELT) + worse, len(MOODS) - 1)]

    def draws(self, about: str) -> Stream:
        """Return this bot's draws about something, the same every time."""
        setup = self.state.setup
        return Stream(setup.seed, "said", setup.number, self.seat, about)


def let_bots_speak(write: GameWrite) -> None:
    """Let the bots of a rehearsal write, guess or pick what the step that is shown asks for, unless they did already."""
    if not write.game.rehearsal:
        return
    step = write.game.debrief_step
    if step in POSTED:
        _write(write, step)
    elif step == "what_happened":
        _answer(write, "luck", tuple(str(luck) for luck in LUCK))
    elif step == "what_if":
        _answer(
            write,
            "what_if",
            voted_on(RULESETS[write.game.ruleset], (already_of(table.state) for table in write.tables())),
        )


def _write(write: GameWrite, step: str) -> None:
    said = Post.objects.filter(game=write.game, kind=step, person=None)
    if said.exists():
        return
    words = content.words(write.game.scenario, write.game.workshop.language)
    bots = list(_bots(write))
    is_feeling = step == "feeling"
    if not is_feeling:
        bots = list({(bot.table, bot.role): bot for bot in bots}.values())[:MOST_TEXTS]
    posts = [_post(write, bot, step, bot.mood if is_feeling else "", words) for bot in bots]
    Post.objects.bulk_create(posts)
    if posts:
        write.voices_changed()


def _post(write: GameWrite, bot: _Bot, step: str, mood: str, words: Mapping[str, str]) -> Post:
    family = f"bot_said.{step}.{mood or bot.role}."
    options = [text for code, text in words.items() if code.startswith(family)]
    return Post(
        game=write.game,
        person=None,
        table=bot.table,
        kind=step,
        text=bot.draws(step).pick(options),
        mood=mood,
        state=Post.State.SHOWN if write.game.workshop.alone else Post.State.WAITING,
        command_id=f"bot-{step}-{bot.seat}",
        at=write.now,
    )


def _answer(write: GameWrite, about: str, options: tuple[str, ...]) -> None:
    if Guess.objects.filter(game=write.game, about=about, person=None).exists():
        return
    made = [
        Guess(game=write.game, person=None, about=about, answer=bot.draws(about).pick(options))
        for bot in _bots(write)
    ]
    Guess.objects.bulk_create(made)
    if made:
        write.voices_changed()


def _bots(write: GameWrite) -> Iterator[_Bot]:
    tables = {table.row.pk: table for table in write.tables()}
    bots = Seat.objects.filter(table__game=write.game, bot=True).order_by("table__number", "number")
    for seat in bots:
        table = tables[seat.table_id]
        yield _Bot(table.row.number, table.playing, seat.number, seat.role)
