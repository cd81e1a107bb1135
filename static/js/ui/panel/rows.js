/* The chairs of a table as rows: who sits there, what they do in words, and what the facilitator can do about it. */
import { word } from "../../state/words.js";
import { askerRow } from "./door.js";
import { removal } from "./furnish.js";
import {
  botIn,
  doingOf,
  isBusy,
  isPlaying,
  isRunning,
  LONG_MS,
  span,
  waiting,
  waitingNow,
} from "../../state/moments.js";

/** `of(table, room)` gives the rows {seat, person, state, where, text, does, also} of a table. */
export function createRows(desk, mover) {
  let room = null;
  let table = null;

  function setBot(seat, bot, says) {
    const command = { type: "set_bot", table, seat: seat.seat, bot };
    return {
      says,
      press: () =>
        desk.act(
          command,
          word(bot ? "ui.panel.bot_seated" : "ui.panel.bot_unseated"),
          [{ ...command, bot: !bot }],
          "refused",
        ),
    };
  }

  /* No bot comes by itself until they are back; there is nothing to undo, as "bot now" stays in sight. */
  function keepWaiting(seat) {
    const command = { type: "set_bot", table, seat: seat.seat, bot: false };
    return {
      says: word("ui.panel.keep_waiting"),
      press: () => desk.act(command, word("ui.panel.kept", { who: seat.alias }), null, "refused"),
    };
  }

  function rowsOf(now) {
    const held = waiting(now, room);
    return now.seats.flatMap((seat) => {
      const where = word(`role.${seat.role}`);
      if (!seat.people.length) {
        const state = seat.bot ? "bot" : "free";
        const running = room.phase !== "debrief" && room.phase !== "closed";
        const does = running ? setBot(seat, !seat.bot, word(seat.bot ? "ui.panel.no_bot" : "ui.panel.bot")) : null;
        return [
          {
            seat,
            person: null,
            state,
            where: seat.bot ? where : `${where} · ${seat.seat + 1}`,
            text: "",
            does,
            also: seat.bot ? null : removal(desk, room, now, seat),
          },
        ];
      }
      const people = seat.people.map((person, index) => ({
        seat,
        person,
        where: seat.people.length > 1 ? word("ui.panel.shares", { role: where }) : where,
        state: seat.bot ? "stand_in" : person.present ? (seat.ready ? "ready" : "here") : "away",
        ...(index ? { text: personWord(seat, person, null) } : seatWords(seat, person, held)),
      }));
      return [...people, ...seat.asking.map((asker) => askerRow(seat, asker, desk, mover))];
    });
  }

  /* What somebody is doing in words, and what the facilitator can do about it. */
  function seatWords(seat, person, held) {
    const words = { text: personWord(seat, person, held) };
    if (!isRunning(room) || seat.present) return words;
    if (seat.bot) return { ...words, does: setBot(seat, false, word("ui.panel.bot_off")) };
    const soon = botIn(seat, room);
    if (soon !== null) words.text += ` · ${word("ui.panel.bot_in", { time: span(soon) })}`;
    return {
      ...words,
      does: setBot(seat, true, word("ui.panel.bot_now")),
      also: seat.keep || soon === null ? null : keepWaiting(seat),
    };
  }

  function personWord(seat, person, held) {
    if (!person.present) {
      const away =
        person.away_since_ms === null
          ? word("ui.panel.seat.away")
          : word("ui.panel.away_for", { time: span(waitingNow(room) - person.away_since_ms) });
      return seat.bot ? `${away} · ${word("ui.panel.stands_in")}` : away;
    }
    if (!isPlaying(room)) return word("ui.panel.seat.in");
    if (!isBusy(seat, room) || !held || held.ms < LONG_MS) return word(`ui.panel.seat.${doingOf(seat, room)}`);
    return word(`ui.panel.${room.phase === "outcome" ? "answering_for" : "choosing_for"}`, { time: span(held.ms) });
  }

  return {
    of(now, shown) {
      room = shown;
      table = now.table;
      return rowsOf(now);
    },
  };
}
