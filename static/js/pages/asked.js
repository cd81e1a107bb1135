/* Waiting for an answer at the door: when it is there, the page is made anew and says so. What is being typed is
 * never lost. */
const LOOK_MS = 4000;

async function look() {
  if (document.visibilityState !== "visible" || document.getElementById("code").value) return;
  let answer = null;
  try {
    answer = await fetch(document.body.dataset.asked);
  } catch {
    return; // without a connection the next look will tell
  }
  if (answer.ok && !(await answer.json()).waits) location.reload();
}

setInterval(look, LOOK_MS);
