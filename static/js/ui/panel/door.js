/* Somebody at the door who would share a chair, as a row among the people: the facilitator gives a code for it, or
 * says no. */
import { word } from "../../state/words.js";

export function askerRow(seat, asker, desk, mover) {
  const no = () => desk.send({ type: "refuse_request", request: asker.request }, "people-refused");
  return {
    seat,
    person: null,
    name: asker.alias,
    state: "asks",
    where: word("ui.panel.asks_to_share", { who: seat.alias }),
    text: "",
    does: { says: word("ui.panel.give_code"), press: () => mover.giveCode(seat.people[0], "share_seat", "share") },
    also: { says: word("ui.panel.say_no"), press: no },
  };
}
