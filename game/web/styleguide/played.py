"""Made-up games for the style page: tables that bots play to where a stage has them, as the live room would hold them."""

from dataclasses import replace
from functools import lru_cache

from game import content
from game.content.texts import table_texts
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.luck import round_draws
from game.engine.model.roles import Role, default_roles
from game.engine.model.rules import NEWEST
from game.engine.model.values import By
from game.engine.screens.room import SeatPresence, Somebody, TableRoom, TableTexts
from game.engine.table.moves import close_phase, open_table
from game.engine.table.phases import DEBRIEF_PHASES, Phase, talk_from
from game.engine.table.state import Filled, Picks, TableSetup, TableState
from game.selectors.live.values import LiveTable
from game.web.styleguide.stage import ROUNDS, Stage

SEATS = 8
SEED = 11
_MANNERS = (Policy.HABIT, Policy.TOGETHER, Policy.TAKE_OVER, Policy.OWN_SCORE)
_ALIASES = ("Egel", "Anneke", "Bram", "Şükran", "Els", "Dewi", "Kees", "Noor")
_LONG = ("Winterkoning van Wal", "Grootmoeder Wilma 🌻", "Wethouder Janssen-dV", "Boomkruiper naastaan")


def tasks_of(stage: Stage) -> tuple[str, ...]:
    """Return the codes of a stage's tasks: the scenario's, and made-up ones where it has too few."""
    known = content.scenario(stage.plays).tasks
    return (*known, *(f"extra{k}" for k in range(len(known), stage.tasks)))[: stage.tasks]


def words_of(stage: Stage, words: dict[str, str]) -> dict[str, str]:
    """Return the words of a page with those of made-up tasks: what the scenario's own say, under other names."""
    known = content.scenario(stage.plays).tasks
    more: dict[str, str] = {}
    for k, made_up in enumerate(tasks_of(stage)[len(known) :]):
        prefix = f"task.{known[k]}."
        of_task = {code: text for code, text in words.items() if code.startswith(prefix)}
        more |= {f"task.{made_up}.{code.removeprefix(prefix)}": text for code, text in of_task.items()}
        more[f"task.{made_up}.name"] += " 2"
    return words | more


def table_of(stage: Stage, number: int) -> LiveTable:
    """Return table `number` (1-based) of a stage as the live room holds a table."""
    roles = default_roles(SEATS)
    is_lobby = stage.phase is Phase.LOBBY
    state = None if is_lobby else _state(replace(stage, role=Role.RESIDENT, theme=""), number)
    scenario = content.scenario(stage.plays)
    texts = TableTexts()
    if state and state.setup.tasks == scenario.tasks:
        texts = table_texts(scenario, state)
    return LiveTable(
        id=number,
        number=number,
        rev=1,
        state=state,
        seat_ids=tuple(range(number * 100, number * 100 + len(roles))),
        roles=roles,
        holders=frozenset(),
        room=TableRoom(number, _people(stage, number, len(roles)), texts),
    )


def _people(stage: Stage, number: int, seats: int) -> tuple[SeatPresence, ...]:
    """Return who sits there: a phone on each chair but the last, where a bot plays; in the lobby nobody does yet."""
    aliases = _LONG if stage.long_names else _ALIASES
    people = []
    for seat in range(seats):
        alias = aliases[(seat + number - 1) % len(aliases)]
        if seat == seats - 1 or stage.bots:
            people.append(SeatPresence(seat, bot=stage.phase is not Phase.LOBBY))
        else:
            somebody = Somebody(number * 100 + seat, alias, True)
            people.append(SeatPresence(seat, alias, present=True, people=(somebody,)))
    return tuple(people)


@lru_cache(maxsize=256)
def _state(stage: Stage, number: int) -> TableState:
    """Return a table that bots played to a stage; one plays as the stage has it, others each in a manner of its own."""
    manner = stage.manner if number == 1 else _MANNERS[number % len(_MANNERS)]
    state = open_table(_setup(stage, number))
    goal = Phase.AGREE if stage.phase is Phase.TIME_OUT else stage.phase
    while (state.phase, state.round) != (goal, stage.round) and state.phase not in DEBRIEF_PHASES:
        draws = round_draws(SEED, state.round, stage.tasks, {}) if state.phase is Phase.ACT else ()
        state = close_phase(state, draws, _filled(state, manner))
    if stage.phase is Phase.CLOSED:
        return replace(state, phase=Phase.CLOSED)
    if stage.tapped:
        picks = tuple(Picks(one.choice, By.PLAYER) for one in _filled(state, manner))
        ready = frozenset(range(len(picks) - 2)) if stage.ready else frozenset()
        return replace(state, picks=picks, ready=ready)
    return state


def _filled(state: TableState, manner: Policy) -> tuple[Filled, ...]:
    seats = range(len(state.setup.roles))
    return tuple(Filled(bot_choice(state, seat, manner), By.PLAYER) for seat in seats)


def _setup(stage: Stage, number: int) -> TableSetup:
    scenario = content.scenario(stage.plays)
    return TableSetup(
        ruleset=NEWEST,
        form="full",
        tasks=tasks_of(stage),
        roles=default_roles(SEATS),
        neighbours=0,
        rounds=ROUNDS,
        seed=SEED,
        number=number,
        setbacks=tuple(
            sorted((round, k) for round, tasks in scenario.setbacks.items() for k in tasks if k < stage.tasks)
        ),
        talk_from=talk_from(ROUNDS, silent_first=True),
    )
