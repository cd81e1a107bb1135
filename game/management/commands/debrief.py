"""`manage.py debrief FILE [--lang nl|en]`: print what the debrief finds in a game file as JSON; needs no database.

A file that cannot be read or does not fit exits with status 2 and one line on standard error, as with replay.
"""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from game import content
from game.content.findings import sentence
from game.engine.debrief.findings import findings, reruns
from game.engine.debrief.loops import LOOPS
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.debrief.telling import Turn
from game.engine.gamefile.reading import KEYS, GameFileError
from game.management.gamefiles import read_game


def report(game: PlayedGame, language: str) -> dict[str, object]:
    """Return the findings of a game, ready for JSON; numbers are not rounded."""
    found = findings(game)
    return {
        "story": [_turn(turn, language) for turn in found.story],
        "loops": {code: [one.loops[code] for one in found.loops] for code in LOOPS},
        "arrows": [dict(one.arrows) for one in found.loops],
        "sensible": {
            KEYS[role]: [
                {
                    "round": one.round,
                    "moments": one.moments,
                    "paid_more": one.paid_more,
                    "taken": one.taken,
                    "by_funding": dict(one.by_funding),
                    "answers": one.answers,
                }
                for one in rounds
            ]
            for role, rounds in found.sensible.items()
        },
        "reruns": {
            code: {"quality": one.quality, "ownership": one.ownership, "cost": one.cost, "same": one.is_same}
            for code, one in reruns(game).items()
        },
    }


def _turn(turn: Turn, language: str) -> dict[str, object]:
    return {
        "kind": turn.kind,
        "variant": turn.variant,
        "rounds": [turn.round, turn.until],
        "task": turn.task,
        "measure": turn.measure,
        "before": turn.before,
        "value": turn.value,
        "without": turn.without,
        "effect": turn.effect,
        "phi": {cause.player: cause.phi for cause in turn.causes},
        "share": {cause.player: cause.share for cause in turn.causes},
        "alone": {cause.player: cause.alone for cause in turn.causes},
        "told": [
            [
                {"player": one.player, "choice": one.lever, "count": one.count, "of": one.of}
                | {"only_with": one.only_with}
                for one in group
            ]
            for group in turn.groups
        ],
        "count": turn.count,
        "of": turn.of,
        "more": turn.more,
        "sentence": sentence(turn, content.catalogue(language), language),
    }


class Command(BaseCommand):
    """Prints what the debrief finds in a game file; needs no database."""

    help = "Print what the debrief finds in a game file, as JSON."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and the language of its sentences."""
        parser.add_argument("file", help="a game file, or - for standard input")
        parser.add_argument(
            "--lang", choices=content.LANGUAGES, default="nl", help="language of the sentences"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the findings, or one line about what does not fit."""
        try:
            game = of_file(read_game(options["file"]))
        except GameFileError as error:
            self.stderr.write(str(error))
            sys.exit(2)
        found = report(game, options["lang"])
        self.stdout.write(json.dumps(found, indent=1, allow_nan=False, ensure_ascii=not _prints_utf8()))


def _prints_utf8() -> bool:
    """Tell whether JSON that goes to standard output may have more than ASCII; on Windows a file often may not."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
