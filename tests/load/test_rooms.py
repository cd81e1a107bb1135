"""Rooms of mixed people, 200 tables each with a seed of its own: the median quality by round.

Figures are printed (run with -s and FAULTS=whole: every change is tried with fewer tables); asserted is only that everybody
played. The people are invented. Each chair draws a kind of person by the shares of its room: on own score; together; by
habit, as empty chairs; noise, who taps anything; or conditional, who does as together with the chance that the others did so
last round, and follows the own score otherwise.
In round 1 that chance is a half. In the time-out before round 4 people talk: whoever is conditional counts on the others
for that one round (*wary* rooms do not: there it is a half again), and goes by what they did from then on.

How much a room *won back* is the rise from its lowest median to the last, as a share of the fall from the first to it.
"""

from collections.abc import Mapping
from statistics import median

import pytest

from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Holder
from game.engine.model.luck import draw, round_draws
from game.engine.model.roles import Role
from game.engine.table.moves import Choose, apply, close_phase, open_table
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.state import TableSetup, TableState
from tests.faults.sizes import SIZE

pytestmark = pytest.mark.rooms

RULESET = 2
TABLES, ROUNDS, TURN = 200 if SIZE.is_whole else 20, 6, 3
# A table as the battery plays.
ROLES = (Role.MUNICIPALITY,) + (Role.PROFESSIONAL,) * 2 + (Role.RESIDENT,) * 4
TASKS = 4
SETBACKS = ((3, 1), (5, 2))

CONDITIONAL = "conditional"
Shares = Mapping[str, float]
HEAVY: Shares = {Policy.OWN_SCORE: 0.6, CONDITIONAL: 0.2, Policy.RANDOM: 0.2}
COOPERATIVE: Shares = {Policy.TOGETHER: 0.4, CONDITIONAL: 0.4, Policy.HABIT: 0.2}
# What a room is before and after the turn.
ROOMS = {
    "heavy": (HEAVY, HEAVY),
    "cooperative": (COOPERATIVE, COOPERATIVE),
    "turned": (HEAVY, COOPERATIVE),
    "turned, wary": (HEAVY, COOPERATIVE),
}
AFTER_TALK = {"turned, wary": 0.5}  # how far the others are counted on just after the time-out; else entirely


def kind(shares: Shares, drawn: float) -> str:
    """Return the kind of person that a draw in [0, 1) is in a room with these shares."""
    for name, share in shares.items():
        if drawn < share:
            return name
        drawn -= share
    return list(shares)[-1]


def cooperation(state: TableState, but: int, room: str) -> float:
    """Return how far the others did as together last round, 0–1: evenings given, work done along, tasks shared."""
    if not state.played:
        return 0.5
    if state.round == TURN + 1:
        return AFTER_TALK.get(room, 1.0)
    rules, count = state.setup.rules, len(state.setup.tasks)
    found = []
    for seat in (one for index, one in enumerate(state.played[-1].seats) if index != but):
        if seat.role is Role.RESIDENT:
            found.append(rules.spent(seat.role, seat.act) / rules.evenings(count))
        elif seat.role is Role.PROFESSIONAL:
            found.append(rules.choices.counted(seat.role, "worked_along", seat.act) / count)
        else:
            found.append(sum(deal.holder is Holder.TOGETHER for deal in seat.deals or ()) / count)
    return sum(found) / len(found)


def policy(state: TableState, seat: int, person: str, room: str) -> Policy:
    """Return what a person does this round; a conditional one makes up its mind once a round."""
    if person != CONDITIONAL:
        return Policy(person)
    setup = state.setup
    drawn = draw(setup.seed, CONDITIONAL, setup.number, seat, state.round)
    return Policy.TOGETHER if drawn < cooperation(state, seat, room) else Policy.OWN_SCORE


def play(room: str, seed: int, roles: tuple[Role, ...] = ROLES, count: int = TASKS) -> TableState:
    """Return a game of one table of a room; the same seed has the same people and dice in every room."""
    tasks = tuple(f"task{k}" for k in range(count))
    state = open_table(TableSetup(RULESET, "full", tasks, roles, 0, ROUNDS, seed, setbacks=SETBACKS))
    while state.phase in PLAY_PHASES:
        shares = ROOMS[room][state.round > TURN]
        people = [kind(shares, draw(seed, "kind", seat)) for seat in range(len(roles))]
        does = [policy(state, seat, person, room) for seat, person in enumerate(people)]
        for seat, way in enumerate(does):
            state = apply(state, Choose(seat, bot_choice(state, seat, way)))
        dice = round_draws(seed, state.round, count, {}) if state.phase is Phase.ACT else ()
        state = close_phase(state, dice)
    return state


@pytest.mark.parametrize("room", ROOMS)
def test_the_quality_of_a_room_by_round(room: str) -> None:
    games = [play(room, seed) for seed in range(1, TABLES + 1)]

    qualities = [
        [sum(task.quality for task in played.result.outcome.tasks) / TASKS for played in game.played]
        for game in games
    ]
    medians = [median(by_table) for by_table in zip(*qualities, strict=True)]
    lost, won_back = medians[0] - min(medians), medians[-1] - min(medians)
    told = f"; won back {won_back / lost:.0%}" if lost > 0.0 else ""
    print(f"\n{room}: " + " ".join(f"{quality:.2f}" for quality in medians) + told)
    assert {len(game.played) for game in games} == {ROUNDS}
