"""The hosted set-up without Docker: a real PostgreSQL, a real Redis and two server processes on free ports.

Commands and environment come from docker-compose.yml; only addresses are replaced, and https by http, as there is no proxy.
"""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import redis
import yaml

from tests.live.server import ROOT, Server, free_port

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SECRETS = {
    "SITE": "127.0.0.1",
    "HOSTING": "laptop",
    "SECRET_KEY": "a-secret-key-that-nobody-guesses",
    "START_KEY": "a-start-key-that-nobody-guesses",
    "POSTGRES_PASSWORD": "0123456789abcdef",
    "REDIS_PASSWORD": "fedcba9876543210",
    "METRICS_TOKEN": "a-token-that-nobody-guesses",
}
READY_SECONDS = 90.0


def filled_in(text: str) -> str:
    """Return a value of the compose file with its variables replaced by the tests' secrets."""
    return re.sub(r"\$\{(\w+)(?::[?-][^}]*)?\}", lambda found: SECRETS.get(found[1], ""), text)


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while not is_so():
        assert time.monotonic() < until, f"{what} did not happen in {READY_SECONDS} s"
        time.sleep(0.05)


class Postgres:
    """A PostgreSQL server with the compose file's user, database and password."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="game-postgres-"))
        self.settings = {
            name: filled_in(value) for name, value in COMPOSE["services"]["postgres"]["environment"].items()
        }
        # PostgreSQL refuses to run as root.
        self.user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        secret = self.folder / "secret"
        secret.write_text(self.settings["POSTGRES_PASSWORD"])
        secret.chmod(0o644)
        data, name = self.folder / "data", self.settings["POSTGRES_USER"]
        how = ["-U", name, "-A", "scram-sha-256", f"--pwfile={secret}", "--no-sync"]
        subprocess.run(
            [self.programs / "initdb", "-D", data, *how], check=True, capture_output=True, **self._as()
        )
        self.begin()
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{self.settings["POSTGRES_DB"]}"')

    def begin(self) -> None:
        """Run the server, also after `end`, and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            listen = ["-h", "127.0.0.1", "-p", str(self.port), "-k", "", "-c", "fsync=off"]
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.folder / "data", *listen],
                stdout=log,
                stderr=log,
                **self._as(),
            )
        wait_until(self._answers, "PostgreSQL's answer")

    def end(self) -> None:
        """Stop the server at once: what its clients were doing is undone."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)

    def _as(self) -> dict[str, Any]:
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        return {"cwd": self.folder, **who}

    def _url(self, database: str) -> str:
        password, name = self.settings["POSTGRES_PASSWORD"], self.settings["POSTGRES_USER"]
        return f"postgres://{name}:{password}@127.0.0.1:{self.port}/{database}"

    @property
    def url(self) -> str:
        """The address of the game's database."""
        return self._url(self.settings["POSTGRES_DB"])

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._url("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def __enter__(self) -> "Postgres":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)
        shutil.rmtree(self.folder)


class Redis:
    """A Redis server, started with the compose file's command."""

    def __init__(self, program: Path) -> None:
        self.program = program
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        _, *arguments = map(filled_in, COMPOSE["services"]["redis"]["command"])
        command = [self.program, *arguments, "--port", str(self.port), "--bind", "127.0.0.1"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())
        wait_until(self._answers, "Redis's answer")

    def _answers(self) -> bool:
        client = redis.Redis(port=self.port, password=SECRETS["REDIS_PASSWORD"])
        try:
            return bool(client.ping())
        except redis.ConnectionError:
            return False
        finally:
            client.close()

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()


class Cluster:
    """Two web processes as `web1` and `web2` of the compose file, over one PostgreSQL and one Redis."""

    def __init__(self, postgres: Path, redis_server: Path, folder: Path) -> None:
        self.postgres = Postgres(postgres.parent)
        self.redis = Redis(redis_server)
        self.folder = folder
        self.servers: list[Server] = []

    def environment(self, service: str) -> dict[str, str]:
        found = COMPOSE["services"][service]["environment"]
        environment = {name: filled_in(value) for name, value in found.items()}
        environment["DATABASE_URL"] = environment["DATABASE_URL"].replace(
            "@postgres:5432", f"@127.0.0.1:{self.postgres.port}"
        )
        environment["REDIS_URL"] = environment["REDIS_URL"].replace(
            "redis:6379", f"127.0.0.1:{self.redis.port}"
        )
        environment["PUBLIC_URL"] = environment["PUBLIC_URL"].replace("https://", "http://")
        return {**environment, "DATA_DIR": str(self.folder / service)}

    def start(self) -> None:
        self.postgres.start()
        self.redis.start()
        python, *migrate = COMPOSE["services"]["migrate"]["command"]
        assert python == "python"
        environment = {"PATH": os.environ["PATH"], **self.environment("migrate")}
        subprocess.run([sys.executable, *migrate], cwd=ROOT, env=environment, check=True, capture_output=True)
        for service in ("web1", "web2"):
            arguments = COMPOSE["services"][service]["command"][3:]
            own = [word for word in arguments if word not in ("--host", "0.0.0.0", "--port", "8000")]
            self.servers.append(Server(self.environment(service), *own))
            self.servers[-1].start()

    @property
    def urls(self) -> tuple[str, ...]:
        return tuple(server.base_url for server in self.servers)

    def stop(self) -> None:
        for server in self.servers:
            server.kill()
        self.redis.kill()
        self.postgres.stop()
