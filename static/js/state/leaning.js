/* Leaning back as a reaction: how many evenings were kept, beside what coming paid where professionals took over and
 * where they shared the work. */
import { signed } from "./words.js";

const KINDS = ["taken_over", "shared"];

/** A sentence of the count and one of what it was a reaction to; "" without evenings. */
export function leaned(rounds, word) {
  const of = rounds.reduce((sum, one) => sum + one.evenings, 0);
  if (!of) return "";
  const kept = rounds.reduce((sum, one) => sum + one.kept, 0);
  const gains = Object.fromEntries(KINDS.map((kind) => [kind, gainOf(rounds, kind)]));
  const found = KINDS.filter((kind) => gains[kind] !== null);
  const told = [word("debrief.leaning.kept", { kept, of })];
  const figures = Object.fromEntries(found.map((kind) => [kind, signed(gains[kind])]));
  if (found.length) told.push(word(`debrief.leaning.${found.length > 1 ? "both" : found[0]}`, figures));
  return told.join(" ");
}

/* The mean over all moments of all rounds; null without any. */
function gainOf(rounds, kind) {
  const moments = rounds.reduce((sum, one) => sum + one.gains[kind].moments, 0);
  const all = rounds.reduce((sum, one) => sum + one.gains[kind].mean * one.gains[kind].moments, 0);
  return moments ? all / moments : null;
}
