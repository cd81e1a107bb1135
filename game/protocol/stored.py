"""Journal payloads and snapshots to and from JSON text; owns no rule about what they mean.

A snapshot has each round that was played packed, as it never changes again: it is packed once, and not written out anew at
every choice and every press. The newest states and rounds are kept by their texts: who reads what somebody here read before
gets the very same object.
"""

import binascii
import dataclasses
import zlib

import msgspec

from game.engine.table.journal import KINDS, Entry
from game.engine.table.state import PlayedRound, TableState
from game.kept import Kept, Newest

ROUNDS = 1024  # those of the largest room, as long a game as there is


class _Rest(msgspec.Struct, frozen=True):
    """What a snapshot has besides the fields of a state: its played rounds, oldest first."""

    packed: tuple[str, ...] = ()


_encoder = msgspec.json.Encoder(order="deterministic")
_state_decoder = msgspec.json.Decoder(TableState)
_rest_decoder = msgspec.json.Decoder(_Rest)
_round_decoder = msgspec.json.Decoder(PlayedRound)
_NAMES = [one.name for one in dataclasses.fields(TableState) if one.name != "played"]
_entry_decoders = {kind: msgspec.json.Decoder(entry) for kind, entry in KINDS.items()}
kinds = {entry: kind for kind, entry in KINDS.items()}


def kind_of(entry: Entry) -> str:
    """Return the stored name of an entry's kind."""
    return kinds[type(entry)]


def dump(value: object) -> str:
    """Return the JSON of an engine value."""
    return _encoder.encode(value).decode()


def load_entry(kind: str, payload: str) -> Entry:
    """Return the typed entry of a journal row; raises msgspec.ValidationError or KeyError on a foreign one."""
    return _entry_decoders[kind].decode(payload)


def _packed(round: PlayedRound) -> str:
    return binascii.b2a_base64(zlib.compress(_encoder.encode(round)), newline=False).decode()


_pack: Kept[PlayedRound, str] = Kept(_packed, ROUNDS)
_rounds: Newest[str, PlayedRound] = Newest(ROUNDS)
_states: Newest[str, TableState] = Newest()


def _unpack(packed: str) -> PlayedRound:
    round = _rounds.get(packed)
    if round is None:
        round = _round_decoder.decode(zlib.decompress(binascii.a2b_base64(packed)))
        _rounds.put(packed, round)
        _pack.keep(round, packed)
    return round


def _snapshot(state: TableState) -> str:
    fields = {name: getattr(state, name) for name in _NAMES}
    return dump(fields | {"packed": [_pack(round) for round in state.played]})


dump_state: Kept[TableState, str] = Kept(_snapshot)  # the snapshot of an engine state


def load_state(snapshot: str) -> TableState:
    """Return the engine state of a snapshot; raises msgspec.ValidationError on a foreign one.

    It is always what the text says, never what it was written from, which may be less strictly typed. Up to 0.2.0 the
    rounds that were played stood in it as they are.
    """
    state = _states.get(snapshot)
    if state is None:
        state = _read(snapshot)
        _states.put(snapshot, state)
    return state


def _read(snapshot: str) -> TableState:
    state = _state_decoder.decode(snapshot)
    try:
        played = tuple(map(_unpack, _rest_decoder.decode(snapshot).packed))
    except (ValueError, zlib.error) as error:  # of binascii, too
        raise msgspec.ValidationError(f"a round that cannot be unpacked: {error}") from None
    return dataclasses.replace(state, played=played) if played else state
