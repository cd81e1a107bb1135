"""Journal payloads and snapshots to and from JSON text; owns no rule about what they mean.

A snapshot has each round that was played packed (game.protocol.packed). The newest states are kept by their texts: who reads
what somebody here read before gets the very same object.
"""

import dataclasses

import msgspec

from game.engine.table.journal import KINDS, Entry
from game.engine.table.state import TableState
from game.kept import Kept, Newest
from game.protocol.packed import pack, unpack

MOST = 1024  # entries that a press of the largest room makes, bots' included


class _Rest(msgspec.Struct, frozen=True):
    """What a snapshot has besides the fields of a state: its played rounds, oldest first."""

    packed: tuple[str, ...] = ()


_encoder = msgspec.json.Encoder(order="deterministic")
_state_decoder = msgspec.json.Decoder(TableState)
_rest_decoder = msgspec.json.Decoder(_Rest)
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


_states: Newest[str, TableState] = Newest()


def _snapshot(state: TableState) -> str:
    fields = {name: getattr(state, name) for name in _NAMES}
    return dump(fields | {"packed": [*map(pack, state.played)]})


dump_entry: Kept[Entry, str] = Kept(dump, MOST)  # the payload of a journal's row
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
    played = tuple(map(unpack, _rest_decoder.decode(snapshot).packed))
    return dataclasses.replace(state, played=played) if played else state
