"""What people wrote, guessed and voted in the debrief, as screens show it: tables, never names."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post that the facilitator let through; `merged` is how many others were laid under it, `votes` of all together.

    `bot` says that a bot wrote it, in a rehearsal. `role` is the writer's chair in the first step, where words have its
    colour; "" in any other, and of who only watched.
    """

    id: int
    kind: str
    text: str
    mood: str
    table: int | None
    votes: int
    pinned: bool
    merged: int
    bot: bool
    role: str = ""


@dataclass(frozen=True, slots=True)
class Voices:
    """What the room said in the step that is shown: posts (pinned first, then by votes), and how many still wait.

    `tallies` counts by what was asked (mood, luck, what_if) and by answer; `options` are the what-ifs that phones vote on. On
    phones posts stand as they came, without votes, and nothing is counted.
    """

    posts: tuple[PostLine, ...] = ()
    waiting: int = 0
    tallies: dict[str, dict[str, int]] = field(default_factory=dict)
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A post as its writer sees it; `state` is waiting, shown or hidden."""

    id: int
    kind: str
    text: str
    mood: str
    state: str


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """What this phone said: its posts, the posts it voted for, its guess of the luck (1–5) and its picked what-if."""

    posts: tuple[OwnPost, ...] = ()
    voted: tuple[int, ...] = ()
    luck: int | None = None
    picked: str | None = None


@dataclass(frozen=True, slots=True)
class PanelPost:
    """A post on the panel; `merged_into` is the post it was laid under."""

    id: int
    kind: str
    text: str
    mood: str
    table: int | None
    state: str
    pinned: bool
    votes: int
    merged_into: int | None
    bot: bool
