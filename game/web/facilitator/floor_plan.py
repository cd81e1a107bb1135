"""A drawn floor plan of the room, for whoever sets it up: the screen in front, and the tables with their chairs."""

from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt

WIDE = 680  # of the drawing, in units
FRONT = 92  # what the screen and the laptop take of its height
MOST_WIDE = 120.0  # of a table with the room around it
SLANT = 0.86  # tables stand closer behind each other than beside each other
TABLE, CHAIR = 0.24, 0.36  # how far the edge of a table and its chairs are from its middle, of its place


@dataclass(frozen=True, slots=True)
class Place:
    """A table: its number, the middle and the size of it, and the middles of its chairs."""

    number: int
    x: float
    y: float
    radius: float
    chairs: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The room from above; `chair` is the radius of a chair."""

    wide: int
    tall: float
    middle: float
    chair: float
    places: tuple[Place, ...]


def plan_of(tables: int, seats: int) -> Plan:
    """Return the plan for so many tables (1 or more) of so many seats: rows that all see the screen."""
    columns = min(tables, max(3, ceil(sqrt(1.9 * tables))))
    columns = ceil(tables / ceil(tables / columns))  # as many in each row
    pitch = min(MOST_WIDE, WIDE / columns)
    rows = ceil(tables / columns)
    places = []
    for index in range(tables):
        row, column = divmod(index, columns)
        here = min(columns, tables - row * columns)
        x = WIDE / 2 + (column - (here - 1) / 2) * pitch
        y = FRONT + (row + 0.5) * pitch * SLANT + pitch * (1 - SLANT) / 2
        angles = (2 * pi * (chair + 0.5) / seats + pi / 2 for chair in range(seats))
        chairs = tuple(
            (round(x + CHAIR * pitch * cos(angle), 1), round(y + CHAIR * pitch * sin(angle), 1))
            for angle in angles
        )
        places.append(Place(index + 1, round(x, 1), round(y, 1), round(TABLE * pitch, 1), chairs))
    tall = FRONT + rows * pitch * SLANT + pitch * (1 - SLANT)
    return Plan(WIDE, round(tall, 1), WIDE / 2, round(pitch * 0.055, 1), tuple(places))
