/* What two figures that stand beside each other differ by: one rule, so that whoever subtracts them gets the same. */

/** How a share (0–1) changed in whole points of a hundred, as both are written: 0 for what nobody sees. */
export const changeOf = (value, before) => Math.round(100 * value) - Math.round(100 * before);
