/* What people wrote: words as a cloud, longer texts as cards. Text only, whatever is in it, and never
 * wider than its place. */
import { countWords } from "../../../state/posts.js";
import { ROLES } from "../../../state/roles.js";
import { face, moodRow } from "./tally.js";
import { html } from "../../shared/svg.js";
import { roleMark } from "./roles.js";

const SIZES = 5;
const SAME = 3;

/** The wall of words: moods and the cloud of the `most` most frequent words; how many more there are is said, and that
 * bots said them. */
export function wordWall(voices, word, most = Infinity) {
  const words = countWords(voices.posts);
  const moods = Object.values(voices.tallies.mood ?? {}).some(Boolean) ? [moodRow(voices.tallies, word)] : [];
  if (!words.length) return [...moods, html("p", "story-claim asks", word("debrief.feeling.empty"))];
  const shown = words.slice(0, most);
  const cloud = html("ul", "cloud", ...shown.map((one) => inCloud(one, words[0].count, word)));
  const rest = words.length - shown.length;
  const more = rest ? [html("p", "wall-more", word("debrief.wall.more", { count: rest }))] : [];
  const said = voices.posts.filter((post) => post.bot).length;
  const who = word(said < voices.posts.length ? "debrief.wall.some_bots" : "debrief.wall.bots");
  const bots = said ? [html("p", "wall-more", who)] : [];
  return [...moods, html("div", "word-wall", cloud), ...chairKey(words, word), ...more, ...bots];
}

/* Which shape is which chair's, where there are any. */
function chairKey(words, word) {
  const said = ROLES.filter((role) => words.some(({ roles }) => roles.includes(role)));
  const items = said.map((role) => html("li", "", roleMark(role), word(`roles.${role}`)));
  return items.length ? [html("ul", "chart-key", ...items)] : [];
}

/* A word as large as it came often, behind the shapes of the chairs that said it and in the colour of the only one; who
 * does not see that hears how often and from which chairs. */
function inCloud({ text, count, roles }, top, word) {
  const colour = roles.length === 1 ? ` of-${roles[0]}` : "";
  const item = html("li", `size-${sizeOf(count, top)}${colour}`, ...roles.map(roleMark), own(html("span", "", text)));
  if (roles.length) {
    const chairs = roles.map((role) => word(`roles.${role}`)).join(", ");
    item.append(html("span", "visually-hidden", ` (${chairs})`));
  }
  if (count > 1) item.append(html("span", "visually-hidden", ` ${word("debrief.feeling.said", { count })}`));
  return item;
}

function sizeOf(count, top) {
  return top === 1 ? SAME : 1 + Math.round(((SIZES - 1) * (count - 1)) / Math.max(top - 1, SIZES - 1));
}

/** Texts as cards, in the order given; `empty` is said when there are none. */
export function cards(posts, word, empty) {
  if (!posts.length) return html("p", "story-claim asks", empty);
  return html("ul", "cards", ...posts.map((post) => card(post, word)));
}

function card(post, word) {
  const about = [];
  if (post.bot) about.push(html("span", "", word("debrief.wall.bot")));
  if (post.pinned) about.push(html("span", "card-pinned", word("debrief.wall.pinned")));
  if (post.table !== null) about.push(html("span", "", word("debrief.wall.table", { table: post.table })));
  if (post.votes) about.push(html("strong", "", word("debrief.wall.votes", { count: post.votes })));
  if (post.merged) about.push(html("span", "", word("debrief.wall.merged", { count: post.merged })));
  if (post.mood) about.push(html("span", "card-mood", face(post.mood), word(`debrief.mood.${post.mood}`)));
  return html(
    "li",
    post.pinned ? "card pinned" : "card",
    own(html("p", "card-text", post.text)),
    html("p", "card-about", ...about),
  );
}

/* A text of somebody's own goes in the direction of its letters. */
function own(element) {
  element.dir = "auto";
  return element;
}
