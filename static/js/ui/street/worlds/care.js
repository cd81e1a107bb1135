/* The nursing home: one house with many wings in a park, the care office with a cross on its roof, the staff's house
 * with glass gables, a dovecote on the mast, a swan. */
import { at, disc, g, keyed, path, rect, round, times } from "../node.js";
import { bush } from "../things.js";
import days from "./care_days.js";
import rooms from "./care_rooms.js";

/* The wings stand wall to wall, so a roof is as wide as its front may be. */
const ROOFS = [
  (reach) => `M${-reach - 4} -268L-72 -336H72L${reach + 4} -268Z`,
  () => "M-92 -268A92 80 0 0 1 92 -268Z",
  (reach) => `M${-reach} -268V-280H${reach}V-268ZM-46 -268V-306A46 40 0 0 1 46 -306V-268Z`,
  (reach) =>
    `M${-reach - 2} -268L${-reach + 14} -324Q${-reach + 18} -334 ${-reach + 28} -334H${reach - 28}` +
    `Q${reach - 18} -334 ${reach - 14} -324L${reach + 2} -268Z`,
];
const SNOW = ["M-72 -338H72", "M-88 -284A92 78 0 0 1 88 -284", "M-40 -322A46 40 0 0 1 40 -322", "M-72 -338H72"];
const TERRACE = 2;

/** A wing of the house, with its windows (`panes`) in it; what nobody looks after gets a dull wall, by band. */
export function front(index, panes, { detail, band, reach: given }) {
  const kind = index % ROOFS.length;
  const reach = round(given);
  const wide = reach * 2;
  const posts = (side) => times(5, (i) => `M${side * (reach - 10 - i * 12)} -280V-312`).join("");
  const beams = `${posts(-1)}${posts(1)}M${-reach + 4} -312h60M${reach - 4} -312h-60`;
  return g(
    "house",
    kind === TERRACE && detail > 0 && [path(beams, "wire"), bush(-reach + 34, -296, 17, 1, 4, 0.7)],
    rect(-reach, -262, wide, 262, `wall-${kind}`),
    path(ROOFS[kind](reach), "tiles"),
    detail > 0 && disc(0, -300, 25, `wall-${kind}`),
    band < 2 && keyed("grime", rect(-reach, -262, wide, 262, `grime is-${band}`)),
    rect(-reach, -12, wide, 12, "plinth"),
    rect(-reach - 1, -270, wide + 2, 11, "trim"),
    rect(-reach, -137, wide, 6, "trim"),
    [-reach, reach - 5].map((x) => rect(x, -262, 5, 262, "trim")),
    path(SNOW[kind], "snow"),
    disc(0, -300, 19, "trim"),
    disc(0, -300, 14, "glass"),
    panes,
  );
}

/** A striped sunshade over a window, where there is room. */
export function dress(x, y, width, detail, columns) {
  if (!detail || columns > 4) return [];
  const stripe = (width + 12) / 5;
  const edge = `M${round(x - 6)} ${y + 5}l3 -14h${round(width + 6)}l3 14Z`;
  const stripes = times(
    2,
    (i) => `M${round(x - 6 + stripe * (i * 2 + 1))} ${y + 5}V${y - 9}h${round(stripe)}V${y + 5}Z`,
  );
  return [path(edge, "awning"), path(stripes.join(""), "trim")];
}

const hallTop = (half) => [
  rect(-half * 0.34, -258, half * 0.68, 46, "hall-wall"),
  rect(-half * 0.34 - 5, -266, half * 0.68 + 10, 12, "hall-roof"),
  path("M-16 -266V-286M16 -266V-286", "pole thin"),
  rect(-28, -340, 56, 56, "hall-roof"),
  path("M-7 -333H7V-319H21V-305H7V-291H-7V-305H-21V-319H-7Z", "trim"),
  path("M-26 -342h52", "snow"),
];

/** Three gables, each with a pane that is `lit` when its seat is taken. */
const worksTop = (half, lit) =>
  times(3, (i) => {
    const tooth = (half * 2) / 3;
    const middle = round(-half + (i + 0.5) * tooth);
    const [left, right] = [round(middle - tooth / 2), round(middle + tooth / 2)];
    const pane = round(tooth * 0.26);
    return g(
      "",
      path(`M${left} -206L${middle} -284L${right} -206Z`, "works-roof"),
      path(
        `M${round(middle - pane)} -216L${middle} -256L${round(middle + pane)} -216Z`,
        `glass ${lit[i] ? "warm" : ""}`,
      ),
      path(`M${left} -208L${middle} -286L${right} -208`, "snow"),
    );
  });
const worksDoor = (half) => [
  rect(-half + 12, -66, half * 2 - 24, 66, "trim"),
  rect(-half + 18, -60, half - 22, 60, "works-door"),
  rect(4, -60, half - 22, 60, "works-door"),
  path(`M${-half + 2} -66H${half - 2}L${half - 14} -78H${-half + 14}Z`, "works-roof"),
];

/* A dovecote, and a bench around the foot. */
const mastTop = () => [
  at(
    0,
    -316,
    path("M-19 0V-24H19V0Z", "trim"),
    path("M-25 -22A25 18 0 0 1 25 -22Z", "tiles"),
    [-9, 9].map((x) => path(`M${x - 4} -4v-8a4 4 0 0 1 8 0v8Z`, "ink")),
    path("M-24 0H24", "pole thin"),
  ),
  path("M-46 -2H46", "bench"),
  path("M-36 0V18M36 0V18", "pole thin"),
];

/* A swan that comes for bread at four. */
const bird = () => [
  path("M-34 24Q-40 2 -14 6Q4 8 12 2Q18 34 -8 34Q-30 36 -34 24Z", "trim"),
  path("M10 22Q26 14 16 -2Q8 -20 22 -26", "gable"),
  path("M25 -32L39 -24L26 -21Z", "orange"),
  disc(24, -27, 2.2, "ink"),
];

/* Poplars on low hills, and a water tower. */
const HILL = "M-10 0V-70Q110 -150 270 -86T560 -92T850 -100T1150 -84T1460 -110V0Z";
const TOWER = "M1176 -60L1186 -230H1166V-300A44 34 0 0 1 1254 -300V-230H1234L1244 -60Z";
const poplar = (i) => {
  const [x, tall] = [210 + i * 150, 170 + ((i * 37) % 50)];
  return `M${x - 20} -60Q${x - 24} ${-tall} ${x} ${-tall - 30}Q${x + 24} ${-tall} ${x + 20} -60Z`;
};

const plots = { ...days, ...rooms };

export default {
  code: "care",
  front,
  dress,
  hallTop,
  worksTop,
  worksDoor,
  mastTop,
  bird,
  far: [HILL + times(8, poplar).join("") + TOWER, ""],
  plots,
  plot: (code) => plots[code],
};
