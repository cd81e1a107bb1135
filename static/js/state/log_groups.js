/* Lines of the log that say the same of many tables, as one: what a phase brought at once, and a panel that went and
 * came. A starred line stands by itself, where one finds it back. */
import { ranges } from "./ranges.js";
import { word } from "./words.js";

const PANEL = ["facilitator_away", "facilitator_back"];

/** The lines (newest first) in groups of one line or more, each in the place of its newest. */
export function grouped(lines) {
  const groups = [];
  const open = new Map(); // what lines are about -> their group
  let before = null;
  for (const line of lines) {
    const about = aboutOf(line);
    // A panel's coming and going is one group until something else happens; tables' lines follow each other by table.
    const known = about === before || about !== "panel" ? open.get(about) : null;
    if (about && known) known.push(line);
    else {
      const group = [line];
      groups.push(group);
      if (about) open.set(about, group);
    }
    before = about;
  }
  return groups;
}

/** What stands for several lines; `sentenceOf(line)` gives a line's own words, without its table where `bare`. */
export function groupWord(lines, sentenceOf) {
  if (PANEL.includes(lines[0].code)) {
    const gone = lines.filter(({ code }) => code === PANEL[0]).length;
    return word("ui.panel.log_panel", { count: Math.max(1, gone) });
  }
  const tables = lines.map(({ table }) => table).sort((one, other) => one - other);
  const said = new Set(lines.map((line) => sentenceOf(line, true)));
  if (said.size === 1) return word("ui.panel.log_tables", { tables: ranges(tables), text: [...said][0] });
  const first = lines.reduce((one, other) => (other.table < one.table ? other : one));
  return word("ui.panel.log_alike", {
    text: sentenceOf(first),
    tables: ranges(tables.slice(1)),
    count: tables.length - 1,
  });
}

function aboutOf({ at_ms, code, table, replaced, starred }) {
  if (starred) return "";
  if (PANEL.includes(code)) return "panel";
  return table === null ? "" : `${at_ms} ${code} ${replaced}`;
}
