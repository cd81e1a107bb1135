/* The loops of several tables: the one that is looked at as bars by round, a small drawing each; else all of them in
 * the round that is looked at. */
import { CODES } from "../../../state/loop_shapes.js";
import { percent } from "../../../state/series.js";
import { html, svg } from "../../shared/svg.js";
import { strengthBars } from "../charts/bars.js";
import { head, loopHead, loopKey, loopMark, roundOf } from "../charts/loops.js";
import { roundReached } from "./pattern/loops.js";

/** The sides of several tables; of one loop where it `isOne` that is looked at. */
export const loopSides = (scene, isOne) => (isOne ? oneOfEach(scene) : allOfEach(scene));

function oneOfEach({ view, word, size, each }) {
  const name = word(`debrief.loop.${view.loop}`);
  const title = html("span", "", loopMark(view.loop), ` ${word("debrief.pattern.loop_tables", { name })}`);
  const draw = (story, { findings: { loops: found } }) => {
    const values = found.map((one) => one.loops[view.loop]);
    const rounds = found.map((_, index) => index + 1);
    const description = values.map(percent).join(", ");
    return strengthBars({ title: name, description, rounds, values, now: roundOf(view, found.length), percent, size });
  };
  return [title, [], each(draw)];
}

function allOfEach({ view, word, shown }) {
  const known = shown.filter(({ findings }) => findings?.loops.length);
  const title = word("debrief.pattern.loops_tables", {
    round: roundReached(
      known.map(({ findings }) => findings.loops),
      view,
    ),
  });
  return [title, [loopKey(word)], [tablesTable(known, title, view, word)]];
}

/* All loops of several tables in the round looked at: a row per loop, a column per table. */
function tablesTable(boards, title, view, word) {
  const heads = boards.map(({ table }) => head(word("debrief.table", { table }), "col", ""));
  const strength = ({ findings: { loops } }, code) => loops[roundOf(view, loops.length)].loops[code];
  const rows = CODES.map((code) =>
    html("tr", "", loopHead(code, word), ...boards.map((board) => wideCell(strength(board, code)))),
  );
  const caption = html("caption", "visually-hidden", title);
  return html(
    "table",
    "loop-table tables",
    caption,
    html("thead", "", html("tr", "", html("td"), ...heads)),
    html("tbody", "", ...rows),
  );
}

function wideCell(strength) {
  const back = svg("rect", { class: "loop-back", width: 100, height: 10 });
  const bar = svg("rect", { class: "loop-fill", width: 100 * strength, height: 10 });
  const drawn = svg(
    "svg",
    { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    back,
    bar,
  );
  return html("td", "", drawn, html("span", "loop-figure", percent(strength)));
}
