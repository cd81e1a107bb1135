/* Whether a debrief stands at what became of the street, before anything is asked; a game without a round that was
 * played has nothing to show there. */
export const isFinale = ({ part }, { rounds }) => part === "finale" && rounds.length > 0;
