/* The lamp: who carries a task. It hangs in the attic of the task's own front (residents), on the mast of the
 * square (together) or at a window of the professionals' building, and slides when that changes. Yellow is the lamp
 * and nothing else. */
import { disc, el, keyed, path, rect, round, times } from "./node.js";
import { ATTIC } from "./sizes.js";

/** Where the lamp of each task hangs, by who carries it: functions of the task's index. */
export function hooks(places, count) {
  const { detail, gap, works, ground, scale, plots, middle, worksX } = places;
  const isFull = count > 4;
  const step = detail ? (isFull ? 46 : 56) : isFull ? 52 : 63;
  const mast = times(count, (k) => [detail ? (k % 2 ? 1 : -1) * gap * 0.32 : 0, -266 + k * step]);
  return {
    mast,
    residents: (k) => [plots[k], ground + ATTIC * scale],
    together: (k) => [middle + mast[k][0], ground + mast[k][1]],
    professionals: (k) => [
      worksX + (k % 2 ? 1 : -1) * (detail ? works * 0.21 : 31),
      ground - 164 + Math.floor(k / 2) * (isFull ? 52 : 68),
    ],
  };
}

/** The lamp of a task at a place; unlit while it is not decided yet. */
export function lamp(sign, task, [x, y], { detail, count, lit }) {
  const r = count > 4 ? 25 : 30;
  const parts = detail
    ? [
        path("M0 -38V-22", "cord"),
        lit && keyed("halo", disc(0, 0, 34, "halo")),
        rect(-9, -29, 18, 8, "ink"),
        disc(0, 0, 24, "lamp"),
        rect(-7, 21, 14, 6, "ink"),
        path(sign, "glyph"),
      ]
    : [lit && keyed("halo", disc(0, 0, r + 12, "halo")), disc(0, 0, r, "lamp")];
  const place = { class: `carrier${lit ? "" : " unlit"}`, transform: `translate(${round(x)} ${round(y)})` };
  return keyed(`lamp-${task.code}`, el("g", place, parts));
}

/** The post on the square: a hook for every task, left and right in turn and close to the pole, clear of the
 * windows beside it. */
export function mast(world, spots, detail) {
  const hook = ([x, y]) => (x ? `M0 ${y - 40}Q${round(x * 0.3)} ${y - 54} ${round(x)} ${y - 36}` : "");
  return [
    path("M0 8V-318", "pole"),
    path(spots.map(hook).join(""), "pole thin"),
    path("M-30 20V8H30V20Z", "stone"),
    path("M-20 8V-6H20V8Z", "stone"),
    world.mastTop(detail),
  ];
}
