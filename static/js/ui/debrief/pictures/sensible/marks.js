/* The marks that the roles got beside what the street came to. */
import { chart, lined, lineFigures } from "../../charts/blocks.js";
import { lineKey } from "../../charts/keys.js";
import { lineChart } from "../../charts/line.js";
import { ROLES } from "../../../../state/roles.js";
import { marksOf } from "../../../../state/series.js";
import { figure } from "../../../../state/words.js";
import { lastOf } from "../../../../state/lists.js";

const TITLE = "debrief.sensible.marks";

export const picture = {
  perTable: () => true,
  one({ story, findings }, { view, word }) {
    if (!findings?.marks?.resident) return [];
    const options = marksOf(story, findings.marks, view, word);
    return [chart(word(TITLE), lined(options), lineFigures(options, word), word)];
  },
  sides(boards, { view, word, shown: [first], size, each }) {
    const options = (story, { findings }) => marksOf(story, findings.marks, view, word, true);
    return [
      word(TITLE),
      [lineKey(options(first.story, first))],
      each((story, board) => lineChart({ ...options(story, board), size })),
    ];
  },
  panels(boards, view, word) {
    const values = ROLES.map((role) => boards.map(({ findings }) => lastOf(findings.marks[role])));
    const labels = ROLES.map((role) => word(`roles.${role}`));
    return [{ name: word(TITLE), kind: "quality", labels, values, max: 10, axis: (value) => figure(value, 0) }];
  },
};
