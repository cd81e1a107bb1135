"""What a workshop's take-home page shows: games whose debrief was opened, without any name; nothing of a game that is played.

`read` and `states` read the database, the latter only for the tables that are shown; `street` computes their findings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from game import content
from game.engine.debrief.answers import Answer, answer_of
from game.engine.debrief.findings import Findings
from game.engine.debrief.played import of_table
from game.engine.debrief.series import Story, story
from game.engine.debrief.steps import POSTED
from game.engine.debrief.whatif import Lines, WhatIf
from game.engine.screens import street as pictures
from game.engine.screens.findings import doubted, marks
from game.engine.screens.own_marks import OwnRound, own_rounds
from game.engine.screens.room import Doubt
from game.engine.screens.voices import OwnPost, PostLine
from game.engine.table.phases import DEBRIEF_PHASES
from game.engine.table.state import TableState
from game.models import Game, Observation, Occupancy, Person, Table, Workshop
from game.protocol.stored import load_state
from game.selectors import findings
from game.selectors.links import workshop_of_take_home
from game.selectors.voices import own_voice, said, tallies, voices


@dataclass(frozen=True, slots=True)
class TakenGame:
    """A game that was debriefed: its tables by number with their key, the own one, what was said, also by oneself.

    `own_seat` counts from 0, None for who has no chair; `doubts` are the constants that were doubted; `posts` by step of the
    debrief, `moods` how often each was tapped; `talk_from` as in DebriefView.
    """

    number: int
    ruleset: int
    scenario: str
    tables: Mapping[int, int]
    own_table: int | None
    own_seat: int | None
    what_ifs: tuple[WhatIf, ...]
    doubts: tuple[Doubt, ...]
    talk_from: int | None
    posts: Mapping[str, tuple[PostLine, ...]]
    moods: Mapping[str, int]
    own: tuple[OwnPost, ...]


@dataclass(frozen=True, slots=True)
class TakeHome:
    """A workshop's page; `is_playing` tells that a game goes on that is not in `games` yet.

    `scenario` is that of its newest game, in `games` or not: the page says things in its words.
    """

    workshop: Workshop
    scenario: str
    games: tuple[TakenGame, ...]
    is_playing: bool


@dataclass(frozen=True, slots=True)
class Street:
    """One table's game with everything that was found in it; None and empty without a finished round.

    `film` is its picture after every round, `own` what the reader's own chair did and got, `doubted` the game under the
    constants that were doubted.
    """

    game: TakenGame
    table: int
    story: Story
    findings: Findings | None
    marks: Mapping[str, tuple[float, ...]]
    answers: tuple[Answer, ...]
    film: tuple[pictures.Street, ...] = ()
    own: tuple[OwnRound, ...] = ()
    doubted: Lines | None = None


def workshop_of(key: str) -> Workshop | None:
    """Return the workshop whose take-home page has this key, or None."""
    return workshop_of_take_home(key)


def read(key: str, device_id: int | None) -> TakeHome | None:
    """Return what the page with this key shows to a device, or None when there is no such page (any more)."""
    workshop = workshop_of(key)
    if workshop is None:
        return None
    person = Person.objects.filter(workshop=workshop, device=device_id).first() if device_id else None
    games = list(Game.objects.filter(workshop=workshop).order_by("number"))
    shown = tuple(_game(game, person) for game in games if game.phase in DEBRIEF_PHASES)
    is_playing = any(game.round and game.phase not in DEBRIEF_PHASES for game in games)
    scenario = games[-1].scenario if games else content.default_scenario()
    return TakeHome(workshop, scenario, shown, is_playing)


def _game(game: Game, person: Person | None) -> TakenGame:
    rows = Table.objects.filter(game=game).exclude(snapshot="").order_by("number").values_list("number", "pk")
    everything = said(game)
    table, seat = _own_place(game, person) if person else (None, None)
    return TakenGame(
        number=game.number,
        ruleset=game.ruleset,
        scenario=game.scenario,
        tables=dict(rows),
        own_table=table,
        own_seat=seat,
        what_ifs=msgspec.convert(game.debrief.get("what_ifs", []), tuple[WhatIf, ...]),
        doubts=msgspec.convert(game.debrief.get("doubts", []), tuple[Doubt, ...]),
        talk_from=game.silent_rounds + 1 if game.is_silent_first else None,
        posts={step: voices(everything, step).posts for step in POSTED},
        moods=tallies(everything)["mood"],
        own=own_voice(everything, frozenset({person.pk})).posts if person else (),
    )


def _own_place(game: Game, person: Person) -> tuple[int | None, int | None]:
    """Return the table at which somebody sat last in a game with the seat there, or else the one that they watched last."""
    sat = Occupancy.objects.filter(person=person, seat__table__game=game).order_by("since", "pk")
    place = sat.values_list("seat__table__number", "seat__number").last()
    if place is not None:
        return place
    watched = Observation.objects.filter(person=person, table__game=game).order_by("since", "pk")
    return watched.values_list("table__number", flat=True).last(), None


def states(tables: Iterable[int]) -> dict[int, TableState]:
    """Return the states of tables by key."""
    rows = Table.objects.filter(pk__in=list(tables)).values_list("pk", "snapshot")
    return {pk: load_state(snapshot) for pk, snapshot in rows}


def street(game: TakenGame, table: int, state: TableState) -> Street:
    """Return a table's game with its findings, remembered as for the debrief."""
    if not state.played:
        return Street(game, table, story(state), None, {}, ())
    played = of_table(state)
    answers = tuple(answer_of(played, one, findings.again) for one in game.what_ifs)
    by_role = {role.value: values for role, values in marks(played).items()}
    seat = game.own_seat if table == game.own_table else None
    return Street(
        game,
        table,
        story(state),
        findings.findings(played),
        by_role,
        answers,
        film=pictures.film(state),
        own=() if seat is None else own_rounds(state, seat),
        doubted=doubted(played, game.doubts, findings.again),
    )
