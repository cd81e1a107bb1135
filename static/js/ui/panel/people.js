/* The people of one table, those who watch it and those outside; and what can be done with one or a selection of
 * them. */
import { attribute } from "../shared/attribute.js";
import { at, copy, fillList, put, say } from "../shared/dom.js";
import { isolated, word } from "../../state/words.js";
import { drawDeals } from "./deals.js";
import { everybody } from "../../state/room.js";
import { isPlaying, rolesMayChange } from "../../state/moments.js";
import { ofLooked } from "./looked.js";
import { createMover } from "./mover.js";
import { createRows } from "./rows.js";
import { SHAPE } from "./tile.js";

const TICK_MS = 1000;

export function createPeople(desk) {
  const chosen = new Map();
  const mover = createMover(desk);
  const rows = createRows(desk, mover);
  const { looked, part } = ofLooked(draw);

  function drawSelection() {
    const all = everybody(looked.tiles);
    for (const person of chosen.keys()) if (!all.has(person)) chosen.delete(person);
    put(at("selection"), "hidden", !chosen.size);
    if (!chosen.size) return say(at("people-refused"), "");
    const names = [...chosen.keys()].map((person) => isolated(all.get(person).alias));
    say(at("selection-title"), chosen.size > 3 ? word("ui.panel.chosen", { count: chosen.size }) : names.join(", "));
    for (const act of ["rename", "hand-over", "share"])
      document.querySelector(`[data-act=${act}]`).disabled = chosen.size > 1;
  }

  function choose(person, on) {
    if (on) chosen.set(person, true);
    else chosen.delete(person);
    drawSelection();
  }

  function makePerson() {
    const made = copy("person");
    made.parts.pick.addEventListener("change", () => choose(made.person, made.parts.pick.checked));
    made.parts.do.addEventListener("click", () => made.press());
    made.parts.also.addEventListener("click", () => made.pressAlso());
    return made;
  }

  function drawPerson(made, row) {
    const { parts } = made;
    made.person = row.person?.person;
    put(parts.pick, "hidden", !row.person);
    put(parts.pick, "checked", chosen.has(made.person));
    attribute(
      parts.pick,
      "aria-label",
      row.person ? word("ui.panel.choose_person", { alias: row.person.alias }) : null,
    );
    put(parts.mark, "textContent", row.seat ? SHAPE[row.seat.role] : "◇");
    put(made.node.dataset, "state", row.state);
    put(parts.mark.dataset, "role", row.seat?.role ?? "");
    put(parts.alias, "textContent", row.name ?? row.person?.alias ?? word(`ui.panel.seat.${row.state}`));
    put(parts.role, "textContent", row.where);
    say(parts.state, row.text);
    drawButton(parts.do, row.does);
    drawButton(parts.also, row.also);
    parts.do.parentElement.classList.toggle("does", Boolean(row.does || row.also));
    made.press = () => row.does?.press();
    made.pressAlso = () => row.also?.press();
  }

  function draw() {
    const { room, table, tile: now } = looked;
    put(at("people-title"), "textContent", now ? word("ui.panel.people_of", { table }) : "");
    fillList(at("people"), now ? rows.of(now, room) : [], makePerson, drawPerson);
    const watching = (now?.observers ?? []).map((person) => ({
      seat: null,
      person,
      state: "here",
      where: word("ui.panel.watches"),
      text: "",
    }));
    put(at("observers-box"), "hidden", !watching.length);
    fillList(at("observers"), watching, makePerson, drawPerson);
    put(at("outside-box"), "hidden", !room.outside.length);
    const outside = room.outside.map((person) => ({
      seat: null,
      person: null,
      state: "free",
      where: word(person.blocked ? "ui.panel.is_blocked" : "ui.panel.is_removed"),
      text: "",
      name: person.alias,
      does: { says: word("ui.panel.let_back"), press: () => desk.send({ type: "readmit", people: [person.person] }) },
    }));
    fillList(at("outside"), outside, makePerson, drawPerson);
    put(at("swap-table"), "hidden", !rolesMayChange(room));
    const paper = at("paper");
    put(paper, "hidden", !isPlaying(room) || !now);
    paper.href = `/control/${document.body.dataset.workshop}/paper/${table}/`;
    put(at("table-actions"), "hidden", paper.hidden && at("swap-table").hidden);
    drawDeals(now, room);
    drawSelection();
  }

  const ACTIONS = {
    clear: () => chosen.clear(),
    move: (people) => mover.move(people, looked.tiles, looked.room),
    observe: (people) => mover.observe(people, looked.tiles, looked.room),
    rename: ([person]) => mover.rename(person),
    "hand-over": ([person]) => mover.giveCode(person, "hand_over", "seat"),
    share: ([person]) => mover.giveCode(person, "share_seat", "share"),
    remove: (people) => mover.remove(people, false),
    block: (people) => mover.remove(people, true),
  };
  for (const button of document.querySelectorAll("[data-act]")) {
    button.addEventListener("click", async () => {
      const all = everybody(looked.tiles);
      const done = await ACTIONS[button.dataset.act]([...chosen.keys()].map((person) => all.get(person)));
      if (done !== false) chosen.clear();
      draw();
    });
  }
  at("swap-table").addEventListener(
    "click",
    async () => (await desk.sure("swap")) && desk.send({ type: "swap_chairs", table: looked.table }),
  );
  /* Only of people is it told how long they have been choosing or away. */
  const hasPeople = () => looked.tile?.seats.some(({ people }) => people.length);
  setInterval(() => looked.room && isPlaying(looked.room) && hasPeople() && draw(), TICK_MS);

  return part;
}

function drawButton(button, what) {
  put(button, "hidden", !what);
  if (what) put(button, "textContent", what.says);
}
