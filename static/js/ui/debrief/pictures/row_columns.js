/* A row per table of a room: in how many columns they stand, so that all of them fit on a wall. */
const COLUMNS = [
  [8, 1],
  [20, 2],
  [Infinity, 4],
];

/** How many columns so many rows take. */
export const columnsOf = (rows) => COLUMNS.find(([most]) => rows <= most)[1];
