"""The environment chooses the set-up; without it everything is as on a laptop."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def settings_in(tmp_path: Path, **environment: str) -> dict[str, Any]:
    """Read the settings in a process of its own, where only this environment counts."""
    code = (
        "import json; from config import settings; "
        "print(json.dumps({n: getattr(settings, n) for n in dir(settings) if n.isupper() and n != 'START_KEY'}"
        " | {'START_KEY': settings.START_KEY()}, default=str))"
    )
    clean = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "data"), **environment}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=clean, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_laptop_defaults(tmp_path: Path) -> None:
    found = settings_in(tmp_path)

    assert found["DEBUG"] is False
    assert found["HOSTING"] == "laptop"
    assert (found["ROOT_URLCONF"], len(found["STATICFILES_DIRS"])) == ("config.urls", 1)
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "game.sqlite3")
    assert found["DATABASES"]["default"]["CONN_MAX_AGE"] is None
    assert found["DATABASES"]["default"]["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
    assert found["CHANNEL_LAYERS"] == {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    assert found["LOCAL_HOSTS_ONLY"] is True
    assert found["CSRF_TRUSTED_ORIGINS"] == []
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["CSRF_COOKIE_SECURE"] is False


def test_keys_are_made_once_and_private(tmp_path: Path) -> None:
    first = settings_in(tmp_path)
    again = settings_in(tmp_path)

    assert (len(first["SECRET_KEY"]), len(first["START_KEY"])) == (96, 64)
    assert first["SECRET_KEY"] != first["START_KEY"]
    assert (again["SECRET_KEY"], again["START_KEY"]) == (first["SECRET_KEY"], first["START_KEY"])
    for name in ("secret-key", "start-key"):
        assert stat.S_IMODE((tmp_path / "data" / name).stat().st_mode) == 0o600


def test_hosted(tmp_path: Path) -> None:
    found = settings_in(
        tmp_path,
        SECRET_KEY="secret",
        START_KEY="start",
        DATABASE_URL="postgres://game:word@db:5433/name",
        REDIS_URL="redis://hints:6379/0",
        PUBLIC_URL="https://spel.example/",
        ALLOWED_HOSTS="spel.example",
        TRUST_PROXY="true",
    )
    database = found["DATABASES"]["default"]

    assert (found["SECRET_KEY"], found["START_KEY"]) == ("secret", "start")
    assert not (tmp_path / "data").exists()
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert [database[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME", "CONN_MAX_AGE")] == [
        "game", "word", "db", 5433, "name", None,
    ]  # fmt: skip
    assert found["CHANNEL_LAYERS"]["default"] == {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [{"address": "redis://hints:6379/0", "socket_timeout": None}]},
    }
    assert found["PUBLIC_URL"] == "https://spel.example"
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://spel.example"]
    assert found["ALLOWED_HOSTS"] == ["spel.example", "localhost", "127.0.0.1", "[::1]"]
    assert found["LOCAL_HOSTS_ONLY"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["CSRF_COOKIE_SECURE"] is True
    assert found["LANGUAGE_COOKIE_SECURE"] is True
    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 2_592_000


def test_a_database_over_a_socket_of_this_machine(tmp_path: Path) -> None:
    found = settings_in(tmp_path, DATABASE_URL="postgres://%2Frun%2Fpostgresql/game")["DATABASES"]["default"]

    assert (found["HOST"], found["NAME"], found["USER"]) == ("/run/postgresql", "game", "")


def test_accounts(tmp_path: Path) -> None:
    found = settings_in(tmp_path, HOSTING="accounts")

    assert found["ROOT_URLCONF"] == "config.account_urls"
    assert [Path(folder).parts[-3:] for folder in found["STATICFILES_DIRS"][1:]] == [
        ("contrib", "admin", "static")
    ]
    assert len(found["AUTH_PASSWORD_VALIDATORS"]) == 4


@pytest.mark.django_db
def test_a_database_of_the_tests_has_what_play_has() -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("only for the embedded database")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
