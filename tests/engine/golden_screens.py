"""Every audience's screens at every moment of the golden games, and what programs print of them, as JSON.

A move of code must leave them as they are, to the last digit.

`python -m tests.engine.golden_screens` writes them anew, for a change that means to change a screen.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from game.engine.debrief.findings import findings, reruns
from game.engine.debrief.played import of_file, of_table
from game.engine.debrief.steps import STEPS
from game.engine.debrief.whatif import WhatIf
from game.engine.gamefile.reading import parse, replay
from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.model.values import By, SeatRound
from game.engine.screens import observer, panel, player, projector
from game.engine.screens.findings import findings_view
from game.engine.screens.room import DebriefView, Doubt, Room, SeatPresence, Somebody, TableRoom
from game.engine.table.moves import close_game, close_phase, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import Filled, Picks, TableSetup, TableState
from tests.engine.golden import FOLDER, NAMES, data

_told = cache(findings)  # the same in every step of a debrief
KEPT = FOLDER / "screens"
SEED = 7
WHAT_IFS = (WhatIf("funding.trust", 2), WhatIf("no_rules"), WhatIf("luck.1"))
DOUBTS = (Doubt("o_down", 0.18),)

Screens = dict[str, Any]


def moments(name: str, ruleset: int | None = None) -> Iterator[tuple[str, TableState]]:
    """Yield a golden game's table in every phase with all choices tapped, and then in its debrief, each with a name.

    Under another `ruleset` the same is chosen, and what comes of it is another game.
    """
    file = parse(data(name))
    roles = tuple(seat.role for seat in file.rounds[0].seats)
    setup = TableSetup(
        ruleset=file.ruleset if ruleset is None else ruleset,
        form=file.form,
        tasks=file.tasks,
        roles=roles,
        neighbours=0,
        rounds=len(file.rounds),
        seed=SEED,
        setbacks=tuple((round, k) for round, one in enumerate(file.rounds, start=1) for k in one.setback),
    )
    state = open_table(setup)
    for number, one in enumerate(file.rounds, start=1):
        for phase in (Phase.AGREE, Phase.ACT, Phase.OUTCOME):
            filled = tuple(Filled(_choice(phase, seat, state), By.PLAYER) for seat in one.seats)
            picks = tuple(Picks(one.choice, one.by) for one in filled)
            yield f"{number} {phase}", replace(state, picks=picks, ready=frozenset(range(0, len(roles), 2)))
            state = close_phase(state, one.draws if phase is Phase.ACT else (), filled)
    yield "debrief", state
    yield "closed", close_game(state)


def _choice(phase: Phase, seat: SeatRound, state: TableState) -> Choice:
    match phase:
        case Phase.AGREE if seat.role is Role.MUNICIPALITY:
            return Choice(deals=seat.deals, funding=seat.funding)
        case Phase.AGREE:
            holders = tuple(deal.holder for deal in state.agreement.deals)
            return Choice(propose=seat.propose or holders)
        case Phase.ACT:
            return Choice(act=seat.act)
        case _:
            return Choice(respond=seat.respond)


def screens(name: str) -> dict[str, Screens]:
    """Return every audience's screens at every moment of a golden game, ready for JSON."""
    found: dict[str, Screens] = {}
    for moment, state in moments(name):
        if state.phase is not Phase.DEBRIEF:
            found[moment] = audiences(state, DebriefView())
            continue
        for step, parts in STEPS.items():
            view = DebriefView(step, part=parts[-1], talk_from=4, what_ifs=WHAT_IFS, doubts=DOUBTS)
            found[f"{moment} {step}"] = audiences(state, view)
    file = parse(data(name))
    found["programs"] = {
        "replay": replay(file),
        "findings": findings(of_file(file)),
        "reruns": reruns(of_file(file)),
    }
    return json.loads(msgspec.json.encode(found))  # type: ignore[no-any-return]


def audiences(state: TableState, view: DebriefView) -> Screens:
    """Return the screens of every audience of a table in this state."""
    people = tuple(
        SeatPresence(seat, f"p{seat}", present=True, people=(Somebody(seat, f"p{seat}", True),))
        for seat in range(len(state.setup.roles))
    )
    table = TableRoom(1, people)
    room = Room(
        title="",
        code="",
        address="",
        scenario="street",
        step=1,
        phase=state.phase,
        round=state.round,
        rounds=6,
        silent=state.round <= 3,
        debrief=view,
    )
    pairs = ((state, table),)
    is_over = state.phase in (Phase.DEBRIEF, Phase.CLOSED)
    game = of_table(state)
    shown = findings_view(game, lambda: _told(game), view) if is_over else None
    one_of_each = {role.value: state.setup.roles.index(role) for role in Role}
    return {
        "phone": player.table_part(state, room, table, shown),
        **{f"phone {role}": player.mine(state, room, table, seat) for role, seat in one_of_each.items()},
        "observer": observer.observer_mine(state, room, table, "o", {2: "better", 3: "worse"}),
        "panel": panel.panel_room(room, pairs),
        "tile": panel.panel_tile(state, table, state.setup.roles),
        "undercurrent": panel.under(state, table),
        "projector": projector.projector_room(room, pairs),
        "board": projector.board(state, table, shown),
    }


def stored(name: str) -> dict[str, Screens]:
    """Return a golden game's screens as they were kept."""
    kept: dict[str, Screens] = json.loads(gzip.decompress((KEPT / f"{name}.json.gz").read_bytes()))
    return kept


def write() -> None:
    """Keep the screens of every golden game as they are now."""
    KEPT.mkdir(exist_ok=True)
    for name in NAMES:
        text = json.dumps(screens(name), separators=(",", ":"), sort_keys=True)
        (KEPT / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    write()
