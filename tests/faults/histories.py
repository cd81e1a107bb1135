"""One history per client of a rehearsal, and the one checker over them: what was promised to everybody, whatever failed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from game.rehearsal.client import Client
from game.rehearsal.run import play_on
from game.rehearsal.stage import JOINS_AT_ONCE, Plan, Stage

Message = dict[str, Any]
SCREENS = ("player_screen", "panel_screen", "projector_screen")
# What only a seat may see, and what nobody may see before the debrief.
OF_A_SEAT = {"mine", "stored", "prefill"}
HIDDEN = {"ownership", "expectation", "bureaucracy", "picks"}
REVEALED = ("debrief", "closed")


@dataclass
class History:
    """What one client was sent, as far as it has to be looked at: revisions in their order, and what was not for it."""

    name: str
    is_phone: bool
    revs: list[int] = field(default_factory=list)
    seats: set[int | None] = field(default_factory=set)
    secrets: set[str] = field(default_factory=set)

    def take(self, message: Message) -> None:
        """Look at a message."""
        if message["type"] not in SCREENS:
            return
        self.revs.append(message["rev"])
        here = message["table"] if self.is_phone else message["room"]
        forbidden = (set() if self.is_phone else OF_A_SEAT) | (set() if here["phase"] in REVEALED else HIDDEN)
        self.secrets |= forbidden & set(keys(message))
        if self.is_phone:
            self.seats.add(message["mine"]["seat"])

    def broken(self) -> list[str]:
        """Return what was promised to this client and not kept."""
        back = [(old, new) for old, new in zip(self.revs, self.revs[1:], strict=False) if new < old]
        problems = [f"{self.name} was sent revision {new} after {old}" for old, new in back]
        if self.secrets:
            problems.append(f"{self.name} was sent {sorted(self.secrets)}")
        if len(self.seats) > 1:
            problems.append(f"{self.name} was sent what is of seats {sorted(self.seats, key=str)}")
        return problems


def keys(part: Any) -> Iterator[str]:
    """Yield every key anywhere in a message."""
    if isinstance(part, dict):
        yield from part
        part = list(part.values())
    if isinstance(part, list):
        for item in part:
            yield from keys(item)


class Followed(Stage):
    """A stage that keeps the history of every client."""

    def __init__(self, plan: Plan, pool: ThreadPoolExecutor) -> None:
        super().__init__(plan, pool)
        self.histories: list[History] = []

    async def open(self) -> None:
        """Open everything, as a stage does, and follow it from the first screens on."""
        await super().open()
        for number, phone in enumerate(self.phones):
            self._follow(History(f"phone {number}", is_phone=True), phone.client)
        for name, watcher in self.watchers.items():
            self._follow(History(name, is_phone=False), watcher.client)

    def _follow(self, history: History, client: Client) -> None:
        hears = client.on_message
        self.histories.append(history)

        def both(message: Message, hears: Callable[[Message], None] = hears) -> None:
            history.take(message)
            hears(message)

        client.on_message = both


async def rehearsed(plan: Plan) -> dict[str, Any]:
    """Play a whole workshop as `rehearse` does, and return its report, to whose problems the histories add theirs."""
    with ThreadPoolExecutor(JOINS_AT_ONCE) as pool:
        stage = Followed(plan, pool)
        report = await play_on(stage)
        report["problems"] += [problem for one in stage.histories for problem in one.broken()]
        report["problems"] += advanced_once((await stage.audit("journal"))["tables"])
        report["screens"] = sum(len(one.revs) for one in stage.histories)
        return {**report, "ok": not report["problems"]}


def advanced_once(tables: Sequence[Message]) -> list[str]:
    """Return which phases a table of a game that was never taken back left more than once, or not at all."""
    problems = []
    for table in tables:
        closed = Counter(entry["step"] for entry in table["journal"] if _leaves(entry))
        steps = range(min(closed, default=0), max(closed, default=-1) + 1)
        wrong = {step: closed[step] for step in steps if closed[step] != 1}
        problems += [
            f"table {table['table']} left step {step} {count} times" for step, count in wrong.items()
        ]
    return problems


def _leaves(entry: Message) -> bool:
    return entry["kind"] == "phase_closed" or (entry["kind"] == "time_out" and not entry["payload"]["open"])
