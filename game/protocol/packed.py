"""Rounds that were played as short texts: one never changes again, so it is packed once and not written out at every press.

The newest are kept by their texts: all states of a table, and all who read them, share one object a round.
"""

import binascii
import zlib

import msgspec

from game.engine.table.state import PlayedRound
from game.kept import Kept, Newest

ROUNDS = 1024  # those of the largest room, as long a game as there is

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(PlayedRound)
_rounds: Newest[str, PlayedRound] = Newest(ROUNDS)


def _packed(round: PlayedRound) -> str:
    return binascii.b2a_base64(zlib.compress(_encoder.encode(round)), newline=False).decode()


pack: Kept[PlayedRound, str] = Kept(_packed, ROUNDS)


def unpack(packed: str) -> PlayedRound:
    """Return the round in what `pack` made of one; raises msgspec.ValidationError for anything else."""
    round = _rounds.get(packed)
    if round is not None:
        return round
    try:
        round = _decoder.decode(zlib.decompress(binascii.a2b_base64(packed)))
    except (ValueError, zlib.error) as error:  # binascii's is a ValueError, msgspec's too
        raise msgspec.ValidationError(f"no round: {error}") from None
    _rounds.put(packed, round)
    pack.keep(round, packed)
    return round
