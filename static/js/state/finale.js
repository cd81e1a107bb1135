/* The first picture of a debrief: what became of the street, before anything is asked. */

/** Whether a debrief stands there; `story` is of a table. A game without a finished round has nothing to show. */
export const isFinale = ({ part }, { rounds }) => part === "finale" && rounds.length > 0;

/** What is shown of a debrief (DebriefView) after so many rounds: without any, the question that comes next. */
export const shownOf = (view, rounds) => (view.part === "finale" && !rounds ? { ...view, part: "wall" } : view);

/** What is shown and how far it is built up, as one word: who looks at a page from outside can wait for it. */
export const codeOf = ({ step, part, beat }) => `${step}.${part}.${beat}`;
