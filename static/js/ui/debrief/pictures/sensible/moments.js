/* Sensible for whom: per role how often less together paid more, and how often it was then done. */
import { chart, drawnSize } from "../../charts/blocks.js";
import { leaned } from "../../../../state/leaning.js";
import { momentsChart, momentsKey } from "../../charts/moments.js";
import { often, summed, verdict } from "../../../../state/moments_counted.js";
import { ROLES } from "../../../../state/roles.js";
import { hundred } from "../../../../state/series.js";
import { html, table } from "../../../shared/svg.js";
import { reasonList } from "../reason_list.js";

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
  sides: (boards, scene) => scene.walls.momentSides(boards, scene),
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
      reasonList(story, sensible, true, word),
      ...told(verdict(sensible, story, word)),
      momentsKey(word),
      momentsChart(sensible, story, word, drawnSize()),
    ];
  },
};

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
