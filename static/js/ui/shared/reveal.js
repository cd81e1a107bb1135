/* What the debrief says and is made of is not on a page during play; a page from before it fetches that once. */
import { addStructure, hasDebrief } from "../../state/structure.js";
import { addWords, hasWord } from "../../state/words.js";

/** Take in the debrief's words and structure, unless this page has them; fails without a connection, and before the
 * debrief. */
export async function reveal() {
  if (hasWord("debrief.title") && hasDebrief()) return;
  const answer = await fetch(document.body.dataset.words);
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  const { words, structure } = await answer.json();
  addWords(words);
  addStructure(structure);
  if (!hasDebrief()) throw new Error("the debrief is not open any more");
}
