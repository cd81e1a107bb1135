/* The same dice on other paths: quality, and how often something went wrong. Of one table only. */
import { chart, lined, lineFigures } from "../../charts/blocks.js";
import { coursesOf } from "../../../../state/series.js";
import { html } from "../../../shared/svg.js";

export const picture = {
  one({ story, findings }, { view, word }) {
    const found = findings?.courses ?? {};
    if (!Object.keys(found).length) return [];
    const options = coursesOf(story, found, view, word);
    const drawn = [...lined(options), incidents(story, found, word)];
    return [chart(word("debrief.what_if.courses"), drawn, lineFigures(options, word), word)];
  },
};

function incidents(story, found, word) {
  const own = story.rounds.reduce((sum, round) => sum + round.tasks.filter((task) => task.incident).length, 0);
  const total = (course) => course.incidents.reduce((sum, count) => sum + count, 0);
  const counted = [["own", own], ...Object.entries(found).map(([code, course]) => [code, total(course)])];
  const told = counted.map(([code, count]) => {
    const times = html("strong", "", word("debrief.course.incidents", { count }));
    return html("li", "", `${word(`debrief.course.${code}`)}: `, times);
  });
  return html("ul", "course-incidents", ...told);
}
