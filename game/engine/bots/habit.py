"""The bot of empty seats and neighbours: does much as it did, gives some, and reacts to what happened.

About half of the residents give as much as the others do and three in ten mostly keep their evenings, as in public-goods
experiments (Fischbacher et al. 2001).
"""

from dataclasses import replace
from itertools import cycle
from math import floor

from game.engine.bots.view import BotView, fit_hours
from game.engine.model.choices import (
    CLAIM,
    INSPECT,
    JOIN,
    LEAVE,
    TAKE_OVER,
    VISIT,
    WAIT,
    WORK_ALONG,
    Deal,
    Funding,
    Holder,
    Response,
)
from game.engine.model.luck import Stream
from game.engine.model.outcome import clip
from game.engine.model.roles import Role

CONDITIONAL = 0.5
KEEPS_EVENINGS = 0.3
CHANGES_MIND = 0.4  # how likely a seat asks anew about a task that was in trouble

# How likely each kind of person on a chair asks for residents, for a mixed group, and else for professionals; by the same
# bounds of persona as the evenings they give.
_WISHES = {
    Role.RESIDENT: ((0.25, 0.55), (0.05, 0.25), (0.55, 0.35)),
    Role.PROFESSIONAL: ((0.05, 0.35), (0.45, 0.40), (0.15, 0.70)),
}

_Decision = tuple[tuple[Deal, ...], Funding]


def proposal(view: BotView, stream: Stream) -> tuple[Holder, ...]:
    """Return whom the seat asks for per task: in its first round by role and persona, later the same again, but for a task in
    trouble it may ask anew.
    """
    mine = view.last[view.seat].propose if view.last else None
    if mine is None:
        return tuple(_wish(view, stream) for _ in range(view.tasks))
    troubled = _troubled(view)
    return tuple(
        _wish(view, stream) if task in troubled and stream.chance(CHANGES_MIND) else holder
        for task, holder in enumerate(mine)
    )


def _wish(view: BotView, stream: Stream) -> Holder:
    kind = (view.persona >= CONDITIONAL) + (view.persona >= CONDITIONAL + KEEPS_EVENINGS)
    residents, together = _WISHES[view.role][kind]
    drawn = stream.next()
    if drawn < residents:
        return Holder.RESIDENTS
    return Holder.TOGETHER if drawn < residents + together else Holder.PROFESSIONALS


def decision(view: BotView, stream: Stream) -> _Decision:
    """Return a municipal seat's deals and funding: its last ones, changed where there was trouble."""
    mine = view.last[view.seat] if view.last else None
    deals = (mine.deals if mine else None) or view.previous.deals
    funding = (mine.funding if mine else None) or view.previous.funding
    troubled = _troubled(view)
    return tuple(_deal(deal, task in troubled, stream) for task, deal in enumerate(deals)), funding


def _troubled(view: BotView) -> list[int]:
    if view.last_outcome is None:
        return []
    return [task for task, happened in enumerate(view.last_outcome.tasks) if happened.trouble]


def _deal(deal: Deal, trouble: bool, stream: Stream) -> Deal:
    if not trouble:
        return replace(deal, requirements=deal.requirements and not stream.chance(0.1))
    requirements = deal.requirements or stream.chance(0.5)
    return Deal(Holder.PROFESSIONALS if stream.chance(0.3) else deal.holder, requirements)


def act(view: BotView, stream: Stream) -> tuple[str, ...]:
    """Return the seat's acts, one per task, within its limit."""
    match view.role:
        case Role.RESIDENT:
            return _resident(view, stream)
        case Role.PROFESSIONAL:
            works = [_work(view, task, stream) for task in range(view.tasks)]
            return fit_hours(view.rules, works, view.hours)
        case _:
            return _look(view, stream)


def response(role: Role, complaints: float, stream: Stream) -> Response:
    """Return what the seat does about a task in trouble with `complaints` (0–1)."""
    drawn = stream.next()
    first, chance, second, other = {
        Role.RESIDENT: (Response.GUARANTEE, complaints, Response.REPAIR, 0.2),
        Role.PROFESSIONAL: (Response.PULL_IN, 0.3, Response.EVALUATE, 0.3),
        Role.MUNICIPALITY: (Response.ADD_RULE, 0.4, Response.BACK, 0.2),
    }[role]
    if drawn < chance:
        return first
    return second if drawn < chance + other else Response.LET_BE


def _resident(view: BotView, stream: Stream) -> tuple[str, ...]:
    joined = _some_of(list(range(view.tasks)), _evenings(view, stream), stream)
    acts = []
    for task in range(view.tasks):
        if task in joined:
            acts.append(JOIN.word)
        else:
            acts.append((CLAIM if stream.chance(_claim_chance(view, task)) else WAIT).word)
    return tuple(acts)


def _evenings(view: BotView, stream: Stream) -> int:
    """Return how many evenings the seat gives this round, by its persona."""
    limit = view.rules.evenings(view.tasks)
    if CONDITIONAL <= view.persona < CONDITIONAL + KEEPS_EVENINGS:
        return int(stream.chance(0.3))
    if view.persona >= CONDITIONAL + KEEPS_EVENINGS or view.last is None:
        return _whole(limit / 2, stream)
    residents = [seat for seat in view.last if seat.role is Role.RESIDENT]
    spent = sum(view.rules.spent(Role.RESIDENT, seat.act) for seat in residents)
    given = _whole(spent / len(residents), stream)
    if stream.chance(0.25):
        given += 1 if stream.chance(0.5) else -1
    return min(limit, max(0, given))


def _whole(number: float, stream: Stream) -> int:
    """Return `number` rounded up or down by a draw, so that its mean stays."""
    return floor(number) + stream.chance(number - floor(number))


def _claim_chance(view: BotView, task: int) -> float:
    if view.last_outcome is None:
        return 0.1
    return clip(0.1 + 1.5 * (view.values.expectation[task] - view.last_outcome.tasks[task].quality))


def _work(view: BotView, task: int, stream: Stream) -> str:
    holder = view.agreed.deals[task].holder
    last = view.last_outcome.tasks[task] if view.last_outcome else None
    poor = last is not None and last.quality < 0.6
    came = last is not None and last.joined > 0.0
    if (poor or holder == Holder.PROFESSIONALS) and stream.chance(0.7):
        return TAKE_OVER.word
    if holder != Holder.PROFESSIONALS and came and stream.chance(0.7):
        return WORK_ALONG.word
    return view.last[view.seat].act[task] if view.last else WORK_ALONG.word


def _look(view: BotView, stream: Stream) -> tuple[str, ...]:
    """Return one task in trouble visited and another inspected, by turns as far as its looks go."""
    acts = [LEAVE.word] * view.tasks
    looks = cycle((VISIT, INSPECT))
    for task, look in zip(_some_of(_troubled(view), view.rules.looks, stream), looks, strict=False):
        acts[task] = look.word
    return tuple(acts)


def _some_of(tasks: list[int], count: int, stream: Stream) -> list[int]:
    """Return up to `count` different tasks in drawn order."""
    left = list(tasks)
    return [left.pop(int(stream.next() * len(left))) for _ in range(min(count, len(left)))]
