/* The page to take home: its code to scan, big. A phone has the link. */
import { html } from "../../../shared/svg.js";

export const picture = {
  ofRoom: true,
  unplayed: true,
  onPhone: () => false,
  one(shown, { view, word }) {
    const title = html("h2", "chart-title", word("debrief.tomorrow.take_home"));
    const told = html("div", "take-home-told", title, html("p", "", word("debrief.tomorrow.take_home_how")));
    return [html("div", "take-home", ...(view.take_home ? [codeOf(view.take_home, word)] : []), told)];
  },
};

function codeOf(path, word) {
  const code = document.createElement("img");
  code.className = "take-home-qr";
  code.dataset.qr = `/qr${path.replace(/\/$/, ".svg")}`; // the page adds which address it is of
  code.alt = word("debrief.tomorrow.take_home_qr");
  return code;
}
