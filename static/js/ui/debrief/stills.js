/* Streets in the pictures of the debrief, with their words. */
import { html } from "../shared/svg.js";
import { createPlot, createStreet } from "../street/street.js";
import { describe, describeTask } from "../street/words.js";
import { layered, theWorld } from "./world.js";

const moving = new Map();

/** A street that stands still, as an element: `kind` is one of street/sizes.js, `word` says what it shows. */
export function stillOf(frame, kind, word, className = "") {
  const host = html("div", `still ${className}`.trim());
  createStreet(host, theWorld(), kind).show({ ...layered(frame), label: describe(frame, word) });
  return host;
}

/** Task `k` of a street that stands still, as an element. */
export function plotOf(frame, k, word) {
  const host = html("div", "still of-task");
  createPlot(host, theWorld(), k).show({ ...layered(frame), label: describeTask(frame.tasks[k], frame, word) });
  return host;
}

/** A street that moves from what it showed before: the same element for every frame of `name`, as long as it is on
 * the page. */
export function movingOf(name, frame, kind, word, className = "") {
  const data = { ...layered(frame), label: describe(frame, word) };
  const found = moving.get(name);
  if (found?.host.isConnected && found.kind === kind) {
    found.data = data;
    requestAnimationFrame(() => {
      void found.host.offsetWidth; // it was put back: from here on a style sheet can move it
      found.street.show(found.data);
    });
    return found.host;
  }
  const host = html("div", `still ${className}`.trim());
  const street = createStreet(host, theWorld(), kind);
  street.show(data);
  moving.set(name, { host, street, kind, data });
  return host;
}
