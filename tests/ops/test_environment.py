"""A variable with a wrong value stops every command with one line that says what to do."""

from pathlib import Path

import pytest

from tests.ops.laptop import refusal, run

SOUND = "0123456789abcdef"
KEYS = {"SECRET_KEY": SOUND, "START_KEY": SOUND}
ACCOUNTS = {"HOSTING": "accounts"}
DRAWN = "characters; give one that was drawn at random"

pytestmark = pytest.mark.servers

DATABASE = (
    "DATABASE_URL cannot be read; give postgres://user:password@host:5432/name, with % codes for / # ? @ : in the "
    "password, or leave it out."
)
REDIS = "REDIS_URL cannot be read; give redis://host:6379/0, or leave it out."
SITE = "; give scheme and host, such as https://spel.example"
WRONG = [
    ("DEBUG", "maybe", "DEBUG is 'maybe'; set it to true or false."),
    ("TRUST_PROXY", "2", "TRUST_PROXY is '2'; set it to true or false."),
    ("HOSTING", "Accounts", "HOSTING is 'Accounts'; set it to laptop or accounts."),
    ("LOG_LEVEL", "LOUD", "LOG_LEVEL is 'LOUD'; set it to DEBUG, INFO, WARNING, ERROR or CRITICAL."),
    (
        "TZ",
        "Mars/Base",
        "TZ is 'Mars/Base'; set it to a time zone such as Europe/Amsterdam, or leave it out.",
    ),
    ("TZ", "Europe", "TZ is 'Europe'; set it to a time zone such as Europe/Amsterdam, or leave it out."),
    (
        "TZ",
        "/etc/passwd",
        "TZ is '/etc/passwd'; set it to a time zone such as Europe/Amsterdam, or leave it out.",
    ),
    (
        "STEADY_SECONDS",
        "nan",
        "STEADY_SECONDS is 'nan'; set it to a number of seconds from 0 to 60, such as 1.2.",
    ),
    (
        "STEADY_SECONDS",
        "soon",
        "STEADY_SECONDS is 'soon'; set it to a number of seconds from 0 to 60, such as 1.2.",
    ),
    ("PUBLIC_URL", "spel.example", f"PUBLIC_URL is 'spel.example'{SITE}"),
    ("PUBLIC_URL", "spel.example:8000", f"PUBLIC_URL is 'spel.example:8000'{SITE}"),
    ("PUBLIC_URL", "ftp://spel.example", f"PUBLIC_URL is 'ftp://spel.example'{SITE}"),
    ("PUBLIC_URL", "https://", f"PUBLIC_URL is 'https://'{SITE}"),
    ("PUBLIC_URL", "https://spel.example:x", f"PUBLIC_URL is 'https://spel.example:x'{SITE}"),
    ("PUBLIC_URL", "https://spel example", f"PUBLIC_URL is 'https://spel example'{SITE}"),
    ("PUBLIC_URL", "https://me@spel.example", f"PUBLIC_URL is 'https://me@spel.example'{SITE}"),
    (
        "PUBLIC_URL",
        "https://spel.example/spel",
        "PUBLIC_URL is 'https://spel.example/spel'; the game stands at the top of its host: give only "
        "https://spel.example",
    ),
    (
        "ALLOWED_HOSTS",
        "spel.example, https://spel.example",
        "ALLOWED_HOSTS has 'https://spel.example'; give names only, without scheme, port or path, such as spel.example",
    ),
    (
        "ALLOWED_HOSTS",
        "spel.example:443",
        "ALLOWED_HOSTS has 'spel.example:443'; give names only, without scheme, port or path, such as spel.example",
    ),
    ("DATABASE_URL", "game", DATABASE),
    ("DATABASE_URL", "mysql://user:word@host/name", DATABASE),
    ("DATABASE_URL", "postgres://user:word@host:port/name", DATABASE),
    ("DATABASE_URL", "postgres://user:word@host", DATABASE),
    ("DATABASE_URL", "postgres://user:wo#rd@host/name", DATABASE),
    ("REDIS_URL", "host:6379", REDIS),
    ("REDIS_URL", "http://host", REDIS),
    ("REDIS_URL", "redis://host:port/0", REDIS),
]


@pytest.mark.parametrize(("name", "value", "says"), WRONG)
def test_a_wrong_value(tmp_path: Path, name: str, value: str, says: str) -> None:
    assert refusal(tmp_path / "data", "play", "--port", "0", **{name: value}) == says


@pytest.mark.parametrize("command", ["migrate", "export", "createsuperuser", "battery"])
def test_every_command_says_so(tmp_path: Path, command: str) -> None:
    assert refusal(tmp_path, command, TZ="Mars/Base") == (
        "TZ is 'Mars/Base'; set it to a time zone such as Europe/Amsterdam, or leave it out."
    )


def test_a_password_is_never_printed(tmp_path: Path) -> None:
    done = run(tmp_path, "migrate", DATABASE_URL="mysql://user:geheim@host/name")

    assert "geheim" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", ""),
        ("DEBUG", "Off\r"),
        ("TZ", ":Europe/Brussels"),
        ("TZ", ""),
        ("LOG_LEVEL", "error"),
        ("PUBLIC_URL", "http://[fd00::1]:8000/"),
        ("PUBLIC_URL", "http://laptop_2:8000"),
        ("ALLOWED_HOSTS", " spel.example , .spel.example, 10.0.0.1, [::1], "),
        ("REDIS_URL", "unix:///run/redis.sock"),
        ("SECRET_KEY", "$not-another-variable"),
    ],
)
def test_a_sound_value(tmp_path: Path, name: str, value: str) -> None:
    done = run(tmp_path, "check", **{name: value})

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "given", "says"),
    [
        (
            ("play", "--hosted"),
            {"SECRET_KEY": "short"},
            "CommandError: SECRET_KEY has 5 characters; give at least 16",
        ),
        (
            ("play", "--hosted"),
            {"SECRET_KEY": SOUND, "START_KEY": SOUND[:15]},
            "CommandError: START_KEY has 15 characters; give at least 16",
        ),
        (("play",), {**ACCOUNTS, "SECRET_KEY": SOUND[:15]}, "SECRET_KEY has 15 characters; give at least 16"),
        (
            ("migrate",),
            {**ACCOUNTS, "SECRET_KEY": SOUND[:15]},
            "SECRET_KEY has 15 characters; give at least 16",
        ),
        (("play", "--hosted"), {"SECRET_KEY": "change" * 8}, f"CommandError: SECRET_KEY repeats 6 {DRAWN}"),
        (("play",), {**ACCOUNTS, "SECRET_KEY": "s" * 50}, f"SECRET_KEY repeats 1 {DRAWN}"),
        (
            ("play", "--hosted"),
            {**KEYS, "DATABASE_URL": "postgres://game:geheim@db:5432/game"},
            "CommandError: The password in DATABASE_URL has 6 characters; give at least 16",
        ),
        (
            ("play", "--hosted"),
            {**KEYS, "DATABASE_URL": "postgres:///game", "REDIS_URL": "redis://hints:6379/0"},
            "CommandError: The password in REDIS_URL has 0 characters; give at least 16",
        ),
        (
            ("play", "--hosted"),
            {
                **KEYS,
                "DATABASE_URL": "postgres:///game",
                "REDIS_URL": f"redis://:{'1234567' * 3}@hints:6379/0",
            },
            "CommandError: The password in REDIS_URL repeats 7 characters; give one that was drawn at random",
        ),
    ],
)
def test_a_weak_secret_where_everybody_can_guess(
    tmp_path: Path, arguments: tuple[str, ...], given: dict[str, str], says: str
) -> None:
    assert refusal(tmp_path, *arguments, **given) == f"{says}, such as from: openssl rand -hex 32"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {
            "HOSTING": "accounts",
            "PUBLIC_URL": "https://spel.example",
            "ALLOWED_HOSTS": "spel.example",
            "TRUST_PROXY": "true",
            "SECRET_KEY": "0123456789abcdef" * 4,
            "START_KEY": "0123456789abcdef" * 4,
        },
    ],
    ids=["laptop", "hosted"],
)
def test_django_finds_nothing_to_say_about_the_set_up(tmp_path: Path, given: dict[str, str]) -> None:
    done = run(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **given)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["secret-key", "start-key"])
@pytest.mark.parametrize(
    ("kept", "says"),
    [
        (b"", "is empty; remove it and a new one is made."),
        (b"\n", "is empty; remove it and a new one is made."),
        (b"\xff\xfe\x00", "holds no key; remove it and a new one is made."),
    ],
)
def test_a_key_file_without_a_key(tmp_path: Path, name: str, kept: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(kept)

    assert refusal(tmp_path, "play", "--port", "0") == f"{tmp_path / name} {says}"


def test_a_folder_in_the_place_of_a_key(tmp_path: Path) -> None:
    (tmp_path / "secret-key").mkdir()

    assert refusal(tmp_path, "play") == (
        f"{tmp_path}/secret-key cannot be read or made (Is a directory); make its folder writable, or set DATA_DIR to "
        "another."
    )


def test_data_in_the_place_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    assert refusal(file, "play") == f"DATA_DIR is {file}, which is a file; set it to a folder."
    assert refusal(file / "data", "play") == (
        f"{file}/data cannot be made (Not a directory); set DATA_DIR to a folder that you may write to."
    )


def test_a_database_server_that_does_not_answer(tmp_path: Path) -> None:
    address = f"postgres://game:geheim{SOUND}@127.0.0.1:1/game"
    for arguments in (
        ("play", "--port", "0"),
        ("play", "--port", "0", "--hosted"),
        ("migrate",),
        ("export", "1", "--to", "x"),
    ):
        says = refusal(tmp_path, *arguments, DATABASE_URL=address, **KEYS)

        assert says.startswith("CommandError: The database server cannot be reached: ")
        assert (says.endswith("Check DATABASE_URL, and that it runs."), "geheim" in says) == (True, False)


def test_in_memory_nothing_would_be_kept(tmp_path: Path) -> None:
    assert refusal(tmp_path, "play", DATABASE_URL="sqlite://:memory:") == (
        "CommandError: DATABASE_URL keeps nothing; leave it out for a database in DATA_DIR."
    )


def test_a_command_before_there_is_a_database(tmp_path: Path) -> None:
    assert refusal(tmp_path, "export", "1", "--to", str(tmp_path / "out")) == (
        "CommandError: The database is behind: run `manage.py migrate` first."
    )
