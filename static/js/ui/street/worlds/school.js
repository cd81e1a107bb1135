/* The school: one long, low building along the quay with the pupils' homes behind it, the board's office with a flag,
 * the teachers' house, a bell, and a duck with ducklings that are always late. */
import { at, disc, g, keyed, path, rect, round, sized } from "../node.js";
import plots from "./school_plots.js";

const ROOFS = [
  "M-106 -258L-68 -340H68L106 -258Z",
  "M-102 -258C-96 -326 -56 -348 0 -348C56 -348 96 -326 102 -258Z",
  "M-106 -258V-276H106V-258ZM-42 -316A42 34 0 0 1 42 -316Z",
  "M-104 -258L-90 -326Q-88 -334 -80 -334H80Q88 -334 90 -326L104 -258Z",
];
const FLAT = 2;
const HOME = "M-92 -120V-262H92V-120Z";
const GABLE = "M-29 -256V-302A29 29 0 0 1 29 -302V-256";

/** A wing of the school, as wide as its plot (`reach`) so that the wings meet, and a home behind it with its windows
 * (`panes`); what nobody looks after gets a dull wall, by band. */
export function front(index, panes, { detail, reach, band }) {
  const kind = index % ROOFS.length;
  const wide = reach * 2;
  const wing = `M${round(-reach)} 0V-140H${round(reach)}V0Z`;
  return g(
    "house",
    detail > 0 && kind !== FLAT && rect(index % 2 ? -74 : 54, -356, 20, 60, "school-wall"),
    path(HOME, `wall-${kind}`),
    path(ROOFS[kind], "tiles"),
    path(`${GABLE}Z`, `wall-${kind}`),
    path(GABLE, "gable"),
    kind !== FLAT && path("M-70 -340Q0 -352 70 -340", "snow"),
    rect(-104, -264, 208, 9, "door"),
    disc(0, -300, 19, "trim"),
    disc(0, -300, 14, "glass"),
    panes,
    path(wing, "school-wall"),
    detail > 0 && rect(-reach, -12, wide, 12, "plinth"),
    band < 2 && keyed("grime", path(wing + HOME, `grime is-${band}`)),
    rect(-reach, -144, wide, 13, "trim"),
    path(`M${round(-reach)} -146h${round(wide)}`, "snow"),
  );
}

/** Nothing beside a window. */
export const dress = () => null;

const hallTop = (half) => [
  rect(-half * 0.62, -268, half * 1.24, 56, "hall-wall"),
  rect(-half * 0.62 - 6, -278, half * 1.24 + 12, 13, "hall-roof"),
  path(`M${round(-half * 0.62 - 4)} -280h${round(half * 1.24 + 8)}`, "snow"),
  rect(-19, -259, 38, 38, "trim"),
  path("M0 -251V-240H9", "clock"),
  path(`M${round(half * 0.4)} -278V-338`, "pole thin"),
  rect(half * 0.4 + 2, -337, 26, 26, "hall-roof"),
];

/** One broad roof with three triangular windows, the middle one first; each `lit` when its seat is taken. */
function worksTop(half, lit) {
  const skylights = [
    [-half * 0.44, -218, 15, 1],
    [0, -222, 24, 0],
    [half * 0.44, -218, 15, 2],
  ];
  const skylight = ([x, y, r, seat]) =>
    path(
      `M${round(x - r)} ${y}L${round(x)} ${round(y - r * 1.3)}L${round(x + r)} ${y}Z`,
      `glass ${lit[seat] ? "warm" : ""}`,
    );
  return [
    path(`M${-half - 8} -206L0 -302L${half + 8} -206Z`, "works-roof"),
    ...skylights.map(skylight),
    path(`M${-half - 6} -210L0 -304L${half + 6} -210`, "snow"),
  ];
}
const worksDoor = (half) => [
  path(`M${-half + 8} 0V-44M${half - 8} 0V-44`, "brace"),
  rect(-38, -66, 76, 66, "trim"),
  rect(-32, -60, 30, 60, "works-door"),
  rect(2, -60, 30, 60, "works-door"),
  path("M-46 -66L0 -84L46 -66Z", "works-roof"),
  rect(-28, -54, 22, 22, "glass"),
  rect(6, -54, 22, 22, "glass"),
  rect(-44, -4, 88, 8, "stone"),
];

/** The school bell. */
const mastTop = () =>
  at(
    0,
    -318,
    path("M-17 0V-12A17 17 0 0 1 17 -12V0", "pole thin"),
    path("M-10 -4Q-10 -20 0 -20Q10 -20 10 -4Z", "blade"),
    disc(0, -2, 3.5, "ink"),
    path("M-20 0H20", "pole thin"),
  );

const DUCK = "M-22 4Q-20 -8 -6 -6Q8 -4 9 -14A9 9 0 1 1 25 -9Q25 6 14 14Q-12 18 -22 4Z";
const duck = ([x, y, scale]) =>
  sized(x, y, scale, path(DUCK, "heron"), path("M25 -14L37 -10L25 -8Z", "orange"), disc(19, -15, 2.2, "ink"));
const DUCKS = [
  [34, 22, 1],
  [-6, 30, 0.5],
  [-34, 29, 0.5],
  [-64, 31, 0.5],
];
const bird = () => DUCKS.map(duck);

const FAR =
  "M-10 0V-130H66V0ZM76 0V-60A46 54 0 0 1 168 -60V0ZM214 0V-176H300V0ZM520 0V-150H700V0Z" +
  "M930 0V-190H966V-280L984 -350L1002 -280V-190H1060V0ZM1076 0V-60A46 54 0 0 1 1168 -60V0ZM1180 0V-216H1262V0Z";

export default {
  code: "school",
  front,
  dress,
  hallTop,
  worksTop,
  worksDoor,
  mastTop,
  bird,
  far: [FAR],
  plots,
  plot: (code) => plots[code],
};
