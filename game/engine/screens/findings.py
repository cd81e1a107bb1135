"""What a table's findings look like on screens: of the step that is shown, and nothing of the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from game.engine.bots.paths import Path
from game.engine.debrief.answers import Again, Answer, answer_of, voted_answers
from game.engine.debrief.behind import Behind, behind
from game.engine.debrief.changes import Constant, Follows
from game.engine.debrief.circles import Circle, circles
from game.engine.debrief.findings import Findings
from game.engine.debrief.in_doubt import DOUBTED
from game.engine.debrief.leaning import LeaningRound
from game.engine.debrief.measures import quality
from game.engine.debrief.missed import ends_without
from game.engine.debrief.other import Deed, Way, other
from game.engine.debrief.played import PlayedGame, mean
from game.engine.debrief.presses import of_circles
from game.engine.debrief.rerun import rerun
from game.engine.debrief.sensible import SensibleRound
from game.engine.debrief.steps import picture_of
from game.engine.debrief.story import shown
from game.engine.debrief.strengths import LoopRound
from game.engine.debrief.telling import Turn
from game.engine.debrief.whatif import Lines, WhatIf, changes, lines
from game.engine.model.roles import Role
from game.engine.model.scores import mark
from game.engine.screens.room import DebriefView, Doubt
from game.engine.screens.street import Street, frame

RICH = "twice_purse"
COURSES = (Path.MILD_TRAP, Path.LETTING_GO, Path.MIXED, Path.TOGETHER)


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A reference path with this table's dice: quality per round (0–1)."""

    quality: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OtherStreet:
    """The game played the other `way` by all chairs: its lines, its last picture with how each task looks (0–1) and what
    was in the purse (money) then, what each chair did otherwise, and how far (0–1) the street came at most with `one_thing`
    of the vote.
    """

    way: Way
    lines: Lines
    street: Street
    qualities: tuple[float, ...]
    reserve: float
    deeds: tuple[Deed, ...]
    one_thing: float


@dataclass(frozen=True, slots=True)
class FindingsView:
    """What the step that is shown needs; everything else is empty. `doubt` is the game under the constants in doubt,
    `voted` the answers to what phones vote on, once the room has voted; `believed` by constant the game with an arrow half
    as strong (`half`) and without it (`off`); `without` how the street ends (0–1) where a chair never did it together,
    `rich` with twice as much in the purse.
    """

    turns: tuple[Turn, ...] = ()
    loops: tuple[LoopRound, ...] = ()
    circles: tuple[Circle, ...] = ()
    behind: Mapping[str, tuple[Behind, ...]] = field(default_factory=dict)
    sensible: Mapping[Role, tuple[SensibleRound, ...]] = field(default_factory=dict)
    leaning: tuple[LeaningRound, ...] = ()
    marks: Mapping[Role, tuple[float, ...]] = field(default_factory=dict)
    without: Mapping[Role, float] = field(default_factory=dict)
    what_ifs: tuple[Answer, ...] = ()
    doubt: Lines | None = None
    voted: tuple[Answer, ...] = ()
    other: OtherStreet | None = None
    believed: Mapping[str, Mapping[str, Lines]] = field(default_factory=dict)
    courses: Mapping[str, CourseLine] = field(default_factory=dict)
    rich: float | None = None


def findings_view(
    game: PlayedGame, found: Callable[[], Findings], view: DebriefView, again: Again = rerun
) -> FindingsView:
    """Return the findings of the step that `view` shows; `found` and `again` may remember what was computed before."""
    if not game.rounds:
        return FindingsView()
    match view.step:
        case "turning":
            return FindingsView(turns=shown(found().story))
        case "pattern":
            strengths = found().loops
            told = circles(game, strengths)
            asked = view.part == "circle" and view.beat >= of_circles(told)
            weights = believed(game, told, again) if asked else {}
            rich = (
                quality(again(game, changes(WhatIf(RICH))), -1)
                if view.part == "circle" and view.beat
                else None
            )
            return FindingsView(
                loops=strengths, circles=told, behind=behind(game), believed=weights, rich=rich
            )
        case "sensible":
            whole = view.part == "logic" and view.beat == picture_of("sensible", "logic").presses
            return FindingsView(
                sensible=found().sensible,
                leaning=found().leaning,
                marks=marks(game),
                without=ends_without(game, again) if whole else {},
            )
        case "tomorrow" if view.part == "take_home":  # a photo says which way it went
            return FindingsView(circles=circles(game, found().loops))
        case "what_if" if view.part == "courses":
            return FindingsView(courses={path.value: _course(game, path, again) for path in COURSES})
        case "what_if" if view.part == "vote":
            return FindingsView(voted=(found().voted or voted_answers(game, again)) if view.beat else ())
        case "what_if" if view.part == "streets":
            return FindingsView(other=_other(game, found().voted or voted_answers(game, again), again))
        case "what_if":
            return FindingsView(what_ifs=answers(game, view, again), doubt=doubted(game, view.doubts, again))
        case _:
            return FindingsView()


def answers(game: PlayedGame, view: DebriefView, again: Again = rerun) -> tuple[Answer, ...]:
    """Return what the model makes of every what-if that is kept, in their order."""
    return tuple(answer_of(game, one, again) for one in view.what_ifs)


def _other(game: PlayedGame, voted: tuple[Answer, ...], again: Again) -> OtherStreet:
    found = other(game, again)
    played = [one for answer in voted for one in (answer.lines, answer.reacting) if one]
    last = found.game.rounds[-1].result
    return OtherStreet(
        found.way,
        lines(found.game, game),
        frame(found.game, len(found.game.rounds) - 1),
        tuple(task.quality for task in last.outcome.tasks),
        last.values.reserve,
        found.deeds,
        max(one.quality[-1] for one in played),
    )


def believed(game: PlayedGame, told: Sequence[Circle], again: Again = rerun) -> dict[str, dict[str, Lines]]:
    """Return by constant, for the arrow of each circle that is asked about, the game with it half as strong, and without."""
    found = {}
    for name in {DOUBTED[one.doubted].constant for one in told if one.doubted}:
        value = getattr(game.rules, name)
        # What an evening yields on paper is 1 without that arrow; the others are 0.
        off = 1.0 if name == "acc_req" else 0.0
        weights = {"half": (value + off) / 2, "off": off}
        found[name] = {
            code: lines(again(game, (Constant(name, weight),)), game) for code, weight in weights.items()
        }
    return found


def marks(game: PlayedGame) -> dict[Role, tuple[float, ...]]:
    """Return per role the mean report mark (1–10) of its seats, round by round."""
    return {
        role: tuple(
            mean(
                mark(game.rules, role, score.total)
                for seat, score in zip(played.seats, played.result.scores, strict=True)
                if seat.role is role
            )
            for played in game.rounds
        )
        for role in Role
    }


def _course(game: PlayedGame, path: Path, again: Again) -> CourseLine:
    played = again(game, (Follows(None, path),))
    return CourseLine(quality=lines(played, game).quality)


def doubted(game: PlayedGame, doubts: Sequence[Doubt], again: Again = rerun) -> Lines | None:
    """Return the game under the constants that were doubted, None where nobody doubted any."""
    if not doubts:
        return None
    return lines(again(game, tuple(Constant(doubt.constant, doubt.value) for doubt in doubts)), game)
