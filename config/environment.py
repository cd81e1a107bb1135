"""Reads the environment: each variable as what it stands for, or one clear line about a value that cannot be.

An empty variable counts as unset. Every function ends the process (SystemExit with the line, status 1) on a value that it
cannot take: whatever starts us, a person reads that line and not a traceback.
"""

import os
import re
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo

import environ

from config.keys import key_in_file

MIN_KEY = 16  # characters of a secret that anybody on the internet may guess at
LEAST_VARIED = 8  # how many of them differ: what `openssl rand` makes has more, but for one in a million
ON = ("true", "yes", "on", "1")
OFF = ("false", "no", "off", "0")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
POSTGRES = ("postgres", "postgresql", "psql", "pgsql")
SQLITE = "sqlite://"
HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")


def stop(line: str) -> NoReturn:
    """End with one line that says what is wrong and what to do."""
    raise SystemExit(line)


def text(name: str, default: str = "") -> str:
    """Return a variable without the spaces and line ends around it."""
    return os.environ.get(name, "").strip() or default


def one_of(name: str, values: tuple[str, ...], default: str) -> str:
    """Return one of these words."""
    found = text(name, default)
    if found not in values:
        stop(f"{name} is {found!r}; set it to {', '.join(values[:-1])} or {values[-1]}.")
    return found


def flag(name: str, default: bool = False) -> bool:
    """Return whether something is on; off by default, unless the default is another."""
    found = text(name, str(default)).lower()
    if found not in ON + OFF:
        stop(f"{name} is {text(name)!r}; set it to true or false.")
    return found in ON


def seconds(name: str, default: float) -> float:
    """Return a time in seconds, 0 to 60."""
    try:
        found = float(text(name, str(default)))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 60:
        stop(f"{name} is {text(name)!r}; set it to a number of seconds from 0 to 60, such as {default}.")
    return found


def whole(name: str, default: int, least: int, most: int) -> int:
    """Return a whole number in a range."""
    found = text(name, str(default))
    if not (found.isascii() and found.isdecimal() and least <= int(found) <= most):
        stop(f"{name} is {found!r}; set it to a whole number from {least} to {most}, such as {default}.")
    return int(found)


def level(name: str, default: str) -> str:
    """Return how much is logged, in whatever case it was given."""
    found = text(name, default)
    if found.upper() not in LEVELS:
        stop(f"{name} is {found!r}; set it to {', '.join(LEVELS[:-1])} or {LEVELS[-1]}.")
    return found.upper()


def time_zone(name: str, default: str) -> str:
    """Return a name of the time zone database; a colon in front, as some systems write it, is left out."""
    found = text(name, default).removeprefix(":") or default
    try:
        ZoneInfo(found)
    except (KeyError, ValueError, OSError):  # no such zone, no sound name, a folder of zones
        stop(f"{name} is {found!r}; set it to a time zone such as {default}, or leave it out.")
    return found


def folder(name: str, default: Path) -> Path:
    """Return a folder, whatever characters are in its name; it need not exist yet."""
    found = Path(os.environ.get(name) or default)
    try:
        found = found.resolve()
        if found.exists() and not found.is_dir():
            stop(f"{name} is {found}, which is a file; set it to a folder.")
    except (OSError, RuntimeError) as error:
        stop(f"{name} is {found}, which cannot be used ({_reason(error)}); set it to a folder of your own.")
    return found


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, if it is not there."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{path} cannot be made ({_reason(error)}); set DATA_DIR to a folder that you may write to.")


def weakness(name: str, given: str) -> str:
    """Return what is wrong with a secret and what to do, "" for one that cannot be guessed."""
    if len(given) < MIN_KEY:
        wrong = f"has {len(given)} characters; give at least {MIN_KEY}"
    elif len(set(given)) < LEAST_VARIED:
        wrong = f"repeats {len(set(given))} characters; give one that was drawn at random"
    else:
        return ""
    return f"{name} {wrong}, such as from: openssl rand -hex 32"


def key(name: str, path: Path, *, hosted: bool, size: int = 32) -> str:
    """Return a key that was given, else the one kept in `path`, made of `size` random bytes when there is none."""
    given = text(name)
    if given:
        if hosted and (wrong := weakness(name, given)):
            stop(wrong)
        return given
    make_folder(path.parent)
    try:
        return key_in_file(path, size)
    except UnicodeDecodeError:
        stop(f"{path} holds no key; remove it and a new one is made.")
    except ValueError as error:
        stop(f"{error}.")
    except OSError as error:
        stop(
            f"{path} cannot be read or made ({_reason(error)}); make its folder writable, or set DATA_DIR to another."
        )


def address(name: str) -> str:
    """Return the address of a site, such as https://spel.example, without a slash at the end; "" when unset."""
    found = text(name)
    if not found:
        return ""
    parts = _split(found)
    if parts is None or parts.scheme not in ("http", "https") or not _is_host(parts):
        stop(f"{name} is {found!r}; give scheme and host, such as https://spel.example")
    if parts.path.strip("/") or parts.query or parts.fragment:
        stop(
            f"{name} is {found!r}; the game stands at the top of its host: give only {parts.scheme}://{parts.netloc}"
        )
    return f"{parts.scheme}://{parts.netloc}"


def hosts(name: str) -> list[str]:
    """Return the names in a list with commas."""
    found = [one.strip() for one in text(name).split(",") if one.strip()]
    for one in found:
        if not HOST.fullmatch(one):
            stop(f"{name} has {one!r}; give names only, without scheme, port or path, such as spel.example")
    return found


def database(name: str, default: Path) -> dict[str, Any]:
    """Return Django's settings of a database; the SQLite file `default` when unset. Never prints the password."""
    found = text(name)
    if not found:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    if found.startswith(SQLITE):
        path = unquote(found.removeprefix(SQLITE).removeprefix("/"))
        memory = path in ("", ":memory:")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ":memory:" if memory else str(Path(path).resolve()),
        }
    parts = _split(found)
    if parts is None or parts.scheme not in POSTGRES or not parts.path.strip("/"):
        stop(
            f"{name} cannot be read; give postgres://user:password@host:5432/name, with % codes for / # ? @ : in the "
            "password, or leave it out."
        )
    config: dict[str, Any] = environ.Env.db_url_config(found)
    config["HOST"] = unquote(config["HOST"])  # a folder with a socket: postgres://%2Frun%2Fpostgresql/name
    return config


def redis(name: str) -> str:
    """Return the address of a Redis server, "" when unset."""
    found = text(name)
    if not found:
        return ""
    from redis.connection import parse_url

    try:
        if _split(found) is None:
            raise ValueError
        parse_url(found)  # type: ignore[no-untyped-call]
    except ValueError:
        stop(f"{name} cannot be read; give redis://host:6379/0, or leave it out.")
    return found


def _split(found: str) -> SplitResult | None:
    """Return the parts of a URL, None when it has no sound ones."""
    try:
        parts = urlsplit(found)
        parts.port  # noqa: B018 - raises for what is no port
    except ValueError:
        return None
    return parts


def _is_host(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return (
        "@" not in parts.netloc and bool(HOST.fullmatch(f"[{host}]" if ":" in host else host)) and host != "*"
    )


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)
