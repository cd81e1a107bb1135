/* The last round twice: as it went, and with all three chairs the other way; the lines between them, and under the
 * better street what each chair did otherwise. Several tables have a row each, in order of number. */
import { frameOf, otherFrameOf } from "../../../../state/film.js";
import { lastOf } from "../../../../state/lists.js";
import { html } from "../../../shared/svg.js";
import { ROLES } from "../../../../state/roles.js";
import { moveOf } from "../../charts/move.js";
import { roleMark } from "../../charts/roles.js";
import { deedOf, movedTo } from "../../../../state/other_way.js";
import { hundred } from "../../../../state/series.js";
import { streetLine } from "../../charts/street_line.js";
import { stillOf } from "../../stills.js";
import { columnsOf } from "../row_columns.js";

export const picture = {
  one({ story, film, findings }, { word }) {
    const other = findings?.other;
    if (!other) return [];
    const isBetter = other.way === "all_together";
    const head = html("h2", "chart-title", word("debrief.streets.title", { round: lastOf(story.rounds).round }));
    const last = story.rounds.length - 1;
    const own = side(frameOf(story, film, last), "as_it_went", lastOf(story.rounds).quality, word);
    const else_ = side(otherFrameOf(story, other), other.way, lastOf(other.lines.quality), word);
    const lines = html("div", "two-lines", linesOf(story, other, word));
    const deeds = html(
      "div",
      "two-deeds",
      deedList(other, word),
      html("p", "model-answer", word("debrief.streets.model")),
    );
    const below = isBetter ? [lines, deeds] : [deeds, lines];
    return [head, html("div", "two-streets", own, else_, ...below)];
  },
  sides(boards, { word }) {
    const found = boards.filter(({ findings }) => findings?.other);
    const rows = html("ol", "two-rows", ...found.map((board) => rowOf(board, word)));
    rows.dataset.cols = columnsOf(found.length);
    return [word("debrief.streets.many"), [], [rows, deedList(togetherOf(found), word)]];
  },
  preview: { many: () => ["what_if.streets.many", ""] },
};

function side(frame, way, quality, word) {
  const told = html(
    "figcaption",
    "",
    html("span", "", word(`debrief.streets.${way}`)),
    html("b", "", hundred(quality)),
  );
  return html("figure", "two-street", stillOf(frame, "strip", word), told);
}

function linesOf(story, { lines }, word) {
  const own = { kind: "quality", values: story.rounds.map((one) => one.quality) };
  const other = { kind: "other-way", values: lines.quality };
  return streetLine(word("debrief.value.quality"), [own, other], { width: 600, height: 220 });
}

/* What each chair did in the better street, beside the other one. */
function deedList({ way, deeds }, word) {
  const items = ROLES.map((role) => {
    const { lever, count, of, own } = deeds.find((deed) => deed.role === role);
    const { better, worse, code: beside } = deedOf(way, { count, own });
    const other = word(beside, { count: worse });
    const code = lever ? `debrief.streets.did.${lever}` : "debrief.streets.same";
    return html(
      "li",
      "",
      roleMark(role),
      html("b", "", `${word(`roles.${role}`)}: `),
      word(code, { count: better, of, other }),
    );
  });
  return html("ul", "two-list", ...items);
}

/* Of several tables that were not together: for each chair what most of them did otherwise, all counted together. */
function togetherOf(boards) {
  const others = boards.map(({ findings }) => findings.other);
  const apart = others.filter(({ way }) => way === "all_together");
  const counted = apart.length ? apart : others;
  const deeds = ROLES.map((role) => {
    const all = counted.flatMap((one) => one.deeds.filter((deed) => deed.role === role && deed.lever));
    const levers = [...new Set(all.map(({ lever }) => lever))];
    const sizes = levers.map((lever) => all.filter((deed) => deed.lever === lever));
    const most = sizes.reduce((best, one) => (one.length > best.length ? one : best), []);
    const sum = (name) => most.reduce((total, deed) => total + deed[name], 0);
    return { role, lever: most[0]?.lever ?? "", count: sum("count"), of: sum("of"), own: sum("own") };
  });
  return { way: counted[0].way, deeds };
}

function rowOf(board, word) {
  const { table } = board;
  const { own, end, isSo } = movedTo(board);
  const drawn = moveOf(own, end, { width: 300, edge: 8, dot: 7 });
  const name = html(
    "span",
    "two-table",
    html("span", "visually-hidden", `${word("debrief.side_table")} `),
    String(table),
  );
  const told = isSo ? word("debrief.streets.already", { own: hundred(own) }) : `${hundred(own)} → ${hundred(end)}`;
  return html("li", "", name, drawn, html("b", "", told));
}
