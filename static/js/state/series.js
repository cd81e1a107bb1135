/* What a story's pictures are made of: the lines, money and shares of one table, ready for a chart of any size. */
import { beneath } from "./beneath.js";
import { ROLES } from "./roles.js";
import { structure } from "./structure.js";
import { figure, mark } from "./words.js";

export const { undercurrent: UNDER } = structure;
export const percent = (share) => (share === null ? "–" : `${figure(share * 100, 0)}%`);
export const hundred = (share) => figure(share * 100, 0);

/** Lines of some measures (0–1) over the rounds; those of the undercurrent begin before round 1. `beside` ({earlier,
 * groups}) are laid beneath them: the game before this one as a thin line, earlier groups as a band. */
export function measuresOf(story, view, measures, word, beside = {}) {
  const under = measures[0] in story.start;
  const valuesOf = (one, name) => [...(under ? [one.start[name]] : []), ...one.rounds.map((round) => round[name])];
  const own = measures.map((name) => ({
    name: word(`debrief.value.${name}`),
    kind: name,
    values: valuesOf(story, name),
  }));
  const series = [...own, ...beneath(measures, valuesOf, beside, under ? [null] : [], word)];
  const rounds = numbered(story, series, under ? 1 : 0);
  return {
    ...told(series, hundred),
    rounds: under ? [word("debrief.start"), ...rounds] : rounds,
    series,
    max: 1,
    axis: hundred,
    ...talk(view, word),
  };
}

/* The numbers of the rounds, as many as the longest line has. */
function numbered(story, series, before) {
  const longest = Math.max(story.rounds.length, ...series.map((line) => line.values.length - before));
  return Array.from({ length: longest }, (_, index) => index + 1);
}

/** Cost and purse over the rounds, on an axis that has room for all of `stories`. */
export function moneyOf(story, view, word, stories = [story], beside = {}) {
  const names = ["cost", "reserve"];
  const valuesOf = (one, name) => one.rounds.map((round) => round[name]);
  const own = names.map((name) => ({ name: word(`debrief.line.${name}`), kind: name, values: valuesOf(story, name) }));
  const series = [...own, ...beneath(names, valuesOf, beside, [], word)];
  const all = [
    ...stories.flatMap((one) => names.flatMap((name) => valuesOf(one, name))),
    ...series.flatMap(({ low = [], values }) => [...low, ...values]),
  ];
  return {
    ...told(series, figure),
    rounds: numbered(story, series, 0),
    series,
    max: Math.ceil(Math.max(...all, 1) / 4) * 4,
    // What is written as 0 is no debt.
    min: Math.floor(Math.min(0, Math.round(Math.min(...all))) / 4) * 4,
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

/** What was decided per round and task: the holder, its name, whether on paper, and what most had asked for instead (""
 * if the same). */
export function decisionsOf(story, word) {
  return story.rounds.map((round) =>
    round.tasks.map((task) => {
      const [most, count] = Object.entries(task.asked).sort((one, other) => other[1] - one[1])[0];
      const asked =
        count > task.asked[task.holder] ? word("debrief.asked_other", { holder: word(`holder.${most}`) }) : "";
      return {
        holder: task.holder,
        name: word(`holder.${task.holder}`),
        onPaper: task.requirements ? word("requirements.yes") : "",
        asked,
      };
    }),
  );
}

function told(series, write) {
  return {
    title: [...new Set(series.map((one) => one.name))].join(", "),
    description: series
      .map(
        ({ name, values, low = values }) =>
          `${name}: ${values
            .flatMap((value, index) => (value === null ? [] : [[low[index], value]]))
            .map(([from, to]) => (from === to ? write(to) : `${write(from)}–${write(to)}`))
            .join(", ")}`,
      )
      .join(". "),
  };
}

function talk(view, word) {
  return { talkFrom: view.talk_from, talkWord: word("debrief.talking_began") };
}

/** The mean mark of each role beside what the street looked like (quality on the same axis, 10 where it is 100; with
 * `isBeside` others there is no room for of how many). */
export function marksOf(story, marks, view, word, isBeside = false) {
  const roles = ROLES.map((role) => ({ name: word(`roles.${role}`), kind: role, values: marks[role] ?? [] }));
  const ofHundred = (value) => (isBeside ? value : word("debrief.sensible.of_hundred", { value }));
  const street = {
    name: word("debrief.value.quality"),
    kind: "quality",
    values: story.rounds.map((round) => round.quality * 10),
    write: (value) => ofHundred(hundred(value / 10)),
  };
  const series = [...roles, street];
  return {
    ...told(series, mark),
    rounds: story.rounds.map((round) => round.round),
    series,
    max: 10,
    axis: (value) => figure(value, 0),
    value: mark,
    ...talk(view, word),
  };
}

/** Quality under the reference courses with the same dice, beside this table's own. */
export function coursesOf(story, courses, view, word) {
  const own = { name: word("debrief.course.own"), kind: "quality", values: story.rounds.map((round) => round.quality) };
  const others = Object.entries(courses).map(([code, course]) => ({
    name: word(`debrief.course.${code}`),
    kind: `course-${code}`,
    values: course.quality,
  }));
  const series = [own, ...others];
  return {
    ...told(series, hundred),
    rounds: story.rounds.map((round) => round.round),
    series,
    max: 1,
    axis: hundred,
    nameRoom: 300,
    ...talk(view, word),
  };
}
