/* Sensible for whom: per role how often less together paid more, and how often it was then done. */
import { chart, drawnSize } from "../../charts/blocks.js";
import { reasonOf, toldOf } from "../../../../state/reasons.js";
import { leaned } from "../../../../state/leaning.js";
import { momentsChart, momentsKey } from "../../charts/moments.js";
import { often, summed, verdict } from "../../../../state/moments_counted.js";
import { roleMark } from "../../charts/roles.js";
import { ROLES } from "../../../../state/roles.js";
import { hundred } from "../../../../state/series.js";
import { html, svg, table } from "../../../shared/svg.js";

const TITLE = "debrief.sensible.moments";

export const picture = {
  perTable: () => true,
  one({ story, findings }, { word, wall }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const drawn = [
      momentsKey(word),
      momentsChart(found, story, word, drawnSize()),
      ...told(verdict(found, story, word), wall ? "" : leaned(findings.leaning, word)), // a wall has no room for it
    ];
    const figure = chart(word(TITLE), drawn, figures(found, word), word);
    figure.classList.add("moments");
    return [figure];
  },
  sides: (boards, { word, each }) => [
    word(TITLE),
    [momentsKey(word), ...told(leaned(everyRound(boards), word))],
    each((story, { findings }) => bars(findings.sensible, word)),
  ],
  panels(boards, view, word) {
    const shareOf = (role) =>
      boards.map(({ findings }) => summed(findings.sensible[role])).map(({ paid, of }) => (of ? paid / of : 0));
    return [
      {
        name: word(TITLE),
        kind: "quality",
        labels: ROLES.map((role) => word(`roles.${role}`)),
        values: ROLES.map(shareOf),
        axis: hundred,
      },
    ];
  },
  paper({ story, sensible }, word) {
    return [
      reasons(sensible, word),
      ...told(verdict(sensible, story, word)),
      momentsKey(word),
      momentsChart(sensible, story, word, drawnSize()),
    ];
  },
};

/* The reasons that the room saw, with their numbers. */
function reasons(sensible, word) {
  const items = ROLES.flatMap((role) => {
    const reason = reasonOf(role, sensible[role]);
    if (!reason) return [];
    const { code, of, paid, done } = toldOf(reason);
    const said = `${word(`debrief.logic.${code}`, { paid, of })}, ${word("debrief.logic.done", { done, of })}.`;
    return [html("li", "", roleMark(role), html("b", "", `${word(`roles.${role}`)}: `), said)];
  });
  return html("ul", "turn-deeds", ...items);
}

/* What coming paid, and the evenings kept, of all tables. */
const everyRound = (boards) => boards.flatMap(({ findings }) => findings.leaning);

function told(...texts) {
  return texts.filter(Boolean).map((text) => html("p", "verdict", text));
}

function figures(found, word) {
  const rows = found.resident.map((_, index) => [
    index + 1,
    ...ROLES.map((role) => often(summed([found[role][index]]), word)),
  ]);
  return table(
    word("debrief.tables_below"),
    [word("debrief.round"), ...ROLES.map((role) => word(`roles.${role}`))],
    rows,
  );
}

function bars(found, word) {
  return html("ul", "side-bars", ...ROLES.map((role) => bar(role, summed(found[role]), word)));
}

function bar(role, { of, paid, taken }, word) {
  const part = (kind, share) =>
    svg("rect", { class: `moment ${kind} ${role}`, x: 0.5, y: 1, width: 99 * share, height: 18 });
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  const drawn = svg(
    "svg",
    frame,
    part("whole", 1),
    part("paid", of ? paid / of : 0),
    part("taken", of ? taken / of : 0),
  );
  const name = html("span", "visually-hidden", word(`roles.${role}`));
  return html("li", "", roleMark(role), name, drawn, html("strong", "", `${paid}/${of}`));
}
