/* What stands beside a circle on a wall: another game's, the purse as an arrow from outside, and what the model makes
 * of it without the arrow that is doubted. A phone has the sentences. */
import { besideOf } from "../../../state/beside.js";
import { circleTold, fewestHours, shapeOf } from "../../../state/circles.js";
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { figure } from "../../../state/words.js";
import { html, svg } from "../../shared/svg.js";
import { stillOf } from "../stills.js";

/** The purse as a side arrow that says how: what was in it, the hours that it paid, and where nobody worked then; or,
 * where money was a cause (`isCause`), what became of the street from the last round with a full week to that with
 * the fewest hours. */
export function purseWay({ purse, empty, last }, story, { film, isCause, word }) {
  const money = (amount) => `€\u00a0${figure(Math.round(amount * 10) * 100, 0)}`;
  const hours = (count) => figure(count, Number.isInteger(Math.round(count * 10) / 10) ? 0 : 1);
  const box = (name, told, ...drawn) => html("li", "state", ...drawn, html("p", "", name, html("b", "figure", told)));
  const isSame = money(purse[0]) === money(purse[1]);
  const inIt = isSame ? word("debrief.circle.always", { amount: money(purse[0]) }) : purse.map(money).join(" →\u00a0");
  const inPurse = box(word("debrief.circle.purse"), inIt);
  const least = fewestHours(story, { empty, last });
  const shown = (index) => stillOf(frameOf(story, film, index), "film", word);
  const figures = { paid: hours(least.hours), of: hours(story.full_week) };
  const paid = box(word("debrief.circle.hours", { round: least.round }), word("debrief.circle.of_hours", figures));
  const left = least.tasks.filter(({ done }) => !done).length;
  if (!left && !isCause) return html("ol", "purse-way", inPurse, paid);
  const index = least.round - 1;
  const street = left
    ? box(word("debrief.circle.nobody"), word("debrief.circle.places", { count: left }), shown(index))
    : box(
        word("debrief.circle.then", { from: empty + 1, to: least.round }),
        `${hundredAt(story, empty)} → ${hundredAt(story, index)}`,
        shown(index),
      );
  return html("ol", "purse-way", inPurse, paid, street);
}

const hundredAt = ({ rounds }, index) => String(hundred(rounds[index].quality));

/** Two bars: how the street ends (0–100) as it went (`from`) and without the arrow that says `verb` (`to`). */
export function believed({ from, to }, verb, word) {
  const row = (code, value) => {
    const name = word(`debrief.circle.doubt.${code}`);
    return html("tr", "", head("row", name), html("td", "", barTo(code, value)), html("td", "", String(value)));
  };
  return html(
    "div",
    "believed",
    html("p", "doubted-verb", html("span", "", `→ ${verb} →`)),
    html("table", "", html("tbody", "", row("as_it_is", from), row("off", to))),
  );
}

function head(scope, name) {
  const cell = html("th", "", name);
  cell.scope = scope;
  return cell;
}

function barTo(code, value) {
  const bar = (kind, width) => svg("rect", { class: kind, y: 1, width, height: 18 });
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, bar("loop-back", 100), bar(`believed-bar ${code}`, value));
}

/** The circle that was `drawn`, beside that of a game which is laid beside it, where there is one, as far as it is
 * told: its first, or its last. `ring` draws one. */
export function besideCircle(drawn, { group, ...shown }, { beat, isSecond, word }, ring) {
  const other = besideOf(shown, group);
  if (!other) return drawn;
  const { code, story, film } = other;
  const told = story.circles[isSecond ? story.circles.length - 1 : 0];
  const circle = circleTold(story, told);
  const before = ring(circle, { shape: shapeOf(told), story, film, word, beat });
  return html("div", "circle-two", named(code, before, word), named("this_game", drawn, word));
}

function named(code, drawn, word) {
  return html("section", "", html("h3", "side-title", word(`debrief.beside.${code}`)), drawn);
}

/** What twice as much money would have brought, by the model: people make the same choices with it. */
export function richTold(rich, { rounds }, word) {
  const [own, to] = [hundred(lastOf(rounds).quality), hundred(rich)];
  return word(`debrief.circle.rich.${to === own ? "same" : "other"}`, { own, to });
}
