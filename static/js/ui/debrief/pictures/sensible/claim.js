/* The author's thought, in our words and with its source, after the own game; a press later the discovery about
 * the game's own buttons. What the model makes of it is not said here. */
import { html } from "../../../shared/svg.js";
import { source } from "../../charts/blocks.js";

export const picture = {
  one: (shown, { view, word }) => said(view, word),
  sides: (boards, { view, word }) => ["", [], said(view, word)],
  preview: { many: () => ["sensible.claim", ""] },
};

function said(view, word) {
  if (view.beat) {
    const lines = ["button", "together"].map((code) => html("p", "discovery", word(`debrief.claim.${code}`)));
    return [html("div", "discoveries", ...lines)];
  }
  return [
    html("h2", "chart-title", word("debrief.claim.title")),
    html(
      "div",
      "thought",
      ...["before", "between", "hold"].map((code) => html("p", code, word(`debrief.claim.${code}`))),
    ),
    source(word),
  ];
}
