/* The schedule: how many minutes of the plan are over, and whether that is too many for where the game is. */
import { attribute } from "../shared/attribute.js";
import { at, put, write } from "../shared/dom.js";
import { standing } from "../../state/schedule.js";
import { serverNow } from "../../state/server_time.js";
import { word } from "../../state/words.js";

const LOOK_MS = 5000;

export function createSchedule() {
  let schedule = null;

  function tick() {
    put(at("schedule"), "hidden", !schedule);
    if (!schedule) return;
    const { minutes } = schedule;
    const { minute, late } = standing(schedule, serverNow());
    write(at("schedule-text"), told(minute, minutes, late));
    attribute(at("schedule-bar"), "max", String(Math.max(minutes, minute)));
    attribute(at("schedule-bar"), "value", String(minute));
    at("schedule").classList.toggle("late", late > 0);
  }

  setInterval(tick, LOOK_MS);

  return {
    draw(room) {
      schedule = room.schedule;
      tick();
    },
  };
}

function told(now, minutes, late) {
  if (late > 0) return word("ui.panel.schedule_behind", { now, minutes, late });
  if (late < 0) return word("ui.panel.schedule_ahead", { now, minutes, early: -late });
  return word("ui.panel.schedule", { now, minutes });
}
