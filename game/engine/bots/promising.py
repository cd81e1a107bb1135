"""What a bot says it will carry: mostly what it is about to do, by its persona.

Who gives as much as others do says so; who mostly keeps its evenings says little; the rest also says now and then what it
then leaves. A bot chooses when a step opens, so it promises out of what it has chosen.
"""

from game.engine.bots.habit import CONDITIONAL, KEEPS_EVENINGS
from game.engine.bots.policies import persona
from game.engine.model.luck import Stream
from game.engine.table.promises import did
from game.engine.table.state import TableState

# How likely each kind of persona says what it will do, task by task, and promises one task more than that.
_SAYS = ((0.95, 0.05), (0.9, 0.1), (0.85, 0.25))


def bot_promise(state: TableState, seat: int) -> tuple[bool, ...]:
    """Return per task whether a bot on `seat` promises to carry it, from the acts that it has chosen in the open act."""
    setup = state.setup
    role, acts = setup.roles[seat], state.picks[seat].choice.act or (None,) * len(setup.tasks)
    stream = Stream(setup.seed, "promise", setup.number, seat, state.round)
    who = persona(setup.seed, setup.number, seat)
    says, more = _SAYS[(who >= CONDITIONAL) + (who >= CONDITIONAL + KEEPS_EVENINGS)]
    said = [did(setup.rules, role, act) and stream.chance(says) for act in acts]
    left = [k for k, act in enumerate(acts) if not did(setup.rules, role, act)]
    if any(said) and left and stream.chance(more):
        said[stream.pick(left)] = True
    return tuple(said)
