/* What a page in play draws with, as game/engine/debrief/structure.py makes it: for tests of scripts that ask it. */

const chair = (group, agrees, over, rest, sign, acts) => ({ group, agrees, over, rest, sign, acts });

export const PLAY = {
  roles: ["municipality", "professional", "resident"],
  holders: ["residents", "together", "professionals"],
  fundings: ["output", "result", "trust"],
  carriers: {
    residents: ["resident"],
    together: ["resident", "professional"],
    professionals: ["professional"],
  },
  chairs: {
    municipality: chair("municipality", "deals", "too_many_visits", "leave", "visit", {
      visit: ["visited"],
      inspect: ["inspected"],
      leave: ["left"],
    }),
    professional: chair("professionals", "propose", "too_many_hours", "", "", {
      take_over: ["took_over"],
      together: ["worked_along"],
      step_back: ["stepped_back"],
    }),
    resident: chair("residents", "propose", "too_many_evenings", "wait", "join", {
      join: ["joined"],
      wait: ["kept_evenings"],
      claim: ["claimed", "kept_evenings"],
    }),
  },
  least_seats: 3,
};
