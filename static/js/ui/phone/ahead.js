/* What the debrief is drawn with, asked for before it is needed: a room of phones opens the debrief at one press, and
 * has minutes before that. It comes with the second outcome of every game, so nothing tells that the end is near. */
let isAsked = false;

/** Let the browser fetch and keep the files that the page names, one after the other, once; not where data is dear. */
export async function fetchAhead() {
  if (isAsked || navigator.connection?.saveData) return;
  isAsked = true;
  try {
    for (const address of document.body.dataset.ahead.split(" ")) {
      const answer = await fetch(address, { priority: "low" });
      await answer.blob();
    }
  } catch (error) {
    console.debug("what the debrief is drawn with comes when that opens:", error.message);
  }
}
