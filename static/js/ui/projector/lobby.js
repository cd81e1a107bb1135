/* The lobby on the projector: how many are in, the streets with a window lit for each, and at one or two tables their
 * names; what does not fit comes by in turns. */
import { structure } from "../../state/structure.js";
import { at, fillList, say, write } from "../shared/dom.js";
import { drawRow } from "./row.js";
import { isolated, word } from "../../state/words.js";

const TURN_MS = 8000;
const NAMED = 2; // tables
let from = 0;
let next = 0;

setInterval(() => {
  if (at("lobby").hidden || from === next) return;
  from = next;
  turn();
}, TURN_MS);

/** Show who is in: lights, and names with their table where there are two. */
export function drawLobby(room, boards) {
  const isNamed = boards.length <= NAMED;
  const names = (isNamed ? boards : []).flatMap((board) =>
    board.aliases.map((alias) => (boards.length > 1 ? `${isolated(alias)} · ${board.table}` : alias)),
  );
  say(at("lobby-count"), room.people ? word("ui.people", { count: room.people }) : "");
  say(at("lobby-lights"), word("ui.projector.lobby.lights"));
  at("lobby-names").hidden = !isNamed;
  // The streets of two leave room for names once there are any.
  at("lobby").dataset.tables = isNamed && (boards.length === 1 || names.length) ? boards.length : "many";
  drawRow(
    at("lobby-streets"),
    boards.map((board) => eveningOf(board, isNamed)),
  );
  fillList(
    at("lobby-names"),
    names,
    () => ({ node: Object.assign(document.createElement("li"), { dir: "auto" }) }),
    ({ node }, name) => {
      write(node, name);
    },
  );
  turn();
}

/* A table's street at evening: a window is lit for each seat that somebody has. */
function eveningOf({ table, lobby }, isRoomy) {
  const seats = Object.values(lobby).flat();
  const counts = { here: seats.filter(Boolean).length, of: seats.length };
  const label = word("ui.projector.lobby.street", { table, ...counts });
  const tasks = structure.picture.tasks.map((code) => ({ code }));
  const month = structure.picture.months[0];
  const data = { tasks, residents: lobby.residents.length, lobby, night: true, month, label };
  const fact = isRoomy ? word("ui.projector.lobby.here", counts) : `${counts.here}/${counts.of}`;
  return { table, fact, data };
}

/* Shows names from `from` on as far as they fit whole, and notes with which to go on. */
function turn() {
  const list = at("lobby-names");
  const nodes = [...list.children];
  if (from >= nodes.length) from = 0;
  nodes.forEach((node, index) => (node.hidden = index < from));
  const end = list.getBoundingClientRect().bottom + 1;
  const over = nodes.findIndex((node, index) => index > from && node.getBoundingClientRect().bottom > end);
  next = over < 0 ? 0 : over;
  if (over > 0) for (const node of nodes.slice(over)) node.hidden = true;
}
