/* Of which chairs no word is on the wall yet. */
import { ROLES } from "../../state/roles.js";
import { html } from "../shared/svg.js";

/** A line that names them; [] where every chair is there, or where it is not known whose the words are. */
export function silentChairs(posts, word) {
  const silent = ROLES.filter((role) => !posts.some((post) => post.role === role));
  if (!silent.length || silent.length === ROLES.length) return [];
  const roles = silent.map((role) => word(`roles.${role}`)).join(", ");
  return [html("p", "wall-more", word("ui.projector.no_word_yet", { roles }))];
}
