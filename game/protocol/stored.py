"""Journal payloads and snapshots to and from JSON text; owns no rule about what they mean.

The newest states are kept by their texts: who reads what somebody here read before gets the very same object.
"""

import msgspec

from game.engine.table.journal import KINDS, Entry
from game.engine.table.state import TableState
from game.kept import Kept, Newest

_encoder = msgspec.json.Encoder(order="deterministic")
_state_decoder = msgspec.json.Decoder(TableState)
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
dump_state: Kept[TableState, str] = Kept(dump)  # the snapshot of an engine state


def load_state(snapshot: str) -> TableState:
    """Return the engine state of a snapshot; raises msgspec.ValidationError on a foreign one.

    It is always what the text says, never what it was written from, which may be less strictly typed.
    """
    state = _states.get(snapshot)
    if state is None:
        state = _state_decoder.decode(snapshot)
        _states.put(snapshot, state)
    return state
