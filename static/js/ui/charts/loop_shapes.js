/* Where the nodes of each loop stand in its picture, and what its arrows join; as game/engine/debrief/loops.py has them. */
import { LOOPS } from "../debrief_arrows.js";

/* From, to, and whose choice it is ("" where the model alone is behind it). */
const ARROWS = {
  need_take_over: ["need", "take_over", "professional"],
  take_over_lean_back: ["take_over", "lean_back", "resident"],
  expectation_claims: ["expectation", "claims", "resident"],
  claims_requirements: ["claims", "requirements", "municipality"],
  pay_take_over: ["pay", "take_over", "professional"],
  account_take_over: ["account", "take_over", "professional"],
  quality_doing: ["quality", "doing", "resident"],
  need_doing: ["need", "doing", "professional"],
  blame_rules: ["blame", "requirements", "municipality"],
  incident_cover: ["incident", "requirements", "municipality"],
  lean_back_ownership: ["lean_back", "ownership", "professional"],
  ownership_need: ["ownership", "need", ""],
  requirements_bureaucracy: ["requirements", "bureaucracy", "municipality"],
  claims_bureaucracy: ["claims", "bureaucracy", "resident"],
  bureaucracy_quality: ["bureaucracy", "quality", ""],
  bureaucracy_hours: ["bureaucracy", "quality", ""],
  requirements_room: ["requirements", "quality", "municipality"],
  quality_expectation: ["quality", "expectation", ""],
  take_over_pay: ["take_over", "pay", "professional"],
  take_over_account: ["take_over", "result", "professional"],
  quality_account: ["result", "account", ""],
  doing_incident: ["doing", "incident", "municipality"],
  incident_blame: ["incident", "blame", ""],
  rules_room: ["requirements", "doing", "municipality"],
  doing_ownership: ["doing", "ownership", "resident"],
  doing_trust: ["doing", "trust", "professional"],
  ownership_quality: ["ownership", "quality", "resident"],
  take_over_quality: ["take_over", "quality", "professional"],
  requirements_cover: ["requirements", "blame", "municipality"],
  cost_reserve: ["cost", "reserve", ""],
  reserve_hours: ["reserve", "hours", ""],
};

const CORNERS = [[0, 0], [1, 0], [1, 1], [0, 1]];
const TRIANGLE = [[0, 0], [1, 0], [0.5, 1]];
const PAIR = [[0, 0.5], [1, 0.5]];
const INSIDE = [0.34, 0.5];

/* Clockwise from the top left, so that no two arrows cross. Those that slow down end where the pressure is off: `eases`. */
const RINGS = {
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
};
const EASES = { B1: ["quality", "need"], B2: ["quality", "need"], B3: ["blame", "incident"], B4: ["hours", "cost"] };

/** The codes of all loops, those that strengthen themselves first. */
export const CODES = Object.keys(LOOPS);

/** Whose choice an arrow is; "" for nobody's. */
export function roleOf(arrow) {
  return ARROWS[arrow]?.[2] ?? "";
}

/** A loop as nodes ({code, x, y} in 0–1) and arrows ({code, from, to, lane} of nodes; lanes keep apart those that join the same two). */
export function shapeOf(loop) {
  const places = RINGS[loop];
  const nodes = Object.fromEntries(Object.entries(places).map(([code, [x, y]]) => [code, { code, x, y }]));
  const joined = LOOPS[loop].map((code) => ({ code, from: nodes[ARROWS[code][0]], to: nodes[ARROWS[code][1]] }));
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
