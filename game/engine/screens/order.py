"""The order in which a seat sees its options: different per seat, the same for that seat all game.

Read cold, the first option is taken for the right one; so no option may be first for everyone.
"""

from functools import lru_cache

from game.engine.model.choices import Choices, Funding, Holder
from game.engine.model.luck import draw
from game.engine.model.roles import Role

MOST = 4096  # four kinds of a thousand seats, which stay as they are all game


def orders(choices: Choices, seed: int, table: int, seat: int, role: Role) -> dict[str, tuple[str, ...]]:
    """Return per kind of option (holder, funding, act, respond) the order for this seat."""
    kinds = {
        "holder": tuple(h.value for h in Holder),
        "funding": tuple(f.value for f in Funding),
        "act": choices.act_words[role],
        "respond": tuple(word.value for word in choices.answer_words[role]),  # a draw depends on the type
    }
    return {kind: _shuffled(options, seed, table, seat, kind) for kind, options in kinds.items()}


@lru_cache(MOST)
def _shuffled(options: tuple[str, ...], seed: int, table: int, seat: int, kind: str) -> tuple[str, ...]:
    return tuple(sorted(options, key=lambda option: draw(seed, "order", table, seat, kind, option)))
