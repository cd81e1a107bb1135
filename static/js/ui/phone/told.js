/* What is told of a round: the mark and the gauge of this chair, and all there is to read of a task. Not needed while
 * one chooses: it comes a while after the first screen, or when it is wanted. */
export { fetchAhead } from "./ahead.js";
export { fillReport, fillStanding } from "./card.js";
export { drawGauge } from "./gauge.js";
export { drawResult } from "./result.js";
