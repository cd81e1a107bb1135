"""What a sheet is: a name, the names of its columns and its rows. What they mean is in the catalogue, under `export`."""

from dataclasses import dataclass
from datetime import datetime

Cell = str | int | float | bool | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of record; every row has a cell per column, None where there is nothing to say."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
