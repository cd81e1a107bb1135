/* What a game was already as a what-if would make it: nothing to vote on. */
import { MIXED } from "./holders.js";
import { wasPaid } from "./spans.js";

const every = ({ rounds }, holds) => rounds.every(({ tasks }) => tasks.every(holds));

const HAD = {
  no_requirements: (story) => every(story, ({ requirements }) => !requirements),
  no_setbacks: (story) => every(story, ({ setback }) => !setback),
  "follows.municipality.together": (story) =>
    every(story, ({ holder, requirements }) => holder === MIXED && !requirements),
  "follows.professional.together": ({ rounds, tasks, professionals }) =>
    rounds.every((round) => round.worked_along === professionals * tasks.length),
};

/** Whether a game was already as this what-if makes it. */
export const wasSo = (code, story) => HAD[code]?.(story) ?? wasPaid(code, story);
