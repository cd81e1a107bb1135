/* What one street tells the room, of several. */
import { sentence, word } from "./words.js";

/** The sentence of a message of the room, "" without one. */
export function messageOf(message) {
  if (!message) return "";
  const { kind, table } = message;
  const how = `${kind}${table === null ? "_unnamed" : ""}${message.sentence ? "_said" : ""}`;
  return word(`ui.message.${how}`, { table: table ?? "", said: sentence(message.sentence) });
}
