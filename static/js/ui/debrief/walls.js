/* What only a wall draws of the pictures; it is given along, so that no phone has to fetch it. */
import { believed, besideCircle, purseWay, richTold } from "./pictures/circle_sides.js";
import { circleSides } from "./pictures/circle_ways.js";
import { logicSides } from "./pictures/logic_rows.js";
import { filmSides } from "./pictures/film_sides.js";
import { stripOf, twoFilms } from "./pictures/film_strips.js";
import { gapGrid, gapKey } from "./pictures/gap_grid.js";
import { gapSides } from "./pictures/gap_rows.js";
import { homeOf } from "./pictures/home.js";
import { lastOnes } from "./pictures/last_ones.js";
import { luckGrid, luckKey } from "./pictures/luck_grid.js";
import { loopSides } from "./pictures/loop_sides.js";
import { luckSides } from "./pictures/luck_sides.js";
import { luckTurns } from "./pictures/luck_turns.js";
import { manyLines } from "./pictures/many_lines.js";
import { photoOf } from "./pictures/photo.js";
import { turnsLine } from "./pictures/turns_line.js";
import { turnSides } from "./pictures/turn_rows.js";
import { streetRows, togetherOf } from "./pictures/street_rows.js";
import { fundingSides } from "./pictures/sensible_sides.js";
import { aloneTold } from "./pictures/street_told.js";
import { chairs } from "./pictures/two_ways.js";
import { votedWall } from "./pictures/voted_wall.js";

/** What pictures get as `walls`. */
export const WALLS = {
  aloneTold,
  believed,
  besideCircle,
  chairs,
  circleSides,
  filmSides,
  fundingSides,
  gapGrid,
  gapKey,
  gapSides,
  homeOf,
  lastOnes,
  logicSides,
  loopSides,
  luckGrid,
  luckKey,
  luckSides,
  luckTurns,
  manyLines,
  photoOf,
  purseWay,
  richTold,
  streetRows,
  stripOf,
  togetherOf,
  turnSides,
  turnsLine,
  twoFilms,
  votedWall,
};
