/* What would have had to be different? First the room's answers, counted; a press later each with what the model makes
 * of it, the biggest surprise first. A phone has its own buttons first, and the counts are on the big screen. */
import { lastOf } from "../../../../state/lists.js";
import { wasPaid } from "../../../../state/spans.js";
import { hasVoted, isLittle, isSame, told } from "../../../../state/voted.js";
import { html } from "../../../shared/svg.js";
import { block } from "../../charts/blocks.js";
import { moveOf } from "../../charts/move.js";
import { hundred } from "../../../../state/series.js";
import { tallyList } from "../../charts/tally.js";
import { nameOf } from "../../../../state/what_if.js";

/* Why an answer is what it is, where one would ask: by whether the purse paid a full week in every round. */
const WHY = { twice_purse: (isFull) => (isFull ? "debrief.what_if.paid_already" : "debrief.what_if.same_choices") };

export const picture = {
  onPhone: (view) => view.beat > 0,
  one: (shown, { view, word, wall, walls }) =>
    drawn([shown], view, word, wall ? { voices: shown.voices, ...walls } : { voices: null, wasSo: wasPaid }),
  sides: (boards, { view, word, voices, walls }) => ["", [], drawn(boards, view, word, { voices, ...walls })],
  preview: { many: () => ["what_if.vote", ""], more: () => "what_if.vote_on" },
};

function drawn(boards, view, word, { voices, wasSo }) {
  const votes = voices?.tallies.what_if ?? {};
  const answers = answersOf(boards, wasSo);
  if (view.beat && answers.length) {
    const own = mean(boards.map(({ story }) => lastOf(story.rounds).quality));
    const little = isLittle(answers, own) ? [html("b", "", word("debrief.what_if.little")), " "] : [];
    const rows = told(answers, votes, own);
    const note = html(
      "p",
      "model-answer",
      ...little,
      word("debrief.streets.scale"),
      " ",
      word("debrief.streets.model"),
      ...countOf(rows, answers, votes, word),
    );
    const isFull = boards.every(({ story }) => story.rounds.slice(0, -1).every(({ empty }) => !empty));
    const answered = rowsOf(rows, own, { voices, isMean: boards.length > 1, isFull }, word);
    return [block(word("debrief.what_if.vote"), answered, note)];
  }
  if (!voices) return [];
  const open = voices.options.filter((code) => votes[code] || !boards.every(({ story }) => wasSo(code, story)));
  const rows = open.map((code) => ({ name: nameOf({ code, since: 1 }, word), count: votes[code] ?? 0 }));
  return [block(word("debrief.what_if.vote"), tallyList(rows, "vote"))];
}

/* How many of all options are told, and why those, where it is not all of them. */
function countOf(rows, answers, votes, word) {
  const of = answers.filter(({ code, isSo }) => votes[code] || !isSo).length;
  if (rows.length >= of) return [];
  const which = hasVoted(votes) ? "some_voted" : "some";
  return [" ", word(`debrief.what_if.${which}`, { count: rows.length, of })];
}

/* What the model makes of every option, over all tables that are shown. */
function answersOf(boards, wasSo) {
  const [first] = boards.map(({ findings }) => findings?.voted ?? []);
  const ends = (index, lines) => mean(boards.map(({ findings }) => lastOf(findings.voted[index][lines].quality)));
  return first.map(({ code, reacting }, index) => ({
    code,
    isSo: boards.every(({ story }) => wasSo(code, story)),
    end: ends(index, "lines"),
    ...(reacting && { reacting: ends(index, "reacting") }),
  }));
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function rowsOf(rows, own, { voices, isMean, isFull }, word) {
  const heads = ["one_thing", ...(voices ? ["your_vote"] : []), isMean ? "at_the_end_mean" : "at_the_end"];
  const cells = heads.map((code) => {
    const cell = html("th", "", word(`debrief.what_if.${code}`));
    cell.scope = "col";
    return cell;
  });
  const caption = html("caption", "visually-hidden", word("debrief.what_if.vote"));
  cells[cells.length - 1].prepend(scale());
  const body = rows.flatMap((row) => rowsOfOne(row, own, { voices, isFull }, word));
  return html("table", "voted", caption, html("thead", "", html("tr", "", ...cells)), html("tbody", "", ...body));
}

/* What the axes of the rows go from and to. */
function scale() {
  const ends = html("span", "voted-scale", html("span", "", "0"), html("span", "", "100"));
  ends.setAttribute("aria-hidden", "true");
  return ends;
}

/* What an option makes of it, and under it what it does where people react: one line each, the number at its end. */
function rowsOfOne(row, own, { voices, isFull }, word) {
  const { code, end, reacting, votes, isSurprise, isMost, isLeast, isSo } = row;
  const hasReaction = !isSo && reacting !== undefined && !isSame(reacting, end);
  const isOfReacting = hasReaction && Math.abs(reacting - own) > Math.abs(end - own);
  const tag = Object.entries({ most: isMost, least: isLeast }).find(([, is]) => is)?.[0];
  const tags = [...(isSurprise ? ["surprise"] : []), ...(tag && !isOfReacting ? [tag] : [])];
  const why = WHY[code]?.(isFull);
  const small = [...(hasReaction ? ["debrief.what_if.unchanged"] : []), ...(why && !isSo ? [why] : [])];
  const notes = small.map((told) => html("span", "voted-which", word(told)));
  const told = [...notes, ...tagged(tags, word)];
  const name = headOf(nameOf({ code, since: 1 }, word), told);
  const counted = voices ? [html("td", "voted-votes", votes ? String(votes) : "–")] : [];
  const ends = isSo ? word("debrief.what_if.so_already") : endOf(end, own, word);
  const first = html("tr", tag === "most" && !isOfReacting ? "most" : "", name, ...counted, html("td", "", ends));
  if (!hasReaction) return [first];
  for (const cell of counted) cell.rowSpan = 2;
  const also = headOf(word("debrief.what_if.people_react"), tagged(isOfReacting && tag ? [tag] : [], word));
  const kind = `reacts${tag === "most" && isOfReacting ? " most" : ""}`;
  return [first, html("tr", kind, also, html("td", "", endOf(reacting, own, word)))];
}

function headOf(name, below) {
  const cell = html("th", "", name, ...below);
  cell.scope = "row";
  return cell;
}

const tagged = (codes, word) => codes.map((code) => html("span", "voted-tag", word(`debrief.what_if.${code}`)));

/* From how it ended to how it would have: a ring, a line and a dot, with both numbers. */
function endOf(end, own, word) {
  const drawnEnd = moveOf(own, isSame(end, own) ? own : end, { width: 200, edge: 6, dot: 6 });
  const text = isSame(end, own)
    ? word("debrief.what_if.stays", { value: hundred(own) })
    : `${hundred(own)} → ${hundred(end)}`;
  return html("p", "voted-end", drawnEnd, html("b", "", text));
}
