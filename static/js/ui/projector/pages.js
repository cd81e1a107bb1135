/* Turning pages: where not everything can be big at once, the next part comes by itself every few seconds. Knows no
 * view. */
const TURN_MS = 8000;

/** Tables of which each is seen from afar while a round is played; more take turns. */
export const MOST_TABLES = 40;

/** How many of `count` are on a page of at most `most`. */
export const onPage = (count, most) => Math.ceil(count / Math.max(1, Math.ceil(count / most)));

/** Pages that turn by themselves; `draw` is called whenever another one is due. */
export function createPages(draw) {
  let page = 0;
  let pages = 1;
  setInterval(() => {
    if (pages < 2) return;
    page = (page + 1) % pages;
    draw();
  }, TURN_MS);
  return {
    /** Begin again with the first page. */
    first() {
      page = 0;
    },
    /** Show all there is on one page. */
    whole() {
      pages = 1;
    },
    /** The part of `items` that is on the present page, at most `most` of them; pages are about as full as each
     * other. */
    of(items, most) {
      pages = Math.max(1, Math.ceil(items.length / most));
      page %= pages;
      const size = onPage(items.length, most);
      return items.slice(page * size, (page + 1) * size);
    },
  };
}
