/* The order in which the roles stand in a picture. */
import { drawnFor, structure } from "./structure.js";

export const ROLES = Object.keys(
  drawnFor(structure.roles, { municipality: 1, resident: 2, professional: 3 }, "the roles"),
);
