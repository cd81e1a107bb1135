"""Sessions in the database under the hash of their key: a copy of the database logs nobody in."""

import hashlib
from typing import Any

from asgiref.sync import sync_to_async
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

HASH = 40  # characters, as many as the column has


def hashed(key: str) -> str:
    """Return what is kept of a session's key, which is random."""
    return hashlib.sha256(key.encode()).hexdigest()[:HASH]


class SessionStore(db.SessionStore):
    """Django's store, which finds and keeps each session under the hash of its key."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row = self.model.objects.filter(session_key=hashed(self.session_key or ""))
        found: AbstractBaseSession | None = row.filter(expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    async def _aget_session_from_db(self) -> AbstractBaseSession | None:
        return await sync_to_async(self._get_session_from_db)()

    def exists(self, session_key: str) -> bool:
        """Tell whether there is a session with this key."""
        return super().exists(hashed(session_key))

    async def aexists(self, session_key: str) -> bool:
        """Tell whether there is a session with this key."""
        return await super().aexists(hashed(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """Return the row to keep."""
        row = super().create_model_instance(data)
        row.session_key = hashed(row.session_key)
        return row

    async def acreate_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """Return the row to keep."""
        row: AbstractBaseSession = await super().acreate_model_instance(data)
        row.session_key = hashed(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        """Forget a session, this one unless a key is given."""
        key = session_key or self.session_key
        if key:
            super().delete(hashed(key))

    async def adelete(self, session_key: str | None = None) -> None:
        """Forget a session, this one unless a key is given."""
        key = session_key or self.session_key
        if key:
            await super().adelete(hashed(key))
