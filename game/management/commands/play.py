"""Starts the game: checks the content, brings the database up to date, says where to go, and serves."""

import contextlib
import errno
import io
import socket
import sys
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from game.content import ContentError, load_all
from game.live.server import listen, serve
from game.management.addresses import address_lines, change_line, find_addresses
from game.management.lock import DatabaseInUseError, hold
from game.network.book import book
from game.network.ranking import THIS_COMPUTER, Kind

MAX_PORT = 65_535


class Command(BaseCommand):
    """`manage.py play`, and with --hosted what docker-compose.yml runs."""

    help = "Start the game and print where players and the facilitator find it."
    told = ""  # the address that was printed last
    requires_system_checks: list[str] = []  # `make check` runs them; here they cost start-up time

    def add_arguments(self, parser: CommandParser) -> None:
        """Say where to listen."""
        parser.add_argument("--host", default="", help="address to listen on (default: all, IPv4 and IPv6)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
        parser.add_argument(
            "--hosted",
            action="store_true",
            help="print no welcome, and leave migrations to manage.py migrate",
        )

    def handle(self, *args: Any, host: str, port: int, hosted: bool, **options: Any) -> None:
        """Start and serve; raises CommandError, with what to do about it, when that cannot be."""
        check_content()
        lock = hold_database()  # kept while we serve
        listeners = open_port(host, port)
        bring_up_to_date(only_check=hosted)
        find_addresses(listeners)
        serve(listeners, ready=lambda: None if hosted else self.welcome(book.base_url))
        if lock:
            lock.release()

    def welcome(self, address: str) -> None:
        """Print the address, its QR code and the link for the facilitator."""
        players = f"{address}/"
        self.stdout.write(f"\n  Wie pakt het op?\n\n  Spelers / players:           {players}\n")
        qr = io.StringIO()
        segno.make(players, error="l", micro=False).terminal(out=qr, compact=True, border=2)
        self.stdout.write(qr.getvalue() + _printable(address_lines(book)))
        own = "workshops/" if settings.HOSTING == "accounts" else f"new/?key={settings.START_KEY()}"
        self.stdout.write(f"\n  Begeleider / facilitator:   {address}/{own}\n")
        if book.is_everywhere and not book.is_fixed and book.best.kind is not Kind.LOOPBACK:
            # It goes on working when this computer changes networks.
            self.stdout.write(f"  op deze computer / here:    {book.url_of(THIS_COMPUTER)}/{own}\n")
        self.stdout.write(
            f"  Gegevens / data:            {_printable(str(settings.DATA_DIR))}\n\n  Stoppen / stop: Ctrl+C\n"
        )
        self.stdout.flush()
        book.add_listener(self.tell_change)
        self.told = address

    def tell_change(self) -> None:
        """Print the address when it has become another one."""
        if book.base_url != self.told:
            self.told = book.base_url
            with contextlib.suppress(OSError, ValueError):  # the terminal is gone; the game goes on
                self.stdout.write(_printable(change_line(book)))
                self.stdout.flush()


def _printable(text: str) -> str:
    """Return a path or a name with what this terminal cannot show written as escapes."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def check_content() -> None:
    """Load every scenario and catalogue; raises CommandError with file, line and reason."""
    try:
        load_all()
    except ContentError as error:
        raise CommandError(str(error)) from None


def hold_database() -> Any:
    """Claim an embedded database for this process; raises CommandError when another one serves it."""
    if not settings.EMBEDDED_DATABASE:
        return None
    database = Path(settings.DATABASES["default"]["NAME"])
    try:
        return hold(database)
    except DatabaseInUseError as used:
        raise CommandError(
            f"{database} is already served by process {used.pid}; an embedded database takes one server. "
            "Stop that one first, or set DATA_DIR to another folder."
        ) from None


def open_port(host: str, port: int) -> list[socket.socket]:
    """Open the port; raises CommandError when it is in use or not allowed."""
    if not 0 <= port <= MAX_PORT:
        raise CommandError(
            f"There is no port {port}; choose one from 1024 to {MAX_PORT}, such as --port 8000."
        )
    try:
        return listen(host, port)
    except (socket.gaierror, UnicodeError):
        raise CommandError(
            f"--host {host} is no address; leave it out to listen on all of this computer's."
        ) from None
    except OSError as error:
        raise CommandError(_why_closed(host, port, error)) from None


def _why_closed(host: str, port: int, error: OSError) -> str:
    """Return what is wrong with a port that does not open, and what to do."""
    where = f"port {port}" + (f" of {host}" if host else "")
    match error.errno:
        case errno.EADDRINUSE:
            other = port + 1 if port < MAX_PORT else 8000
            return f"Another program listens on {where}. Stop that one, or take --port {other} (make play PORT={other})."
        case errno.EADDRNOTAVAIL:
            return f"{host} is no address of this computer; leave --host out to listen on all of them."
        case errno.EACCES:
            return f"This account may not listen on {where}; choose one from 1024 up, such as --port 8000."
    return f"Cannot listen on {where}: {error.strerror or error}. Try another with --port."


def bring_up_to_date(only_check: bool) -> None:
    """Migrate the database when it is behind; with `only_check` raise CommandError instead."""
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if behind and only_check:
        raise CommandError("The database is behind: run `manage.py migrate` first.")
    if behind:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    connections.close_all()  # the server's lanes open their own
