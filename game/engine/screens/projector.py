"""The projector: the room in big, one board per table. It shows nothing private and, before the debrief, no undercurrent."""

from dataclasses import dataclass, field

from game.engine.debrief.room import RoomMessage, TableDot
from game.engine.debrief.series import Story, story
from game.engine.model.roles import Role
from game.engine.model.seen import tenths
from game.engine.screens import parts, tally
from game.engine.screens.answered import answered
from game.engine.screens.findings import FindingsView
from game.engine.screens.message import Message, message
from game.engine.screens.room import AroundRoom, Room, Setback, TableRoom, Text, around
from game.engine.screens.street import Street, StreetOwn, film, street, street_own
from game.engine.screens.voices import Voices
from game.engine.table.left_open import undecided
from game.engine.table.moves import current_seats
from game.engine.table.phases import DEBRIEF_PHASES
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class GroupLine:
    """An earlier group of the same facilitator, without any name: means over its tables, per round (0–1; cost in money)."""

    quality: tuple[float, ...]
    ownership: tuple[float, ...]
    cost: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class EarlierGroup:
    """One street of an earlier group of the same facilitator, without any name: the one in the middle of its tables.

    `film` is its picture after every round; `same_rules` tells whether it was played by the rules of this game.
    """

    story: Story
    film: tuple[Street, ...]
    same_rules: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorRoom(AroundRoom):
    """What the projector shows of the room; `ready` of `here` connected people are done.

    `earlier_group` is the newest of the earlier groups, where no earlier play of these tables is there to lay beside them.
    `undecided` are the tables that wait for the municipality's first decision, `message` is what a street tells the room.
    """

    may_talk: bool
    people: int
    here: int
    ready: int
    facilitator_away: bool
    voices: Voices
    earlier_groups: tuple[GroupLine, ...]
    earlier_group: EarlierGroup | None
    undecided: tuple[int, ...]
    message: Message | None
    alike: RoomMessage | None
    dots: tuple[TableDot, ...]


@dataclass(frozen=True, slots=True)
class BoardTask:
    """A task on the projector: what was asked and decided, who did what, and how it looks (0–1).

    `asked` is None until everybody at the table has said what they ask, or agree has closed; `setback` says that the
    incident came to every table, `answered` has what came of last round's trouble there, while the next round is played.
    """

    code: str
    quality: float | None
    before: float | None
    deal: parts.DealLine
    asked: parts.Asked | None
    acted: tuple[parts.RoleCounts, ...]
    professional_share: float | None
    incident: bool
    setback: bool
    trouble: bool
    sentence: Text | None
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LobbyStreet:
    """A table's picture in the lobby: for each seat of a role, in seat order, whether somebody has it."""

    residents: tuple[bool, ...]
    professionals: tuple[bool, ...]
    municipality: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One table on the projector; `aliases` and `lobby` (its picture) only in the lobby, `story` and `findings` only in
    the debrief.

    `street` is its picture, with what the room sees besides as its `own`; `film` that picture after every round, in the
    debrief of a table or of few.
    `proposed` counts who has said what they ask, while the table agrees.
    `setbacks` are those of the open outcome, the same on every board; `news` leads with the newest.
    `earlier` is the table's game before this one, when it is laid beside it, with its own `earlier_film`; `predicted` counts
    what observers expected of the round's outcome, once it is there. `cost` of the round is money against its `budget`; how
    much is in the purse the room does not see before the debrief.
    """

    table: int
    aliases: tuple[str, ...] = ()
    lobby: LobbyStreet | None = None
    ready: tuple[parts.RoleReady, ...] = ()
    proposed: tally.Proposed | None = None
    funding: str | None = None
    tasks: tuple[BoardTask, ...] = ()
    news: tuple[Text, ...] = ()
    setbacks: tuple[Setback, ...] = ()
    quality: float | None = None
    cost: float | None = None
    budget: float | None = None
    story: Story | None = None
    predicted: dict[str, int] = field(default_factory=dict)
    findings: FindingsView | None = None
    earlier: Story | None = None
    street: Street | None = None
    own: StreetOwn | None = None
    film: tuple[Street, ...] = ()
    earlier_film: tuple[Street, ...] = ()


def projector_room(
    room: Room,
    tables: tuple[tuple[TableState | None, TableRoom], ...],
    voices: Voices = Voices(),  # noqa: B008 - frozen
    earlier_groups: tuple[GroupLine, ...] = (),
    earlier_group: EarlierGroup | None = None,
    alike: RoomMessage | None = None,
    dots: tuple[TableDot, ...] = (),
) -> ProjectorRoom:
    """Return the room's part; a table's state is None in the lobby, `alike` what the tables have in common and `dots` where
    each of many lies.
    """
    people = [(state, seat) for state, table in tables for seat in table.seats if seat.alias]
    here = [(state, seat) for state, seat in people if seat.present]
    return ProjectorRoom(
        **around(AroundRoom, room),
        may_talk=room.may_talk,
        people=len(people),
        here=len(here),
        ready=sum(state is not None and seat.seat in state.ready for state, seat in here),
        facilitator_away=room.facilitator_away,
        voices=voices,
        earlier_groups=earlier_groups,
        earlier_group=earlier_group,
        undecided=tuple(table.number for state, table in tables if state and undecided(state)),
        message=message(tables, room.wish),
        alike=alike,
        dots=dots,
    )


def board(
    state: TableState | None,
    table: TableRoom,
    findings: FindingsView | None = None,
    earlier: Story | None = None,
    earlier_film: tuple[Street, ...] = (),
    roles: tuple[Role, ...] = (),
    is_filmed: bool = True,
) -> Board:
    """Return a table's board; in the lobby it has only who is in, on which seats of `roles` (in seat order), and its films
    only when it `is_filmed`.
    """
    if state is None:
        aliases = tuple(seat.alias for seat in table.seats if seat.alias)
        return Board(table=table.number, aliases=aliases, lobby=_lobby(table, roles))
    outcome = state.outcome
    return Board(
        table=table.number,
        ready=parts.ready_by_role(state, table),
        proposed=tally.proposed(state, table),
        funding=state.agreement.funding,
        tasks=_tasks(state, table),
        news=table.texts.news,
        setbacks=table.texts.setbacks,
        quality=parts.mean_quality(state),
        cost=tenths(outcome.cost) if outcome else None,
        budget=tenths(state.setup.rules.budget(len(state.setup.tasks))),
        story=story(state) if state.phase in DEBRIEF_PHASES else None,
        predicted=table.predicted if outcome else {},
        findings=findings,
        earlier=earlier,
        street=street(state),
        own=street_own(state, None),
        film=film(state) if is_filmed and state.phase in DEBRIEF_PHASES else (),
        earlier_film=earlier_film if is_filmed else (),
    )


def _lobby(table: TableRoom, roles: tuple[Role, ...]) -> LobbyStreet:
    def taken(role: Role) -> tuple[bool, ...]:
        seats = zip(table.seats, roles, strict=True)
        return tuple(bool(seat.alias) for seat, its in seats if its is role)

    return LobbyStreet(taken(Role.RESIDENT), taken(Role.PROFESSIONAL), taken(Role.MUNICIPALITY))


def _tasks(state: TableState, table: TableRoom) -> tuple[BoardTask, ...]:
    seats = current_seats(state, ()) if state.outcome else ()
    sentences = table.texts.incidents or (None,) * len(state.setup.tasks)
    latest, earlier = parts.latest_qualities(state), parts.earlier_qualities(state)
    deals, asked = parts.deals(state), tally.known(state, table)
    said = answered(state)
    lines = []
    for k, code in enumerate(state.setup.tasks):
        task = state.outcome.tasks[k] if state.outcome else None
        lines.append(
            BoardTask(
                code=code,
                quality=latest[k],
                before=earlier[k],
                deal=deals[k],
                asked=asked[k] if asked else None,
                acted=parts.act_counts(seats, k) if seats else (),
                professional_share=parts.professional_share(task) if task else None,
                incident=task.incident if task else False,
                setback=task.setback if task else False,
                trouble=task.trouble if task else False,
                sentence=sentences[k] if task else None,
                answered=said[k],
            )
        )
    return tuple(lines)
