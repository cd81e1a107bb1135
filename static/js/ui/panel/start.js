/* What the start will do with free seats and empty tables, before it is pressed, and what it did. */
import { structure } from "../../state/structure.js";
import { at, fillList, put, say, write } from "../shared/dom.js";
import { ranges } from "../../state/ranges.js";
import { word } from "../../state/words.js";

const { roles: ROLES } = structure;

/** `changed()` is called when another choice is made about the empty tables. */
export function createStart(changed) {
  let plan = null;
  let step = null;
  const choices = () => [...document.querySelectorAll("[name=empty-tables]")];
  const botsAt = () =>
    plan && choices().some((one) => one.checked && one.value === "fill") ? plan.empty.map((one) => one.table) : [];
  for (const one of choices()) one.addEventListener("change", () => changed());

  return {
    /** The tables at which bots are to play. */
    get botsAt() {
      return botsAt();
    },
    /** Whether a table takes part after the next press. */
    takesPart: ({ table }) => !plan?.empty.some((one) => one.table === table) || botsAt().includes(table),
    /** How many of so many tables take part after the next press; all of them while none would. */
    playing(tables) {
      const left = plan ? plan.empty.length - botsAt().length : 0;
      return left === tables ? tables : tables - left;
    },
    draw(room, tiles) {
      plan = room.start;
      if (step !== room.step) for (const one of choices()) one.checked = one.value === "leave_out";
      step = room.step;
      put(at("start-plan"), "hidden", !plan);
      say(at("started"), room.started && room.may_add_seats ? after(room.started).join(" ") : "");
      if (plan) drawPlan(plan, tiles);
    },
  };
}

function drawPlan(plan, tiles) {
  const nobody = plan.empty.length === tiles.length;
  const lines = before(plan);
  if (!lines.length && !plan.empty.length) lines.push(word("ui.panel.start.full"));
  fillList(
    at("start-lines"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => write(node, line),
  );
  put(at("start-lines"), "hidden", !lines.length);
  put(at("start-empty"), "hidden", !plan.empty.length);
  if (!plan.empty.length) return;
  const empty = plan.empty.map((one) => one.table);
  write(at("start-empty-title"), nobody ? word("ui.panel.start.nobody") : about("ui.panel.start.empty", empty));
  write(at("start-leave-out"), word(nobody ? "ui.panel.start.wait" : "ui.panel.start.leave_out"));
  write(at("start-fill"), word(nobody ? "ui.panel.start.rehearse" : "ui.panel.start.fill"));
}

function before(plan) {
  const missing = ROLES.map((role) => [
    role,
    plan.missing.filter((one) => one.roles.includes(role)).map((one) => one.table),
  ]);
  return [
    counted("ui.panel.start.bots", plan.bots),
    counted("ui.panel.start.dropped", plan.dropped),
    ...missing.map(([role, tables]) => about("ui.panel.start.missing", tables, { role: word(`role.${role}`) })),
    about("ui.panel.start.only_bots", plan.only_bots),
  ].filter(Boolean);
}

function after(started) {
  return [
    counted("ui.panel.started.bots", started.bots),
    counted("ui.panel.started.dropped", started.dropped),
    about("ui.panel.started.filled", started.filled),
    about("ui.panel.started.left_out", started.left_out),
  ].filter(Boolean);
}

function counted(code, count) {
  return count ? word(code, { count }) : "";
}

function about(code, tables, params = {}) {
  return tables.length ? word(code, { count: tables.length, tables: ranges(tables), ...params }) : "";
}
