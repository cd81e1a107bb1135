"""Games that are played through the door to their debrief, each to show what no quick game comes by.

Everybody has a phone and chooses as the game's manner says; afterwards they write, guess and vote.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import Any

from game import models
from game.actions import admission, commands, devices, workshops
from game.actions.commands import Request
from game.actions.workshops import WorkshopSettings
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.debrief.steps import POSTED, Part, Step
from game.engine.model.choices import Choice, Deal, Funding, Holder, Response
from game.engine.model.roles import Role
from game.engine.table.phases import Phase
from game.engine.table.state import TableState
from game.models import Device, Game, Table, Workshop
from game.protocol.commands.course import Next
from game.protocol.commands.debrief import Judge, Pin, ShowDebrief
from game.protocol.commands.player import Choose, GuessLuck, PickWhatIf, Post
from game.protocol.messages import Refusal
from game.protocol.stored import load_state

SEED = 3
SEATS = 6
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
LONG = "W"
VOTES = ("funding.trust", "funding.trust", "evening_more", "twice_purse", "letting_go", "funding.trust")
_ids = count()

_Person = tuple[Device, int]  # and the row of the seat
Manner = Callable[[TableState, int], Choice]


def _as(policy: Policy) -> Manner:
    return lambda state, seat: bot_choice(state, seat, policy)


def _turned(state: TableState, seat: int) -> Choice:
    return bot_choice(
        state, seat, Policy.TAKE_OVER if state.round <= state.setup.rounds // 2 else Policy.TOGETHER
    )


def _mixed(state: TableState, seat: int) -> Choice:
    manners = (Policy.HABIT, Policy.TOGETHER, Policy.TAKE_OVER, Policy.OWN_SCORE, Policy.HABIT)
    return bot_choice(state, seat, manners[state.setup.number % len(manners)])


@dataclass(frozen=True, slots=True)
class Fixed:
    """A table whose chairs do the same every round, by role; each task in turn of what stands there."""

    holder: Holder
    requirements: bool
    funding: Funding
    acts: Mapping[Role, tuple[str, ...]]
    answers: Mapping[Role, Response]

    def __call__(self, state: TableState, seat: int) -> Choice:
        """Return what a seat chooses in the open phase."""
        role, tasks = state.setup.roles[seat], len(state.setup.tasks)
        if state.phase is Phase.AGREE:
            if role is Role.MUNICIPALITY:
                return Choice(deals=(Deal(self.holder, self.requirements),) * tasks, funding=self.funding)
            return Choice(propose=(self.holder,) * tasks)
        if state.phase is Phase.ACT:
            turned = cycle(self.acts[role])
            return Choice(act=tuple(next(turned) for _ in range(tasks)))
        assert state.outcome is not None
        asked = [task.trouble for task in state.outcome.tasks]
        return (
            Choice(respond=tuple(self.answers[role] if one else None for one in asked))
            if any(asked)
            else Choice()
        )


def under_rules(
    holder: Holder,
    professional: tuple[str, Response],
    resident: tuple[tuple[str, ...], Response],
) -> Fixed:
    """Return a table with requirements, paid on trust, whose municipality inspects and makes rules of what goes wrong."""
    (on_tasks, answer), (turned, reply) = professional, resident
    return Fixed(
        holder,
        True,
        Funding.TRUST,
        {
            Role.MUNICIPALITY: ("inspect", "inspect", "leave", "leave"),
            Role.PROFESSIONAL: (on_tasks,),
            Role.RESIDENT: turned,
        },
        {Role.MUNICIPALITY: Response.ADD_RULE, Role.PROFESSIONAL: answer, Role.RESIDENT: reply},
    )


GUARANTEES = under_rules(
    Holder.TOGETHER,
    ("together", Response.PULL_IN),
    (("claim", "claim", "join", "claim"), Response.GUARANTEE),
)
BLAME = under_rules(
    Holder.RESIDENTS, ("step_back", Response.LET_BE), (("join", "join", "wait", "wait"), Response.REPAIR)
)


@dataclass(frozen=True, slots=True)
class Staged:
    """A game to look at: how it is played, by how many tables, and in which scenario."""

    manner: Manner
    tables: int = 1
    rounds: int = 6
    scenario: str = "street"
    long: bool = False


GAMES: Mapping[str, Staged] = {
    "heavy": Staged(_as(Policy.TAKE_OVER)),
    "together": Staged(_as(Policy.TOGETHER)),
    "turned": Staged(_turned, rounds=8),
    "habit": Staged(_as(Policy.HABIT), long=True),
    "guarantees": Staged(GUARANTEES),
    "blame": Staged(BLAME),
    "short": Staged(_as(Policy.HABIT), rounds=2),
    "ten": Staged(_as(Policy.OWN_SCORE), rounds=10),
    "school": Staged(_turned, scenario="school"),
    "care": Staged(_as(Policy.HABIT), scenario="care"),
    "two": Staged(_mixed, tables=2),
    "six": Staged(_mixed, tables=6),
    "seven": Staged(_mixed, tables=7, long=True),
    "forty": Staged(_mixed, tables=40),
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
    long = "Winterkoning Wal" if staged.long else ""
    workshop = workshops.start_workshop(
        host,
        WorkshopSettings(
            title="Buurtavond Zuid",
            scenario=staged.scenario,
            tables=staged.tables,
            seats=SEATS,
            rounds=staged.rounds,
            seed=SEED,
        ),
    )
    made = Play(name, workshop, token)
    people: dict[tuple[int, int], _Person] = {}
    for table in range(1, staged.tables + 1):
        for n in range(SEATS):
            device, phone = devices.register("nl" if n % 2 == 0 else "en")
            seat = admission.join(workshop.pk, device, f"{long or 'Egel'} {table}.{n + 1}", table, None).seat
            assert seat is not None
            people[table, seat.number] = (device, seat.pk)
            if table == 1:
                made.phones.append(phone)
    game = Game.objects.get(workshop=workshop)
    while game.phase != Phase.DEBRIEF:
        if game.phase in (Phase.AGREE, Phase.ACT, Phase.OUTCOME):
            for row in Table.objects.filter(game=game):
                _choose(game, load_state(row.snapshot), staged.manner, people)
        _run(game, [Request(Next(_id(), game.step, EVERYBODY), "facilitator", host.pk)])
        game.refresh_from_db()
    _speak(game, host, list(people.values()), staged.long)
    return made


def _choose(game: Game, state: TableState, manner: Manner, people: Mapping[tuple[int, int], _Person]) -> None:
    """Let everybody at a table choose for the open phase."""
    requests = []
    for seat in range(len(state.setup.roles) - state.setup.neighbours):
        choice = manner(state, seat)
        if choice != Choice():
            device, row = people[state.setup.number, seat]
            requests.append(Request(Choose(_id(), game.step, game.step, choice), "player", device.pk, row))
    _run(game, requests)


def _speak(game: Game, host: Device, people: list[_Person], is_long: bool) -> None:
    """Let everybody write, guess and vote where that is asked, and the facilitator let it show."""
    moods = cycle(("good", "calm", "mixed", "tense", "bad"))
    for step, part in ASKED:
        _run(game, [Request(ShowDebrief(_id(), game.step, step, part), "facilitator", host.pk)])
        for n, (device, seat) in enumerate(people):
            said: Post | GuessLuck | PickWhatIf
            if step == "what_happened":
                said = GuessLuck(_id(), game.step, 1 + n % 5)
            elif step == "what_if":
                said = PickWhatIf(_id(), game.step, VOTES[n % len(VOTES)])
            elif n % len(TEXTS) != list(TEXTS).index(step):
                continue  # some seconds have to be between two texts
            else:
                own = TEXTS[step][n // len(TEXTS) % len(TEXTS[step])]
                text = LONG * POSTED[step] if is_long and n < len(TEXTS) else own
                said = Post(_id(), game.step, step, text, next(moods) if step == "feeling" else "")
            _run(game, [Request(said, "player", device.pk, seat)])
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
