"""The order of the tiles: trouble first, and nothing moves for what lasts a moment."""

import pytest

from tests.browser.panel import Panel
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

# Plays the order of three tables second by second on a clock of its own; `at` gives what is so at a second.
PLAY = """async ({ url, seconds, step }) => {
  const { createOrder } = await import(url);
  const moments = await import(url.replace("panel/order", "panel/moments"));
  let now = 0;
  moments.heardAt(-performance.now()); // the server's clock stands at 0 now
  const base = moments.serverNow();
  const order = createOrder(() => now);
  const rest = { alias: "a", bot: false, ready: false, role: "resident" };
  const seat = (away) => ({ ...rest, present: !away, away_since_ms: away ? 1 : null });
  const found = [];
  for (const { away = [], ready = {}, paused = false } of seconds) {
    const seats = (table) => [seat(away.includes(table)), seat(false)];
    const tiles = [1, 2, 3].map((table) => ({ table, seats: seats(table), ready_at_ms: ready[table] ?? null }));
    const room = { phase: "act", step, opened_ms: base - 3600000, paused_at_ms: paused ? base : null, paused };
    found.push(order(tiles, room).join(""));
    now += 1000;
  }
  return found;
}"""


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=3, seats=3, rounds=2)


def play(panel: Panel, seconds: list[dict[str, object]]) -> list[str]:
    """Return the order in which the tiles stand, second by second."""
    links = "[...performance.getEntriesByType('resource')].map((one) => one.name)"
    url = next(name for name in panel.page.evaluate(links) if "panel/order" in name)
    found: list[str] = panel.page.evaluate(PLAY, {"url": url, "seconds": seconds, "step": 5})
    return found


def test_a_tile_moves_only_for_what_lasts(panel: Panel) -> None:
    gone, calm = {"away": [3]}, {}
    assert play(panel, [calm, gone, calm, gone, calm, calm]) == ["123"] * 6
    assert play(panel, [calm, *[gone] * 7]) == ["123"] * 6 + ["312"] * 2
    assert play(panel, [gone, calm, *[gone] * 7]) == ["312"] * 9
    one, other = (
        {"ready": {1: first, 2: second}} for first, second in ((-100_000, -130_000), (-130_000, -100_000))
    )
    assert play(panel, [one, other] * 4) == ["213"] * 8
