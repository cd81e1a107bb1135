"""Tells a proxy or a container engine how this process is: whether it runs, and whether it can serve."""

from contextlib import suppress
from functools import cache

from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from game import metrics

BEHIND = "the database is behind: run manage.py migrate"
UNHEARD = "ok, but other processes are not heard: look at Redis"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 "ok": this process runs. It asks no database, which starting it again would not mend."""
    return _told(200, "ok")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and is as new as this code, else 503; and say how the layer between processes is.

    Without that layer screens come by polling and nothing is lost: no reason to take a process out of service.
    """
    connection = connections.create_connection("default")  # its own: it waits for nobody, and nobody for it
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            applied = set(cursor.fetchall())
    except DatabaseError:
        return _told(503, "no database")
    finally:
        with suppress(DatabaseError):
            connection.close()
    if not _of_this_code() <= applied:
        return _told(503, BEHIND)
    heard = metrics.LAYER.read().get(())
    return _told(200, "ok" if heard is None or heard else UNHEARD)


@cache
def _of_this_code() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations)


def _told(status: int, line: str) -> HttpResponse:
    return HttpResponse(f"{line}\n", status=status, content_type="text/plain")
