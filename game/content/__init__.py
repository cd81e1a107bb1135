"""Scenarios and all coded texts, as TOML with one catalogue per language; read and checked once, at the start.

Stands beside the protocol: it knows the engine's words and no database, pages or sockets.
"""

from game.content.errors import ContentError
from game.content.loader import (
    catalogue,
    default_scenario,
    load_all,
    page_words,
    scenario,
    scenario_with,
    words,
)
from game.content.scenario import Scenario
from game.content.words import LANGUAGES, fill

__all__ = [
    "LANGUAGES",
    "ContentError",
    "Scenario",
    "catalogue",
    "default_scenario",
    "fill",
    "load_all",
    "page_words",
    "scenario",
    "scenario_with",
    "words",
]
