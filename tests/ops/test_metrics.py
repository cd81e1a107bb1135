"""What a process counts of itself: in the form that Prometheus reads, for who has the token, and never through the proxy."""

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from game import metrics
from game.rehearsal.browser import Browser
from tests.live.server import ROOT, Server
from tests.ops.evenings import Evening

TOKEN = "a-token-that-nobody-guesses"
LINE = re.compile(r'([a-z_]+)(?:\{((?:[a-z]+="[^"]*",?)+)\})? (\S+)')


@pytest.fixture
def unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count what a test makes apart from everything else."""
    monkeypatch.setattr(metrics, "_known", [])


@pytest.mark.usefixtures("unknown")
def test_counters() -> None:
    plain = metrics.Counter("joins_total", "People.")
    labelled = metrics.Counter("commands_total", "Commands.", "audience", "result")
    assert metrics.text().splitlines()[2:] == [
        "joins_total 0",
        "# HELP commands_total Commands.",
        "# TYPE commands_total counter",
    ]
    plain.add()
    for result in ("ack", "ack", "busy"):
        labelled.add("player", result)

    assert list(plain.lines()) == ["joins_total 1"]
    assert list(labelled.lines()) == [
        'commands_total{audience="player",result="ack"} 2',
        'commands_total{audience="player",result="busy"} 1',
    ]


@pytest.mark.usefixtures("unknown")
def test_a_histogram_counts_what_took_at_most_so_long() -> None:
    took = metrics.Histogram("ack_seconds", "Answers.")
    for seconds in (0.004, 0.005, 0.3, 60):
        took.add(seconds)

    lines = list(took.lines())
    assert lines[0] == 'ack_seconds_bucket{le="0.005"} 2'
    assert lines[6:] == [
        'ack_seconds_bucket{le="0.5"} 3',
        'ack_seconds_bucket{le="1.0"} 3',
        'ack_seconds_bucket{le="2.5"} 3',
        'ack_seconds_bucket{le="5.0"} 3',
        'ack_seconds_bucket{le="10.0"} 3',
        'ack_seconds_bucket{le="+Inf"} 4',
        "ack_seconds_sum 60.309",
        "ack_seconds_count 4",
    ]


@pytest.mark.usefixtures("unknown")
def test_a_gauge_is_read_when_somebody_asks() -> None:
    gauge = metrics.Gauge("sockets", "Open.", "audience")
    assert list(gauge.lines()) == []
    gauge.read = lambda: {("player",): 3.0, ("facilitator",): 1.0}

    assert list(gauge.lines()) == ['sockets{audience="facilitator"} 1', 'sockets{audience="player"} 3']


def ask(server: Server, **headers: str) -> tuple[int, str]:
    """Ask a process for its figures, by an address that people do not use."""
    named = {name.replace("_", "-"): value for name, value in {"Host": "web1:8000", **headers}.items()}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(f"{server.base_url}/metrics", headers=named)
        ) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


def figures(text: str) -> dict[tuple[str, str], float]:
    """Return the figures by name and labels, once each."""
    found = [LINE.fullmatch(line) for line in text.splitlines() if not line.startswith("#")]
    named = {(one[1], one[2] or ""): float(one[3]) for one in found if one}
    assert (None in found, len(named)) == (False, len(found))
    return named


@pytest.mark.servers
def test_a_game_is_counted(tmp_path: Path) -> None:
    given = f"Bearer {TOKEN}"
    with Server({"DATA_DIR": str(tmp_path), "METRICS_TOKEN": TOKEN}) as server:
        evening = Evening(server)
        evening.go_on("agree", "act")
        status, text = ask(server, Authorization=given)
        refused = [
            ask(server)[0],
            ask(server, Authorization="Bearer another")[0],
            ask(server, Authorization=given, X_Forwarded_For="192.0.2.1")[0],
        ]
        counted = figures(text)

    assert (status, refused) == (200, [401, 401, 404])
    assert counted["game_joins_total", ""] == 1
    assert counted["game_commands_total", 'audience="facilitator",result="ack"'] == 2
    assert counted["game_ack_seconds_count", ""] == 2
    assert counted["game_fan_out_seconds_count", ""] >= 2
    assert {name for name in counted if name[0] in ("game_sockets", "game_queue_length")} == {
        *(
            ("game_sockets", f'audience="{one}"')
            for one in ("player", "observer", "facilitator", "projector")
        ),
        *(("game_queue_length", f'queue="{one}"') for one in ("requests", "turns", "commands", "pokes")),
    }
    assert (counted["game_storage_failing", ""], counted["process_resident_memory_bytes", ""] > 1e7) == (
        0,
        True,
    )
    assert [word for word in ("Egel", "Straatavond", evening.code, "127.0.0.1") if word in text] == []
    assert server.errors() == ""


@pytest.mark.servers
def test_without_a_token_there_are_none(tmp_path: Path) -> None:
    with Server({"DATA_DIR": str(tmp_path)}) as server:
        assert [ask(server)[0], ask(server, Authorization="Bearer ")[0]] == [404, 404]
        assert Browser(server.base_url).get("/healthz")[1] == "ok\n"


def test_the_dashboard_asks_for_what_there_is() -> None:
    dashboard = json.loads((ROOT / "deploy" / "grafana.json").read_text())
    asked = {
        re.sub(r"_(bucket|sum|count)$", "", name)
        for panel in dashboard["panels"]
        for target in panel["targets"]
        for name in re.findall(r"(?:game|process)_[a-z_]+", target["expr"])
    }

    assert asked == {one.name for one in metrics._known}


def test_the_proxy_passes_no_figures_on() -> None:
    assert "respond /metrics 404\n" in (ROOT / "deploy" / "Caddyfile").read_text()
