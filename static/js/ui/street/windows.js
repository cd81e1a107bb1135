/* The windows of a front, one for each resident. What is not known looks the same everywhere: net curtains, never
 * "nobody". Light in them comes from how the task looks (what anybody sees), never from who carries it. */
import { bandOf } from "./bands.js";
import { disc, el, g, keyed, path, rect, round, sized, times } from "./node.js";

/* Which share of a front's windows has a warm light, by band. */
const WARM = [0, 0.25, 0.75, 1];
const MARK = "M-17 -13h34a5 5 0 0 1 5 5v14a5 5 0 0 1 -5 5h-20l-11 11v-11h-3a5 5 0 0 1 -5 -5v-14a5 5 0 0 1 5 -5Z";

/** A window. `home`: curtains open; `kept`: an evening kept, behind half drawn curtains with a screen's glow and
 * the back of a head; `call`: a face at the telephone; `shut`: net curtains, nobody's business; `taken`: a seat
 * taken in the lobby. */
export function pane(key, x, y, width, height, state, { warm = false, detail }) {
  const middle = x + width / 2;
  const cross = detail > 0 && (state === "home" || state === "shut");
  const bars = `M${round(middle)} ${y}v${height}M${round(x)} ${round(y + height * 0.42)}h${round(width)}`;
  const light = state === "taken" || (warm && state !== "kept" && state !== "call") ? "warm" : state;
  return keyed(
    `${key}-${state}`,
    g(
      "pane",
      rect(x - 3, y - 3, width + 6, height + 6, "trim"),
      rect(x, y, width, height, `glass ${light}`),
      cross && path(bars, "bar"),
      state === "shut" && rect(x, y + height * 0.46, width, height * 0.54, "net"),
      state === "kept" && evening(x, y, width, height, detail),
      state === "call" && [
        disc(middle, y + height - 14, 7, "shade"),
        path(`M${round(middle - 11)} ${y + height}a11 9 0 0 1 22 0Z`, "shade"),
      ],
    ),
  );
}

/* A kept evening: a small cold light in a dark room, the back of a head before it, curtains half drawn on either
 * side. */
function evening(x, y, width, height, detail) {
  const drape = round(width * 0.27);
  const middle = x + width / 2;
  const screen = round(width * 0.4);
  return [
    rect(middle - screen / 2, y + height * 0.2, screen, height * 0.34, "screen"),
    detail > 0 && path(`M${round(middle - 8)} ${y + height}v-7a8 8 0 0 1 16 0v7Z`, "shade"),
    path(
      `M${round(x)} ${y}h${drape}q${detail ? 2 : 0} ${height / 2} -1 ${height}H${round(x)}Z` +
        `M${round(x + width)} ${y}h${-drape}q${detail ? -2 : 0} ${height / 2} 1 ${height}H${round(x + width)}Z`,
      "curtain",
    ),
  ];
}

/* A speech mark that stays inside its own front and its own column, however many there are: the tail points to the
 * window. */
function bubble({ x, y, key }, width, pitch) {
  const scale = Math.min(1, pitch / 46);
  const side = x > 20 ? -1 : 1;
  const middle = scale < 1 ? x + width / 2 : side < 0 ? x + 4 : x + width - 4;
  return keyed(
    `b${key}`,
    sized(
      middle,
      y - 2,
      round(scale),
      el("g", { transform: `scale(${side} 1)` }, path(MARK, "bubble")),
      [-9, 0, 9].map((dx) => disc(dx, -1, 3, "ink")),
    ),
  );
}

/** All windows of front `k`. */
export function windows(world, data, k, detail) {
  const states = statesOf(data, k);
  const columns = Math.ceil(states.length / 2);
  const pitch = Math.min(84, 166 / columns);
  const width = Math.min(40, pitch - 10);
  const warm = data.lobby ? 0 : Math.round(WARM[bandOf(data.tasks[k].quality)] * states.length);
  const spots = states.map((state, i) => ({
    state,
    key: i,
    x: ((i % columns) - (columns - 1) / 2) * pitch - width / 2,
    y: i < columns ? -244 : -190,
    warm: (i * 3 + k) % states.length < warm || warm === states.length,
  }));
  return [
    spots.map((spot) => world.dress(spot.x, spot.y, width, detail, columns)),
    spots.map((spot) => pane(spot.key, spot.x, spot.y, width, 42, spot.state, { warm: spot.warm, detail })),
    spots.filter(({ state }) => state === "call").map((spot) => bubble(spot, width, pitch)),
  ];
}

/* In the lobby whose seat is taken, in play where each resident's evening for this task went. A report is heard by
 * everybody; who stayed in is known where `windows` says so. */
function statesOf(data, k) {
  const { joined, claimed, own } = data.tasks[k];
  const taken = (i) => i % data.tasks.length === k && data.lobby.residents?.[i];
  if (data.lobby) return times(data.residents, (i) => (taken(i) ? "taken" : "home"));
  if (own) return times(4, (i) => (i === 2 ? own : "home"));
  if (data.undercurrent) return times(data.residents, () => "home");
  const calls = claimed ?? 0;
  const states = times(data.residents, (i) => {
    if (i < calls) return "call";
    if (!data.windows) return "shut";
    return (joined ?? null) === null || i < calls + joined ? "home" : "kept";
  });
  return states.map((_, i) => states[(i + k) % states.length]);
}
