"""What phones look at after a press that is being stored, put together and put in frames while the disk takes it.

On the event loop. Nothing of it is shown before just that is stored; whatever else happens meanwhile, it is forgotten.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from game.broadcast import Play
from game.live.parts import Parts
from game.live.seated import Looking
from game.live.shown import Shown

AT_ONCE = 32  # phones: a third of a millisecond, after which the loop looks whether all is stored


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """What phones will look at once `play` is stored: made of what was shown `before`, for who was `looking`."""

    play: Play
    before: Parts
    looking: Looking
    drawn: Parts | None

    def after(self, plays: Mapping[int, Play], before: Parts, looking: Looking) -> Parts | None:
        """Return it if it is what `plays`, all that happened since `before`, came to for who is looking; else None."""
        if not plays or plays[max(plays)] is not self.play:
            return None
        return self.drawn if self.before is before and self.looking is looking else None


class Expecting:
    """The one press of a game that is expected, and the one that its phones show already while its big screens do not."""

    def __init__(self) -> None:
        self._expected: Expected | None = None
        self._begun: Expected | None = None
        self._loop = asyncio.get_running_loop()

    @property
    def has_begun(self) -> bool:
        """Whether phones were shown what the big screens were not yet."""
        return self._begun is not None

    def is_of(self, play: Play | None) -> bool:
        """Whether just this is expected."""
        return self._expected is not None and self._expected.play is play

    def forget(self) -> None:
        """Expect nothing."""
        self._expected = None

    def put(self, expected: Expected, phones: list[Shown]) -> None:
        """Expect this, and until it is stored make what these phones are then sent, some at a time."""
        self._expected = expected
        if expected.drawn is not None:
            self._foresee(expected, expected.drawn, iter(phones))

    def _foresee(self, expected: Expected, drawn: Parts, left: Iterator[Shown]) -> None:
        some = [*islice(left, AT_ONCE)] if self._expected is expected else []
        for shown in some:
            shown.foresee(drawn)
        if some:
            self._loop.call_soon(self._foresee, expected, drawn, left)

    def take(self, plays: Mapping[int, Play], before: Parts, looking: Looking) -> Parts | None:
        """Return, once, what was expected if `plays` are all that happened and it was made for them; else None."""
        expected, self._expected = self._expected, None
        return expected.after(plays, before, looking) if expected is not None else None

    def begin(self, plays: Mapping[int, Play], before: Parts, looking: Looking) -> Parts | None:
        """Do as `take`, and remember that phones are shown it now, for `take_begun`."""
        expected = self._expected
        drawn = self.take(plays, before, looking)
        self._begun = expected if drawn is not None else None
        return drawn

    def take_begun(self, plays: Mapping[int, Play], before: Parts, looking: Looking) -> Parts | None:
        """Return, once, what phones were shown of `plays`, all that happened; None where that is not what they show."""
        begun, self._begun = self._begun, None
        return begun.after(plays, before, looking) if begun is not None else None
