/* All loops of one table with their figures, folded away: for who wants to know how a loop got its figure. Opened, they
 * are asked of the server, of that table only. */
import { at, copy, fillList, put, say } from "../../shared/dom.js";
import { attribute } from "../../shared/attribute.js";
import { svg } from "../../shared/svg.js";
import { press } from "../desk.js";
import { figure, listed, word } from "../../../state/words.js";

const [HIGH, WIDE, GAP] = [20, 10, 2];
const hundred = (share) => figure(share * 100, 0);

/** `pick(code)` puts a loop on the screens. */
export function createLoops(desk, pick) {
  const box = at("loops-box");
  const select = at("loops-table");
  let room = null;
  let told = null;
  let asked = null;
  let shown = null;

  /* The server is told once what this panel looks at now: a table, or null for none. */
  function ask() {
    const isOn = room?.phase === "debrief" && room.debrief.step === "pattern";
    const wanted = isOn && box.open ? Number(select.value) : null;
    if (wanted === asked) return;
    asked = wanted;
    told = null;
    drawRows();
    desk.send({ type: "show_loops", table: wanted }, "pattern-refused");
  }

  function drawTables(tiles) {
    const numbers = tiles.map((tile) => String(tile.table));
    if ([...select.options].map(({ value }) => value).join() !== numbers.join()) {
      const before = select.value;
      const options = numbers.map((table) => new Option(word("ui.table", { table }), table));
      select.replaceChildren(...options);
      if (numbers.includes(before)) select.value = before;
    }
    const { table } = room.debrief;
    if (table && table !== shown) select.value = String(table); // it goes along with the screens
    shown = table;
    put(at("loops-table-box"), "hidden", tiles.length < 2);
  }

  function makeRow() {
    const made = copy("loop-row");
    made.parts.pick.addEventListener("click", () => pick(made.code));
    return made;
  }

  function drawRow(made, { code, strengths, mean, links, limit }) {
    const { parts } = made;
    const grows = code.startsWith("R");
    const name = word(`debrief.loop.${code}`);
    made.code = code;
    put(made.node.dataset, "loop", code);
    put(parts.name, "textContent", name);
    press(parts.pick, room.debrief.loop === code);
    put(parts.kind, "textContent", word(grows ? "debrief.pattern.reinforcing" : "debrief.pattern.balancing"));
    parts.bars.replaceChildren(...bars(strengths));
    attribute(parts.bars, "viewBox", `0 0 ${strengths.length * WIDE - GAP} ${HIGH}`);
    attribute(parts.bars, "aria-label", word("ui.panel.loops.rounds", { figures: listed(strengths.map(hundred)) }));
    put(parts.mean, "textContent", word("ui.panel.loops.mean", { mean: hundred(mean) }));
    put(parts.about, "textContent", word(`debrief.loop_about.${code}`));
    put(parts.limit, "textContent", word("ui.panel.loops.limit", linkWords(links[limit])));
    fillList(parts.links, links, makeLink, ({ node }, link, place) => {
      put(node, "textContent", word("ui.panel.loops.link", linkWords(link)));
      node.classList.toggle("weakest", place === limit);
    });
  }

  function drawRows() {
    fillList(at("loop-rows"), told ?? [], makeRow, drawRow);
    say(at("loops-none"), told && !told.length ? word("ui.panel.loops.none") : "");
  }

  box.addEventListener("toggle", ask);
  select.addEventListener("change", ask);

  return {
    draw(now, tiles) {
      room = now;
      drawTables(tiles);
      ask();
      drawRows();
    },
    take({ table, loops }) {
      if (table !== asked) return;
      told = loops;
      drawRows();
    },
    /* A new connection has to ask again. */
    again() {
      asked = null;
      ask();
    },
  };
}

const linkWords = ({ way, mean }) => ({ name: word(`debrief.arrow.${way}`), mean: hundred(mean) });
const makeLink = () => ({ node: document.createElement("li") });

/* A bar per round, before what it could be at most. */
function bars(strengths) {
  return strengths.flatMap((strength, index) => {
    const [x, width] = [index * WIDE, WIDE - GAP];
    const height = Math.max(strength * HIGH, strength ? 1 : 0);
    return [
      svg("rect", { class: "most", x, width, height: HIGH }),
      svg("rect", { class: "strength", x, y: HIGH - height, width, height }),
    ];
  });
}
