/* Which texts stand together on the wall, and how large: as many on a page as can be read there, and no smaller than
 * needed. Widths are in times the height of the letters. */

/* How many cards a page has room for while none of its texts is wider. One that is pinned takes four. */
const ROOM = [
  { wide: 34, cards: 9, besidePinned: 5 },
  { wide: 62, cards: 6, besidePinned: 2 },
  { wide: 95, cards: 4, besidePinned: 1 },
  { wide: Infinity, cards: 2, besidePinned: 1 },
];
const SHORT = 62;
const SIZES = [1, 2, 4, 6, 9];
const BESIDE = [0, 1, 2, 5];

/** The posts in their order, in pages; `widthOf(text)` is how wide a text is. A pinned one begins a page. */
export function pagesOf(posts, widthOf) {
  const found = [];
  for (const post of posts) {
    const page = [...(found[found.length - 1] ?? []), post];
    if (found.length && !post.pinned && page.length <= mostOf(page, widthOf)) found[found.length - 1] = page;
    else found.push([post]);
  }
  return found;
}

/** The layout of a page: how many cards it has places for, or `pinned-` and how many beside the pinned one. */
export function layoutOf(page) {
  const isPinned = page.some((post) => post.pinned);
  const least = (sizes, count) => sizes.find((size) => size >= count);
  return isPinned ? `pinned-${least(BESIDE, page.length - 1)}` : String(least(SIZES, page.length));
}

/** Whether all texts of a page are so short that large letters do. */
export const isShort = (page, widthOf) => page.every((post) => widthOf(post.text) <= SHORT);

function mostOf(page, widthOf) {
  const room = ROOM.find(({ wide }) => page.every((post) => widthOf(post.text) <= wide));
  return page.some((post) => post.pinned) ? 1 + room.besidePinned : room.cards;
}
