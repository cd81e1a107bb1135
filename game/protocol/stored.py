"""Journal payloads and snapshots to and from JSON text; owns no rule about what they mean."""

import msgspec

from game.engine.table.journal import KINDS, Entry
from game.engine.table.state import TableState

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


def load_state(snapshot: str) -> TableState:
    """Return the engine state of a snapshot."""
    return _state_decoder.decode(snapshot)
