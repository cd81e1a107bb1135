/* What would have had to be different? First the room's answers, counted; a press later each with what the model makes
 * of it, the biggest surprise first. A phone has its own buttons first, and the counts are on the big screen. */
import { lastOf } from "../../../../state/lists.js";
import { isLittle, isSame, told } from "../../../../state/voted.js";
import { html } from "../../../shared/svg.js";
import { block } from "../../charts/blocks.js";
import { moveOf } from "../../charts/move.js";
import { hundred } from "../../../../state/series.js";
import { tallyList } from "../../charts/tally.js";
import { nameOf } from "../../../../state/what_if.js";

const MOST = 5; // on a phone; a wall has all that were voted on

export const picture = {
  onPhone: (view) => view.beat > 0,
  one: (shown, { view, word, wall, walls }) => drawn([shown], view, word, wall ? shown.voices : null, walls),
  sides: (boards, { view, word, voices, walls }) => ["", [], drawn(boards, view, word, voices, walls)],
  preview: { many: () => ["what_if.vote", ""] },
};

function drawn(boards, view, word, voices, walls) {
  const votes = voices?.tallies.what_if ?? {};
  const answers = answersOf(boards, voices);
  if (view.beat && answers.length) {
    const own = mean(boards.map(({ story }) => lastOf(story.rounds).quality));
    const little = isLittle(answers, own) ? [html("b", "", word("debrief.what_if.little")), " "] : [];
    const all = told(answers, votes, own, voices ? answers.length : MOST);
    const [rows, rest] = voices ? walls.votedWall.parts(all, own, word) : [all, []];
    const about = [...(voices ? [] : [word("debrief.streets.scale"), " "]), word("debrief.streets.model")];
    const note = html("p", "model-answer", ...little, ...about, ...(voices ? [] : countOf(rows, answers, word)));
    const table = rowsOf(rows, own, { voices, isMean: boards.length > 1, ...walls?.votedWall }, word);
    return [block(word("debrief.what_if.vote"), table, ...rest, note)];
  }
  if (!voices) return [];
  const rows = voices.options.map((code) => ({ name: nameOf({ code, since: 1 }, word), count: votes[code] ?? 0 }));
  return [block(word("debrief.what_if.vote"), tallyList(rows, "vote"))];
}

/* How many of all options are told, where it is not all of them. */
function countOf(rows, answers, word) {
  const of = answers.filter(({ isSo }) => !isSo).length;
  return rows.length < of ? [" ", word("debrief.what_if.some", { count: rows.length, of })] : [];
}

/* What the model makes of every option that was voted on, over all tables that are shown; why, where that is the same
 * at all of them. */
function answersOf(boards, voices) {
  const [first] = boards.map(({ findings }) => findings?.voted ?? []);
  return first.flatMap(({ code, reacting }, index) => {
    if (voices && !voices.options.includes(code)) return [];
    const all = boards.map(({ findings }) => findings.voted[index]);
    const ends = (lines) => mean(all.map((one) => lastOf(one[lines].quality)));
    const alike = (why) => (new Set(all.map((one) => one[why])).size === 1 ? all[0][why] : "");
    const answer = { code, isSo: all.every(({ already }) => already), end: ends("lines"), why: alike("why") };
    return [{ ...answer, ...(reacting && { reacting: ends("reacting"), reactingWhy: alike("reacting_why") }) }];
  });
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function rowsOf(rows, own, { voices, isMean, heads = headsOf, why = () => [] }, word) {
  const cells = heads(isMean, word).map((head) => {
    const cell = html("th", "", head);
    cell.scope = "col";
    return cell;
  });
  const caption = html("caption", "visually-hidden", word("debrief.what_if.vote"));
  if (!voices) cells[cells.length - 1].prepend(scale());
  const body = rows.flatMap((row) => rowsOfOne(row, own, { voices, why }, word));
  return html("table", "voted", caption, html("thead", "", html("tr", "", ...cells)), html("tbody", "", ...body));
}

const headsOf = (isMean, word) =>
  ["one_thing", `at_the_end${isMean ? "_mean" : ""}`].map((code) => word(`debrief.what_if.${code}`));

/* What the axes of the rows go from and to. */
function scale() {
  const ends = html("span", "voted-scale", html("span", "", "0"), html("span", "", "100"));
  ends.setAttribute("aria-hidden", "true");
  return ends;
}

/* What an option makes of it, and under it what it does where people react: one line each, with the number and why. */
function rowsOfOne(row, own, { voices, why }, word) {
  const { code, end, reacting, votes, isSurprise, isMost, isSo } = row;
  const hasReaction = !isSo && reacting !== undefined && !isSame(reacting, end);
  const isOfReacting = hasReaction && Math.abs(reacting - own) > Math.abs(end - own);
  const isMostSo = isMost && !isOfReacting;
  const tags = [...(isSurprise ? ["surprise"] : []), ...(isMostSo ? ["most"] : [])];
  const name = nameOf({ code, since: 1 }, word);
  const counted = voices ? [html("td", "voted-votes", votes ? String(votes) : "–")] : [];
  const first = isSo
    ? html("tr", "", ...counted, rowHead(name), html("td", "", word("debrief.what_if.so_already")))
    : rowOf(name, end, own, [...tagged(tags, word), ...why(row.why, word)], { counted, word });
  if (!hasReaction) return [first];
  const isMostReacting = isMost && isOfReacting;
  const notes = [...tagged(isMostReacting ? ["most"] : [], word), ...why(row.reactingWhy, word)];
  const uncounted = counted.map(() => html("td", ""));
  const reacts = word("debrief.what_if.people_react");
  return [first, rowOf(reacts, reacting, own, notes, { counted: uncounted, word })];
}

/* What is to be said of it stands under its name on a wall, where the drawing is wide, and under its end on a phone. */
function rowOf(name, end, own, notes, { counted, word }) {
  const said = notes.length ? [html("span", "voted-notes", ...notes)] : [];
  const [inName, inEnd] = counted.length ? [said, []] : [[], said];
  return html("tr", "", ...counted, rowHead(name, ...inName), html("td", "", endOf(end, own, inEnd, word)));
}

function rowHead(...content) {
  const cell = html("th", "", ...content);
  cell.scope = "row";
  return cell;
}

const tagged = (codes, word) => codes.map((code) => html("span", "voted-tag", word(`debrief.what_if.${code}`)));

/* From how it ended to how it would have: a ring, a line and a dot, in figures, with what was `said` of it. */
function endOf(end, own, said, word) {
  const drawnEnd = moveOf(own, isSame(end, own) ? own : end, { width: 200, edge: 6, dot: 6 });
  const text = isSame(end, own)
    ? word("debrief.what_if.stays", { value: hundred(own) })
    : `${hundred(own)} → ${hundred(end)}`;
  return html("p", "voted-end", drawnEnd, html("b", "", text), ...said);
}
