"""What a rehearsal counts and times, and how it is summed up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

TOO_SOON = "just_moved_on"
REVEALED = "revealed"


@dataclass
class Statistics:
    """Counts over all clients; times in ms. `lost` are commands of clients that the server let go before it answered."""

    sent: int = 0
    acknowledged: int = 0
    refused: int = 0
    lost: int = 0
    resent: int = 0
    reconnects: int = 0
    ack_ms: list[float] = field(default_factory=list)
    screen_ms: list[float] = field(default_factory=list)
    refusals: dict[str, int] = field(default_factory=dict)

    def answered(self, answer: dict[str, Any], milliseconds: float, tries: int) -> None:
        """Count an answer; only commands that were sent once say how quick the server is."""
        if answer["type"] == "lost":
            self.lost += 1
            return
        if answer.get("code") == TOO_SOON:
            self.sent -= 1  # whoever pressed waits a moment and presses again
            return
        if answer["type"] == "refused":
            self.refused += 1
            self.refusals[answer["code"]] = self.refusals.get(answer["code"], 0) + 1
            return
        self.acknowledged += 1
        if tries == 1:
            self.ack_ms.append(milliseconds)


def summed_up(times: Sequence[float]) -> dict[str, float | None]:
    """Return p50, p95 and the largest of some times, in ms with one decimal; None without any."""
    if not times:
        return {"p50": None, "p95": None, "max": None}
    ordered = sorted(times)

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)

    return {"p50": at(0.5), "p95": at(0.95), "max": round(ordered[-1], 1)}
