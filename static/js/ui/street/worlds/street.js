/* The street: canal houses, a town hall with a tower, a workshop with a saw-tooth roof, a heron. */
import { at, disc, g, keyed, noise, path, rect, round, times } from "../node.js";
import plots from "./street_plots.js";

const GABLES = [
  "H-70V-284H-47V-306H-24V-330H24V-306H47V-284H70V-262H94",
  "C-92 -294 -54 -286 -46 -316C-40 -350 40 -350 46 -316C54 -286 92 -294 94 -262",
  "V-276H94V-262",
  "H-84C-58 -264 -46 -284 -46 -304V-316A46 32 0 0 1 46 -316V-304C46 -284 58 -264 84 -262H94",
];
const DORMER = 2;
const DORMER_WALL = "M-40 -280V-306A40 40 0 0 1 40 -306V-280Z";

/** The front of a house, with its windows (`panes`) in it; what nobody looks after gets a dull wall, by band. */
export function front(index, panes, { detail, band }) {
  const kind = index % GABLES.length;
  const line = `M-94 -262${GABLES[kind]}`;
  const brick = (i) => {
    const [x, y] = [-84 + noise(i + index) * 150, -20 - noise(i * 3 + index) * 230];
    return path(`M${round(x)} ${round(y)}h14m-7 5h14`, "brick");
  };
  const wall = `M-94 0V-262${GABLES[kind]}V0Z`;
  return g(
    "house",
    path(wall, `wall-${kind}`),
    path("M-94 0V-12H94V0Z", "plinth"),
    detail > 1 && times(9, brick),
    kind === DORMER && [path(DORMER_WALL, `wall-${kind}`), path("M-40 -280V-306A40 40 0 0 1 40 -306V-280", "gable")],
    band < 2 && keyed("grime", path(kind === DORMER ? wall + DORMER_WALL : wall, `grime is-${band}`)),
    path(line, "gable"),
    kind === DORMER
      ? [rect(-101, -288, 202, 12, "trim"), path("M-101 -291h56m90 0h56M-42 -310a42 42 0 0 1 84 0", "snow")]
      : at(0, -6, path(line, "snow")),
    disc(0, -300, 19, "trim"),
    disc(0, -300, 14, "glass"),
    panes,
  );
}

/** Shutters beside a window, where there is room for them. */
export const dress = (x, y, width, detail, columns) =>
  detail > 0 && columns < 3 && [-14, width + 3].map((dx) => rect(x + dx, y - 3, 11, 48, "door"));

const hallTop = () => [
  rect(-28, -296, 56, 90, "hall-wall"),
  rect(-34, -304, 68, 12, "hall-roof"),
  path("M0 -304V-342", "pole thin"),
  path("M2 -341H36V-320H2Z", "hall-roof"),
  rect(-18, -282, 36, 36, "trim"),
  path("M0 -277V-264H8", "clock"),
  path("M-34 -306H34", "snow"),
];

/** Three teeth, each with a skylight that is `lit` when its seat is taken. */
const worksTop = (half, lit) =>
  times(3, (i) => {
    const tooth = (half * 2) / 3;
    const left = -half + i * tooth;
    return g(
      "",
      path(`M${round(left)} -208V-272L${round(left + tooth)} -208Z`, "works-roof"),
      path(`M${round(left + 8)} -216V-250L${round(left + 8 + tooth * 0.5)} -216Z`, `glass ${lit[i] ? "warm" : ""}`),
      path(`M${round(left)} -274L${round(left + tooth)} -210`, "snow"),
    );
  });
function worksDoor(half) {
  const leaf = [`M${-half + 16} 0L-3 -60M${-half + 16} -60L-3 0`, `M3 0L${half - 16} -60M3 -60L${half - 16} 0`];
  return [
    rect(-half + 10, -66, half * 2 - 20, 66, "trim"),
    rect(-half + 16, -60, half - 19, 60, "works-door"),
    rect(3, -60, half - 19, 60, "works-door"),
    path(leaf.join(""), "brace"),
  ];
}

/* The heron of the quay: it has seen everything and says nothing. */
const bird = () => [
  path("M2 0V-26M10 0V-26", "pole thin"),
  path("M-12 -30Q-6 -46 14 -43Q26 -36 32 -22Q8 -18 -12 -30Z", "heron"),
  path("M-6 -36Q-22 -50 -9 -62Q-2 -70 -9 -77", "neck"),
  path("M-12 -81L-38 -73L-10 -72Z", "orange"),
];
const mastTop = () => disc(0, -322, 8, "knob");

const FAR =
  "M-10 0V-150H60V-190L96 -220L132 -190V-150H196V0ZM214 0V-190H232V-270L246 -350L260 -270V-190H270V0Z" +
  "M270 0V-120H420V-200L470 -236L520 -200V0ZM520 0V-150H640V-196H700V0ZM700 0V-170L750 -214L800 -170V0Z" +
  "M800 0V-130H930V-200H968V0ZM968 0V-150H1040V-190L1076 -218L1112 -190V0Z" +
  "M1160 0L1172 -262Q1190 -290 1208 -262L1220 0Z" +
  "M1112 0V-120H1300V-186L1346 -220L1392 -186V-140H1450V0Z";

export default {
  code: "street",
  front,
  dress,
  hallTop,
  worksTop,
  worksDoor,
  mastTop,
  bird,
  far: [FAR, "M1190 -210V-290M1130 -240l110 -100M1136 -336l98 92"],
  plots,
  plot: (code) => plots[code],
};
