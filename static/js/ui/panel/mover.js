/* The dialogs about people: to another table or chair, another name, another phone, out; each with its way back. */
import { at, write } from "../shared/dom.js";
import { rolesMayChange } from "../../state/moments.js";
import { isolated, word } from "../../state/words.js";

const AUTO = "auto";

export function createMover(desk) {
  let tiles = [];
  let room = null;
  let people = [];

  const ids = (list) => list.map((person) => person.person);
  const names = (list) =>
    list.length > 3
      ? word("ui.panel.chosen", { count: list.length })
      : list.map((person) => isolated(person.alias)).join(", ");
  const tile = () => tiles.find((one) => one.table === Number(at("mover-table").value));

  /* The commands that put everybody back where they were. */
  function wayBack(list) {
    return list.map((person) =>
      person.seat === null
        ? { type: "observe", people: [person.person], table: person.table }
        : { type: "move", people: [person.person], table: person.table, seat: person.seat, share: person.shared },
    );
  }

  function fillTables() {
    const options = tiles.map((one) => {
      const free = one.seats.filter((seat) => !seat.people.length).length;
      return new Option(word("ui.panel.table_free", { table: one.table, count: free }), one.table);
    });
    at("mover-table").replaceChildren(...options);
    at("mover-table").value = people[0].table;
  }

  function fillSeats() {
    const auto = new Option(word("ui.panel.any_seat"), AUTO);
    const seats = tile().seats.map((seat) => {
      const who = seat.alias || word(`ui.panel.seat.${seat.bot ? "bot" : "free"}`);
      const whose = seat.people.length ? word("ui.panel.share_with", { who }) : who;
      const option = new Option(`${seat.seat + 1} · ${word(`role.${seat.role}`)} · ${whose}`, seat.seat);
      const other = people[0].role && seat.role !== people[0].role && !rolesMayChange(room);
      option.disabled = other || seat.people.length > 1 || seat.people.some((one) => one.person === people[0].person);
      return option;
    });
    at("mover-seat").replaceChildren(auto, ...seats);
  }

  function prepare(list, allTiles, now) {
    [people, tiles, room] = [list, allTiles, now];
    write(at("mover-who"), names(people));
    fillTables();
    fillSeats();
  }

  at("mover-table").addEventListener("change", fillSeats);

  return {
    async move(list, allTiles, now) {
      prepare(list, allTiles, now);
      at("mover-seat-box").hidden = people.length > 1;
      at("mover-note").hidden = people.length > 1 || rolesMayChange(room);
      if (!(await desk.open("mover"))) return false;
      const table = Number(at("mover-table").value);
      const wish = people.length > 1 ? AUTO : at("mover-seat").value;
      const seat = wish === AUTO ? null : Number(wish);
      // Sharing is meant only when the list said that somebody is there.
      const share = seat !== null && tile().seats[seat].people.length > 0;
      const command = { type: "move", people: ids(people), table, seat, share };
      const answer = await desk.act(command, word("ui.panel.moved", { who: names(people), table }), wayBack(people));
      return answer.type === "ack";
    },
    async observe(list, allTiles, now) {
      prepare(list, allTiles, now);
      at("mover-seat-box").hidden = at("mover-note").hidden = true;
      if (!(await desk.open("mover"))) return false;
      const table = Number(at("mover-table").value);
      const answer = await desk.act(
        { type: "observe", people: ids(people), table },
        word("ui.panel.observes_now", { who: names(people), table }),
        wayBack(people),
      );
      return answer.type === "ack";
    },
    async rename(person) {
      at("renamer-alias").value = person.alias;
      if (!(await desk.open("renamer"))) return false;
      const alias = at("renamer-alias").value.trim();
      if (!alias || alias === person.alias) return true;
      const answer = await desk.act(
        { type: "rename_person", person: person.person, alias },
        word("ui.panel.renamed", { alias }),
        [{ type: "rename_person", person: person.person, alias: person.alias }],
      );
      return answer.type === "ack";
    },
    /* Make a one-time code about somebody's place (hand_over, share_seat) and show it, as `what`. */
    async giveCode(person, type, what) {
      const answer = await desk.send({ type, person: person.person }, "people-refused");
      if (answer.type !== "ack") return false;
      const { code } = answer;
      await desk.showCode(what, {
        code,
        qr: `/qr/pair/${code}.svg`,
        path: `/pair/${code}/`,
        params: { alias: person.alias },
      });
      return true;
    },
    async remove(list, block) {
      if (block && !(await desk.sure("block", { who: names(list) }))) return false;
      const back = [{ type: "readmit", people: ids(list) }, ...wayBack(list)];
      const answer = await desk.act(
        { type: "remove", people: ids(list), block },
        word(block ? "ui.panel.blocked" : "ui.panel.removed", { who: names(list) }),
        back,
      );
      return answer.type === "ack";
    },
  };
}
