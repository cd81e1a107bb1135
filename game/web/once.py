"""One-time forms: a token in a form, by which its second use is known for what it is, also from a browser without a cookie.

It is random, signed, and good for one form (`purpose`) only; it says nothing about a person. Whoever cannot show one is
simply not protected against a second tap.
"""

import secrets

from django.core import signing
from django.http import HttpRequest

FIELD = "once"
HOUR = 3600


def issue(purpose: str) -> str:
    """Return a new token for a form."""
    return _signer(purpose).sign(secrets.token_urlsafe(16))


def used(request: HttpRequest, purpose: str) -> str:
    """Return what only this form knows; "" for a form without a token, with another form's, or open for over an hour."""
    try:
        return f"{purpose}:{_signer(purpose).unsign(request.POST.get(FIELD, ''), max_age=HOUR)}"
    except signing.BadSignature:
        return ""


def _signer(purpose: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"game.web.once.{purpose}")
