/* What a beat says of all streets of a room together, in counts; no street is named here. */
import { BEATS } from "../../state/beats.js";
import { changeOf } from "../../state/changes.js";
import { euros, word } from "../../state/words.js";
import { changesOf, troubleOf, WORDED_TABLES } from "./beat.js";
import { loudest, TOLD_TABLES } from "./stories.js";

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The line of a beat, "" where there is nothing to say. */
export function roomLine(boards, beat) {
  const line = { 1: cameOf, 2: changedOf, 3: troubledOf, [BEATS]: costOf }[beat];
  return line ? line(boards) : "";
}

function cameOf(boards) {
  const count = sum(boards.flatMap((board) => board.street.tasks.map((task) => task.joined ?? 0)));
  return word("ui.projector.beat.came", { who: word("holder.residents"), count });
}

function changedOf(boards) {
  const figures = boards.length > WORDED_TABLES ? word("ui.projector.beat.of_hundred") : "";
  if (boards.every(({ tasks }) => tasks.every(({ before }) => before === null))) return figures; // of a first round
  const changes = boards.map(({ tasks }) => {
    const [now, before] = ["quality", "before"].map((part) => tasks.map((task) => task[part] ?? task.quality));
    return changeOf(sum(now) / tasks.length, sum(before) / tasks.length);
  });
  const [up, down] = [changes.filter((by) => by > 0).length, changes.filter((by) => by < 0).length];
  const told = [
    up ? `▲ ${word("ui.projector.beat.tables_up", { count: up })}` : "",
    down ? `▼ ${word(`ui.projector.beat.${up ? "down" : "tables_down"}`, { count: down })}` : "",
  ].filter(Boolean);
  // Where each street came to the same in all, its tasks may still have changed.
  const line = told.join(" · ") || changesOf(boards.flatMap(({ tasks }) => tasks));
  return [figures, line].filter(Boolean).join(" ");
}

function troubledOf(boards) {
  const count = boards.filter(({ tasks }) => tasks.some((task) => task.trouble)).length;
  if (!count) return "";
  const all = count === boards.length;
  const line = word(`ui.projector.beat.${all ? "all" : "tables"}_trouble`, { count, of: boards.length });
  if (boards.length <= TOLD_TABLES) return line; // each tells it at its street
  const said = troubleOf(loudest(boards.flatMap(({ tasks }) => tasks)));
  return `${line} ${word("ui.message.told_unnamed_said", { said })}`;
}

/** What a round cost, from the least to the most of all streets; no street is named. */
export function costsOf(boards) {
  const costs = boards.map(({ cost }) => cost);
  const [least, most] = [Math.min(...costs), Math.max(...costs)].map((cost) => euros(cost));
  return word(`ui.projector.costs_${least === most ? "same" : "range"}`, { least, most });
}

function costOf(boards) {
  const count = boards.filter(({ street }) => street.empty).length;
  return [
    boards.length > WORDED_TABLES ? word("ui.projector.beat.thousands") : "",
    word("ui.projector.beat.budget", { budget: euros(boards[0].budget) }),
    count ? word("ui.projector.beat.empty", { count }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
