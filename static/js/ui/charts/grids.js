/* Tasks by rounds as a grid: the dice with what went wrong, and what was asked beside what was decided. */
import { html } from "./svg.js";

const MOST = 6;

/** A table of the dice: a task per row, a round per column; a throw as pips from 1 to 6 and a word where something happened. */
export function diceTable({ caption, tasks, rounds, throws, happened, word }) {
  const rows = tasks.map((task, k) => {
    const cells = rounds.map((_, r) => {
      const value = Math.min(MOST, 1 + Math.floor(throws[r][k] * MOST));
      const die = html("span", "die", String(value));
      const cell = html("td", happened[r][k] ? "hit" : "", die);
      if (happened[r][k]) cell.append(html("span", "hit-word", word));
      return cell;
    });
    return row(task, cells);
  });
  return gridTable(caption, rounds, rows);
}

/** A table of what was decided per task and round, with a mark where most people had asked for something else. */
export function decidedTable({ caption, tasks, rounds, cells }) {
  const rows = tasks.map((task, k) =>
    row(task, rounds.map((_, r) => {
      const { holder, name, onPaper, asked } = cells[r][k];
      const cell = html("td", "", html("span", `holder ${holder}`, name));
      if (onPaper) cell.append(html("span", "on-paper", onPaper));
      if (asked) cell.append(html("span", "asked-other", asked));
      return cell;
    })),
  );
  return gridTable(caption, rounds, rows);
}

function row(name, cells) {
  const head = html("th", "", name);
  head.scope = "row";
  return html("tr", "", head, ...cells);
}

function gridTable(caption, rounds, rows) {
  const heads = rounds.map((round) => {
    const head = html("th", "", String(round));
    head.scope = "col";
    return head;
  });
  const corner = html("td");
  const wrap = html("div", "grid-scroll", html("table", "grid-table", html("caption", "", caption), html("thead", "", html("tr", "", corner, ...heads)), html("tbody", "", ...rows)));
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "region");
  wrap.setAttribute("aria-label", caption);
  return wrap;
}
