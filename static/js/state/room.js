/* Who is where in a room, and which chairs and tables can be put in it or taken out of it, from its tiles as the panel
 * has them. */
import { structure } from "./structure.js";

/** The number that the next table gets: the lowest that is free. */
export const firstFree = (tiles) => tiles.reduce((free, one) => (one.table === free ? free + 1 : free), 1);

/** Where a chair of `role` comes to stand in the lobby: seats stand in the order of the roles. */
export function seatOfNew(role, seats) {
  const rank = (one) => structure.roles.indexOf(one);
  return seats.filter((one) => rank(one.role) <= rank(role)).length;
}

/** Whether a table keeps a chair of every role, and enough of them, without this one. */
export function canSpare({ role }, seats) {
  return seats.length > structure.least_seats && seats.filter((one) => one.role === role).length > 1;
}

/** Whether somebody sits at a table or watches it. */
export const isUsed = ({ observers, seats }) => observers.length > 0 || seats.some(({ people }) => people.length > 0);

/** Everybody of the room by person: who they are, and at which table and seat, with which role, `shared` or not. */
export function everybody(tiles) {
  const all = new Map();
  for (const { table, seats, observers } of tiles) {
    for (const { seat, role, people } of seats)
      for (const one of people) all.set(one.person, { ...one, table, seat, role, shared: people.length > 1 });
    for (const one of observers) all.set(one.person, { ...one, table, seat: null, role: null });
  }
  return all;
}
