/* What people wrote: words as a cloud with its list, longer texts as cards. Text only, whatever is in it, and never
 * wider than its place. */
import { countWords } from "../../../state/posts.js";
import { figure } from "../../../state/words.js";
import { face, moodRow } from "./tally.js";
import { html } from "../../shared/svg.js";

const SIZES = 5;
const SAME = 3;

/** The wall of words: moods, the cloud of the most frequent `most.cloud` words and the list of the first
 * `most.list`; how many more there are is said. */
export function wordWall(voices, word, most = {}) {
  const words = countWords(voices.posts);
  const moods = Object.values(voices.tallies.mood ?? {}).some(Boolean) ? [moodRow(voices.tallies, word)] : [];
  if (!words.length) return [...moods, html("p", "story-claim", word("debrief.feeling.empty"))];
  const listed = words.slice(0, most.list);
  const top = words[0].count;
  const cloud = html(
    "ul",
    "cloud",
    ...words.slice(0, most.cloud).map(({ text, count }) => own(html("li", `size-${sizeOf(count, top)}`, text))),
  );
  cloud.setAttribute("aria-hidden", "true"); // the list beside it says the same
  const rest = words.length - listed.length;
  const more = rest ? [html("p", "wall-more", word("debrief.wall.more", { count: rest }))] : [];
  return [...moods, html("div", "word-wall", cloud, html("div", "word-list", wordTable(listed, word), ...more))];
}

function sizeOf(count, top) {
  return top === 1 ? SAME : 1 + Math.round(((SIZES - 1) * (count - 1)) / Math.max(top - 1, SIZES - 1));
}

function wordTable(words, word) {
  const heads = ["word", "times", "at_tables"].map((name) => {
    const cell = html("th", "", word(`debrief.feeling.${name}`));
    cell.scope = "col";
    return cell;
  });
  const rows = words.map(({ text, count, tables }) => {
    const name = own(html("th", "", text));
    name.scope = "row";
    return html("tr", "", name, html("td", "", figure(count, 0)), html("td", "", tables.join(", ")));
  });
  const caption = html("caption", "visually-hidden", word("debrief.feeling.list"));
  return html("table", "words", caption, html("thead", "", html("tr", "", ...heads)), html("tbody", "", ...rows));
}

/** Texts as cards, in the order given; `empty` is said when there are none. */
export function cards(posts, word, empty) {
  if (!posts.length) return html("p", "story-claim", empty);
  return html("ul", "cards", ...posts.map((post) => card(post, word)));
}

function card(post, word) {
  const about = [];
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
