"""What a printed page (PDF) has where: its runs of text, and those that an edge of the page cuts through."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

OBJECT = re.compile(rb"(?s)\b(\d+) 0 obj\s*(.*?)\s*endobj")
STREAM = re.compile(rb"(?s)stream\r?\n(.*?)\r?\nendstream")
ABOVE, BELOW = 0.72, 0.2  # of its size, how far a letter reaches from the line that it stands on

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Run:
    """Letters that stand on one line: from the top of the paper, in points, and how large they are."""

    glyphs: str
    top: float
    bottom: float
    size: float
    room: tuple[float, float]  # the part of the page, from top to bottom, in which it may be drawn

    @property
    def is_seen(self) -> bool:
        """Whether any of it comes out of the printer."""
        return self.top < self.room[1] and self.bottom > self.room[0]

    @property
    def is_cut(self) -> bool:
        """Whether only a part of it does."""
        return self.is_seen and not (self.room[0] - 0.5 <= self.top and self.bottom <= self.room[1] + 0.5)


def sheets(pdf: bytes) -> list[list[Run]]:
    """Return the runs that are seen on each page, from its top to its foot."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    found = []
    for body in objects.values():
        if re.search(rb"/Type\s*/Page\b", body):
            drawn = re.search(rb"/Contents (\d+) 0 R", body)
            size = re.search(rb"/MediaBox \[0 0 \S+ (\S+)\]", body)
            assert drawn is not None
            assert size is not None
            runs = _runs(_read(objects[int(drawn[1])]), float(size[1]))
            found.append(sorted((run for run in runs if run.is_seen), key=lambda run: run.bottom))
    return found


def _read(body: bytes) -> str:
    stream = STREAM.search(body)
    assert stream is not None
    # Its last byte may look like the end of a line: what is read is whole without it.
    plain = zlib.decompressobj().decompress(stream[1]) if b"/FlateDecode" in body else stream[1]
    return plain.decode("latin-1")


def _runs(drawing: str, height: float) -> Iterator[Run]:
    now, line, size, room = SAME, SAME, 0.0, (0.0, height)
    kept: list[tuple[Matrix, tuple[float, float]]] = []
    values: list[str] = []
    for word in drawing.split():
        if word == "q":
            kept.append((now, room))
        elif word == "Q":
            now, room = kept.pop()
        elif word == "cm":
            now = _times(_matrix(values), now)
        elif word == "re":
            box = values[-4:]
        elif word in ("W", "W*"):
            ends = sorted(
                height - _y(now, float(box[0]), y) for y in (float(box[1]), float(box[1]) + float(box[3]))
            )
            room = (max(room[0], ends[0]), min(room[1], ends[1]))
        elif word == "Tf":
            size = float(values[-1])
        elif word == "Tm":
            line = _times(_matrix(values), now)
        elif word == "Tj":
            high = size * abs(line[3])
            base = height - line[5]
            yield Run(values[-1], base - ABOVE * high, base + BELOW * high, high, room)
        else:
            values.append(word)
            continue
        values = []


def _matrix(values: list[str]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values[-6:])
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _y(matrix: Matrix, x: float, y: float) -> float:
    return x * matrix[1] + y * matrix[3] + matrix[5]
