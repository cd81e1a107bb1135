"""What the database keeps of keys: hashes, and nonces from which a key follows with the server's own secret only.

So a copy of the database opens nothing.
"""

import base64
import hashlib
import hmac
import secrets

from django.utils.crypto import salted_hmac

KEY_BYTES = 24


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, in hex (tokens are random, so no salt is needed)."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_nonce() -> str:
    """Return a new nonce; another nonce makes another key."""
    return secrets.token_urlsafe(16)


def link_key(what: str, number: int, nonce: str) -> str:
    """Return the key in a link to `what` of the row with this number: the number, a dash, and what only we can tell."""
    told = salted_hmac(f"game.models.keys.{what}", f"{number}.{nonce}", algorithm="sha256").digest()
    return f"{number}-{base64.urlsafe_b64encode(told[:KEY_BYTES]).decode()}"


def number_in(key: str) -> int | None:
    """Return the number of the row that a key says to be of, None for what is no such key."""
    number = key.partition("-")[0]
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= 15 else None


def is_same(one: str, other: str) -> bool:
    """Tell whether two keys are the same, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())
