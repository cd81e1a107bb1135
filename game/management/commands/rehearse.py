"""manage.py rehearse: play a whole workshop against a running server and check what it promised."""

import asyncio
import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from game.engine.bots.policies import Policy
from game.rehearsal.run import Plan, rehearse

POLICIES = (Policy.OWN_SCORE, Policy.TOGETHER, Policy.HABIT, Policy.RANDOM)


class Command(BaseCommand):
    """Prints one JSON object last; exits 1 unless its `ok` is true."""

    help = "Play a workshop with programs for phones and check that nothing is lost."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the plan; --url may be given several times to spread the phones over servers."""
        parser.add_argument("--url", action="append", required=True)
        parser.add_argument("--tables", type=int, default=3)
        parser.add_argument("--seats", type=int, default=8)
        parser.add_argument("--rounds", type=int, default=6)
        parser.add_argument("--policy", choices=[policy.value for policy in POLICIES], default="habit")
        parser.add_argument("--drop", type=float, default=0.0)
        parser.add_argument("--facilitator", choices=["calm", "wild"], default="calm")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--key", default="")

    def handle(self, **options: Any) -> None:
        """Rehearse and report."""
        plan = Plan(
            urls=tuple(url.rstrip("/") for url in options["url"]),
            key=options["key"] or settings.START_KEY(),
            tables=options["tables"],
            seats=options["seats"],
            rounds=options["rounds"],
            policy=Policy(options["policy"]),
            drop=options["drop"],
            seed=options["seed"],
            wild=options["facilitator"] == "wild",
        )
        report = asyncio.run(rehearse(plan))
        self.stdout.write(json.dumps(report, indent=2))
        if not report["ok"]:
            sys.exit(1)
