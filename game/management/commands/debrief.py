"""`manage.py debrief FILE… [--language nl|en]`: print what the debrief finds in game files as JSON; needs no database.

One file is one object; several are `tables`, in their order, with what they have in common as `room`. A file that cannot be
read or does not fit exits with status 2 and one line on standard error, as with replay.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import BaseCommand

from game import content
from game.content.findings import sentence
from game.engine.debrief.findings import Findings, findings, reacting_reruns, reruns
from game.engine.debrief.leaning import LeaningRound
from game.engine.debrief.loops import LOOPS
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.debrief.room import room
from game.engine.debrief.sensible import SensibleRound
from game.engine.debrief.telling import Turn
from game.engine.debrief.whatif import Lines
from game.engine.gamefile.reading import GameFileError
from game.engine.model.roles import Role
from game.management.gamefiles import read_game


def report(
    game: PlayedGame, found: Findings, language: str, scenario: str | None = None
) -> dict[str, object]:
    """Return the findings of a game, ready for JSON; numbers are not rounded.

    Sentences name its tasks as `scenario` does, by default the one that has them; a task that none has keeps its code.
    """
    scenario = scenario or content.scenario_with(game.tasks)
    words = content.words(scenario, language) if scenario else content.catalogue(language)
    return {
        "story": [_turn(turn, words, language) for turn in found.story],
        "loops": {code: [one.loops[code] for one in found.loops] for code in LOOPS},
        "arrows": [dict(one.arrows) for one in found.loops],
        "sensible": {
            role.group: [_sensible(one) for one in rounds] for role, rounds in found.sensible.items()
        },
        "reaction": [_leaning(one) for one in found.leaning],
        "reruns": _reruns(game),
    }


def _sensible(one: SensibleRound) -> dict[str, object]:
    return {
        "round": one.round,
        "moments": one.moments,
        "paid_more": one.paid_more,
        "taken": one.taken,
        "by_funding": {rule: dict(paid) for rule, paid in one.by_funding.items()},
        "answers": one.answers,
        "options": {
            word: {"moments": option.moments, "paid": option.paid, "done": option.done}
            for word, option in one.options.items()
        },
    }


def _leaning(one: LeaningRound) -> dict[str, object]:
    return {
        "round": one.round,
        "gain": {
            name: {"mean": gain.mean if gain.moments else None, "moments": gain.moments}
            for name, gain in one.gains.items()
        },
        "evenings": {"kept": one.kept, "possible": one.evenings},
        "claims": {"count": one.claims, "of": one.moments},
        "hours": {Role.PROFESSIONAL.group: one.paid_hours, Role.RESIDENT.group: one.given_hours},
        "meant": dict(one.meant),
        "nobody": one.nobody,
    }


def _reruns(game: PlayedGame) -> dict[str, object]:
    reacting = reacting_reruns(game)
    return {
        code: {**_lines(one), "reacting": _lines(reacting[code]) if code in reacting else None}
        for code, one in reruns(game).items()
    }


def _lines(one: Lines) -> dict[str, object]:
    return {"quality": one.quality, "ownership": one.ownership, "cost": one.cost, "same": one.is_same}


def _room(tables: Sequence[tuple[PlayedGame, Findings]]) -> dict[str, object] | None:
    message = room(tables)
    if message is None:
        return None
    return {
        "loop": message.loop,
        "direction": message.direction,
        "count": message.count,
        "of": message.of,
        "change": message.change,
    }


def _turn(turn: Turn, words: Mapping[str, str], language: str) -> dict[str, object]:
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
        "sentence": sentence(turn, words, language),
    }


class Command(BaseCommand):
    """Prints what the debrief finds in game files; needs no database."""

    help = "Print what the debrief finds in one or more game files, as JSON."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files, and the language and the scenario of the sentences."""
        parser.add_argument("files", nargs="+", metavar="file", help="a game file, or - for standard input")
        parser.add_argument(
            "--language",
            "--lang",
            choices=content.LANGUAGES,
            default=content.LANGUAGES[0],
            help="language of the sentences",
        )
        parser.add_argument(
            "--scenario",
            choices=sorted(content.load_all()),
            help="whose names the tasks have in them (the one that has these tasks)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the findings, or one line about what does not fit."""
        tables = []
        for file in options["files"]:
            try:
                game = of_file(read_game(file))
            except GameFileError as error:
                self.stderr.write(str(error) if len(options["files"]) == 1 else f"{file}: {error}")
                sys.exit(2)
            tables.append((game, findings(game)))
        language, scenario = options["language"], options["scenario"]
        reports = [report(game, found, language, scenario) for game, found in tables]
        found = reports[0] if len(reports) == 1 else {"tables": reports, "room": _room(tables)}
        self.stdout.write(json.dumps(found, indent=1, allow_nan=False, ensure_ascii=not _prints_utf8()))


def _prints_utf8() -> bool:
    """Tell whether JSON that goes to standard output may have more than ASCII; on Windows a file often may not."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
