"""A bot on a seat of a table: its whole set for the open phase, from the table's state alone."""

from game.engine.bots import policies as bots
from game.engine.bots.policies import Policy
from game.engine.bots.view import BotView
from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.engine.table.state import TableState


def bot_choice(state: TableState, seat: int, policy: Policy = Policy.HABIT) -> Choice:
    """Return what a bot with `policy` chooses on `seat` in the open phase; raises Refused("wrong_phase") outside play.

    A pure function of the table, the seat and its own draws. In the short form nobody responds: Choice() then.
    """
    setup = state.setup
    view = _view(state, seat)
    stream = bots.bot_stream(setup.seed, setup.number, seat, state.round, state.phase)
    match state.phase:
        case Phase.AGREE:
            said = bots.agree(policy, view, stream)
            return _agreed(said)
        case Phase.ACT:
            return Choice(act=bots.act(policy, view, stream))
        case Phase.OUTCOME if setup.form == "full":
            return Choice(respond=bots.respond(policy, view, stream))
        case Phase.OUTCOME:
            return Choice()
        case _:
            raise Refused("wrong_phase")


def _agreed(said: "bots.Decision | bots.Proposal") -> Choice:
    """Tell a municipal decision (deals and a funding) from a proposal (a holder per task)."""
    if isinstance(said[0], tuple):
        deals, funding = said
        return Choice(deals=deals, funding=funding)
    return Choice(propose=said)


def _view(state: TableState, seat: int) -> BotView:
    setup = state.setup
    last = state.played[-1] if state.played else None
    return BotView(
        rules=setup.rules,
        values=state.values,
        roles=setup.roles,
        seat=seat,
        tasks=len(setup.tasks),
        round=state.round,
        persona=bots.persona(setup.seed, setup.number, seat),
        form=setup.form,
        agreement=None if state.phase is Phase.AGREE else state.agreement,
        last=last.seats if last else None,
        last_outcome=last.result.outcome if last else None,
        outcome=state.outcome,
    )
