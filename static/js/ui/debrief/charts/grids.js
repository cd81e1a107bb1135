/* Tasks by rounds as a grid: the dice with what went wrong, and what was asked beside what was decided. */
import { dieOf } from "../../../state/luck.js";
import { holderMark } from "../../shared/marks.js";
import { html, scrolled } from "../../shared/svg.js";

/** A table of the dice: a task per row, a round per column; a throw as pips from 1 to 6 (null where none mattered) and
 * in words what came of it where `happened` has any. */
export function diceTable({ caption, tasks, rounds, corner, throws, happened }) {
  const cell = (draw, told) => {
    const die = draw === null ? [] : [html("span", "die", String(dieOf(draw)))];
    return html("td", told ? "hit" : "", ...die, ...(told ? [html("span", "hit-word", told)] : []));
  };
  const rows = tasks.map((task, k) =>
    row(
      task,
      rounds.map((_, r) => cell(throws[r][k], happened[r][k])),
    ),
  );
  const told = html("p", "grid-caption", caption);
  told.setAttribute("aria-hidden", "true");
  return html("div", "dice-box", told, gridTable(caption, { rounds, corner }, rows, "dice untitled"));
}

/** A table of what was decided per task and round, with what most people had asked for where that was something
 * else. */
export function decidedTable({ caption, tasks, rounds, corner, cells, tidy = "" }) {
  const rows = tasks.map((task, k) =>
    row(
      task,
      rounds.map((_, r) => {
        const { holder, name, onPaper, asked } = cells[r][k];
        const kind = [onPaper && "is-paper", asked && "is-other"].filter(Boolean).join(" ");
        const cell = html(
          "td",
          kind,
          html("span", `holder ${holder}`, holderMark(holder), html("span", "holder-name", name)),
        );
        if (onPaper) cell.append(html("span", "on-paper", onPaper));
        if (asked) cell.append(html("span", "asked-other", asked));
        return cell;
      }),
    ),
  );
  return gridTable(caption, { rounds, corner }, rows, `untitled ${tidy}`.trim());
}

/** The same for many tables at once: how many of them decided what. `cells` are lists of {holder, name, count}. */
export function countedTable({ caption, tasks, rounds, corner, cells }) {
  const rows = tasks.map((task, k) =>
    row(
      task,
      rounds.map((_, r) => {
        const counts = cells[r][k].map(({ holder, name, count }) =>
          html("span", "counted", holderMark(holder), html("span", "visually-hidden", `${name}: `), String(count)),
        );
        return html("td", "", ...counts);
      }),
    ),
  );
  return gridTable(caption, { rounds, corner }, rows, "untitled");
}

function row(name, cells) {
  const head = html("th", "", name);
  head.scope = "row";
  return html("tr", "", head, ...cells);
}

function gridTable(caption, { rounds, corner }, rows, kind) {
  const heads = rounds.map((round) => {
    const head = html("th", "", String(round));
    head.scope = "col";
    return head;
  });
  const body = [
    html("caption", "", caption),
    html("thead", "", html("tr", "", html("td", "grid-corner", corner), ...heads)),
    html("tbody", "", ...rows),
  ];
  return scrolled(html("table", `grid-table ${kind}`, ...body), caption);
}
