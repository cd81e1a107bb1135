"""Every screen part of a game that somebody here looks at, encoded once; what did not change is taken over.

Made on the reader thread, from values only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

import msgspec
from msgspec import UNSET, UnsetType

from game.engine.screens.room import BY_ITSELF, Desk, Room
from game.kept import Kept
from game.live.seated import Looking
from game.protocol.codec import encode_part, fields
from game.selectors.live import screens
from game.selectors.live.values import LiveGame, LiveTable
from game.selectors.voices import panel_posts

Encoded = dict[int, msgspec.Raw]


@dataclass(frozen=True)
class Part:
    """A part of a phone's screen, as it is encoded, in a step of the game."""

    step: int = field(compare=False)
    whole: msgspec.Raw

    @cached_property
    def fields(self) -> dict[str, msgspec.Raw]:
        """The part field by field."""
        return fields(self.whole)

    def since(self, before: "Part") -> msgspec.Raw | UnsetType | None:
        """Return the fields that changed: UNSET for none, None where another step has begun and all of it is told anew."""
        if self is before:
            return UNSET
        if self.step != before.step:
            return None
        old = before.fields
        return encode_part({name: raw for name, raw in self.fields.items() if old.get(name) != raw})


@dataclass(frozen=True, slots=True)
class Phones:
    """What the phones at a table look at: what they share, and what only one sees, by seat id or (observers) person id."""

    shared: Part
    mine: Mapping[int, Part] = field(default_factory=dict)
    watching: Mapping[int, Part] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of `game` that somebody here looks at, encoded; by table id."""

    game: LiveGame | None = None
    phones: dict[int, Phones] = field(default_factory=dict)
    tiles: Encoded = field(default_factory=dict)
    boards: Encoded = field(default_factory=dict)
    panel: msgspec.Raw | None = None
    projector: msgspec.Raw | None = None
    log: msgspec.Raw | None = None
    undercurrent: msgspec.Raw | None = None
    loops: Encoded = field(default_factory=dict)  # by the number of the table
    posts: msgspec.Raw | None = None

    @property
    def rev(self) -> int:
        """The revision that the parts are of; 0 without a game."""
        return self.game.rev if self.game else 0


@dataclass(frozen=True, slots=True)
class Besides:
    """What panels asked for besides their screen: the undercurrent, and the loops of which tables, by number."""

    undercurrent: bool = False
    loops: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was made ahead of a table: for its phones, for the panel and for the projector; None: nothing."""

    phones: Phones | None = None
    tile: msgspec.Raw | None = None
    board: msgspec.Raw | None = None


NOTHING = Prepared()
ONLY_SCREENS = Besides()
Ready = Callable[[LiveGame, LiveTable], Prepared]


def nothing_ready(game: LiveGame, table: LiveTable) -> Prepared:
    """Say that nothing was made ahead."""
    return NOTHING


def make_parts(
    game: LiveGame,
    looking: Looking,
    old: Parts,
    besides: Besides = ONLY_SCREENS,
    *,
    ready: Ready = nothing_ready,
    drawn: Parts | None = None,
) -> Parts:
    """Make and encode what is looked at and changed since `old`; `besides` is what panels asked for.

    `ready` is asked for what was made ahead for a table that changed; `drawn` has what phones look at, made since.
    """
    panel, projector = "facilitator" in looking.audiences, "projector" in looking.audiences
    parts = replace(
        _about_room(game, old, panel, projector, besides),
        phones=all_phones(game, looking, drawn or old, ready),
    )
    for table in game.tables if panel or projector else ():
        before = old.game.table(table.id) if old.game else None
        is_same = before is not None and before.rev == table.rev
        ahead = NOTHING if is_same else ready(game, table)
        if panel:
            tile = partial(screens.panel_tile, table)
            parts.tiles[table.id] = _big(old.tiles, table, ahead.tile, tile, is_same=is_same)
        if projector:
            board = partial(screens.board, game, table)
            parts.boards[table.id] = _big(old.boards, table, ahead.board, board, is_same=is_same)
    return parts


def all_phones(
    game: LiveGame, looking: Looking, old: Parts, ready: Ready = nothing_ready
) -> dict[int, Phones]:
    """Make and encode what phones look at and changed since `old`, by table id."""
    same_room = old.game is not None and for_phones(old.game) == for_phones(game)
    found: dict[int, Phones] = {}
    for table in game.tables:
        before = old.game.table(table.id) if old.game and same_room else None
        is_same = before is not None and before.rev == table.rev
        was = old.phones.get(table.id)
        phones = make_phones(game, table, looking, was if is_same else ready(game, table).phones)
        if phones is not None:
            may_be_same = was is not None and phones is not was and phones.shared.step == was.shared.step
            found[table.id] = _as_before(phones, was) if was and may_be_same else phones
    return found


def make_phones(
    game: LiveGame, table: LiveTable, looking: Looking, made: Phones | None = None
) -> Phones | None:
    """Return what is looked at from a table, None when nothing is; what `made` has is taken from it."""
    seats = looking.seats.intersection(table.seat_ids)
    watchers = [one for one in table.watchers if (table.id, one.person_id) in looking.watchers]
    if not seats and not watchers:
        return None
    if made and seats <= made.mine.keys() and {one.person_id for one in watchers} <= made.watching.keys():
        return made
    step = game.room.step
    shared = made.shared if made else Part(step, encode_part(screens.table_part(game, table)))
    had = made or Phones(shared)
    mine = {
        seat_id: had.mine.get(seat_id) or Part(step, encode_part(screens.own_part(game, table, seat_id)))
        for seat_id in seats
    }
    watching = {
        watcher.person_id: had.watching.get(watcher.person_id)
        or Part(step, encode_part(screens.observer_part(game, table, watcher)))
        for watcher in watchers
    }
    return Phones(shared, mine, watching)


def with_seat(game: LiveGame, table: LiveTable, seat_id: int, had: Phones | None) -> Phones:
    """Return what is looked at from a table, of which this seat was not looked from before."""
    if had is not None and seat_id in had.mine:
        return had
    step = game.room.step
    had = had or Phones(Part(step, encode_part(screens.table_part(game, table))))
    own = Part(step, encode_part(screens.own_part(game, table, seat_id)))
    return Phones(had.shared, {**had.mine, seat_id: own}, had.watching)


def _as_phones_show(room: Room) -> Room:
    return replace(
        room,
        address="",
        cover="",
        theme="",
        sound=False,
        reveal=None,
        opened_ms=0,
        paused_at_ms=None,
        wish=BY_ITSELF,
        desk=Desk(),
    )


_room_of_phones: Kept[Room, Room] = Kept(_as_phones_show)


def for_phones(game: LiveGame) -> Room:
    """Return the room as far as phones show it."""
    return _room_of_phones(game.room)


def _as_before(phones: Phones, was: Phones) -> Phones:
    """Return the parts, those with the same bytes as before as the very objects: what a phone shows is not sent again."""
    return Phones(
        _same(phones.shared, was.shared),
        {key: _same(part, was.mine.get(key)) for key, part in phones.mine.items()},
        {key: _same(part, was.watching.get(key)) for key, part in phones.watching.items()},
    )


def _same(part: Part, was: Part | None) -> Part:
    return was if was is not None and was.whole == part.whole else part


def _about_room(game: LiveGame, old: Parts, is_panel: bool, is_projector: bool, besides: Besides) -> Parts:
    is_same = old.game is game
    same_log = old.game is not None and old.game.log_rev == game.log_rev
    log = old.log if is_panel and same_log else None
    same_voices = old.game is not None and old.game.voices_rev == game.voices_rev
    posts = old.posts if is_panel and same_voices else None
    return Parts(
        game,
        panel=((is_same and old.panel) or encode_part(screens.panel_room(game))) if is_panel else None,
        projector=((is_same and old.projector) or encode_part(screens.projector_room(game)))
        if is_projector
        else None,
        log=log or encode_part(game.log) if is_panel else None,
        posts=posts or encode_part(panel_posts(game.said)) if is_panel else None,
        undercurrent=encode_part(screens.undercurrent(game)) if is_panel and besides.undercurrent else None,
        loops={table: encode_part(screens.loops(game, table)) for table in besides.loops},
    )


def _big(
    old: Encoded, table: LiveTable, ahead: msgspec.Raw | None, make: Callable[[], object], *, is_same: bool
) -> msgspec.Raw:
    """Return a table's part of a big screen: the last one, the one made ahead, or a new one."""
    kept = old.get(table.id) if is_same else None
    return kept or ahead or encode_part(make())
