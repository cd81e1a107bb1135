/* A list of posts to judge: one stop for the keyboard, arrows go through it, Enter does what the button does,
 * Delete hides. */
import { lastOf } from "../../../state/lists.js";
import { attribute } from "../../shared/attribute.js";
import { copy, fillList, put } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

/** Keep `list` (its id ends in its state) drawn; `hands` has press(post, does), choose(id, on), isChosen(id) and
 * part(post). */
export function createPostList(list, hands) {
  const state = list.id.replace("posts-", "");
  const main = state === "shown" ? "hidden" : "shown";
  let current = null;

  function makeRow() {
    const made = copy("post");
    const { parts } = made;
    parts.pick.addEventListener("change", () => hands.choose(made.post.id, parts.pick.checked));
    parts.pick.addEventListener("focus", () => focusOn(made));
    parts.do.addEventListener("click", () => hands.press(made.post, main));
    parts.hide.addEventListener("click", () => hands.press(made.post, "hidden"));
    parts.pin.addEventListener("click", () => hands.press(made.post, "pin"));
    parts.hide.hidden = state !== "waiting";
    parts.pin.hidden = state !== "shown";
    put(parts.do, "textContent", word(`ui.panel.judge.${main}`));
    return made;
  }

  const rows = () => list.filled ?? [];

  function focusOn(made) {
    current = made;
    for (const row of rows()) row.parts.pick.tabIndex = row === made ? 0 : -1;
  }

  function move(by) {
    const next = rows()[rows().indexOf(current) + by];
    next?.parts.pick.focus();
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => rows()[0]?.parts.pick.focus(),
    End: () => lastOf(rows())?.parts.pick.focus(),
    Enter: () => hands.press(current.post, main),
    Delete: () => state !== "hidden" && hands.press(current.post, "hidden"),
  };
  list.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.target !== current?.parts.pick) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  function drawRow(made, post, under) {
    const { parts, node } = made;
    made.post = post;
    put(node.dataset, "post", String(post.id));
    put(parts.text, "textContent", post.text);
    put(parts.about, "textContent", aboutOf(post));
    put(parts.pick, "checked", hands.isChosen(post.id));
    attribute(parts.pin, "aria-pressed", post.pinned);
    put(parts["pin-word"], "textContent", word(post.pinned ? "ui.panel.unpin" : "ui.panel.pin", { text: post.text }));
    node.classList.toggle("pinned", post.pinned);
    fillList(parts.under, under(post.id), makeUnder, (child, laid) => {
      child.post = laid;
      put(child.parts.text, "textContent", laid.text);
      put(child.parts["part-word"], "textContent", laid.text);
    });
    parts.under.hidden = !parts.under.filled.length;
  }

  function makeUnder() {
    const child = copy("post-under");
    child.parts.part.addEventListener("click", () => hands.part(child.post));
    return child;
  }

  return {
    draw(posts, under) {
      const place = rows().indexOf(current);
      const had = place >= 0 && document.activeElement === current.parts.pick;
      const was = had ? current.post.id : null;
      fillList(list, posts, makeRow, (made, post) => drawRow(made, post, under));
      if (!posts.length) return (current = null);
      const kept = rows().find((row) => row.post.id === was) ?? rows()[Math.min(Math.max(place, 0), posts.length - 1)];
      focusOn(kept);
      if (had) kept.parts.pick.focus();
    },
  };
}

function aboutOf(post) {
  const about = post.table === null ? [] : [word("ui.table", { table: post.table })];
  if (post.bot) about.push(word("debrief.wall.bot"));
  if (post.mood) about.push(word(`debrief.mood.${post.mood}`));
  if (post.votes) about.push(word("ui.panel.votes", { count: post.votes }));
  return about.join(" · ");
}
