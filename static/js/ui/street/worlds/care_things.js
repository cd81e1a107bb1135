/* What stands in more than one plot of the nursing home. */
import { figure } from "../figures.js";
import { at, disc, path, times } from "../node.js";
import { bush } from "../things.js";

/** A chair, its seat at half its height. */
export const seat = (x, y) => path(`M${x - 12} ${y}v-36q12 -8 24 0v36M${x - 12} ${y - 16}h24`, "bench");

/** A walking frame on its wheels. */
export const frame = (x, y) =>
  at(x, y, path("M-12 -2L-6 -34M12 -2L4 -34H-12M-8 -18H8", "wheel"), disc(-12, 0, 5, "wheel"), disc(12, 0, 5, "wheel"));

/** Somebody who lives here or visits; in a small picture all are alike, so that they take few shapes. */
export const person = (role, x, y, tone, detail, scale) =>
  detail ? figure(role, x, y, tone, { scale }) : figure("elder", x, y, tone % 2, { scale, plain: true });

/** What grows in a box; one bush in a small picture. */
export const hedge = (y, r, t, seed, detail) =>
  detail ? times(3, (i) => bush(-22 + i * 22, y, r, t, seed + i)) : bush(0, y, 32, t, seed, 0.4);
