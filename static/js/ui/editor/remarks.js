/* What is said beside the fields of a world: what is still wrong, and what somebody else wrote meanwhile. */

/** An element with this text. */
export const make = (name, text, attributes = {}) =>
  Object.assign(document.createElement(name), { textContent: text }, attributes);

/** Somebody else wrote here meanwhile: what they have, and the choice between the two (`choose(isMine)`). */
export function conflict(text, says, choose) {
  const mine = make("button", says.mine, { type: "button", className: "button quiet" });
  const theirs = make("button", says.take_theirs, { type: "button", className: "button quiet" });
  mine.addEventListener("click", () => choose(true));
  theirs.addEventListener("click", () => choose(false));
  return [make("span", `${says.theirs} `, { className: "error" }), make("q", text, { dir: "auto" }), mine, theirs];
}

/** List in `box` what may be forgotten, each with where to look. */
export function listHints(box, found) {
  box.hidden = !found.length;
  const rows = found.map(({ says, to }) => {
    const row = make("li", "");
    row.append(make("a", says, { href: to }));
    return row;
  });
  box.querySelector("ul").replaceChildren(...rows);
}

/** List in `box` what keeps the world from being played, each with where it is put right. */
export function listProblems(box, found) {
  box.hidden = !found.length;
  const rows = found.map(({ place, says, part, text }) => {
    const link = make("a", text ? `${says} ` : says, { href: `?part=${part}#${place}` });
    if (text) link.append(make("q", text));
    const row = make("li", "");
    row.append(link);
    return row;
  });
  box.querySelector("ul").replaceChildren(...rows);
}
