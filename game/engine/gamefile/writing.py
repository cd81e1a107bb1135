"""A table's finished rounds as a game file: plain JSON values that `reading` takes in and plays again to the same figures.

It knows the format and nothing of where a file goes, nor of who sat on the seats.
"""

from game.engine.model.roles import Role
from game.engine.model.values import SeatRound
from game.engine.table.state import PlayedRound, TableState


def game_file(state: TableState) -> dict[str, object]:
    """Return the file of a table's finished rounds, neighbours among the residents.

    Raises ValueError when no round is finished, since such a game has no file.
    """
    if not state.played:
        raise ValueError("no finished round")
    talking = {} if state.setup.talk_from is None else {"talk_from": state.setup.talk_from}
    return {
        "ruleset": state.setup.ruleset,
        "form": state.setup.form,
        **talking,
        "tasks": list(state.setup.tasks),
        "rounds": [_round(played) for played in state.played],
    }


def _round(played: PlayedRound) -> dict[str, object]:
    seats = {role.group: [_seat(seat) for seat in played.seats if seat.role is role] for role in Role}
    setback = {"setback": list(played.setback)} if played.setback else {}
    return {"draws": list(played.draws), **setback, **seats}


def _seat(seat: SeatRound) -> dict[str, object]:
    written: dict[str, object] = {}
    if seat.role is Role.MUNICIPALITY and seat.deals is not None and seat.funding is not None:
        written["deals"] = [
            {"holder": deal.holder.value, "requirements": deal.requirements} for deal in seat.deals
        ]
        written["funding"] = seat.funding.value
    if seat.propose is not None:
        written["propose"] = [holder.value for holder in seat.propose]
    if seat.promise is not None:
        written["promise"] = list(seat.promise)
    act, respond = list(seat.act), [response.value for response in seat.respond]
    return written | {"act": act, "respond": respond, "by": seat.by.value}
