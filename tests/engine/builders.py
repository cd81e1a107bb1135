"""Small tables for the tests of state, journal and screens; four tasks, one seat per role and four residents unless said."""

from game.engine.model.choices import Choice, Deal, Funding, Holder, Response
from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.table.moves import Choose, apply, close_phase, open_table
from game.engine.table.state import TableSetup, TableState

TASKS = ("green", "safety", "neighbours", "play")
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
CALM = (0.99,) * 4
TROUBLE = (0.0,) * 4


def setup(**changes) -> TableSetup:
    settings = {
        "ruleset": 1,
        "form": "full",
        "tasks": TASKS,
        "roles": ROLES,
        "neighbours": 0,
        "rounds": 6,
        "seed": 7,
    }
    return TableSetup(**{**settings, **changes})


def opened(**changes) -> TableState:
    return open_table(setup(**changes))


def deals(holder: str = "together", requirements: bool = False) -> tuple[Deal, ...]:
    return (Deal(Holder(holder), requirements),) * 4


def decided(holder: str = "together", requirements: bool = False, funding: str = "output") -> Choice:
    return Choice(deals=deals(holder, requirements), funding=Funding(funding))


def proposed(*holders: str) -> Choice:
    return Choice(propose=tuple(Holder(h) if h else None for h in holders))


def acted(*acts: str | None) -> Choice:
    return Choice(act=acts)


def responded(*words: str | None) -> Choice:
    return Choice(respond=tuple(Response(word) if word else None for word in words))


def choose(state: TableState, seat: int, choice: Choice, by: By = By.PLAYER) -> TableState:
    return apply(state, Choose(seat, choice, by))


def acting(state: TableState | None = None, **decision) -> TableState:
    """Return a table in act, with what the municipality decided."""
    state = choose(state or opened(), 0, decided(**decision))
    return close_phase(state, ())


def in_outcome(draws: tuple[float, ...] = TROUBLE, state: TableState | None = None, **decision) -> TableState:
    return close_phase(acting(state, **decision), draws)


def round_played(state: TableState | None = None, draws: tuple[float, ...] = TROUBLE) -> TableState:
    return close_phase(in_outcome(draws, state), ())
