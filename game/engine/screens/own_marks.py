"""What a chair got for what it did: its newest report mark with the lines behind it, and its rounds once play is over."""

from dataclasses import dataclass

from game.engine.model import scores
from game.engine.model.seen import tenths
from game.engine.model.values import Score
from game.engine.screens import parts
from game.engine.screens.room import Text
from game.engine.table.moves import seat_now
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class Mark:
    """A report mark 1–10 in tenths, with at most three lines whose amounts are signed score points, in tenths.

    `before` is the mark of the round before it, None in the first.
    """

    mark: float
    before: float | None
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OwnRound:
    """A finished round as one chair had it: its report mark 1–10 in tenths, what it did and whom it asked for, per task.

    `asked` is empty for a chair that decides.
    """

    mark: float
    acts: tuple[str, ...]
    asked: tuple[str, ...]


def _scores(state: TableState, seat: int) -> tuple[Score, ...]:
    """Return the seat's scores, the newest last: of the open outcome with its own response as tapped, else of last round."""
    played = tuple(one.result.scores[seat] for one in state.played)
    if state.outcome is not None:
        own = seat_now(state, seat)
        return (*played, scores.score(state.setup.rules, state.values, state.outcome, (own,), 0))
    return played if parts.is_playing(state) else ()


def own_mark(state: TableState, seat: int) -> Mark | None:
    """Return the newest report mark of a seat, None before the first outcome and after play."""
    *earlier, score = _scores(state, seat) or (None,)
    if score is None:
        return None
    lines = tuple(Text(line.code, {"amount": tenths(line.amount)}) for line in score.lines)
    before = _tenths_of_mark(state, seat, earlier[-1]) if earlier else None
    return Mark(_tenths_of_mark(state, seat, score), before, lines)


def _tenths_of_mark(state: TableState, seat: int, score: Score) -> float:
    return tenths(scores.mark(state.setup.rules, state.setup.roles[seat], score.total))


def own_rounds(state: TableState, seat: int) -> tuple[OwnRound, ...]:
    """Return the finished rounds of a seat, first to last."""
    return tuple(
        OwnRound(
            mark=_tenths_of_mark(state, seat, played.result.scores[seat]),
            acts=played.seats[seat].act,
            asked=tuple(holder.value for holder in played.seats[seat].propose or () if holder is not None),
        )
        for played in state.played
    )
