"""Scenarios and all coded texts, as TOML with one catalogue per language; read and checked once, at the start.

Stands beside the protocol: it knows the engine's words and no database, pages or sockets.
"""

from game.content.errors import ContentError
from game.content.loader import (
    base,
    catalogue,
    default_scenario,
    hold,
    load_all,
    page_words,
    scenario,
    scenario_with,
    unpacked,
    whole,
    words,
)
from game.content.scenario import Scenario
from game.content.words import LANGUAGES, fill

__all__ = [
    "LANGUAGES",
    "ContentError",
    "Scenario",
    "base",
    "catalogue",
    "default_scenario",
    "fill",
    "hold",
    "load_all",
    "page_words",
    "scenario",
    "scenario_with",
    "unpacked",
    "whole",
    "words",
]
