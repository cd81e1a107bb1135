"""One of several processes that all want to close a phase the moment it is overdue; driven over its standard input.

`new ROUNDS` starts a game and prints its number; `due GAME` lets its open phase be overdue and prints its step, -1 in the
debrief; `close GAME STEP` prints whether this process closed it; `locked GAME` prints whether its workshop is, in a write.
"""

import os
import sys
from collections.abc import Callable
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from game.actions import devices, heartbeat, phases, workshops  # noqa: E402 - the apps have to be ready
from game.actions.commands import Request, carry_out  # noqa: E402
from game.actions.workshops import WorkshopSettings  # noqa: E402
from game.actions.write import writing  # noqa: E402
from game.engine.table.phases import PLAY_PHASES  # noqa: E402
from game.models import Device, Game  # noqa: E402
from game.protocol.commands.course import Next  # noqa: E402
from game.selectors import clock  # noqa: E402


def new(rounds: str) -> int:
    device, _ = devices.register("nl")
    workshop = workshops.start_workshop(
        device, WorkshopSettings("Race", tables=2, rounds=int(rounds), rehearsal=True)
    )
    game = Game.objects.get(workshop=workshop)
    press(game, device)
    return game.pk


def press(game: Game, device: Device) -> None:
    every = tuple(range(1, game.tables.count() + 1))
    command = Next(f"press-{game.step}", game.step, every, every)
    carry_out(game.pk, [Request(command, "facilitator", device.pk)])


def due(number: str) -> int:
    heartbeat.beat()  # else the clocks would be put right first
    game = Game.objects.get(pk=number)
    if game.phase == "time_out":  # which ends when the facilitator says so
        press(game, game.workshop.grants.get().device)
        game.refresh_from_db()
    if game.phase not in PLAY_PHASES:
        return -1
    Game.objects.filter(pk=number).update(deadline=clock.now() - timedelta(seconds=1))
    return game.step


def close(number: str, step: str) -> bool:
    return phases.close_overdue(int(number), int(step))


def locked(number: str) -> bool:
    with writing(int(number)) as write:
        return write.game.workshop.locked


WORDS: dict[str, Callable[..., object]] = {"new": new, "due": due, "close": close, "locked": locked}
for line in sys.stdin:
    word, *rest = line.split()
    sys.stdout.write(f"{WORDS[word](*rest)}\n")
    sys.stdout.flush()
