/* The people of one table, those who watch it and those outside; and what can be done with one or a selection of
 * them. */
import { at, attribute, copy, fillList, put, say } from "../shared/dom.js";
import { botIn, isPlaying, isRunning, LONG_MS, rolesMayChange, span, stateOf, waiting, waitingNow } from "./moments.js";
import { createMover } from "./mover.js";
import { SHAPE } from "./tables.js";
import { askerRow } from "./door.js";
import { removal } from "./furnish.js";
import { isolated, word } from "../shared/words.js";

const TICK_MS = 1000;

export function createPeople(desk) {
  const chosen = new Map();
  const mover = createMover(desk);
  let room = null;
  let tiles = [];
  let table = null;

  const tile = () => tiles.find((one) => one.table === table);

  /* Everybody of the room by person: where they are. */
  function everybody() {
    const all = new Map();
    for (const one of tiles) {
      for (const seat of one.seats)
        for (const person of seat.people)
          all.set(person.person, {
            ...person,
            table: one.table,
            seat: seat.seat,
            role: seat.role,
            shared: seat.people.length > 1,
          });
      for (const person of one.observers)
        all.set(person.person, { ...person, table: one.table, seat: null, role: null });
    }
    return all;
  }

  function drawSelection() {
    const all = everybody();
    for (const person of chosen.keys()) if (!all.has(person)) chosen.delete(person);
    at("selection").hidden = !chosen.size;
    if (!chosen.size) return say(at("people-refused"), "");
    const names = [...chosen.keys()].map((person) => isolated(all.get(person).alias));
    say(at("selection-title"), chosen.size > 3 ? word("ui.chosen", { count: chosen.size }) : names.join(", "));
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
    attribute(parts.pick, "aria-label", row.person ? word("ui.choose_person", { alias: row.person.alias }) : null);
    put(parts.mark, "textContent", row.seat ? SHAPE[row.seat.role] : "◇");
    put(made.node.dataset, "state", row.state);
    put(parts.mark.dataset, "role", row.seat?.role ?? "");
    put(parts.alias, "textContent", row.name ?? row.person?.alias ?? word(`ui.seat.${row.state}`));
    put(parts.role, "textContent", row.where);
    say(parts.state, row.text);
    drawButton(parts.do, row.does);
    drawButton(parts.also, row.also);
    parts.do.parentElement.classList.toggle("does", Boolean(row.does || row.also));
    made.press = () => row.does?.press();
    made.pressAlso = () => row.also?.press();
  }

  function drawButton(button, what) {
    put(button, "hidden", !what);
    if (what) put(button, "textContent", what.says);
  }

  function setBot(seat, bot, says) {
    const command = { type: "set_bot", table, seat: seat.seat, bot };
    return {
      says,
      press: () =>
        desk.act(command, word(bot ? "ui.bot_seated" : "ui.bot_unseated"), [{ ...command, bot: !bot }], "refused"),
    };
  }

  /* No bot comes by itself until they are back; there is nothing to undo, as "bot now" stays in sight. */
  function keepWaiting(seat) {
    const command = { type: "set_bot", table, seat: seat.seat, bot: false };
    return {
      says: word("ui.keep_waiting"),
      press: () => desk.act(command, word("ui.kept", { who: seat.alias }), null, "refused"),
    };
  }

  function rowsOf(now) {
    const held = waiting(now, room);
    return now.seats.flatMap((seat) => {
      const where = word(`role.${seat.role}`);
      if (!seat.people.length) {
        const state = seat.bot ? "bot" : "free";
        const running = room.phase !== "debrief" && room.phase !== "closed";
        const does = running ? setBot(seat, !seat.bot, word(seat.bot ? "ui.no_bot" : "ui.bot")) : null;
        return [
          {
            seat,
            person: null,
            state,
            where: seat.bot ? where : `${where} · ${seat.seat + 1}`,
            text: "",
            does,
            also: seat.bot ? null : removal(desk, room, now, seat),
          },
        ];
      }
      const people = seat.people.map((person, index) => ({
        seat,
        person,
        where: seat.people.length > 1 ? word("ui.shares", { role: where }) : where,
        state: seat.bot ? "stand_in" : person.present ? (seat.ready ? "ready" : "here") : "away",
        ...(index ? { text: personWord(seat, person, null) } : seatWords(seat, person, held)),
      }));
      return [...people, ...seat.asking.map((asker) => askerRow(seat, asker, desk, mover))];
    });
  }

  /* What somebody is doing in words, and what the facilitator can do about it. */
  function seatWords(seat, person, held) {
    const words = { text: personWord(seat, person, held) };
    if (!isRunning(room) || seat.present) return words;
    if (seat.bot) return { ...words, does: setBot(seat, false, word("ui.bot_off")) };
    const soon = botIn(seat, room);
    if (soon !== null) words.text += ` · ${word("ui.bot_in", { time: span(soon) })}`;
    return {
      ...words,
      does: setBot(seat, true, word("ui.bot_now")),
      also: seat.keep || soon === null ? null : keepWaiting(seat),
    };
  }

  function personWord(seat, person, held) {
    if (!person.present) {
      const away =
        person.away_since_ms === null
          ? word("ui.seat.away")
          : word("ui.away_for", { time: span(waitingNow(room) - person.away_since_ms) });
      return seat.bot ? `${away} · ${word("ui.stands_in")}` : away;
    }
    if (!isPlaying(room)) return word("ui.seat.in");
    if (seat.ready || !held || held.ms < LONG_MS) return word(`ui.seat.${stateOf(seat)}`);
    return word("ui.choosing_for", { time: span(held.ms) });
  }

  function draw() {
    const now = tile();
    put(at("people-title"), "textContent", now ? word("ui.people_of", { table }) : "");
    fillList(at("people"), now ? rowsOf(now) : [], makePerson, drawPerson);
    const watching = (now?.observers ?? []).map((person) => ({
      seat: null,
      person,
      state: "here",
      where: word("ui.watches"),
      text: "",
    }));
    at("observers-box").hidden = !watching.length;
    fillList(at("observers"), watching, makePerson, drawPerson);
    at("outside-box").hidden = !room.outside.length;
    const outside = room.outside.map((person) => ({
      seat: null,
      person: null,
      state: "free",
      where: word(person.blocked ? "ui.is_blocked" : "ui.is_removed"),
      text: "",
      name: person.alias,
      does: { says: word("ui.let_back"), press: () => desk.send({ type: "readmit", people: [person.person] }) },
    }));
    fillList(at("outside"), outside, makePerson, drawPerson);
    at("swap-table").hidden = !rolesMayChange(room);
    const paper = at("paper");
    paper.hidden = !isPlaying(room) || !now;
    paper.href = `/control/${document.body.dataset.workshop}/paper/${table}/`;
    at("table-actions").hidden = paper.hidden && at("swap-table").hidden;
    drawDeals(now);
    drawSelection();
  }

  function drawDeals(now) {
    const decided = now && isPlaying(room) && now.deals.length > 0;
    at("deals-title").hidden = !decided;
    fillList(
      at("deals"),
      decided ? now.deals : [],
      () => copy("deal"),
      ({ parts }, deal, index) => {
        put(parts.task, "textContent", word(`task.${room.tasks[index]}.name`));
        put(parts.asked, "textContent", word("ui.asked_counts", now.asked[index]));
        const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
        say(
          parts.decided,
          room.phase === "agree" ? "" : word("ui.decided", { holder: word(`holder.${deal.holder}`), how }),
        );
      },
    );
  }

  const ACTIONS = {
    clear: () => chosen.clear(),
    move: (people) => mover.move(people, tiles, room),
    observe: (people) => mover.observe(people, tiles, room),
    rename: ([person]) => mover.rename(person),
    "hand-over": ([person]) => mover.giveCode(person, "hand_over", "seat"),
    share: ([person]) => mover.giveCode(person, "share_seat", "share"),
    remove: (people) => mover.remove(people, false),
    block: (people) => mover.remove(people, true),
  };
  for (const button of document.querySelectorAll("[data-act]")) {
    button.addEventListener("click", async () => {
      const all = everybody();
      const done = await ACTIONS[button.dataset.act]([...chosen.keys()].map((person) => all.get(person)));
      if (done !== false) chosen.clear();
      draw();
    });
  }
  at("swap-table").addEventListener(
    "click",
    async () => (await desk.sure("swap")) && desk.send({ type: "swap_chairs", table }),
  );
  setInterval(() => room && isPlaying(room) && draw(), TICK_MS);

  return {
    look(number) {
      table = number;
      if (room) draw();
    },
    draw(now, all) {
      room = now;
      tiles = all;
      draw();
    },
  };
}
