"""What this process counts of itself, in the text format that Prometheus reads. No names, no addresses, no workshops.

Counted from any thread; what can be looked at when somebody asks (sockets, queues) is given by whoever has it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from threading import Lock

Labels = tuple[str, ...]
Reading = Mapping[Labels, float]
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Counter:
    """Counts upwards, per value of its labels."""

    kind = "counter"

    def __init__(self, name: str, help: str, *labels: str) -> None:
        self.name, self.help, self.labels = name, help, labels
        self._lock = Lock()
        self._counted: dict[Labels, float] = {} if labels else {(): 0.0}
        _known.append(self)

    def add(self, *values: str) -> None:
        """Count one more with these values of the labels, in their order."""
        with self._lock:
            self._counted[values] = self._counted.get(values, 0.0) + 1.0

    def lines(self) -> Iterator[str]:
        """Give what was counted."""
        with self._lock:
            counted = sorted(self._counted.items())
        for values, count in counted:
            yield _line(self.name, zip(self.labels, values, strict=True), count)


class Histogram:
    """Counts how long things took, in seconds."""

    kind = "histogram"

    def __init__(self, name: str, help: str) -> None:
        self.name, self.help = name, help
        self._lock = Lock()
        self._counts = [0] * (len(SECONDS) + 1)
        self._sum = 0.0
        _known.append(self)

    def add(self, seconds: float) -> None:
        """Count one that took so long."""
        with self._lock:
            self._counts[bisect_left(SECONDS, seconds)] += 1
            self._sum += seconds

    def lines(self) -> Iterator[str]:
        """Give how many took at most so long, for each bound, and their sum."""
        with self._lock:
            counts, total = list(self._counts), self._sum
        below = 0
        for bound, count in zip((*map(str, SECONDS), "+Inf"), counts, strict=True):
            below += count
            yield _line(f"{self.name}_bucket", [("le", bound)], below)
        yield _line(f"{self.name}_sum", [], total)
        yield _line(f"{self.name}_count", [], below)


class Gauge:
    """What stands somewhere now; `read` says it when somebody asks, per value of the labels."""

    kind = "gauge"

    def __init__(self, name: str, help: str, *labels: str) -> None:
        self.name, self.help, self.labels = name, help, labels
        self.read: Callable[[], Reading] = dict
        _known.append(self)

    def lines(self) -> Iterator[str]:
        """Give what stands there."""
        for values, found in sorted(self.read().items()):
            yield _line(self.name, zip(self.labels, values, strict=True), found)


_known: list[Counter | Histogram | Gauge] = []


def _line(name: str, labels: "zip[tuple[str, str]] | list[tuple[str, str]]", value: float) -> str:
    """Return one line; our own values of labels are codes, which need no escapes."""
    inside = ",".join(f'{label}="{found}"' for label, found in labels)
    return f"{name}{{{inside}}} {value:g}" if inside else f"{name} {value:g}"


def text() -> str:
    """Return everything that is counted, in version 0.0.4 of the text format."""
    lines: list[str] = []
    for one in _known:
        lines += [f"# HELP {one.name} {one.help}", f"# TYPE {one.name} {one.kind}", *one.lines()]
    return "\n".join([*lines, ""])


SOCKETS = Gauge("game_sockets", "Open sockets.", "audience")
QUEUES = Gauge("game_queue_length", "What waits, by where it does.", "queue")
FAILING = Gauge("game_storage_failing", "1 while nothing is stored.")
LAYER = Gauge("game_layer_heard", "1 while other processes are heard over Redis, 0 while they are not.")
MEMORY = Gauge("process_resident_memory_bytes", "Memory of this process.")
COMMANDS = Counter(
    "game_commands_total", "Commands that were answered, with ack or why not.", "audience", "result"
)
JOINS = Counter("game_joins_total", "People who came to a table.")
HEALED = Counter("game_pokes_healed_total", "Changes that were found by polling, as no poke said so.")
ACK = Histogram("game_ack_seconds", "From a command's arrival to its answer.")
FAN_OUT = Histogram(
    "game_fan_out_seconds", "From the news of a change to the screens that show it, ready to be sent."
)
