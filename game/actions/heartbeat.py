"""Time during which no process ran does not count: countdowns go on where the last heartbeat left them.

Every process beats every second. Whoever finds a silence first puts the clocks right, in the write that ends it, so that one
silence counts once, and a process that was frozen while another ran finds none.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from game.actions.storage import is_unwritable
from game.actions.turns import in_turn
from game.actions.write import writing
from game.engine.model.refusal import Refused
from game.engine.table.phases import RUNNING_PHASES, Phase
from game.models import Game, Heartbeat, LogLine, PanelLease, Presence, Table
from game.selectors import clock
from game.selectors.heartbeat import GAP_SECONDS, is_silence

log = logging.getLogger(__name__)

SLACK_SECONDS = 1.5  # leases are renewed just after a heartbeat
LEAST_SECONDS = 30.0  # phones have to come back, and people to look up


def beat() -> bool:
    """Say that a process runs now; return whether that ended a silence."""
    now = clock.now()
    # In one statement: a process that is frozen here holds nobody up.
    gap = timedelta(seconds=GAP_SECONDS)
    recent = Heartbeat.objects.filter(pk=Heartbeat.ONLY, at__range=(now - gap, now + gap))
    if recent.filter(at__lt=now).update(at=now) or recent.exists():
        return False
    with in_turn(), transaction.atomic():
        row = Heartbeat.objects.select_for_update().filter(pk=Heartbeat.ONLY).first()
        if row is None:
            Heartbeat.objects.bulk_create([Heartbeat(pk=Heartbeat.ONLY, at=now)], ignore_conflicts=True)
            return False
        now = clock.now()
        # Another process was first, which only PostgreSQL lets happen here.
        if not is_silence(row.at, now):  # pragma: no cover
            return False
        since, row.at = row.at, now
        row.save()
        running = Game.objects.filter(phase__in=RUNNING_PHASES).order_by("pk")
        _go_on(running.values_list("pk", flat=True), since)
    return True


def _go_on(game_ids: Iterable[int], since: datetime) -> None:
    for game_id in list(game_ids):
        try:
            _put_right(game_id, since)
        except Refused:  # pragma: no cover - it was deleted since the list was read
            continue
        except Exception as error:
            if is_unwritable(error):
                raise  # nothing can be put right now; the silence goes on
            log.exception("the clocks of game %d could not be put right", game_id)


def _keep_here(game: Game, since: datetime, gap: timedelta) -> None:
    """Let nobody be away for longer because of a silence: who was here then has the usual while to come back."""
    before = since + timedelta(seconds=SLACK_SECONDS)
    phones = Presence.objects.filter(seat__table__game=game)
    phones.filter(here=True, seen_at__lt=before).update(seen_at=F("seen_at") + gap)
    phones.filter(here=False, since__lt=before).update(since=F("since") + gap)
    PanelLease.objects.filter(game=game, seen_at__lt=before).update(seen_at=F("seen_at") + gap)


def _last(game: Game, code: str, since: datetime) -> datetime:
    """Return when a clock was set or resumed last by a process that had started but not beaten yet; `since` if never."""
    found = LogLine.objects.filter(game=game, code=code, at__gt=since).order_by("-at").first()
    return found.at if found else since


def _put_right(game_id: int, since: datetime) -> None:
    """Let a game's clocks go on as if nothing had been between `since` and now, with 30 s left at least."""
    with writing(game_id) as write:
        game = write.game
        if game.paused or game.phase not in RUNNING_PHASES:
            return
        began = max(since, game.opened_at, _last(game, "resumed", since))
        gap = write.now - began
        if game.deadline is not None and (game.phase != Phase.TIME_OUT or game.deadline > since):
            goes_on = game.deadline + (write.now - max(began, _last(game, "clock_set", since)))
            game.deadline = max(goes_on, write.now + timedelta(seconds=LEAST_SECONDS))
        game.opened_at += gap
        Table.objects.filter(game=game, ready_at__isnull=False).update(ready_at=F("ready_at") + gap)
        _keep_here(game, since, gap)
        if gap > timedelta(0):  # else the clock was set back while nobody ran
            write.log("stood_still", seconds=round(gap.total_seconds()))
        write.game_changed()
