"""A stage of the style page as the live room would hold it: the room around its made-up tables."""

from game.engine.screens.room import DebriefView, Desk, Room
from game.engine.table.phases import PLAY_PHASES, SILENT_ROUNDS, Phase
from game.engine.table.reveal import Reveal
from game.selectors import clock
from game.selectors.live.values import LiveGame, milliseconds
from game.web.styleguide.played import table_of
from game.web.styleguide.stage import ROUNDS, Stage

CODE = "482913"
TITLE = "Buurtavond Zuid"
BEAT_MS = 3000


def game_of(stage: Stage) -> LiveGame:
    """Return a stage as the live room holds a game."""
    return LiveGame(
        id=1,
        workshop_id=1,
        rev=1,
        room=_room(stage),
        deadline=None,
        paused=stage.paused,
        clock_left_ms=stage.left_ms,
        tables=tuple(table_of(stage, number) for number in range(1, stage.tables + 1)),
        is_newest=True,
        auto_close=False,
        facilitators=frozenset(),
        projectors=frozenset(),
        projector_links=frozenset(),
        log_rev=1,
        log=(),
    )


def _room(stage: Stage) -> Room:
    now = milliseconds(clock.now())
    step, part = stage.picture.split(".")
    is_silent = stage.round <= SILENT_ROUNDS
    return Room(
        title=TITLE,
        code=CODE,
        address="http://192.168.1.20:8000",
        scenario=stage.plays,
        step=1,
        phase=stage.phase,
        round=stage.round,
        rounds=ROUNDS,
        silent=stage.phase in PLAY_PHASES and is_silent,
        may_talk=stage.phase in (Phase.AGREE, Phase.ACT) and not is_silent,
        debrief=DebriefView(step=step, part=part, talk_from=SILENT_ROUNDS + 1),
        opened_ms=now - 20_000,
        paused=stage.paused,
        paused_at_ms=now if stage.paused else None,
        facilitator_away=stage.away,
        practice=stage.practice,
        back_from=stage.back_from,
        cover=stage.cover,
        reveal=_reveal(stage.beat, now) if stage.beat else None,
        theme=stage.theme,
        desk=Desk(steady_ms=now, rest_ms=0),
    )


def _reveal(beat: int, now: int) -> Reveal:
    """Return a reveal that a pause holds in the middle of a beat."""
    return Reveal(began_ms=now - round((beat - 0.5) * BEAT_MS), beat_ms=BEAT_MS, stopped_ms=now)
