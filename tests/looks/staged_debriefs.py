"""Games that are played through the door to their debrief, each to show what no quick game comes by.

Everybody has a phone and chooses as the game's manner says; afterwards all say how it feels, guess and vote, and some write.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count, cycle
from typing import Any

from django.db.models import F

from game import models
from game.actions import admission, commands, devices, workshops, worlds
from game.actions.commands import Request
from game.actions.voices import POST_SECONDS
from game.actions.workshops import WorkshopSettings
from game.engine.bots.policies import Policy
from game.engine.debrief.steps import POSTED, Part, Step
from game.engine.model.choices import Choice
from game.engine.model.rules import NEWEST
from game.engine.table.phases import Phase
from game.engine.table.state import TableState
from game.models import Device, Game, Seat, Table, Workshop
from game.protocol.commands.course import GoBack, Next, PlayAgain
from game.protocol.commands.debrief import Judge, Pin, ShowDebrief
from game.protocol.commands.player import Choose, GuessLuck, LeaveSeat, PickWhatIf, Post
from game.protocol.messages import Refusal
from game.protocol.stored import load_state
from tests.looks.manners import BLAME, GUARANTEES, Manner, as_bots, divided, mixed, turned

SEED = 3
SEATS = 6
LEFT_AFTER = 3  # rounds
EVERYBODY = tuple(range(1, 201))
ASKED: tuple[tuple[Step, Part], ...] = (
    ("feeling", "wall"),
    ("what_happened", "luck"),
    ("what_if", "vote"),
    ("at_work", "wall"),
    ("tomorrow", "wall"),
)
TEXTS: Mapping[Any, tuple[str, ...]] = {
    "feeling": ("druk", "trots", "machteloos", "warm", "verantwoordelijkheid", "alleen"),
    "at_work": (
        "Bij ons vult iedereen het formulier in omdat het sneller is dan bellen.",
        "Ik neem het over als het misgaat. Daarna komt er niemand meer.",
    ),
    "tomorrow": ("Eerst bellen, dan pas schrijven.", "Eén taak niet overnemen, en erbij gaan staan."),
}
ARABIC: Mapping[Any, tuple[str, ...]] = {
    "feeling": ("وحيد", "فخور", "مشغول"),
    "at_work": ("عندنا يملأ الجميع النموذج لأنه أسرع من الاتصال (formulier 3b).",),
    "tomorrow": ("أن أتصل أولاً ثم أكتب.", "مهمة واحدة لا آخذها."),
}
POSTED_BY: Mapping[Any, int] = {"at_work": 1, "tomorrow": 2}  # which of every three people wrote
LONG = "W"
NEW_NAMES = {"nl.task.own1.name": "De moestuin", "nl.task.own2.name": "Het buurthuis"}
VOTES = ("funding.trust", "funding.trust", "evening_more", "twice_purse", "letting_go", "funding.trust")
_ids = count()

_Person = tuple[Device, int]  # and the row of the seat


@dataclass(frozen=True, slots=True)
class Staged:
    """A game to look at: how it is played, by how many tables, and in which scenario.

    Of `tasks`, where some are named, its world is a copy with those. `practice` has round 1 played twice; in round `back`
    the facilitator goes back to its start; at the last `left` tables everybody leaves after round 3; with `again` a second
    game is played after it. `bots` play a rehearsal, and `silent` ones of a room say nothing.
    """

    manner: Manner
    tables: int = 1
    rounds: int = 6
    scenario: str = "street"
    tasks: str = ""
    ruleset: int = NEWEST
    long: bool = False
    practice: bool = False
    back: int = 0
    left: int = 0
    again: bool = False
    bots: bool = False
    silent: bool = False
    texts: Mapping[Any, tuple[str, ...]] = field(default_factory=lambda: TEXTS)


GAMES: Mapping[str, Staged] = {
    "heavy": Staged(as_bots(Policy.TAKE_OVER)),
    "together": Staged(as_bots(Policy.TOGETHER)),
    "trap": Staged(as_bots(Policy.HABIT)),
    "divided": Staged(divided),
    "turned": Staged(turned, rounds=8),
    "habit": Staged(as_bots(Policy.HABIT), long=True),
    "guarantees": Staged(GUARANTEES),
    "blame": Staged(BLAME),
    "short": Staged(as_bots(Policy.HABIT), rounds=2),
    "ten": Staged(as_bots(Policy.OWN_SCORE), rounds=10),
    "one": Staged(as_bots(Policy.HABIT), rounds=1),
    "school": Staged(turned, scenario="school"),
    "care": Staged(as_bots(Policy.HABIT), scenario="care"),
    "two": Staged(mixed, tables=2),
    "three_tables": Staged(mixed, tables=3),
    "four": Staged(mixed, tables=4),
    "six": Staged(mixed, tables=6),
    "seven": Staged(mixed, tables=7, long=True),
    "forty": Staged(mixed, tables=40),
    "left": Staged(mixed, tables=40, left=2),
    "bots": Staged(as_bots(Policy.HABIT), bots=True),
    "practice": Staged(as_bots(Policy.HABIT), practice=True),
    "back": Staged(turned, back=3),
    "again": Staged(turned, again=True),
    "silent": Staged(as_bots(Policy.HABIT), silent=True),
    "arabic": Staged(as_bots(Policy.HABIT), texts=ARABIC),
    "three": Staged(as_bots(Policy.HABIT), tasks="green safety neighbours"),
    "six_tasks": Staged(mixed, tasks="green safety neighbours play own1 own2"),
    "old": Staged(as_bots(Policy.TAKE_OVER), ruleset=1),
}


@dataclass
class Play:
    """A game in its debrief, with what opens its screens: the cookie of the facilitator's device, and those of phones."""

    name: str
    workshop: Workshop
    facilitator: str
    phones: list[str] = field(default_factory=list)

    @property
    def control(self) -> str:
        """The path of the panel."""
        return f"/control/{self.workshop.pk}/"

    @property
    def projector(self) -> str:
        """The path of the projector."""
        return f"/projector/{self.workshop.projector_key}/"


def play(name: str) -> Play:
    """Play a game of GAMES to its debrief and let everybody say something; AssertionError where a choice is refused."""
    staged = GAMES[name]
    host, token = devices.register("nl")
    workshop = workshops.start_workshop(
        host,
        WorkshopSettings(
            title="Buurtavond Zuid",
            scenario=_world(host, staged),
            tables=staged.tables,
            seats=SEATS,
            rounds=staged.rounds,
            ruleset=staged.ruleset,
            practice=staged.practice,
            rehearsal=staged.bots,
            seed=SEED,
        ),
    )
    made = Play(name, workshop, token)
    people = {} if staged.bots else _seated(made, staged)
    game = Game.objects.get(workshop=workshop)
    _to_debrief(game, host, staged, people)
    if staged.again:
        _run(game, [Request(PlayAgain(_id(), game.step, False), "facilitator", host.pk)])
        game = Game.objects.filter(workshop=workshop).latest("pk")
        again = Seat.objects.filter(table__game=game)
        seats = {(seat.table.number, seat.number): seat.pk for seat in again.select_related("table")}
        people = {at: (device, seats[at]) for at, (device, _) in people.items()}
        _to_debrief(game, host, replace(staged, manner=as_bots(Policy.TOGETHER)), people)
    if not staged.silent:
        _speak(game, host, list(people.values()), staged)
    return made


def _world(host: Device, staged: Staged) -> str:
    """Return the scenario's code; of a copy of it that has other tasks."""
    if not staged.tasks:
        return staged.scenario
    maker = worlds.Maker(host)
    world = worlds.copy(maker, staged.scenario, "De wijk", "nl")
    worlds.change(maker, world.pk, {"tasks": staged.tasks} | NEW_NAMES, world.revision)
    return worlds.freeze(maker, world.pk)


def _seated(made: Play, staged: Staged) -> dict[tuple[int, int], _Person]:
    """Let somebody sit on every seat; the phones are those of table 1."""
    people: dict[tuple[int, int], _Person] = {}
    long = "Winterkoning Wal" if staged.long else ""
    for table in range(1, staged.tables + 1):
        for n in range(SEATS):
            device, phone = devices.register("nl" if n % 2 == 0 else "en")
            alias = f"{long or 'Egel'} {table}.{n + 1}"
            seat = admission.join(made.workshop.pk, device, alias, table, None).seat
            assert seat is not None
            people[table, seat.number] = (device, seat.pk)
            if table == 1:
                made.phones.append(phone)
    return people


def _to_debrief(game: Game, host: Device, staged: Staged, people: dict[tuple[int, int], _Person]) -> None:
    """Play until the debrief; who leaves on the way is no longer among the people."""
    back = staged.back
    while game.phase != Phase.DEBRIEF:
        if game.phase in (Phase.AGREE, Phase.ACT, Phase.OUTCOME):
            for row in Table.objects.filter(game=game):
                _choose(game, load_state(row.snapshot), staged.manner, people)
        if (game.round, game.phase) == (LEFT_AFTER, Phase.OUTCOME):
            gone = [at for at in people if at[0] > staged.tables - staged.left]
            for device, seat in (people.pop(at) for at in gone):
                _run(game, [Request(LeaveSeat(_id(), game.step), "player", device.pk, seat)])
        if back and (game.round, game.phase) == (back, Phase.OUTCOME):
            _run(game, [Request(GoBack(_id(), game.step, "agree", back), "facilitator", host.pk)])
            back = 0
        else:
            _run(game, [Request(Next(_id(), game.step, EVERYBODY), "facilitator", host.pk)])
        game.refresh_from_db()


def _choose(game: Game, state: TableState, manner: Manner, people: Mapping[tuple[int, int], _Person]) -> None:
    """Let everybody at a table choose for the open phase."""
    requests = []
    for seat in range(len(state.setup.roles) - state.setup.neighbours):
        choice = manner(state, seat)
        if choice != Choice() and (state.setup.number, seat) in people:
            device, row = people[state.setup.number, seat]
            requests.append(Request(Choose(_id(), game.step, game.step, choice), "player", device.pk, row))
    _run(game, requests)


def _speak(game: Game, host: Device, people: list[_Person], staged: Staged) -> None:
    """Let everybody write, guess and vote where that is asked, and the facilitator let it show."""
    texts = staged.texts
    moods = cycle(("good", "calm", "mixed", "tense", "bad"))
    paid = load_state(Table.objects.filter(game=game)[0].snapshot).agreement.funding
    open_votes = [code for code in VOTES if code != f"funding.{paid}"]  # phones do not offer what was so
    for step, part in ASKED:
        _run(game, [Request(ShowDebrief(_id(), game.step, step, part), "facilitator", host.pk)])
        for n, (device, seat) in enumerate(people):
            said: Post | GuessLuck | PickWhatIf
            if step == "what_happened":
                said = GuessLuck(_id(), game.step, 1 + n % 5)
            elif step == "what_if":
                said = PickWhatIf(_id(), game.step, open_votes[n % len(open_votes)])
            elif step != "feeling" and n % 3 != POSTED_BY[step]:
                continue
            else:
                own = texts[step][(n if step == "feeling" else n // 3) % len(texts[step])]
                text = LONG * POSTED[step] if staged.long and n < len(texts) else own
                said = Post(_id(), game.step, step, text, next(moods) if step == "feeling" else "")
            _run(game, [Request(said, "player", device.pk, seat)])
        models.Post.objects.filter(game=game).update(at=F("at") - timedelta(seconds=POST_SECONDS))
    posts = list(models.Post.objects.filter(game=game).values_list("pk", flat=True))
    for first in range(0, len(posts), 20):
        shown = tuple(posts[first : first + 20])
        _run(game, [Request(Judge(_id(), game.step, shown, "shown"), "facilitator", host.pk)])
    pinned = models.Post.objects.filter(game=game, kind="tomorrow").latest("pk")
    _run(game, [Request(Pin(_id(), game.step, pinned.pk, True), "facilitator", host.pk)])


def _run(game: Game, requests: list[Request]) -> None:
    answers = commands.carry_out(game.pk, requests) if requests else []
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert not refused, refused


def _id() -> str:
    return f"looks{next(_ids)}"
