/* What somebody who only looks on expects of the round, and what came of it. */
import { at, say } from "../shared/dom.js";
import { word } from "../../state/words.js";

export function createPrediction(socket) {
  let step = 0;
  let wanted = null;

  async function predict(expects) {
    wanted = expects;
    const sent = socket.send({ type: "predict", step, expects }, "predict");
    say(at("predict-refused"), "");
    const answer = await sent;
    if (answer.type === "replaced") return;
    wanted = null;
    if (answer.type === "refused") say(at("predict-refused"), word(`refused.${answer.code}`, answer.params));
    else say(at("predict-state"), word("ui.player.predict.sent"));
  }

  for (const radio of document.querySelectorAll("[name=expects]"))
    radio.addEventListener("change", () => predict(radio.value));

  return {
    draw(table, mine) {
      step = table.step;
      at("predict-set").hidden = !mine.is_open;
      for (const radio of document.querySelectorAll("[name=expects]"))
        radio.checked = (wanted ?? mine.expects) === radio.value;
      if (!mine.is_open || !mine.expects) say(at("predict-state"), "");
      say(at("predict-came"), mine.is_open || mine.came === null ? "" : came(mine));
      say(
        at("predict-score"),
        mine.counted ? word("ui.player.predict.score", { right: mine.right, counted: mine.counted }) : "",
      );
    },
  };
}

function came(mine) {
  if (!mine.expects) return word(`ui.player.predict.came.${mine.came}`);
  return word(mine.expects === mine.came ? "ui.player.predict.right" : "ui.player.predict.wrong", {
    came: word(`ui.predict.${mine.came}`),
    expects: word(`ui.predict.${mine.expects}`),
  });
}
