/* The streets in the lobby, at evening: a window is lit for each seat that somebody has. */
import { structure } from "../../state/structure.js";
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { SIZES } from "../street/sizes.js";
import { createStreet } from "../street/street.js";
import { inTurns } from "../street/turns.js";
import { word } from "../shared/words.js";
import { withWorld } from "./world.js";

const LINE = 0.041; // of the window's height, for the line under a picture
const NAMED = 8; // with more tables there is no room for a line under each
const { width: WIDTH, height: HEIGHT } = SIZES.film;
const pictures = new WeakMap();
let shown = [];

/** Draw every table's street. */
export function drawStreets(boards) {
  shown = boards;
  withWorld((world) => {
    if (boards !== shown) return;
    const list = at("lobby-streets");
    const isNamed = boards.length <= NAMED;
    arrange(list, boards.length, isNamed ? LINE * innerHeight : 0);
    const runs = [];
    fillList(
      list,
      boards,
      () => copy("lobby-street"),
      ({ parts }, board) => {
        const seats = Object.values(board.lobby).flat();
        const counts = { here: seats.filter(Boolean).length, of: seats.length };
        parts.name.parentElement.hidden = !isNamed;
        say(parts.name, boards.length > 1 ? word("ui.table", { table: board.table }) : "");
        write(parts.here, word("ui.projector.lobby.here", counts));
        const label = word("ui.projector.lobby.street", { table: board.table, ...counts });
        runs.push(() => drawOne(world, parts.picture, board.lobby, label));
      },
    );
    inTurns(runs);
  });
}

function drawOne(world, host, lobby, label) {
  if (!pictures.has(host)) pictures.set(host, createStreet(host, world, "film"));
  const tasks = structure.picture.tasks.map((code) => ({ code }));
  const month = structure.picture.months[0] - 1;
  pictures.get(host).show({ tasks, residents: lobby.residents.length, lobby, night: true, month, label });
}

/* As many columns as make the pictures largest, within the height that is left under the code. */
function arrange(list, count, line) {
  const style = getComputedStyle(list);
  const [rowGap, columnGap] = [style.rowGap, style.columnGap].map((gap) => parseFloat(gap) || 0);
  const widthOf = (columns) => {
    const rows = Math.ceil(count / columns);
    const height = (list.clientHeight - rowGap * (rows - 1)) / rows - line;
    return Math.min((list.clientWidth - columnGap * (columns - 1)) / columns, (height * WIDTH) / HEIGHT);
  };
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const columns = all.reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one), 1);
  list.style.setProperty("--cols", columns);
  list.style.setProperty("--wide", `${Math.max(0, Math.floor(widthOf(columns)))}px`);
}
