/* A picture of the debrief in a few strokes, for the panel's small screens: which kind of picture the room has before
 * it. The picture itself is made of what the panel is not sent. */

const KINDS = {
  words: "M8 10h30M48 10h20M78 10h34M14 24h46M70 24h32M8 38h22M40 38h40M90 38h22",
  fronts: "M6 42V20l13-12 13 12v22zM45 42V16l7-8h16l7 8v26zM88 42V20l13-12 13 12v22z",
  rows: "M10 4v40M10 12h84M10 24h50M10 36h70",
  dice: "M12 12h24v24H12zM48 12h24v24H48zM84 12h24v24H84zM24 24h.1M54 18h.1M66 30h.1M90 18h.1M96 24h.1M102 30h.1",
  curves: "M8 4v40h106M8 14c36 0 60 22 104 20M8 34c36 0 62-22 104-24",
  ring: "M41 28a20 20 0 0 1 31-20M79 17a20 20 0 0 1-17 27M52 42a20 20 0 0 1-11-10M66 6l7 2-3 7M68 40l-7 4 1 1",
};
const OF = {
  words: ["wall"],
  fronts: ["finale", "film", "streets", "take_home"],
  dice: ["luck"],
  curves: ["ours", "crossing", "paper", "trust", "lines", "courses", "turns", "quality", "cost"],
  ring: ["circle", "loops"],
};

/** The strokes of a picture, within 120 × 48. */
export function sketchOf({ part }) {
  const [kind] = Object.entries(OF).find(([, parts]) => parts.includes(part)) ?? ["rows"];
  return KINDS[kind];
}
