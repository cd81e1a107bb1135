"""Tells a proxy or a container engine how this process is: whether it runs, and whether it can serve."""

from contextlib import suppress

from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 "ok": this process runs. It asks no database, which starting it again would not mend."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 "ok" when the database answers, else 503."""
    connection = connections.create_connection("default")  # its own: it waits for nobody, and nobody for it
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    finally:
        with suppress(DatabaseError):
            connection.close()
    return HttpResponse("ok\n", content_type="text/plain")
