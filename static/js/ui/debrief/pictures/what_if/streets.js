/* The last round twice: as it went, and with all three chairs the other way; the lines between them, and under the
 * better street what each chair did otherwise. Several tables have a row each, in order of number. */
import { frameOf, otherFrameOf } from "../../../../state/film.js";
import { lastOf } from "../../../../state/lists.js";
import { html } from "../../../shared/svg.js";
import { sample } from "../../charts/keys.js";
import { ROLES } from "../../../../state/roles.js";
import { roleMark } from "../../charts/roles.js";
import { deedOf, TOGETHER } from "../../../../state/other_way.js";
import { hundred } from "../../../../state/series.js";
import { streetLine } from "../../charts/street_line.js";
import { stillOf } from "../../stills.js";

const [LOW, HIGH] = [215, 280]; // of the lines, beside a sentence and without
const SEEN = 0.02; // two lines that begin closer lie on each other

export const picture = {
  one({ story, film, findings }, { word, wall, walls }) {
    const other = findings?.other;
    if (!other) return [];
    const isBetter = other.way === TOGETHER; // the street that looks better stands to the right, over its deeds
    const head = html("h2", "chart-title", word("debrief.streets.title"));
    const last = story.rounds.length - 1;
    const own = side(frameOf(story, film, last), "as_it_went", lastOf(story.rounds).quality, word);
    const else_ = side(otherFrameOf(story, other), other.way, lastOf(other.lines.quality), word);
    const turned = (wall && walls.votedWall.hardly(other, word)) || turnOf(story, other, word);
    const lines = html("div", "two-lines", linesOf(story, other, turned.length ? LOW : HIGH, word));
    const deeds = html(
      "div",
      "two-deeds",
      deedList(other, word),
      html("p", "model-answer", word("debrief.streets.all_rounds")),
    );
    const streets = isBetter ? [own, else_] : [else_, own];
    return [head, html("div", "two-streets", ...streets, lines, deeds), ...turned];
  },
  sides(boards, { word, walls: { streetRows, togetherOf } }) {
    const found = boards.filter(({ findings }) => findings?.other);
    const about = html("p", "model-answer", word("debrief.streets.scale"), " ", word("debrief.streets.model"));
    return [word("debrief.streets.many"), [], [streetRows(found, word), togetherOf(found, word), about]];
  },
  preview: { many: () => ["what_if.streets.many", ""] },
};

function side(frame, way, quality, word) {
  const told = html(
    "figcaption",
    "",
    sample(`line ${way === "as_it_went" ? "quality" : "other-way"}`), // which of the lines below is its own
    html("span", "", word(`debrief.streets.${way}`)),
    html("b", "", hundred(quality)),
  );
  return html("figure", "two-street", stillOf(frame, "strip", word), told);
}

/* Where the other way did worse for some rounds and better in the end, or the other way round, that matters most. */
function turnOf({ rounds }, { lines: { quality } }, word) {
  const by = quality.map((value, i) => value - rounds[i].quality);
  const way = Math.sign(lastOf(by));
  const against = by.map((value) => -way * value);
  const most = Math.max(...against);
  if (most < SEEN) return [];
  const i = against.indexOf(most);
  const figures = { round: rounds[i].round, other: hundred(quality[i]), own: hundred(rounds[i].quality) };
  return [html("p", "film-line two-turn", word(`debrief.streets.starts.${way > 0 ? "lower" : "higher"}`, figures))];
}

function linesOf(story, { lines }, height, word) {
  const own = { kind: "quality", values: story.rounds.map((one) => one.quality) };
  const other = { kind: "other-way", values: lines.quality };
  const last = String(lastOf(story.rounds).round);
  const ends = [word("debrief.round_head", { round: story.rounds[0].round }), last].slice(0, story.rounds.length);
  return streetLine(word("debrief.value.quality"), [own, other], { width: 600, height, top: 36, ends });
}

/* What each chair did in the better street, beside the other one. */
function deedList({ way, deeds }, word) {
  const items = ROLES.map((role) => {
    const { lever, count, of, own } = deeds.find((deed) => deed.role === role);
    const figures = lever ? word(`debrief.streets.of.${role}`, { ...deedOf(way, { count, own }), of }) : "";
    const did = word(lever ? `debrief.streets.did.${lever}` : "debrief.streets.same");
    const name = html("span", "", roleMark(role), `${word(`roles.${role}`)}: ${did} `);
    return html("li", "", name, html("b", "", figures));
  });
  return html("ul", "two-list", ...items);
}
