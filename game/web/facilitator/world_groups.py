"""What a page of a world is made of: groups of fields, each in both languages. It knows no world."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ROWS = 60  # in a form: a browser sends two fields of each, and a request holds no more than 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A field in one language: its place, what stands there, where that comes from, and what is wrong with it.

    `theirs` is what somebody else has there by now, None when nobody has.
    """

    name: str
    language: str
    text: str
    whose: str
    problem: str = ""
    theirs: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in both languages; `long` asks for several lines."""

    label: str
    cells: tuple[Cell, ...]
    limit: int
    long: bool


@dataclass(frozen=True, slots=True)
class Round:
    """What happens in a round, by what: each task's code and name, and whether it is hit."""

    number: int
    setbacks: tuple[tuple[str, str, bool], ...]
    incident: str


@dataclass(slots=True)
class Group:
    """Fields that stand together under a title; `task` is the one they are of, with its picture (`plots`: code, name).

    `months` are those of the rounds, 1 to 12.
    """

    key: str
    title: str
    rows: list[Row] = field(default_factory=list)
    task: str = ""
    plot: str = ""
    plots: tuple[tuple[str, str], ...] = ()
    may_go: bool = False
    rounds: tuple[Round, ...] = ()
    tasks: tuple[tuple[str, str], ...] = ()
    months: tuple[int, ...] = ()

    @property
    def has_problem(self) -> bool:
        """Whether anything in it is to be looked at."""
        return any(cell.problem or cell.theirs is not None for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said of fields by place: what is `wrong`, what somebody else has (`theirs`), and what was `typed` for those."""

    wrong: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


def split(group: Group) -> Iterator[Group]:
    """Yield a group in forms that a request holds."""
    for first in range(0, len(group.rows), ROWS):
        number = "" if not first else f"-{1 + first // ROWS}"
        title = f"{group.title} {1 + first // ROWS}" if len(group.rows) > ROWS else group.title
        yield Group(f"{group.key}{number}", title, group.rows[first : first + ROWS])
