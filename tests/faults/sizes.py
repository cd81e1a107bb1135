"""How much the fault suite tries: FAULTS=quick (the default, for every change) or FAULTS=whole (`make faults`)."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """How many kills, and under how many phones at tables of eight; schedules; phases that end; safeguards that are off."""

    kills: int
    tables: int
    schedules: int
    races: int
    safeguards: int


SIZES = {
    "quick": Sizes(kills=3, tables=3, schedules=200, races=30, safeguards=3),
    "whole": Sizes(kills=20, tables=25, schedules=2000, races=300, safeguards=100),
    "least": Sizes(kills=1, tables=1, schedules=1, races=30, safeguards=0),  # for a test of a test
}
SIZE = SIZES[os.environ.get("FAULTS", "quick")]
SEED = int(os.environ.get("FAULTS_SEED", "1"))
