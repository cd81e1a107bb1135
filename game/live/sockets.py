"""The sockets that look at one game: who each is for, and what it was sent last."""

from collections.abc import Callable, Set

from game.live.connection import MOVED, NOT_ALLOWED, REPLACED, TOO_MUCH, Connection
from game.live.parts import Besides, Parts
from game.live.seated import Looking, Seated
from game.live.shown import NO_PROCESS, Shown
from game.selectors.leases import Attempt, Pair
from game.selectors.live.values import LiveGame

MOST_OF_DEVICE = 6  # panels, or projectors, that one browser has open at one game
MOST_OF_KIND = 24  # that all have


def panels(shown: Shown) -> bool:
    """Tell whether it is a panel."""
    return shown.seated.audience == "facilitator"


def phones(shown: Shown) -> bool:
    """Tell whether it is a phone."""
    return shown.seated.is_phone


def big_screens(shown: Shown) -> bool:
    """Tell whether it is a panel or a projector."""
    return not shown.seated.is_phone


def newcomers(shown: Shown) -> bool:
    """Tell whether it has no screen yet."""
    return shown.last is None


class Sockets:
    """The sockets of a game; on the event loop, but for `besides`."""

    def __init__(self) -> None:
        self._shown: dict[Connection, Shown] = {}
        self._phones: dict[Seated, Connection] = {}  # of each the newest, of which there is one
        self._looking: Looking | None = None

    def __len__(self) -> int:
        return len(self._shown)

    def add(self, connection: Connection, seated: Seated) -> bool:
        """Take a socket in; an older one of the same device and seat is told that it was replaced.

        That is this one, and False is returned, when a network let it through after a newer attempt. Of panels and projectors
        a device keeps its newest few; what comes when there are more than any room needs is sent away.
        """
        if seated.is_phone:
            other = self._phones.get(seated)
            if other is not None and connection.attempt.is_behind(other.attempt):
                connection.close(REPLACED, "replaced")
                return False
            if other is not None:
                other.close(REPLACED, "replaced")
                self.remove(other)
            self._phones[seated] = connection
        elif not self._has_room(seated):
            connection.close(TOO_MUCH, "too_fast")
            return False
        self._shown[connection] = Shown(seated, connection.merges)
        self._looking = None
        return True

    def _has_room(self, seated: Seated) -> bool:
        """Close what a device has too many of; tell whether one more panel or projector fits."""
        alike = [one for one, shown in self._shown.items() if shown.seated.audience == seated.audience]
        own = [one for one in alike if self._shown[one].seated == seated]
        too_many = own[: max(0, len(own) - MOST_OF_DEVICE + 1)]
        for oldest in too_many:
            oldest.close(REPLACED, "replaced")
            self.remove(oldest)
        return len(alike) - len(too_many) < MOST_OF_KIND

    def remove(self, connection: Connection) -> bool:
        """Forget a socket; return whether it was still here."""
        self._looking = None
        shown = self._shown.pop(connection, None)
        if shown is not None and self._phones.get(shown.seated) is connection:
            del self._phones[shown.seated]
        return shown is not None

    def shown(self, connection: Connection) -> Shown | None:
        """Return what a socket was sent last, None when it is not here (any more)."""
        return self._shown.get(connection)

    def resend(self, connection: Connection) -> None:
        """Send a socket everything again."""
        shown = self._shown.get(connection)
        if shown is not None:
            self._shown[connection] = Shown(
                shown.seated, shown.merges, shown.sees_undercurrent, shown.loops_of
            )
            connection.changed()

    def looking(self) -> Looking:
        """Return what is looked at now."""
        if self._looking is None:
            self._looking = Looking.of(shown.seated for shown in self._shown.values())
        return self._looking

    def open_seats(self) -> dict[Pair, Attempt]:
        """Return which devices have a socket open for which seat, and which of their attempts it is."""
        return {
            (shown.seated.device_id, shown.seated.seat_id): connection.attempt
            for connection, shown in self._shown.items()
            if shown.seated.seat_id is not None
        }

    def audiences(self) -> list[str]:
        """Return whom each socket is for."""
        return [shown.seated.audience for shown in self._shown.values()]

    def has_panel(self) -> bool:
        """Whether a panel is open here."""
        return any(map(panels, self._shown.values()))

    def besides(self) -> Besides:
        """Return what panels here asked for besides their screen; any thread may ask."""
        all_shown = list(self._shown.values())
        tables = frozenset(shown.loops_of for shown in all_shown if shown.loops_of is not None)
        return Besides(any(shown.sees_undercurrent for shown in all_shown), tables)

    def wake_those(self, are_meant: Callable[[Shown], bool]) -> None:
        """Say to every socket that is meant that there may be something new: one of the kinds named above."""
        for connection, shown in self._shown.items():
            if are_meant(shown):
                connection.changed()

    def phones(self) -> list[Shown]:
        """Return what each phone was sent last."""
        return [*filter(phones, self._shown.values())]

    def show_phones(self, parts: Parts) -> None:
        """Send every phone what it does not show yet of these parts: what was made ahead as it stands.

        The whole room waits for this loop: who took all that came before is written to here, past the steps of `frames`.
        """
        for connection, shown in self._shown.items():
            if not shown.seated.is_phone:
                continue
            if not connection.is_free:
                connection.changed()
                continue
            before = shown.last
            try:
                frames = shown.frames(parts, NO_PROCESS)
                if frames:
                    connection.hand_on(frames)
            except Exception as error:
                connection.fail(error)
                continue
            if shown.last is not before:
                connection.sends(parts.rev)
            if shown.last is not None:
                connection.rev = parts.rev

    def wake(self, game: LiveGame | None) -> None:
        """Say that there is a newer screen for every socket; one that does not belong here any more is closed."""
        for connection, shown in list(self._shown.items()):
            if game is None:
                connection.close(NOT_ALLOWED, "gone")
            elif not shown.seated.may_stay(game):
                connection.close(MOVED, "moved")  # it comes back at once and hears where it belongs now
            connection.changed()

    def close(self, code: int, reason: str) -> None:
        """Close every socket."""
        for connection in list(self._shown):
            connection.close(code, reason)

    def close_seats(self, pairs: Set[Pair], code: int, reason: str) -> None:
        """Close the sockets of these devices for these seats."""
        for connection, shown in list(self._shown.items()):
            if (shown.seated.device_id, shown.seated.seat_id) in pairs:
                connection.close(code, reason)
