"""Frames of RFC 6455 as far as nearly all of ours are: a text that is whole."""

from collections.abc import Iterable

from game.protocol.codec import MAX_FRAME_BYTES


def framed(texts: Iterable[bytes]) -> bytes:
    """Return messages of a server one after the other, each in one frame of text (RFC 6455, 5.2)."""
    pieces: list[bytes] = []
    for text in texts:
        pieces += (_head(len(text)), text)
    return b"".join(pieces)


def _head(size: int) -> bytes:
    if size < 126:
        return b"\x81%c" % size
    if size < 65536:
        return b"\x81\x7e%b" % size.to_bytes(2, "big")
    return b"\x81\x7f%b" % size.to_bytes(8, "big")


def unmasked(key: bytes, data: bytes) -> bytes:
    """Return what a client's frame carries, which was masked with these four bytes (RFC 6455, 5.3)."""
    size = len(data)
    mask = (key * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(mask, "big")).to_bytes(size, "big")


def whole_text(data: bytes) -> str | None:
    """Return the text of one short frame that is masked and final (RFC 6455, 5.2); None where it is anything else."""
    if len(data) < 7 or data[0] != 0x81 or not 0x80 < data[1] < 0xFF:
        return None
    size, start = data[1] & 0x7F, 2
    if size == 126:
        size, start = int.from_bytes(data[2:4], "big"), 4
    if not 0 < size <= MAX_FRAME_BYTES or len(data) != start + 4 + size or (start == 4 and size < 126):
        return None
    try:
        return unmasked(data[start : start + 4], data[start + 4 :]).decode()
    except UnicodeDecodeError:
        return None
