/* Keys above pictures that are too small to name their lines, bars and marks: a sample with its name each. */
import { ALONE } from "../../../state/holders.js";
import { structure } from "../../../state/structure.js";
import { holderMark } from "../../shared/marks.js";
import { html, svg } from "../../shared/svg.js";

const { holders: HOLDERS } = structure;
const [BELOW, ABOVE] = ALONE; // the shares of a bar, in the order of the holders

/** The key of a line chart, from the options it is drawn with. */
export function lineKey({ series, rounds, talkFrom, talkWord }) {
  const items = [
    ...series.filter((line) => !line.isThin).map(({ name, kind }) => item(sample(`line ${kind}`), name)),
    ...thinItems(series),
  ];
  if (rounds.indexOf(talkFrom) > 0) items.push(item(sample("talk"), talkWord));
  return html("ul", "chart-key", ...items);
}

/** The key of the thin lines alone, as a list of no or one key: they have no names at their ends. */
export function thinKey({ series }) {
  const items = thinItems(series);
  return items.length ? [html("ul", "chart-key", ...items)] : [];
}

function thinItems(series) {
  const kinds = new Map(series.filter((line) => line.isThin).map((line) => [line.name, line]));
  return [...kinds].map(([name, { kind, low }]) => item(low ? bandSample(kind) : sample(`line thin ${kind}`), name));
}

/** The key of the shares, from the options they are drawn with. */
export function shareKey({ names }) {
  return html("ul", "chart-key", item(holderMark(ABOVE), names.upper), item(holderMark(BELOW), names.lower));
}

/** The key of the marks of who carries a task, and of what was on paper or asked otherwise where there is any. */
export function holderKey(word, { onPaper = false, asked = false } = {}) {
  const items = HOLDERS.map((holder) => item(holderMark(holder), word(`holder.${holder}`)));
  if (onPaper) items.push(item(html("span", "key-paper"), word("requirements.yes")));
  if (asked) items.push(item(html("span", "key-asked"), word("debrief.asked_otherwise")));
  return html("ul", "chart-key", ...items);
}

function item(shown, name) {
  return html("li", "", shown, name);
}

function bandSample(kind) {
  const band = svg("rect", { class: `band ${kind}`, x: 2, y: 0, width: 44, height: 10 });
  return svg("svg", { class: "chart-sample chart", viewBox: "0 0 48 10", "aria-hidden": "true" }, band);
}

/** A piece of a line of these classes, to stand before its name. */
export function sample(kind) {
  const line = svg("line", { class: kind, x1: 2, x2: 46, y1: 5, y2: 5 });
  return svg("svg", { class: "chart-sample chart", viewBox: "0 0 48 10", "aria-hidden": "true" }, line);
}
