/* Made-up streets to look at: every state that a picture can be in, for any row of tasks. */

const HOLDERS = ["residents", "together", "professionals"];
/** The middles of the four bands, where people will see them most. */
export const BANDS = [0.3, 0.48, 0.72, 0.9];

const street = (codes, of, more = {}) => ({
  tasks: codes.map((code, k) => ({ code, ...of(k) })),
  residents: 4,
  month: 4,
  windows: true,
  ...more,
});

const even = (quality) => (k) => ({
  quality: quality + [0.02, -0.02, 0.01, -0.01][k % 4],
  holder: HOLDERS[(k + 1) % 3],
  joined: [2, 1, 3, 0][k % 4],
  worked_along: k % 2,
  took_over: k % 4 === 3 ? 1 : 0,
});
const mixed = (k) => ({
  quality: [0.71, 0.52, 0.79, 0.44][k % 4],
  holder: HOLDERS[[0, 1, 1, 2][k % 4]],
  sheets: [0, 1, 0, 2][k % 4],
  joined: [3, 1, 2, 0][k % 4],
  claimed: [0, 1, 0, 2][k % 4],
  worked_along: [1, 0, 2, 0][k % 4],
  took_over: [0, 1, 0, 2][k % 4],
  visited: k % 4 === 1 ? 1 : 0,
  incident: k % 4 === 3,
});
const trapped = (k) => ({
  quality: [0.36, 0.38, 0.35, 0.39][k % 4],
  holder: "professionals",
  sheets: 2 + (k % 2),
  joined: 0,
  claimed: 2,
  took_over: 2,
  incident: k % 4 === 1,
});
const together = (k) => ({
  quality: [0.86, 0.88, 0.84, 0.87][k % 4],
  holder: "together",
  joined: 3,
  worked_along: 2,
  visited: k % 2,
});
const alone = (k) => ({ quality: [0.45, 0.41, 0.47, 0.43][k % 4], holder: "residents", joined: 3, claimed: 0 });
const mended = (k) => ({ ...together(k), incident: true, setback: k % 4 === 1, mended: k % 2 === 0 });

/** Every state by its name, as a function of the codes of the tasks. */
export const STATES = [
  ["Before the start", (codes) => street(codes, () => ({}), { month: 2 })],
  [
    "Lobby: four of six seats taken",
    (codes) =>
      street(codes, () => ({}), {
        month: 2,
        night: true,
        lobby: { residents: [true, false, true, true], professionals: [true], municipality: [false] },
      }),
  ],
  [
    "Agree: last round's lamps, unlit",
    (codes) => street(codes, (k) => ({ quality: mixed(k).quality, holder: mixed(k).holder }), { lit: false }),
  ],
  ["A mixed round with an incident", (codes) => street(codes, mixed, { reserve: 4.6 })],
  ["A mixed group", (codes) => street(codes, together, { reserve: 8, month: 8 })],
  ["Professionals, on paper", (codes) => street(codes, trapped, { empty: true, month: 9 })],
  ["Residents alone", (codes) => street(codes, alone, { reserve: 8, month: 7 })],
  ["A setback, an incident, and two that were put right", (codes) => street(codes, mended, { reserve: 3 })],
  ["What went wrong", (codes) => street(codes, mixed, { focus: "trouble" })],
  ["The purse", (codes) => street(codes, mixed, { focus: "purse", reserve: 1.4, reserveBefore: 4.2 })],
  ["Winter", (codes) => street(codes, even(0.72), { month: 0, reserve: 5 })],
  ["November", (codes) => street(codes, even(0.48), { month: 10, reserve: 5 })],
];

/** A game of six rounds, or six rounds at one quality. */
export const turns = (codes, quality) =>
  [0, 1, 2, 3, 4, 5].map((turn) =>
    street(codes, even(quality ?? [0.58, 0.72, 0.66, 0.5, 0.42, 0.34][turn]), { month: 2 + turn, reserve: 6 - turn }),
  );

/** What the game is, in three pictures: people take their seats, everybody does something, and the year goes on. */
export const beats = (codes) => [
  street(codes, () => ({ quality: 0.72 }), {
    month: 3,
    night: true,
    lobby: { residents: [true, true, false, true], professionals: [true], municipality: [true] },
  }),
  street(codes, (k) => ({ ...mixed(k), sheets: k % 2, quality: [0.78, 0.66, 0.83, 0.62][k % 4] }), {
    month: 6,
    reserve: 4.6,
  }),
  street(codes, (k) => ({ ...[together, trapped, alone, even(0.74)][k % 4](k), sheets: (k % 2) * 2 }), {
    month: 10,
    reserve: 2,
  }),
];

/** What each audience sees of the same round. */
export const audiences = (codes) => [
  ["Room and professionals", street(codes, mixed, { windows: false })],
  ["Residents", street(codes, mixed)],
  ["Municipality", street(codes, mixed, { windows: false, reserve: 4.6 })],
  ["Debrief", street(codes, mixed, { reserve: 4.6, reserveBefore: 6 })],
  [
    "Before the outcome",
    street(codes, (k) => ({ quality: mixed(k).quality, holder: mixed(k).holder, sheets: mixed(k).sheets }), {
      windows: false,
    }),
  ],
];

/** Three to six tasks, and as many people as there can be. */
export const counts = (codes) =>
  [
    [3, 4],
    [5, 6],
    [6, 4],
    [4, 10],
  ].map(([tasks, residents]) => {
    const row = Array.from({ length: tasks }, (_, k) => codes[k] ?? `extra${k}`);
    const crowd = (k) => ({
      quality: 0.35 + k * 0.13,
      holder: HOLDERS[k % 3],
      joined: (k * 3 + 1) % residents,
      claimed: k % 2 ? 2 : 0,
      worked_along: k % 3,
      took_over: k % 2,
      visited: k === 1 ? 1 : 0,
      sheets: k % 3,
    });
    return [`${tasks} tasks, ${residents} residents`, street(row, crowd, { residents })];
  });

/** Many tables, no two alike. */
export const many = (codes, count) =>
  Array.from({ length: count }, (_, i) => {
    const of = [together, alone, mixed, trapped, even(0.62)][(i * 7 + 3) % 5];
    const shifted = (k) => ({
      ...of(k),
      quality: Math.min(0.95, Math.max(0.2, of(k).quality + Math.sin(i * 3.7 + k * 2.3) * 0.12)),
    });
    return street(codes, shifted, { windows: false, month: 5, empty: i % 6 === 3 });
  });
