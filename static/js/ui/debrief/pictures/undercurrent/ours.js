/* One line of the undercurrent under the film: whether the street was theirs, as lights in the gardens and as a line,
 * point under picture. */
import { frameOf, underOf } from "../../../../state/film.js";
import { folded, html, picture as drawing, svg } from "../../../shared/svg.js";
import { figures } from "../../charts/blocks.js";
import { hundred } from "../../../../state/series.js";
import { measured } from "../measured.js";
import { plotOf } from "../../stills.js";

const TITLE = "debrief.undercurrent.ours";
const WIDTH = 1200; // whatever the number of rounds, so that the numbers stay as large
const HEIGHT = 330;
const TOP = 70; // room for the number over the highest point
const BOTTOM = 300;
const AT_START = 0.5; // how a street looks before anybody did anything

export const picture = {
  ...measured(TITLE, ["ownership"], { start: true }),
  small: true,
  one({ story, film }, { word, wall }) {
    const head = html("h2", "chart-title", word(TITLE));
    const values = [story.start.ownership, ...story.rounds.map((round) => round.ownership)];
    const change = { from: hundred(values[0]), to: hundred(values[values.length - 1]) };
    const told = html("p", "film-line", word("debrief.undercurrent.ours_told", change));
    if (wall) return [head, html("div", "under", gardens(story, film, word), water(values, word)), told];
    const more = folded(word(TITLE), figures(story, ["ownership"], word, true), word("debrief.tables_below"));
    return [head, gardens(story, film, word, [-1, film.length - 1]), told, more];
  },
};

/* A garden for the whole street, before round 1 and after every round (on a phone after the last): as many lights as
 * the mean of its tasks. */
function gardens(story, film, word, indexes = [-1, ...film.keys()]) {
  const items = indexes.map((index) => {
    const frame = frameOf(story, film, Math.max(0, index));
    const name = index < 0 ? word("debrief.start") : word("debrief.round_head", { round: story.rounds[index].round });
    const quality = index < 0 ? AT_START : story.rounds[index].quality;
    const { trust, tasks } = underOf(story, index);
    const ownership = tasks.reduce((sum, task) => sum + task.ownership, 0) / tasks.length;
    const undercurrent = { trust, tasks: tasks.map(() => ({ ownership, expectation: 0, bureaucracy: 0 })) };
    const tasksSeen = frame.tasks.map(({ code, holder }) => ({ code, holder, quality }));
    const drawn = plotOf({ ...frame, tasks: tasksSeen, undercurrent }, 0, word);
    return html("li", "", html("b", "", name), drawn);
  });
  return html("ol", "under-gardens", ...items);
}

/* The line in the water, a point under every garden. */
function water(values, word) {
  const x = (index) => Math.round((WIDTH / values.length) * (index + 0.5));
  const y = (value) => BOTTOM - (BOTTOM - TOP) * value;
  const points = values.map((value, index) => `${x(index)},${Math.round(y(value))}`);
  const dots = values.flatMap((value, index) => {
    const number = svg("text", { x: x(index), y: y(value) - 24, class: "under-value" });
    number.append(hundred(value));
    return [svg("circle", { class: "line ownership", cx: x(index), cy: y(value), r: 9 }), number];
  });
  const drawn = drawing(
    WIDTH,
    HEIGHT,
    word(TITLE),
    values.map(hundred).join(", "),
    svg("rect", { class: "under-water", width: WIDTH, height: HEIGHT }),
    svg("polyline", { class: "line ownership", points: points.join(" ") }),
    ...dots,
  );
  drawn.classList.add("under-line");
  return drawn;
}
