/* What there is, as the engine has it and the page came with: roles, holders and fundings; and of the debrief its
 * steps, pictures, loops, arrows, moods and limits (game/engine/debrief/structure.py). Nothing here is typed again.
 * A phone gets the debrief's part when that opens, and fetches the modules that need it after that: they take what
 * they need as they load. */

export const structure = JSON.parse(document.getElementById("structure").textContent);

/** Answer `drawn` (by code) once it has every one of `codes` and nothing else; throws with the code that is missing
 * or unknown. */
export function drawnFor(codes, drawn, what) {
  const wrong = [
    ...codes.filter((code) => !(code in drawn)),
    ...Object.keys(drawn).filter((code) => !codes.includes(code)),
  ];
  if (wrong.length) throw new Error(`${what}: drawn and known are not the same: ${wrong.join(", ")}`);
  return drawn;
}

/** Whether the debrief's part is there. */
export function hasDebrief() {
  return "steps" in structure;
}

/** Take in what this page did not come with. */
export function addStructure(more) {
  Object.assign(structure, more);
}
