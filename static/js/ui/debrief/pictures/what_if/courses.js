/* The same dice on other paths: how the street would have looked. Of one table only. */
import { chart, lined, lineFigures } from "../../charts/blocks.js";
import { coursesOf } from "../../../../state/series.js";

export const picture = {
  one({ story, findings }, { view, word }) {
    const found = findings?.courses ?? {};
    if (!Object.keys(found).length) return [];
    const options = coursesOf(story, found, view, word);
    return [chart(word("debrief.what_if.courses"), lined(options), lineFigures(options, word), word)];
  },
};
