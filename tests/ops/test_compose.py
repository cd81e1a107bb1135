"""The hosted set-up hangs together: what one file names, another one has."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {"SECRET_KEY", "START_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD"}
OPTIONAL = {"METRICS_TOKEN", "LOG_FORMAT"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return loaded


def test_the_services(compose: dict[str, Any]) -> None:
    assert sorted(compose["services"]) == ["migrate", "postgres", "proxy", "redis", "web1", "web2"]
    assert compose["services"]["web1"] == compose["services"]["web2"]


def test_only_the_proxy_publishes_ports(compose: dict[str, Any]) -> None:
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]
    assert compose["networks"]["inside"] == {"internal": True}
    outside = [name for name, service in compose["services"].items() if "outside" in service["networks"]]
    assert outside == ["proxy"]


def test_secrets_come_from_the_environment() -> None:
    text = (ROOT / "docker-compose.yml").read_text()

    required = set(re.findall(r"\$\{(\w+):\?", text))
    assert required == SECRETS | {"SITE", "HOSTING"}
    assert set(re.findall(r"\$\{(\w+):-\}", text)) == OPTIONAL
    assert set(re.findall(r"\$\{(\w+)", text)) == required | OPTIONAL


def test_everything_says_whether_it_is_well(compose: dict[str, Any]) -> None:
    well = {name: "test" in service["healthcheck"] for name, service in compose["services"].items()}

    assert well == {
        "web1": True,
        "web2": True,
        "migrate": False,
        "redis": True,
        "postgres": True,
        "proxy": True,
    }


def test_every_service_is_confined(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}, name
        assert set(service["logging"]["options"]) == {"max-size", "max-file"}, name
        assert "privileged" not in service, name
        assert not any("docker.sock" in volume for volume in service.get("volumes", [])), name
    added = {
        name: service["cap_add"] for name, service in compose["services"].items() if "cap_add" in service
    }
    assert added == {"proxy": ["NET_BIND_SERVICE"]}
    # Only the proxy begins as root, which it has to for its ports; our image says who it is by itself.
    users = {name: service.get("user") for name, service in compose["services"].items()}
    assert users == {
        "web1": None,
        "web2": None,
        "migrate": None,
        "redis": "999:1000",
        "postgres": "70:70",
        "proxy": None,
    }


def test_redis_lets_in_nobody_without_its_password(compose: dict[str, Any]) -> None:
    redis = compose["services"]["redis"]

    assert redis["command"][-2:] == ["--requirepass", "${REDIS_PASSWORD}"]
    assert redis["environment"] == {"REDISCLI_AUTH": "${REDIS_PASSWORD}"}
    asked = compose["services"]["web1"]["environment"]["REDIS_URL"]
    assert re.sub(r":\?[^}]*", "", asked) == "redis://:${REDIS_PASSWORD}@redis:6379/0"


def test_migrations_come_first(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert services["migrate"]["command"] == ["python", "manage.py", "migrate", "--noinput"]
    assert services["web1"]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert services["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


def test_urls_name_services_and_their_credentials(compose: dict[str, Any]) -> None:
    environment = compose["services"]["web1"]["environment"]
    postgres = compose["services"]["postgres"]["environment"]

    database = re.fullmatch(
        r"postgres://(\w+):\$\{POSTGRES_PASSWORD:\?.*?\}@(\w+):5432/(\w+)", environment["DATABASE_URL"]
    )
    assert database is not None
    assert database.groups() == (postgres["POSTGRES_USER"], "postgres", postgres["POSTGRES_DB"])


def test_the_image_runs_what_the_services_run(compose: dict[str, Any]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    command = ", ".join(f'"{part}"' for part in compose["services"]["web1"]["command"])

    assert f"CMD [{command}]" in dockerfile
    assert "--require-hashes -r requirements/play.txt" in dockerfile
    assert re.findall(r"^USER (\w+)$", dockerfile, re.MULTILINE) == ["game"]
    for copied in re.findall(r"^COPY (\S+) ", dockerfile, re.MULTILINE):
        assert (ROOT / copied).exists()


def test_the_proxy_serves_both_processes() -> None:
    caddy = (ROOT / "deploy" / "Caddyfile").read_text()

    assert "reverse_proxy web1:8000 web2:8000 {" in caddy
    assert "health_uri /readyz" in caddy
    # What is too large is told by the game: Debian's Caddy makes an empty 502 of it, and takes the process out of service.
    assert "request_body" not in caddy


def test_the_readme_lists_every_variable() -> None:
    settings = (ROOT / "config" / "settings.py").read_text()
    readme = (ROOT / "README.md").read_text()

    read = set(re.findall(r'environment\.\w+\("(\w+)"', settings)) | {
        "SITE",
        "POSTGRES_PASSWORD",
        "REDIS_PASSWORD",
    }
    assert set(re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE)) == read


@pytest.mark.parametrize("name", ["play", "test"])
def test_requirements_are_pinned_and_name_no_registry(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    packages = [number for number, line in enumerate(lines) if re.match(r"\w", line)]

    assert all("==" in lines[number] and "--hash=" in lines[number + 1] for number in packages)
    assert [line for line in lines if line.startswith("-") or "://" in line] == []
