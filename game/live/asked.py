"""The head of a request for a socket that has nothing unusual; whatever else comes in is for a whole HTTP server."""

import re

# A head without anything unusual: no other method, version or form, no percent sign, nothing folded, no underscore in a name.
HEAD = re.compile(
    rb"GET (/ws/[A-Za-z0-9/_-]{1,300})(?:\?([!-\"$-~]{0,700}))? HTTP/1\.1\r\n((?:[A-Za-z0-9-]+:[ -~]*\r\n){4,60})\r\n"
)
KEY = re.compile(rb"[A-Za-z0-9+/]{22}==")
MAX_HEAD = 8 * 1024
UNUSUAL = {b"content-length", b"transfer-encoding", b"expect", b"sec-websocket-protocol", b"daphne-root-path"}


def plain_request(data: bytes) -> tuple[str, bytes, list[tuple[bytes, bytes]], str] | None:
    """Return path, query, headers and key of what asks for a socket in the plainest way, and is whole; None for all else."""
    found = HEAD.fullmatch(data) if len(data) <= MAX_HEAD else None
    if found is None:
        return None
    lines = [line.partition(b":") for line in found[3].split(b"\r\n")[:-1]]
    headers = [(name.lower(), value.strip(b" ")) for name, _, value in lines]
    by_name = dict(headers)
    key = by_name.get(b"sec-websocket-key", b"")
    is_plain = (
        len(by_name) == len(headers)
        and by_name.keys().isdisjoint(UNUSUAL)
        and by_name.get(b"upgrade", b"").lower() == b"websocket"
        and b"upgrade" in by_name.get(b"connection", b"").lower().replace(b" ", b"").split(b",")
        and by_name.get(b"sec-websocket-version") == b"13"
        and KEY.fullmatch(key) is not None
    )
    return (found[1].decode(), found[2] or b"", headers, key.decode()) if is_plain else None
