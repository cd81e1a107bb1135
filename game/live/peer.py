"""What a socket needs of its server: the wire to its peer. Knows no ASGI, games or bytes of a protocol."""

from collections.abc import Callable, Sequence
from typing import Protocol


class Wire(Protocol):
    """What our servers offer besides ASGI's `send`, as an extension in the scope: a way without a turn of the event loop."""

    on_room: Callable[[], None] | None  # called when the peer took all of it after it had not
    # Given, at once, each text that would else come as an event, while none of those wait; a wire need not use it.
    on_text: Callable[[str], None] | None

    @property
    def has_room(self) -> bool:
        """Whether the peer took all that was written."""

    def write(self, texts: Sequence[bytes]) -> None:
        """Write messages at once, in one piece; what the peer does not take waits, without `has_room`. Closed: nothing."""

    def close(self, code: int) -> None:
        """Say goodbye after what was written; the application hears at once that it is over."""

    def drop(self, reason: str) -> None:
        """Hang up at once, without a goodbye; the application hears that it is over."""
