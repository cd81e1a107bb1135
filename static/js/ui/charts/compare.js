/* All tables in one picture: a dot for each, none of them named. */
import { lastOf } from "../../state/lists.js";
import { figure } from "../words.js";
import { dotChart, median } from "./dots.js";
import { roundOf } from "./loops.js";
import { CODES } from "./loop_shapes.js";
import { FUNDINGS, ROLES, summed } from "./moments.js";
import { UNDER, hundred } from "./series.js";
import { html } from "./svg.js";
import { answersOf } from "./what_if.js";

/** Whether the picture that `view` shows can be one for all tables. */
export function canCompare({ step, part }) {
  if (step === "what_happened") return ["quality", "share", "cost"].includes(part);
  if (step === "undercurrent") return ["lines", "crossing"].includes(part);
  return step === "pattern" || step === "sensible" || (step === "what_if" && part !== "vote");
}

/** Title and drawings of the one picture for all `boards`. */
export function compared(boards, view, word) {
  const panels = panelsOf(boards, view, word);
  const size = panels.length > 1 ? "half" : "full";
  const drawn = panels.map(({ name, ...options }) => {
    const told = options.labels.map((label, index) => `${label}: ${options.axis(median(options.values[index]))}`).join(", ");
    const chart = dotChart({ title: name, description: `${word("debrief.middle")}: ${told}`, size, ...options });
    return html("section", "side", ...(panels.length > 1 ? [html("h3", "side-title", name)] : []), chart);
  });
  const grid = html("div", "sides compared", ...drawn);
  grid.dataset.cols = panels.length > 1 ? 2 : 1;
  const key = html("ul", "chart-key", html("li", "", html("span", "key-dot"), word("debrief.each_a_table")), html("li", "", html("span", "key-median"), word("debrief.middle")));
  return [panels.length > 1 ? word(`debrief.${view.step}.${view.part}`) : panels[0].name, [key], [grid]];
}

function panelsOf(boards, view, word) {
  const name = (measure) => word(`debrief.value.${measure}`);
  const byRound = (measure, kind = measure) => ({ name: name(measure), kind, axis: hundred, ...rounds(boards, (round) => round[measure]) });
  if (view.part === "quality") return [byRound("quality")];
  if (view.part === "share") return [byRound("professional_share", "professional")];
  if (view.part === "cost") return ["cost", "reserve"].map((measure) => money(boards, measure, name(measure)));
  if (view.step === "undercurrent") return (view.part === "crossing" ? UNDER.slice(0, 2) : UNDER).map((measure) => byRound(measure));
  if (view.step === "pattern") return [loops(boards, view, word)];
  if (view.step === "what_if") return [answers(boards, view, word)];
  return [sensible(boards, view, word)];
}

function rounds(boards, of) {
  const longest = boards.reduce((most, { story }) => (story.rounds.length > most.length ? story.rounds : most), []);
  const values = longest.map((_, index) => boards.filter(({ story }) => story.rounds[index]).map(({ story }) => of(story.rounds[index])));
  return { labels: longest.map((round) => round.round), values };
}

function money(boards, measure, name) {
  const found = rounds(boards, (round) => round[measure]);
  const all = found.values.flat();
  const max = Math.ceil(Math.max(...all, 1) / 4) * 4;
  const min = Math.floor(Math.min(0, ...all) / 4) * 4;
  return { name, kind: measure, ...found, max, min, axis: (value) => figure(value, 0) };
}

function loops(boards, view, word) {
  const found = boards.map(({ findings }) => findings.loops).filter((one) => one.length);
  if (!CODES.includes(view.loop)) {
    const values = CODES.map((code) => found.map((one) => one[roundOf(view, one.length)].loops[code]));
    const round = Math.max(...found.map((one) => roundOf(view, one.length))) + 1;
    return { name: word("debrief.pattern.loops_tables", { round }), kind: "quality", labels: CODES, values, axis: hundred };
  }
  const longest = Math.max(...found.map((one) => one.length));
  const labels = Array.from({ length: longest }, (_, index) => index + 1);
  const values = labels.map((_, index) => found.filter((one) => one[index]).map((one) => one[index].loops[view.loop]));
  return { name: word("debrief.pattern.loop_tables", { name: word(`debrief.loop.${view.loop}`) }), kind: "quality", labels, values, axis: hundred };
}

function sensible(boards, view, word) {
  const found = boards.map(({ findings }) => findings);
  const name = word(`debrief.sensible.${view.part === "funding" ? "only_professionals" : view.part}`);
  if (view.part === "marks") {
    const values = ROLES.map((role) => found.map(({ marks }) => lastOf(marks[role])));
    return { name, kind: "quality", labels: ROLES.map((role) => word(`roles.${role}`)), values, max: 10, axis: (value) => figure(value, 0) };
  }
  if (view.part === "funding") {
    const values = FUNDINGS.map((funding) => found.map((one) => summed(one.sensible.professional).by[funding]));
    return { name, kind: "professional", labels: FUNDINGS.map((funding) => word(`funding.${funding}`)), values, axis: hundred };
  }
  const values = ROLES.map((role) => found.map((one) => summed(one.sensible[role])).map(({ paid, of }) => (of ? paid / of : 0)));
  return { name, kind: "quality", labels: ROLES.map((role) => word(`roles.${role}`)), values, axis: hundred };
}

function answers(boards, view, word) {
  const named = answersOf(boards[0].findings, view, word);
  const was = boards.map(({ story }) => lastOf(story.rounds).quality);
  const values = named.map((_, index) => boards.map(({ findings }) => lastOf(answersOf(findings, view, word)[index].lines.quality)));
  const labels = [word("debrief.what_if.short_was"), ...named.map(({ letter }) => letter)];
  return { name: `${word("debrief.value.quality")} · ${word("debrief.what_if.at_the_end").toLowerCase()}`, kind: "quality", labels, values: [was, ...values], axis: hundred };
}
