"""The states in which the style page shows whole screens: where a game stands, how it is played, and what goes wrong."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from django.http import QueryDict

from game.content import default_scenario, load_all
from game.engine.bots.policies import Policy
from game.engine.debrief.steps import STEPS
from game.engine.model.choices import MAX_TASKS, MIN_TASKS
from game.engine.model.roles import Role
from game.engine.table.phases import Phase

Answer = Literal["ack", "refused", "not_stored", "silence", "lost"]
ROUNDS = 6
MOST_TABLES = 100
ASKED = ("role", "tables", "tasks", "manner", "names", "theme", "scene", "scenario", "picture")
PICTURED = frozenset(f"{step}.{part}" for step, parts in STEPS.items() for part in parts)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a screen of the style page shows.

    `tapped` says that everybody chose, `ready` that they said so. `beat` is where an outcome is uncovered (1–4, 0: all of
    it), `left_ms` what a countdown has left. `picture` is that of the debrief, its step before it. `practice` is a round
    that starts again, `bots` has one on every chair, `back_from` the phase that was left by a step back, `cover` what lies
    over the big screen, `screens` how many of those there are. `answer` is what becomes of a tap: stored, refused, not kept
    for now, nothing at all, or the connection that goes away. `general`: in no scene of its own. `scenario` is the code of
    what is played, "" for the usual.
    """

    phase: Phase
    round: int = 0
    tapped: bool = False
    ready: bool = False
    beat: int = 0
    left_ms: int | None = None
    paused: bool = False
    away: bool = False
    picture: str = "feeling.finale"
    practice: bool = False
    bots: bool = False
    back_from: str = ""
    cover: str = ""
    screens: int = 1
    answer: Answer = "ack"
    role: Role = Role.RESIDENT
    tables: int = 1
    tasks: int = 4
    manner: Policy = Policy.HABIT
    long_names: bool = False
    theme: str = ""
    general: bool = False
    scenario: str = ""

    @property
    def plays(self) -> str:
        """The code of the scenario that is played."""
        return self.scenario or default_scenario()

    def asked(self, query: QueryDict) -> Self:
        """Return this stage as a query asks; what it cannot be is left out."""
        given = {key: str(query.get(key, "")) for key in ASKED}
        number = {key: int(given[key]) for key in ("tables", "tasks") if given[key].isdecimal()}
        return replace(
            self,
            role=Role(given["role"]) if given["role"] in tuple(Role) else self.role,
            tables=max(1, min(MOST_TABLES, number.get("tables", self.tables))),
            tasks=max(MIN_TASKS, min(MAX_TASKS, number.get("tasks", self.tasks))),
            manner=Policy(given["manner"]) if given["manner"] in tuple(Policy) else self.manner,
            long_names=given["names"] == "long" or self.long_names,
            theme=given["theme"] if given["theme"] in ("light", "dark") else self.theme,
            general=given["scene"] == "general",
            picture=given["picture"] if given["picture"] in PICTURED else self.picture,
            scenario=given["scenario"] if given["scenario"] in load_all() else self.scenario,
        )


_TALK = 4
STAGES: dict[str, Stage] = {
    "lobby": Stage(Phase.LOBBY),
    "agree-first": Stage(Phase.AGREE, 1),
    "agree": Stage(Phase.AGREE, 2),
    "agree-tapped": Stage(Phase.AGREE, 2, tapped=True),
    "agree-talking": Stage(Phase.AGREE, _TALK),
    "act": Stage(Phase.ACT, 2),
    "act-tapped": Stage(Phase.ACT, 2, tapped=True),
    "act-talking": Stage(Phase.ACT, _TALK),
    "ready": Stage(Phase.ACT, 2, tapped=True, ready=True),
    "clock": Stage(Phase.ACT, 2, left_ms=42_000),
    "time-is-up": Stage(Phase.ACT, 1, left_ms=0),
    "paused": Stage(Phase.ACT, 2, tapped=True, left_ms=42_000, paused=True),
    "away": Stage(Phase.ACT, 2, tapped=True, away=True),
    "refused": Stage(Phase.ACT, 2, answer="refused"),
    "not-stored": Stage(Phase.ACT, 2, answer="not_stored"),
    "unanswered": Stage(Phase.ACT, 2, answer="silence"),
    "reconnecting": Stage(Phase.ACT, 2, answer="lost"),
    "beat-1": Stage(Phase.OUTCOME, 2, beat=1),
    "beat-2": Stage(Phase.OUTCOME, 2, beat=2),
    "beat-3": Stage(Phase.OUTCOME, 2, beat=3),
    "beat-4": Stage(Phase.OUTCOME, 2, beat=4),
    "outcome-first": Stage(Phase.OUTCOME, 1),
    "outcome": Stage(Phase.OUTCOME, 2),
    "outcome-setback": Stage(Phase.OUTCOME, 3),
    "outcome-poor": Stage(Phase.OUTCOME, 5, manner=Policy.TAKE_OVER),
    "outcome-good": Stage(Phase.OUTCOME, 5, manner=Policy.TOGETHER),
    "time-out": Stage(Phase.TIME_OUT, _TALK, left_ms=200_000),
    "time-out-over": Stage(Phase.TIME_OUT, _TALK, left_ms=0),
    "time-out-paused": Stage(Phase.TIME_OUT, _TALK, left_ms=200_000, paused=True),
    "last-outcome": Stage(Phase.OUTCOME, ROUNDS),
    "finale": Stage(Phase.DEBRIEF, ROUNDS),
    "practice": Stage(Phase.AGREE, 1, practice=True),
    "only-bots": Stage(Phase.ACT, 2, bots=True),
    "went-back": Stage(Phase.AGREE, 2, back_from="act"),
    "covered": Stage(Phase.ACT, 2, cover="blank"),
    "no-screen": Stage(Phase.ACT, 2, screens=0),
    "vote": Stage(Phase.DEBRIEF, ROUNDS, picture="what_if.vote"),
    "closed": Stage(Phase.CLOSED, ROUNDS),
}
