"""Every screen part of a game that somebody here looks at, encoded once; what did not change is taken over.

Made on the reader thread, from values only.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import msgspec

from game.engine.screens.room import BY_ITSELF, Desk, Room
from game.live.seated import Seated
from game.protocol.codec import encode_part
from game.selectors.live import screens
from game.selectors.live.values import LiveGame, LiveTable
from game.selectors.voices import panel_posts

Encoded = dict[int, tuple[int, msgspec.Raw]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of `game` that somebody here looks at, encoded; by table id, seat id and person id."""

    game: LiveGame | None = None
    tables: Encoded = field(default_factory=dict)
    mine: Encoded = field(default_factory=dict)
    watching: Encoded = field(default_factory=dict)
    tiles: Encoded = field(default_factory=dict)
    boards: Encoded = field(default_factory=dict)
    panel: msgspec.Raw | None = None
    projector: msgspec.Raw | None = None
    log: msgspec.Raw | None = None
    undercurrent: msgspec.Raw | None = None
    posts: msgspec.Raw | None = None

    @property
    def rev(self) -> int:
        """The revision that the parts are of; 0 without a game."""
        return self.game.rev if self.game else 0


def make_parts(game: LiveGame, wanted: frozenset[Seated], old: Parts, *, undercurrent: bool) -> Parts:
    """Make and encode what `wanted` look at and changed since `old`; the undercurrent only if a panel asked for it."""
    phones = old if old.game is not None and _for_phones(old.game) == _for_phones(game) else Parts()
    audiences = {seated.audience for seated in wanted}
    parts = _about_room(game, old, "facilitator" in audiences, "projector" in audiences, undercurrent)
    for table in game.tables:
        _add_phones(parts, phones, game, table, wanted)
        if "facilitator" in audiences:
            _keep(parts.tiles, old.tiles, table.id, table.rev, partial(screens.panel_tile, table))
        if "projector" in audiences:
            _keep(parts.boards, old.boards, table.id, table.rev, partial(screens.board, game, table))
    return parts


def _about_room(game: LiveGame, old: Parts, is_panel: bool, is_projector: bool, undercurrent: bool) -> Parts:
    same_log = old.game is not None and old.game.log_rev == game.log_rev
    log = old.log if is_panel and same_log else None
    same_voices = old.game is not None and old.game.voices_rev == game.voices_rev
    posts = old.posts if is_panel and same_voices else None
    return Parts(
        game,
        panel=encode_part(screens.panel_room(game)) if is_panel else None,
        projector=encode_part(screens.projector_room(game)) if is_projector else None,
        log=log or encode_part(game.log) if is_panel else None,
        posts=posts or encode_part(panel_posts(game.said)) if is_panel else None,
        undercurrent=encode_part(screens.undercurrent(game)) if is_panel and undercurrent else None,
    )


def _add_phones(
    parts: Parts, old: Parts, game: LiveGame, table: LiveTable, wanted: frozenset[Seated]
) -> None:
    """Make what the phones at a table look at."""
    seats = {one.seat_id for one in wanted if one.seat_id in table.seat_ids}
    people = {one.person_id for one in wanted if one.table_id == table.id}
    if seats or people:
        _keep(parts.tables, old.tables, table.id, table.rev, partial(screens.table_part, game, table))
    for seat_id in seats:
        if seat_id is not None:
            make = partial(screens.own_part, game, table, seat_id)
            _keep(parts.mine, old.mine, seat_id, table.rev, make)
    for watcher in table.watchers:
        if watcher.person_id in people:
            make = partial(screens.observer_part, game, table, watcher)
            _keep(parts.watching, old.watching, watcher.person_id, table.rev, make)


def _for_phones(game: LiveGame) -> Room:
    """Return the room as far as phones show it."""
    return replace(
        game.room, address="", cover="", theme="", sound=False, reveal=None, wish=BY_ITSELF, desk=Desk()
    )


def _keep(new: Encoded, old: Encoded, key: int, rev: int, make: Callable[[], object]) -> None:
    """Take an encoded part over from the last revision, or make it when its table changed."""
    kept = old.get(key)
    new[key] = kept if kept is not None and kept[0] == rev else (rev, encode_part(make()))
