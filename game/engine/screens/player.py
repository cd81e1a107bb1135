"""A phone's screen: the table's part, the same for all its seats, and what only this chair sees.

Each chair has one gauge that the others do not have: the municipality the purse and the hours it can hire, professionals how
much of their paid time went to accounting and calls, residents the evenings their neighbours kept and one overheard sentence.

In one file because a phone gets two parts, and what stands in one and not in the other is decided by seeing both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.engine.debrief.room import TableDot
from game.engine.debrief.series import Story, story
from game.engine.model import figures, scores
from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.model.seen import hundredths, tenths, whole_tenths
from game.engine.model.values import By
from game.engine.screens import order, parts, tally, week
from game.engine.screens.answered import Gave, answered, by_itself, gave
from game.engine.screens.findings import FindingsView
from game.engine.screens.own_marks import Mark, OwnRound, own_mark, own_rounds
from game.engine.screens.room import AroundPlay, Asker, DebriefView, Room, Setback, TableRoom, Text, around
from game.engine.screens.street import Street, StreetOwn, film, street, street_own
from game.engine.screens.voices import OwnVoice, Voices
from game.engine.screens.week import PaidWeek
from game.engine.table import limits
from game.engine.table.left_open import LeftOpen, left_open, repeats
from game.engine.table.moves import current_seats, prefill
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.engine.table.promises import has_promises
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as everyone at the table sees it; `quality` and `before` are the newest and the one before, 0–1.

    `asked` is None while agree is open: until it closes each sees that on its own (Mine). `answered` has what came of last
    round's trouble there, while the next round is played. `promised` is what the table promised in a round with talking, from
    act until its outcome closes; else None. `by_itself` says that it is on paper because that was written down last round.
    """

    code: str
    quality: float | None
    before: float | None
    deal: parts.DealLine
    asked: parts.Asked | None
    answered: tuple[str, ...]
    promised: parts.Promised | None
    by_itself: bool


@dataclass(frozen=True, slots=True)
class TaskReport:
    """What happened on a task: how many did what, whether there was an incident or trouble, and its sentence.

    `setback` says that the incident came to every table.
    """

    acted: tuple[parts.RoleCounts, ...]
    incident: bool
    setback: bool
    trouble: bool
    sentence: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart(AroundPlay):
    """What every phone at a table shows; `setbacks` are those of the open outcome, `news` leads with the newest.

    `funding_before` is how the professionals were paid last round, None in the first.
    `film` is the picture after every round, once the debrief is open; `dots` has all tables where the wall shows each as one.
    """

    table: int
    facilitator_away: bool
    bot_after_seconds: int
    may_talk: bool
    form: str
    funding: str
    funding_before: str | None
    tasks: tuple[TaskLine, ...]
    ready: tuple[parts.RoleReady, ...]
    neighbours: int
    briefing: Text | None
    news: tuple[Text, ...]
    setbacks: tuple[Setback, ...]
    done: tuple[Text, ...]
    meanwhile: Text | None
    report: tuple[TaskReport, ...]
    debrief: DebriefView | None
    story: Story | None
    findings: FindingsView | None
    earlier: Story | None
    voices: Voices | None
    street: Street
    film: tuple[Street, ...]
    dots: tuple[TableDot, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """The chair's own gauge: figures by name, and a sentence where the role has one."""

    figures: dict[str, float]
    sentence: Text | None


@dataclass(frozen=True, slots=True)
class Inspected:
    """The figures of a task that this municipal seat asked for, 0–1; there is no share of what nobody did."""

    task: int
    quality: float
    complaints: float
    joined: float
    professional_share: float | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What people said about a task to the municipal seat that visited it."""

    task: int
    sentence: Text


@dataclass(frozen=True, slots=True)
class Mine:
    """What only this seat sees; `stored` is its set as the server has it, `prefill` what counts without a tap.

    `asked` has per task how often who is asked while agree is open, None before this seat's own tap there; `order` gives per
    kind of option the order in which this seat sees them, `figures` what each costs and brings, without what is
    zero;
    `left` is what would be filled in for it now, and `left_repeats` whether that is what it did last round;
    `limit_binds` says that no more than `limit` can be chosen; else what is over it is done thinner. `week` has the hours the
    purse pays, for who gives them away and for who decides what is left to pay them. A mark begins at `mark_base` and moves
    `mark_point` for each score point;
    `bot_chose` says that what is stored was chosen by a bot while the phone was away, `share` that two phones have this seat,
    `asking` who at the door would share it;
    `gave` is what it answered to last round's trouble and what came of it, while the next round is agreed;
    `voice` is what this phone said in the debrief, `rounds` what this chair did and got once that is open;
    `own` is what this chair sees in the picture besides everybody's.
    """

    seat: int
    role: Role
    alias: str
    bot: bool
    bot_chose: bool
    share: bool
    asking: tuple[Asker, ...]
    ready: bool
    stored: Choice
    promise: tuple[bool, ...] | None
    prefill: Choice
    left: tuple[LeftOpen, ...]
    left_repeats: bool
    limit: float
    limit_binds: bool
    week: PaidWeek | None
    mark_base: float
    mark_point: float
    asked: tuple[parts.Asked | None, ...]
    order: dict[str, tuple[str, ...]]
    figures: tuple[figures.Told, ...]
    mark: Mark | None
    gauge: Gauge | None
    gave: tuple[Gave, ...]
    heard: tuple[Heard, ...]
    inspected: tuple[Inspected, ...]
    voice: OwnVoice | None
    rounds: tuple[OwnRound, ...]
    own: StreetOwn


def table_part(
    state: TableState,
    room: Room,
    table: TableRoom,
    findings: FindingsView | None = None,
    voices: Voices | None = None,
    earlier: Story | None = None,
    dots: tuple[TableDot, ...] = (),
) -> TablePart:
    """Return what all phones of a table share."""
    in_debrief = state.phase in DEBRIEF_PHASES
    phase = room.phase if room.phase is Phase.TIME_OUT else state.phase
    seen = replace(room, phase=phase, round=state.round)
    return TablePart(
        **around(AroundPlay, seen),
        table=table.number,
        facilitator_away=room.facilitator_away,
        bot_after_seconds=room.bot_after_seconds,
        may_talk=room.may_talk,
        form=state.setup.form,
        funding=state.agreement.funding,
        funding_before=state.played[-1].result.outcome.agreement.funding if state.played else None,
        tasks=_task_lines(state),
        ready=parts.ready_by_role(state, table),
        neighbours=state.setup.neighbours,
        briefing=table.texts.briefing,
        news=table.texts.news,
        setbacks=table.texts.setbacks,
        done=table.texts.done,
        meanwhile=table.texts.meanwhile,
        report=_reports(state, table),
        debrief=room.debrief if in_debrief else None,
        story=story(state) if in_debrief else None,
        findings=findings,
        earlier=earlier,
        voices=voices if in_debrief else None,
        street=street(state),
        film=film(state) if in_debrief else (),
        dots=dots,
    )


def _task_lines(state: TableState) -> tuple[TaskLine, ...]:
    latest, earlier = parts.latest_qualities(state), parts.earlier_qualities(state)
    deals = parts.deals(state)
    asked = None if state.phase is Phase.AGREE else parts.asked(state)
    said, promised, alone = answered(state), parts.promised(state), by_itself(state)
    return tuple(
        TaskLine(
            code=code,
            quality=latest[k],
            before=earlier[k],
            deal=deals[k],
            asked=asked[k] if asked else None,
            answered=said[k],
            promised=promised[k],
            by_itself=alone[k],
        )
        for k, code in enumerate(state.setup.tasks)
    )


def _reports(state: TableState, table: TableRoom) -> tuple[TaskReport, ...]:
    if state.outcome is None:
        return ()
    seats = current_seats(state, ())
    sentences = table.texts.incidents or (None,) * len(state.setup.tasks)
    return tuple(
        TaskReport(parts.act_counts(seats, k), task.incident, task.setback, task.trouble, sentences[k])
        for k, task in enumerate(state.outcome.tasks)
    )


RoleFigures = Mapping[Role, tuple[figures.Told, ...]]


def figures_by_role(state: TableState) -> RoleFigures:
    """Return the figures of the options of each role, which all its seats at a table share; none after play."""
    if not parts.is_playing(state):
        return {}
    return {role: _figures(state, role) for role in sorted(set(state.setup.roles))}


def mine(
    state: TableState,
    room: Room,
    table: TableRoom,
    seat: int,
    voice: OwnVoice | None = None,
    shared: RoleFigures | None = None,
) -> Mine:
    """Return what only `seat` sees; `shared` is what `figures_by_role` found for this state, where more seats are shown."""
    role = state.setup.roles[seat]
    by_role = figures_by_role(state) if shared is None else shared
    who = table.seats[seat]
    playing = parts.is_playing(state)
    return Mine(
        seat=seat,
        role=role,
        alias=who.alias,
        bot=who.bot,
        bot_chose=playing and not who.bot and state.picks[seat].by is By.BOT,
        share=len(who.people) > 1,
        asking=who.asking,
        ready=seat in state.ready,
        stored=state.picks[seat].choice if playing else Choice(),
        promise=_promise(state, seat),
        prefill=prefill(state, seat) if playing else Choice(),
        left=left_open(state, seat),
        left_repeats=repeats(state),
        limit=whole_tenths(limits.limit(state, seat)),
        limit_binds=state.setup.rules.binds(role),
        week=week.this_round(state, seat),
        mark_base=scores.mark_start(state.setup.rules, role),
        mark_point=scores.mark_point(state.setup.rules, role),
        asked=tally.seen_by(state, table, seat),
        order=order.orders(state.setup.rules.choices, state.setup.seed, state.setup.number, seat, role),
        figures=by_role.get(role, ()),
        mark=own_mark(state, seat),
        gauge=_gauge(state, table, seat),
        gave=gave(state, seat),
        heard=_heard(state, table, seat),
        inspected=_inspected(state, seat),
        voice=None if playing else voice,
        rounds=own_rounds(state, seat) if state.phase in DEBRIEF_PHASES else (),
        own=street_own(state, role),
    )


def _promise(state: TableState, seat: int) -> tuple[bool, ...] | None:
    """Return what a seat promised of each task, None when there is nothing to promise."""
    if not has_promises(state):
        return None
    said = state.promises[seat] if state.promises else None
    return said or (False,) * len(state.setup.tasks)


def _figures(state: TableState, role: Role) -> tuple[figures.Told, ...]:
    found = figures.option_figures(
        state.setup.rules,
        state.values,
        role,
        len(state.setup.tasks),
        state.agreement.funding,
        state.agreement.deals,
        state.outcome,
        state.played[-1].result.outcome if state.played else None,
    )
    return tuple(figures.told(one) for one in found)


def _gauge(state: TableState, table: TableRoom, seat: int) -> Gauge | None:
    """Return the chair's gauge over the newest outcome, None before the first and after play."""
    outcome = parts.newest(state)
    if outcome is None or not parts.is_playing(state):
        return None
    match state.setup.roles[seat]:
        case Role.MUNICIPALITY:
            return Gauge(
                {
                    "reserve": tenths(outcome.reserve),
                    "hours": week.next_round(state, outcome),
                    "full": week.full_week(state),
                },
                None,
            )
        case Role.PROFESSIONAL:
            acts = [act for act in _acts(state, seat) if act is not None]
            return Gauge({"of_ten": week.of_ten(outcome)} | week.thinned(state, outcome, acts), None)
        case _:
            roles = state.setup.roles
            others = [i for i, role in enumerate(roles) if role is Role.RESIDENT and i != seat]
            rules = state.setup.rules
            each = rules.evenings(len(state.setup.tasks))
            kept = sum(each - int(rules.spent(Role.RESIDENT, _acts(state, other))) for other in others)
            overheard = table.texts.overheard
            sentence = overheard[seat % len(overheard)] if overheard else None
            return Gauge({"kept": kept, "evenings": each * len(others)}, sentence)


def _acts(state: TableState, seat: int) -> tuple[str | None, ...]:
    if state.outcome is not None:
        return state.acted[seat].choice.act or ()
    return state.played[-1].seats[seat].act if state.played and parts.is_playing(state) else ()


def _heard(state: TableState, table: TableRoom, seat: int) -> tuple[Heard, ...]:
    said = table.texts.heard
    visits = state.setup.rules.choices.words(Role.MUNICIPALITY, "visited")
    return tuple(
        Heard(k, sentence)
        for k, (act, sentence) in enumerate(zip(_acts(state, seat), said, strict=False))
        if act in visits and sentence is not None
    )


def _inspected(state: TableState, seat: int) -> tuple[Inspected, ...]:
    outcome = parts.newest(state)
    if outcome is None:
        return ()
    inquiries = state.setup.rules.choices.words(Role.MUNICIPALITY, "inspected")
    return tuple(
        Inspected(
            task=k,
            quality=hundredths(task.quality),
            complaints=hundredths(task.complaints),
            joined=hundredths(task.joined),
            professional_share=parts.professional_share(task),
        )
        for k, (act, task) in enumerate(zip(_acts(state, seat), outcome.tasks, strict=False))
        if act in inquiries
    )
