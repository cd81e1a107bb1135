/* The log of many tables says once what many tables did. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const words = {
  "ui.panel.log_tables": "Tables {tables}: {text}",
  "ui.panel.log_alike.one": "{text}; much the same at table {tables}",
  "ui.panel.log_alike.other": "{text}; much the same at tables {tables}",
  "ui.panel.log_panel.one": "gone once",
  "ui.panel.log_panel.other": "gone {count} times",
};
bring({ words });
const { grouped, groupWord } = await import("../../static/js/state/log_groups.js");

let id = 0;
const line = (code, table = null, more = {}) => ({
  id: (id += 1),
  code,
  table,
  at_ms: 1000,
  replaced: false,
  starred: false,
  params: {},
  ...more,
});
const sentenceOf = ({ code, table, params }, bare) =>
  `${bare ? "" : `Table ${table}: `}${code} ${params.to ?? ""}`.trim();
const codes = (lines) => grouped(lines).map((group) => group.map(({ code, table }) => `${code} ${table ?? ""}`.trim()));

test("what a phase brought at many tables is one line, in the place of its newest", () => {
  const lines = [line("purse", 3), line("fell", 3), line("purse", 2), line("fell", 1), line("started")];
  assert.deepEqual(codes(lines), [["purse 3", "purse 2"], ["fell 3", "fell 1"], ["started"]]);
});

test("another moment, what was put back and what has a star stand apart", () => {
  const lines = [
    line("fell", 4, { at_ms: 2000 }),
    line("fell", 3, { starred: true }),
    line("fell", 2, { replaced: true }),
    line("fell", 1),
  ];
  assert.deepEqual(
    grouped(lines).map((group) => group.length),
    [1, 1, 1, 1],
  );
});

test("a panel that goes and comes is one line until something else happens", () => {
  const [away, back] = ["facilitator_away", "facilitator_back"];
  const lines = [line(back), line(away), line(back), line(away), line("locked"), line(back), line(away)];
  const groups = grouped(lines);
  assert.deepEqual(
    groups.map((group) => group.length),
    [4, 1, 2],
  );
  assert.equal(groupWord(groups[0], sentenceOf), "gone 2 times");
  assert.equal(groupWord(groups[2], sentenceOf), "gone once");
});

test("the same words name all tables, others the first with the rest after it", () => {
  const same = [line("fell", 7), line("fell", 3), line("fell", 2), line("fell", 1)];
  assert.equal(groupWord(same, sentenceOf), "Tables 1–3 and 7: fell");
  const alike = [line("fell", 5, { params: { to: 4 } }), line("fell", 2, { params: { to: 6 } })];
  assert.equal(groupWord(alike, sentenceOf), "Table 2: fell 6; much the same at table 5");
});
