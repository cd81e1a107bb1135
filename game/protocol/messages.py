"""What the server sends: one struct per message, told apart by `type`: codes, numbers, and what people wrote."""

import msgspec
from msgspec import Struct


class Message(Struct, frozen=True, tag_field="type"):
    """Anything the server sends."""


class PlayerScreen(Message, frozen=True, tag="player_screen"):
    """A phone's screen: the table's part, encoded once per table, and what only this seat sees.

    Of a screen that is not `whole` each part has the fields that changed, and one without any is left out.
    """

    rev: int
    whole: bool
    table: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    mine: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


class PanelScreen(Message, frozen=True, tag="panel_screen"):
    """The control panel: the room's part, and the tiles that changed (all of them when `whole`).

    `now_ms` is the server's time (since 1970), against which moments in it are told.
    """

    rev: int
    now_ms: int
    whole: bool
    room: msgspec.Raw
    tiles: list[msgspec.Raw]


class ProjectorScreen(Message, frozen=True, tag="projector_screen"):
    """The projector: the room's part, and the boards that changed (all of them when `whole`).

    `now_ms` is the server's time (since 1970), against which an outcome is uncovered.
    """

    rev: int
    now_ms: int
    whole: bool
    room: msgspec.Raw
    boards: list[msgspec.Raw]


class Log(Message, frozen=True, tag="log"):
    """The panel's log, all of it, whenever it changed."""

    rev: int
    lines: msgspec.Raw


class Posts(Message, frozen=True, tag="posts"):
    """What people wrote in the debrief, all of it, for the panel; whenever it changed."""

    rev: int
    posts: msgspec.Raw


class Undercurrent(Message, frozen=True, tag="undercurrent"):
    """The undercurrent per table, for a panel that asked to see it."""

    rev: int
    tables: msgspec.Raw


class Loops(Message, frozen=True, tag="loops"):
    """The figures of all loops of one table, for a panel that asked for them; none where it has no finished round."""

    rev: int
    table: int
    loops: msgspec.Raw


class Clock(Message, frozen=True, tag="clock"):
    """The countdown of a step; `remaining_ms` is null when none runs, `paused` when it stands still."""

    step: int
    remaining_ms: int | None
    paused: bool


class Reach(Message, frozen=True, tag="reach"):
    """For panels: how many devices reached this process, have a live connection, or are stuck without one; on change.

    This machine, and devices that run or show a game, do not count. `screens` is how many big screens look at this game here.
    """

    reached: int
    live: int
    stuck: int
    screens: int


class Storage(Message, frozen=True, tag="storage"):
    """For panels: whether what people do is stored, and `why` not; said when that changed, at first only when it is not."""

    stored: bool
    why: str = ""


class Ack(Message, frozen=True, tag="ack"):
    """A command is stored; for `choose`, `stored` is the seat's set as it now stands and `n` its counter.

    `code` is the one-time code or key that was asked for; for `next`, `revealed` when it showed the whole outcome instead.
    """

    id: str
    rev: int
    n: int | None = None
    stored: msgspec.Raw | None = None
    code: str | None = None


class Refusal(Message, frozen=True, tag="refused"):
    """A command was not accepted; `code` has a sentence in the catalogue, filled with `params`."""

    id: str | None
    code: str
    params: dict[str, str | int | float] = {}


class Pong(Message, frozen=True, tag="pong"):
    """Answer to a ping, with the newest revision of the game."""

    rev: int


class Heartbeat(Message, frozen=True, tag="heartbeat"):
    """The server's own sign of life, every 5 s; a client that misses it reconnects."""

    rev: int


class Release(Message, frozen=True, tag="release"):
    """First message to a page of another release than the server is: `release` is the one it would get now."""

    release: str


class Bye(Message, frozen=True, tag="bye"):
    """The last message before the server closes this socket, with the reason as a code."""

    code: str


SERVER_MESSAGES: tuple[type[Message], ...] = (
    PlayerScreen,
    PanelScreen,
    ProjectorScreen,
    Log,
    Posts,
    Undercurrent,
    Loops,
    Clock,
    Reach,
    Storage,
    Ack,
    Refusal,
    Pong,
    Heartbeat,
    Release,
    Bye,
)
