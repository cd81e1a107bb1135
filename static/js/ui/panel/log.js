/* What happened when, in words, newest first; a star keeps a line for the debrief. */
import { attribute } from "../shared/attribute.js";
import { at, copy, say, write } from "../shared/dom.js";
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
const AT_ONCE = 10; // new lines; of more, the older ones come in the frames after
const TIME = moments({ hour: "2-digit", minute: "2-digit" });

export function createLog(desk) {
  let lines = [];
  let table = null;
  const made = new Map();

  function make(line) {
    const { node, parts } = copy("log-line");
    parts.star.addEventListener("click", () =>
      desk.send({ type: "star", line: line.id, starred: parts.star.getAttribute("aria-pressed") !== "true" }),
    );
    write(parts.time, TIME.format(line.at_ms));
    const text = sentenceOf(line);
    write(parts.text, text);
    made.set(line.id, { node, parts, text });
  }

  function draw() {
    const which = at("log-which").value;
    const wanted = lines
      .filter((line) =>
        which === "table" ? line.table === table || line.params.table === table : which !== "starred" || line.starred,
      )
      .slice(0, SHOWN);
    const fresh = wanted.filter(({ id }) => !made.has(id));
    fresh.slice(0, AT_ONCE).forEach(make);
    if (fresh.length > AT_ONCE) inTurn(draw);
    const there = wanted.filter(({ id }) => made.has(id));
    const nodes = there.map((line) => {
      const { node, parts, text } = made.get(line.id);
      attribute(parts.star, "aria-pressed", line.starred);
      write(parts["star-word"], word("ui.panel.star", { line: text }));
      node.classList.toggle("replaced", line.replaced);
      say(parts.replaced, line.replaced ? word("ui.panel.replaced") : "");
      return node;
    });
    const list = at("log");
    nodes.forEach(
      (node, index) => list.children[index] === node || list.insertBefore(node, list.children[index] ?? null),
    );
    while (list.children.length > nodes.length) list.lastChild.remove();
    at("log-empty").hidden = nodes.length > 0;
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
      inTurn(draw); // after what was pressed
    },
    look(number) {
      table = number;
      if (at("log-which").value === "table") draw();
    },
    draw() {},
  };
}

/** A line in words, with its table in front; a code without words shows as itself. */
export function sentenceOf({ code, params, table }) {
  const filled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wrapped(name, value)]));
  const text = word(`log.${code}`, filled);
  return table === null ? text : word("ui.panel.log_table", { table, text });
}

function wrapped(name, value) {
  const code = WRAPPED[name]?.(value);
  return code && hasWord(code) ? word(code) : value;
}
