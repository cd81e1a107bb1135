/* Where the nodes of each loop stand in its picture. Which loops there are and what their arrows join is the
 * engine's to say; a loop or a node that has no place here, or has one and is not there, throws as this loads. */
import { drawnFor, structure } from "./structure.js";

const { arrows: ARROWS, loops: LOOPS } = structure;
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const TRIANGLE = [
  [0, 0],
  [1, 0],
  [0.5, 1],
];
const PAIR = [
  [0, 0.5],
  [1, 0.5],
];
const INSIDE = [0.34, 0.5];

/* Clockwise from the top left, so that no two arrows cross. Those that slow down end where the pressure is off:
 * `eases`. */
const RINGS = drawnFor(
  Object.keys(LOOPS),
  {
    R1: ring(CORNERS, "take_over", "lean_back", "ownership", "need"),
    R2: { ...ring(CORNERS, "claims", "requirements", "quality", "expectation"), bureaucracy: INSIDE },
    R3: ring(PAIR, "pay", "take_over"),
    R4: ring(TRIANGLE, "account", "take_over", "result"),
    R5: ring(CORNERS, "doing", "incident", "blame", "requirements"),
    R6: ring(CORNERS, "doing", "ownership", "quality", "trust"),
    B1: ring(TRIANGLE, "need", "take_over", "quality"),
    B2: ring(CORNERS, "need", "doing", "ownership", "quality"),
    B3: ring(TRIANGLE, "incident", "requirements", "blame"),
    B4: ring(TRIANGLE, "cost", "reserve", "hours"),
  },
  "the loops",
);
const EASES = { B1: ["quality", "need"], B2: ["quality", "need"], B3: ["blame", "incident"], B4: ["hours", "cost"] };

for (const [loop, places] of Object.entries(RINGS)) drawnFor(nodesOf(loop), places, `the nodes of ${loop}`);
for (const [loop, ends] of Object.entries(EASES)) for (const node of ends) placed(loop, node);

/** The codes of all loops, those that strengthen themselves first. */
export const CODES = Object.keys(LOOPS);

/** Whose choice an arrow is; "" for nobody's. */
export function roleOf(arrow) {
  return ARROWS[arrow]?.role ?? "";
}

/** A loop as nodes ({code, x, y} in 0–1) and arrows ({code, from, to, lane} of nodes; lanes keep apart those that
 * join the same two). */
export function shapeOf(loop) {
  const places = RINGS[loop];
  const nodes = Object.fromEntries(Object.entries(places).map(([code, [x, y]]) => [code, { code, x, y }]));
  const joined = LOOPS[loop].map((code) => ({
    code,
    from: nodes[ARROWS[code].source],
    to: nodes[ARROWS[code].target],
  }));
  const arrows = joined.map((arrow) => ({ ...arrow, lane: laneOf(arrow, joined) }));
  const [from, to] = EASES[loop] ?? [];
  return { nodes: Object.values(nodes), arrows, eases: from ? { from: nodes[from], to: nodes[to], lane: 0 } : null };
}

/* Side by side on one way, or one each way between a pair. */
function laneOf(arrow, all) {
  const same = all.filter((other) => other.from === arrow.from && other.to === arrow.to);
  if (all.some((other) => other.from === arrow.to && other.to === arrow.from)) return 1;
  return same.length > 1 ? same.indexOf(arrow) * 2 - 1 : 0;
}

function ring(places, ...codes) {
  return Object.fromEntries(codes.map((code, index) => [code, places[index]]));
}

/* What the arrows of a loop join. */
function nodesOf(loop) {
  return [...new Set(LOOPS[loop].flatMap((code) => [ARROWS[code].source, ARROWS[code].target]))];
}

function placed(loop, node) {
  if (!(node in RINGS[loop])) throw new Error(`${node} is not a node of ${loop}`);
}
