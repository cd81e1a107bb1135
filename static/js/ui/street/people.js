/* Who stands at a task, what hangs there on paper, and what went wrong. A figure is a choice: never more than were
 * made. */
import { figure } from "./figures.js";
import { at, keyed, path, rect, sized, times, turned } from "./node.js";

/** Everyone at a task: who does it alone stands apart with a tool, the others in one row on the pavement, or in two
 * when there are many or the picture is small. */
export function people(task, plot, index, detail) {
  const alone = task.took_over ?? 0;
  const along = task.worked_along ?? 0;
  const row = mixed(task.joined ?? 0, along, task.visited ?? 0);
  const scale = detail ? 1 : 1.36;
  const wide = 34 * scale;
  const rows = (detail ? row.length * wide + alone * 54 > 236 : row.length > 4) ? 2 : 1;
  const fit = Math.min(1, 196 / (Math.ceil(row.length / rows) * wide + alone * 54));
  const shift = row.length ? alone * -27 * fit : 0;
  const spot = (i) => {
    const off = i - (row.length - 1) / 2;
    if (rows === 1) return [off * wide * fit + shift, 76 - (detail && fit < 1 && i % 2 ? 8 : 0)];
    return [off * (wide / 2) * fit + shift, i % 2 ? 82 : detail ? 58 : 48];
  };
  const stand = ([role, i], place) => {
    const [x, y] = spot(place);
    const tone = index + i + (role === "professional" ? 2 : 0);
    return { y, node: keyed(`${role}${i}`, figure(role, x, y, tone, { scale, plain: !detail })) };
  };
  const apart = (i) => {
    const x = (row.length ? 92 - 27 * fit : 58) - i * 56 * fit;
    const how = { tool: plot.tool ?? "case", scale: detail ? 1 : 1.2, plain: !detail };
    return keyed(`alone${i}`, figure("professional", x, 74 - i * 3, index + i, how));
  };
  const standing = row.map(stand).sort((one, other) => (rows === 2 ? one.y - other.y : 0));
  return [...times(alone, apart), ...standing.map(({ node }) => node)];
}

/* Residents, professionals who work along and the municipality in one row, the professionals spread among the
 * others. */
function mixed(joined, along, visited) {
  const row = [
    ...times(joined, (i) => ["resident", i]),
    ...times(along, (i) => ["professional", i]),
    ...times(visited, (i) => ["municipality", i]),
  ];
  const place = ([role, i], spot) => (role === "professional" ? (i * 2 + 1) / (along * 2) : (spot + 0.5) / row.length);
  return row
    .map((entry, spot) => [entry, place(entry, spot)])
    .sort((one, other) => one[1] - other[1])
    .map(([entry]) => entry);
}

/** A notice board with as many sheets as there are agreements on paper, at most four of them drawn. */
export function notice(sheets, detail) {
  const shown = Math.min(4, sheets);
  const sheet = (i) =>
    turned(
      (i - shown / 2) * 5,
      -13 + (i % 2) * 25 + (shown === 1 ? 13 : 0),
      -62 + Math.floor(i / 2) * 10,
      rect(-11, -6, 22, 28, "paper"),
      detail > 0 && path("M-7 0h14M-7 6h14M-7 12h9", "lines"),
    );
  return keyed(
    "notice",
    at(
      -88,
      46,
      path("M-20 0V-52M20 0V-52", "pole thin"),
      rect(-29, -74, 58, 46, "board"),
      times(shown, (i) => keyed(`n${i}`, sheet(i))),
    ),
  );
}

/** The mark of what went wrong, at height `y`: an exclamation mark, of what came to every street a bolt, as in the
 * debrief; or a tick once it was put right. */
export function mark({ mended, setback }, detail, y) {
  const square = (name) => rect(-17, -17, 34, 34, name, { rx: 8 });
  const drawn = mended
    ? [square("mended"), path("M-9 0L-3 7L9 -7", "tick-mark")]
    : setback
      ? path("M8-27-19 7H-6l-7 21L20-8H5l10-19Z", "alarm")
      : [square("alarm"), path("M-3 -11h6v13h-6ZM-3 5h6v6h-6Z", "on-alarm")];
  return keyed(`mark-${mended}`, sized(detail ? 68 : 70, y, detail ? 1.1 : 1.8, drawn));
}

/** The ground before a plot, by band: cracked with litter, worn, whole, swept. It tells the four apart from far
 * away. */
export function ground(band, reach) {
  const half = Math.min(reach, 104);
  const [x, wide] = [-half, half * 2];
  return [
    keyed("pavement", rect(x, 26, wide, 66, `pavement is-${band}`, { rx: 12 })),
    band < 2 &&
      keyed(
        "cracks",
        path(
          `M${-half + 16} 34l18 14l-6 12l20 16M${half - 60} 30l-8 16l16 12` +
            (band ? "" : "l-6 18M-20 40l14 10l20 -4l10 16"),
          "cracks",
        ),
      ),
    band === 0 &&
      keyed(
        "litter",
        at(
          0,
          0,
          path("M-64 84l12 -9l9 7l-9 6ZM6 86h15v-9h-15Z", "litter"),
          path("M52 82l10 -9l12 4l-6 9Z", "litter dark"),
        ),
      ),
  ];
}
