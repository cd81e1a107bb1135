"""docs/protocol.md names every message with all its fields, and every screen part with all of its."""

import dataclasses
import inspect
import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from game.engine.debrief import behind, doubts, leaning, ranked, sensible, series, strengths, telling, whatif
from game.engine.model import figures, seen
from game.engine.screens import (
    findings,
    lobby,
    observer,
    panel,
    parts,
    player,
    projector,
    room,
    voices,
    week,
)
from game.protocol.commands.facilitator import FacilitatorMessage
from game.protocol.commands.player import PlayerMessage
from game.protocol.messages import SERVER_MESSAGES

TEXT = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text()
COMMANDS = set(get_args(PlayerMessage)) | set(get_args(FacilitatorMessage))
INPUTS = {
    room.Room,
    room.Wish,
    room.TableRoom,
    room.TableTexts,
    room.SeatPresence,
    room.Desk,
    room.ClosedStep,
}
SHARED = {room.Around, room.AroundPlay, room.AroundRoom}  # documented with every part that has their fields


def sections(level: str) -> dict[str, str]:
    found = re.split(rf"^{level} `?(\w+)`?$", TEXT, flags=re.M)
    return dict(zip(found[1::2], found[2::2], strict=True))


def words(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


def screen_parts() -> list[type]:
    screens = [lobby, observer, panel, parts, player, projector, room, voices, findings, week]
    modules = [*screens, series, telling, strengths, ranked, behind, sensible, leaning, whatif, doubts]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__
        if not value.__name__.startswith("_")
    }
    return sorted(
        (found - INPUTS - SHARED) | {figures.OptionFigure, seen.Reason}, key=lambda part: part.__name__
    )


@pytest.mark.parametrize("message", sorted(COMMANDS | set(SERVER_MESSAGES), key=lambda m: m.__name__))
def test_every_message_and_field_is_documented(message):
    text = sections("###")[message.__struct_config__.tag]
    missing = {field.name for field in msgspec.structs.fields(message)} - words(text)
    assert missing == set()


def test_no_message_is_documented_that_does_not_exist():
    tags = {message.__struct_config__.tag for message in COMMANDS | set(SERVER_MESSAGES)}
    documented = set(re.findall(r"^### `(\w+)`$", TEXT, flags=re.M))
    assert documented == tags


@pytest.mark.parametrize("part", screen_parts(), ids=lambda part: part.__name__)
def test_every_screen_part_and_field_is_documented(part):
    line = next((line for line in TEXT.splitlines() if line.startswith(f"**{part.__name__}**")), "")
    assert {field.name for field in dataclasses.fields(part)} - words(line) == set()
