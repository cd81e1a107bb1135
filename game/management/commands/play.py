"""Starts the game: checks the content, brings the database up to date, says where to go, and serves."""

import contextlib
import errno
import socket
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from game.actions import copies
from game.content import ContentError, load_all
from game.live.server import listen, serve
from game.management.addresses import address_lines, change_line, find_addresses
from game.management.database import BEHIND, check_file, check_server
from game.management.lock import DatabaseInUseError, hold
from game.management.private import keep_private
from game.management.terminal import own_command, qr_code, street
from game.network.book import book
from game.network.ranking import THIS_COMPUTER, Kind
from game.selectors import clock

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
        check_keys(hosted)
        lost = copies_without_database()
        lock = hold_database()  # kept while we serve
        listeners = open_port(host, port)
        bring_up_to_date(only_check=hosted)
        find_addresses(listeners)
        if lost:
            self.stdout.write(
                f"\n  De database is nieuw, en er zijn {lost} kopieën van een eerdere / the database is new, and there are "
                f"{lost} copies of an earlier one:\n  {own_command('restore')}"
            )
        serve(listeners, ready=lambda: None if hosted else self.welcome(book.base_url))
        if lock:
            lock.release()

    def welcome(self, address: str) -> None:
        """Print the address, its QR code and the link for the facilitator."""
        players = f"{address}/"
        self.stdout.write(
            f"{street(self.stdout)}\n  Wie pakt het op?\n\n  Spelers / players:           {players}\n"
        )
        self.stdout.write(qr_code(players, self.stdout) + _printable(address_lines(book)))
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


def check_keys(hosted: bool) -> None:
    """Read or make the keys now; raises SystemExit or CommandError with what is wrong with one.

    Hosted, no secret is taken that can be guessed, nor a Redis of another machine that asks for none.
    """
    keys = {"SECRET_KEY": settings.SECRET_KEY}
    if settings.HOSTING != "accounts":
        keys["START_KEY"] = settings.START_KEY()
    if not hosted:
        return
    for name, given in {**keys, **_passwords()}.items():
        if wrong := settings.SECRET_WEAKNESS(name, given):
            raise CommandError(wrong)


def _passwords() -> dict[str, str]:
    """Return the passwords of the servers that we use and the token that we ask for, by what to say of them.

    A socket of this machine needs none.
    """
    found = {}
    database = settings.DATABASES["default"]
    if not settings.EMBEDDED_DATABASE and (database["PASSWORD"] or database["HOST"].partition("/")[0]):
        found["The password in DATABASE_URL"] = database["PASSWORD"]
    if settings.METRICS_TOKEN:
        found["METRICS_TOKEN"] = settings.METRICS_TOKEN
    redis = urlsplit(settings.REDIS_URL)
    if redis.scheme and (redis.password or redis.scheme != "unix"):
        found["The password in REDIS_URL"] = redis.password or ""
    return found


def hold_database() -> Any:
    """Claim an embedded database for this process, and keep it private.

    Raises CommandError when another process serves it, or when it cannot be used.
    """
    if not settings.EMBEDDED_DATABASE:
        return None
    database = Path(settings.DATABASES["default"]["NAME"])
    if database.name == ":memory:":
        raise CommandError("DATABASE_URL keeps nothing; leave it out for a database in DATA_DIR.")
    try:
        lock = hold(database)
        check_file(database)
        keep_private(database)
    except DatabaseInUseError as used:
        raise CommandError(
            f"{database} is already served by process {used.pid}; an embedded database takes one server. "
            "Stop that one first, or set DATA_DIR to another folder."
        ) from None
    except OSError as error:
        raise CommandError(
            f"{database.parent} cannot be written ({error.strerror or error}). Make it writable for this account, or set "
            "DATA_DIR to another folder."
        ) from None
    return lock


def copies_without_database() -> int:
    """Return how many copies are kept of an embedded database that is gone, 0 while it is there."""
    if not settings.EMBEDDED_DATABASE:
        return 0
    database = Path(settings.DATABASES["default"]["NAME"])
    is_there = database.exists() and database.stat().st_size > 0
    return 0 if is_there else len(copies.kept(copies.folder()))


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
    """Migrate the database when it is behind, and take the time from it; with `only_check` raise CommandError when it is.

    Raises CommandError too for a database server's tables that are another program's, or of a newer release.
    """
    if not settings.EMBEDDED_DATABASE:
        check_server()
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if behind and only_check:
        raise CommandError(BEHIND)
    if behind:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    clock.keep_steady()
    connections.close_all()  # the server's lanes open their own
