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

export const picture = {
  onPhone: (view) => view.beat > 0,
  one: (shown, { view, word, wall, walls }) =>
    drawn([shown], view, word, wall ? { voices: shown.voices, ...walls } : { voices: null, wasSo: wasPaid }),
  sides: (boards, { view, word, voices, walls }) => ["", [], drawn(boards, view, word, { voices, ...walls })],
  preview: { many: () => ["what_if.vote", ""] },
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
      word("debrief.what_if.model_answer"),
      ...countOf(rows, answers, votes, word),
    );
    return [block(word("debrief.what_if.vote"), rowsOf(rows, own, { voices, isMean: boards.length > 1 }, word), note)];
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

function rowsOf(rows, own, { voices, isMean }, word) {
  const heads = ["one_thing", ...(voices ? ["your_vote"] : []), isMean ? "at_the_end_mean" : "at_the_end"];
  const cells = heads.map((code) => {
    const cell = html("th", "", word(`debrief.what_if.${code}`));
    cell.scope = "col";
    return cell;
  });
  const caption = html("caption", "visually-hidden", word("debrief.what_if.vote"));
  cells[cells.length - 1].prepend(scale());
  const body = rows.map((row) => rowOf(row, own, voices, word));
  return html("table", "voted", caption, html("thead", "", html("tr", "", ...cells)), html("tbody", "", ...body));
}

/* What the axes of the rows go from and to. */
function scale() {
  const ends = html("span", "voted-scale", html("span", "", "0"), html("span", "", "100"));
  ends.setAttribute("aria-hidden", "true");
  return ends;
}

function rowOf({ code, end, reacting, votes, isSurprise, isMost, isLeast, isSo }, own, voices, word) {
  const name = html("th", "", nameOf({ code, since: 1 }, word));
  name.scope = "row";
  const tags = Object.entries({ most: isMost, least: isLeast, surprise: isSurprise }).filter(([, is]) => is);
  const isOfReacting = Math.abs((reacting ?? end) - own) > Math.abs(end - own);
  for (const [tag] of tags) {
    const only = isOfReacting && tag !== "surprise" ? `, ${word("debrief.what_if.people_react")}` : "";
    name.append(html("span", "voted-tag", word(`debrief.what_if.${tag}`) + only));
  }
  const counted = voices
    ? [html("td", "voted-votes", votes ? word("debrief.what_if.votes", { count: votes }) : "–")]
    : [];
  if (isSo) return html("tr", "", name, ...counted, html("td", "", word("debrief.what_if.so_already")));
  const isOne = reacting === undefined || isSame(reacting, end);
  const which = (told) => (isOne ? [] : [html("span", "voted-which", told)]);
  const ends = [endOf(end, own, which(word("debrief.what_if.unchanged")), word)];
  if (!isOne) ends.unshift(endOf(reacting, own, which(word("debrief.what_if.people_react")), word));
  return html("tr", isMost ? "most" : "", name, ...counted, html("td", "", ...ends));
}

/* From how it ended to how it would have: a ring, a line and a dot, with both numbers. */
function endOf(end, own, which, word) {
  const drawnEnd = moveOf(own, end, { width: 200, edge: 6, dot: 6 });
  const text = isSame(end, own)
    ? word("debrief.what_if.stays", { value: hundred(own) })
    : `${hundred(own)} → ${hundred(end)}`;
  return html("p", "voted-end", drawnEnd, html("b", "", text), ...which);
}
