"""Seats without a person: five ways of choosing, each a pure function of what a chair can know and its own draws.

A bot chooses when a step opens, within the limits of people. Own score and the reference paths are in own_score and
paths, the believable neighbour in habit.
"""

from collections.abc import Mapping
from enum import StrEnum

from game.engine.bots import habit, own_score, paths
from game.engine.bots.view import BotView, fit_hours
from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.luck import Stream, draw
from game.engine.model.outcome import role_limit
from game.engine.model.roles import Role

Proposal = tuple[Holder, ...]
Decision = tuple[tuple[Deal, ...], Funding]


__all__ = ["BotView", "Policy", "act", "agree", "bot_stream", "persona", "respond"]


class Policy(StrEnum):
    """How a bot chooses."""

    OWN_SCORE = "own_score"
    TOGETHER = "together"
    TAKE_OVER = "take_over"
    RANDOM = "random"
    HABIT = "habit"


_PATHS: Mapping[Policy, paths.Path] = {
    Policy.TOGETHER: paths.Path.TOGETHER,
    Policy.TAKE_OVER: paths.Path.MILD_TRAP,
}


def bot_stream(seed: int, table: int, seat: int, round: int, phase: str) -> Stream:
    """Return the draws of a bot for one step; the same step of the same game always has the same."""
    return Stream(seed, "bot", table, seat, round, phase)


def persona(seed: int, table: int, seat: int) -> float:
    """Return what kind of person a bot is for the whole game, in [0, 1)."""
    return draw(seed, "persona", table, seat)


def agree(policy: Policy, view: BotView, stream: Stream) -> Decision | Proposal:
    """Return what the seat says when agreeing: deals and funding for the municipality, a holder per task for others."""
    if view.role is Role.MUNICIPALITY:
        return _decision(policy, view, stream)
    if policy is Policy.RANDOM:
        return tuple(stream.pick(tuple(Holder)) for _ in range(view.tasks))
    if policy in _PATHS:
        return tuple(deal.holder for deal in paths.path_agreement(_PATHS[policy], view.tasks).deals)
    return habit.proposal(view, stream) if policy is Policy.HABIT else view.previous_proposal


def _decision(policy: Policy, view: BotView, stream: Stream) -> Decision:
    if policy is Policy.RANDOM:
        deals = tuple(Deal(stream.pick(tuple(Holder)), stream.pick((False, True))) for _ in range(view.tasks))
        return deals, stream.pick(tuple(Funding))
    if policy is Policy.HABIT:
        return habit.decision(view, stream)
    if policy is Policy.OWN_SCORE:
        best = own_score.best_agreement(view.rules, view.values, view.previous, view.last_seats, view.seat)
        return best.deals, best.funding
    agreement = paths.path_agreement(_PATHS[policy], view.tasks)
    return agreement.deals, agreement.funding


def act(policy: Policy, view: BotView, stream: Stream) -> tuple[str, ...]:
    """Return the seat's acts, one per task, within its evenings, hours or visits; needs `view.agreement`."""
    if policy is Policy.RANDOM:
        return _random_act(view, stream)
    if policy is Policy.HABIT:
        return habit.act(view, stream)
    if policy is Policy.OWN_SCORE:
        return own_score.ranked_act(view.rules, view.values, view.agreed, view.last_seats, view.seat)
    done = paths.path_act(view.rules, _PATHS[policy], view.role, view.place, view.round - 1, view.tasks)
    return fit_hours(view.rules, done, view.hours) if view.role is Role.PROFESSIONAL else done


def respond(policy: Policy, view: BotView, stream: Stream) -> tuple[Response, ...]:
    """Return the seat's response per task, letting be where there is no trouble; needs `view.outcome`."""
    if view.form == "short":
        return (Response.LET_BE,) * view.tasks
    if policy is Policy.OWN_SCORE:
        return own_score.best_answers(view.rules, view.values, view.happened, view.role)
    return tuple(
        _response(policy, view, task.complaints, stream) if task.trouble else Response.LET_BE
        for task in view.happened.tasks
    )


def _response(policy: Policy, view: BotView, complaints: float, stream: Stream) -> Response:
    match policy:
        case Policy.RANDOM:
            return stream.pick(view.rules.choices.answer_words[view.role])
        case Policy.HABIT:
            return habit.response(view.role, complaints, stream)
        case _:
            return paths.path_response(_PATHS[policy], view.role, view.place)


def _random_act(view: BotView, stream: Stream) -> tuple[str, ...]:
    """Return any acts; one above the limit becomes another that takes nothing of it."""
    words = view.rules.choices.act_words[view.role]
    acts = [stream.pick(words) for _ in range(view.tasks)]
    if view.role is Role.PROFESSIONAL:
        return fit_hours(view.rules, acts, view.hours)
    free = tuple(act.word for act in view.rules.choices.acts[view.role] if not act.takes)
    limit = role_limit(view.rules, view.values, view.agreed, view.role)
    over = [task for task, word in enumerate(acts) if word not in free]
    while view.rules.spent(view.role, acts) > limit:
        task = over.pop(int(stream.next() * len(over)))
        acts[task] = stream.pick(free)
    return tuple(acts)
