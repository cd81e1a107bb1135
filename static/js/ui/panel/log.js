/* What happened when, in words, newest first; a star keeps a line for the debrief. What many tables did at once is one
 * line that unfolds (state/log_groups.js). */
import { attribute } from "../shared/attribute.js";
import { at, copy, put, say, write } from "../shared/dom.js";
import { grouped, groupWord } from "../../state/log_groups.js";
import { hasWord, moments, word } from "../../state/words.js";
import { inTurn } from "../street/turns.js";

const WRAPPED = {
  task: (code) => `task.${code}.name`,
  funding: (code) => `funding.${code}`,
  role: (code) => `role.${code}`,
  phase: (code) => `phase.${code}`,
  holder: (code) => `holder.${code}`,
};
const SHOWN = 80;
const AT_ONCE = 4; // new lines; of more, the older ones come in the frames after
const TIME = moments({ hour: "2-digit", minute: "2-digit" });

export function createLog(desk) {
  let lines = [];
  let table = null;
  const made = new Map();
  const open = new Set(); // the groups that are unfolded

  function make(row) {
    if (row.lines) makeGroup(row);
    else makeLine(row.line);
  }

  function makeGroup({ id, lines: [newest] }) {
    const { node, parts } = copy("log-group");
    parts.fold.addEventListener("click", () => {
      if (!open.delete(id)) open.add(id);
      draw();
    });
    write(parts.time, TIME.format(newest.at_ms));
    made.set(id, { node, parts });
  }

  function makeLine(line) {
    const { node, parts } = copy("log-line");
    parts.star.addEventListener("click", () =>
      desk.send({ type: "star", line: line.id, starred: parts.star.getAttribute("aria-pressed") !== "true" }),
    );
    write(parts.time, TIME.format(line.at_ms));
    const text = sentenceOf(line);
    write(parts.text, text);
    made.set(line.id, { node, parts, text });
  }

  /* What stands there: lines, and where all are shown groups of them with what is unfolded after each. */
  function rows() {
    const which = at("log-which").value;
    if (which === "all") return grouped(lines).flatMap(rowsOf);
    const is = (line) => (which === "table" ? line.table === table || line.params.table === table : line.starred);
    return lines.filter(is).map((line) => ({ id: line.id, line }));
  }

  function rowsOf(group) {
    const own = group.map((line) => ({ id: line.id, line, within: group.length > 1 }));
    if (group.length === 1) return own;
    const id = `group ${group[group.length - 1].id}`;
    return [{ id, lines: group }, ...(open.has(id) ? own : [])];
  }

  function fill({ id, line, lines: group, within }) {
    const { node, parts, text } = made.get(id);
    const { replaced } = line ?? group[0];
    if (group) {
      attribute(parts.fold, "aria-expanded", open.has(id));
      sayGroup(made.get(id), group);
    } else {
      attribute(parts.star, "aria-pressed", line.starred);
      write(parts["star-word"], word("ui.panel.star", { line: text }));
      node.classList.toggle("within", within ?? false);
    }
    node.classList.toggle("replaced", replaced);
    say(parts.replaced, replaced ? word("ui.panel.replaced") : "");
    return node;
  }

  /* Once for so many lines: a sentence of forty tables takes long to put together. */
  function sayGroup(one, group) {
    if (one.count === group.length) return;
    one.count = group.length;
    write(one.parts.text, groupWord(group, sentenceOf));
  }

  function draw() {
    const wanted = rows().slice(0, SHOWN);
    const fresh = wanted.filter(({ id }) => !made.has(id));
    fresh.slice(0, AT_ONCE).forEach(make);
    if (fresh.length > AT_ONCE) inTurn(draw, { alone: true });
    const nodes = wanted.filter(({ id }) => made.has(id)).map(fill);
    const list = at("log");
    nodes.forEach(
      (node, index) => list.children[index] === node || list.insertBefore(node, list.children[index] ?? null),
    );
    while (list.children.length > nodes.length) list.lastChild.remove();
    put(at("log-empty"), "hidden", nodes.length > 0);
    hold();
  }

  /* However many lines there are, the keyboard passes one star of them, and arrows go from star to star. */
  function hold(star = stars().find((one) => one === document.activeElement) ?? stars()[0]) {
    for (const one of stars()) one.tabIndex = one === star ? 0 : -1;
  }

  const stars = () => [...at("log").querySelectorAll("button")];
  at("log").addEventListener("keydown", (event) => {
    const now = stars().indexOf(document.activeElement);
    const to = { ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: stars().length - 1 }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    stars()[to]?.focus();
  });
  at("log").addEventListener("focusin", ({ target }) => hold(target));

  at("log-which").addEventListener("change", draw);
  return {
    take(message) {
      lines = message.lines;
      inTurn(draw, { alone: true }); // after what was pressed
    },
    look(number) {
      table = number;
      if (at("log-which").value === "table") draw();
    },
    draw() {},
  };
}

/** A line in words, with its table in front unless `bare`; a code without words shows as itself. */
export function sentenceOf({ code, params, table }, bare = false) {
  const filled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wrapped(name, value)]));
  const text = word(`log.${code}`, filled);
  return table === null || bare ? text : word("ui.panel.log_table", { table, text });
}

function wrapped(name, value) {
  const code = WRAPPED[name]?.(value);
  return code && hasWord(code) ? word(code) : value;
}
