"""The database tables, one noun per file; rows only, every write goes through game.actions."""

from game.models.earlier import KeptMeans
from game.models.game import Game, LogLine, PanelLease
from game.models.heartbeat import Heartbeat
from game.models.journal import JournalEntry
from game.models.people import (
    Device,
    Grant,
    Observation,
    Occupancy,
    Pairing,
    Person,
    Prediction,
    Presence,
)
from game.models.requests import SeatRequest
from game.models.saved import OwnNote, SavedSettings
from game.models.server import ChosenAddress, Deletion
from game.models.table import Seat, Table
from game.models.voices import Guess, Post, PostVote
from game.models.workshop import Workshop
from game.models.worlds import FrozenWorld, OwnWorld

__all__ = [
    "ChosenAddress",
    "Deletion",
    "Device",
    "FrozenWorld",
    "Game",
    "Grant",
    "Guess",
    "Heartbeat",
    "JournalEntry",
    "KeptMeans",
    "LogLine",
    "Observation",
    "Occupancy",
    "OwnNote",
    "OwnWorld",
    "Pairing",
    "PanelLease",
    "Person",
    "Post",
    "PostVote",
    "Prediction",
    "Presence",
    "SavedSettings",
    "Seat",
    "SeatRequest",
    "Table",
    "Workshop",
]
