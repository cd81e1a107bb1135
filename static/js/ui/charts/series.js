/* What a story's pictures are made of: the lines, money and shares of one table, ready for a chart of any size. */
import { figure } from "../words.js";

export const UNDER = ["ownership", "expectation", "bureaucracy", "trust"];
export const percent = (share) => `${figure(share * 100, 0)}%`;
export const hundred = (share) => figure(share * 100, 0);

/** Lines of some measures (0–1) over the rounds; those of the undercurrent begin before round 1. */
export function measuresOf(story, view, measures, word) {
  const under = measures[0] in story.start;
  const rounds = story.rounds.map((round) => round.round);
  const series = measures.map((name) => ({
    name: word(`debrief.value.${name}`),
    kind: name,
    values: [...(under ? [story.start[name]] : []), ...story.rounds.map((round) => round[name])],
  }));
  return { ...told(series, hundred), rounds: under ? [word("debrief.start"), ...rounds] : rounds, series, max: 1, axis: hundred, ...talk(view, word) };
}

/** Cost and purse over the rounds, on an axis that has room for all of `stories`. */
export function moneyOf(story, view, word, stories = [story]) {
  const all = stories.flatMap((one) => one.rounds.flatMap((round) => [round.cost, round.reserve]));
  const series = ["cost", "reserve"].map((name) => ({
    name: word(`debrief.value.${name}`),
    kind: name,
    values: story.rounds.map((round) => round[name]),
  }));
  return {
    ...told(series, figure),
    rounds: story.rounds.map((round) => round.round),
    series,
    max: Math.ceil(Math.max(...all, 1) / 4) * 4,
    min: Math.floor(Math.min(0, ...all) / 4) * 4,
    axis: (value) => figure(value, 0),
    value: (value) => figure(value),
    ...talk(view, word),
  };
}

/** The professionals' share of all hours per round. */
export function sharesOf(story, word) {
  const shares = story.rounds.map((round) => round.professional_share);
  const names = { upper: word("holder.professionals"), lower: word("holder.residents") };
  return {
    title: word("debrief.what_happened.share"),
    description: shares.map(percent).join(", "),
    rounds: story.rounds.map((round) => round.round),
    shares,
    names,
    percent,
  };
}

/** What was decided per round and task: the holder, its name, whether on paper, and what most had asked for instead ("" if the same). */
export function decisionsOf(story, word) {
  return story.rounds.map((round) =>
    round.tasks.map((task) => {
      const [most, count] = Object.entries(task.asked).sort((one, other) => other[1] - one[1])[0];
      const asked = count > task.asked[task.holder] ? word("debrief.asked_other", { holder: word(`holder.${most}`) }) : "";
      return { holder: task.holder, name: word(`holder.${task.holder}`), onPaper: task.requirements ? word("requirements.yes") : "", asked };
    }),
  );
}

function told(series, write) {
  return {
    title: series.map((one) => one.name).join(", "),
    description: series.map((one) => `${one.name}: ${one.values.map((value) => write(value)).join(", ")}`).join(". "),
  };
}

function talk(view, word) {
  return { talkFrom: view.talk_from, talkWord: word("debrief.talking_began") };
}
