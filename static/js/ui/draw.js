/* Drawing part by part: a part that fails costs neither the other parts nor anything that is sent. */

let told = () => {};

/** `tell` is called when a part of this page could not be drawn. */
export function whenDrawingFails(tell) {
  told = tell;
}

/** Draw each of the parts (functions). What goes wrong in one is told on the page and reaches the console as it was. */
export function drawEach(...parts) {
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
      told();
    }
  }
}
