/* Texts on a phone: one's own with what became of them, and those on the big screen to recognise oneself in. */
import { at, copy, fillList, say } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

/** The list of one's own texts; each can be taken back. */
export function createOwn(send) {
  const gone = new Set();
  return {
    draw(posts) {
      const left = posts.filter((post) => !gone.has(post.id));
      at("voice-own").hidden = left.length === 0;
      fillList(at("voice-own-list"), left, make, ({ node, parts }, post) => {
        node.dataset.post = post.id;
        say(parts.text, post.text);
        say(parts.state, word(`debrief.voice.${post.state}`));
        say(parts.back, word("debrief.voice.take_back"));
      });
    },
  };

  function make() {
    const made = copy("own-post");
    made.parts.back.addEventListener("click", async () => {
      const post = Number(made.node.dataset.post);
      const answer = await send({ type: "unpost", post });
      if (answer.type === "ack") gone.add(post);
    });
    return made;
  }
}

/** The list of texts that everyone sees; a tap says that one recognises it. */
export function createShown(send) {
  const wanted = new Map();
  let now = { posts: [], voice: { voted: [] } };

  function draw(posts, voice) {
    now = { posts, voice };
    at("voice-shown").hidden = posts.length === 0;
    fillList(at("voice-shown-list"), posts, make, ({ node, parts }, post) => {
      const isOn = wanted.get(post.id) ?? voice.voted.includes(post.id);
      node.dataset.post = post.id;
      node.classList.toggle("pinned", post.pinned);
      say(parts.text, post.text);
      say(parts.state, stateOf(post));
      parts.vote.setAttribute("aria-pressed", String(isOn));
      say(parts.vote, `${isOn ? "✓ " : ""}${word("debrief.voice.vote")}`);
    });
  }

  function make() {
    const made = copy("shown-post");
    made.parts.vote.addEventListener("click", async () => {
      const post = Number(made.node.dataset.post);
      const on = made.parts.vote.getAttribute("aria-pressed") !== "true";
      wanted.set(post, on);
      const sent = send({ type: "vote", post, on }, `vote-${post}`);
      draw(now.posts, now.voice);
      const answer = await sent;
      if (answer.type === "replaced") return;
      wanted.delete(post);
      if (answer.type === "ack") now.voice = { ...now.voice, voted: changed(now.voice.voted, post, on) };
      draw(now.posts, now.voice);
    });
    return made;
  }

  return { draw };
}

function changed(voted, post, on) {
  const others = voted.filter((id) => id !== post);
  return on ? [...others, post] : others;
}

function stateOf(post) {
  const bot = post.bot ? word("debrief.wall.bot") : "";
  const where = post.table === null ? "" : word("debrief.wall.table", { table: post.table });
  const more = post.merged ? word("debrief.wall.merged", { count: post.merged }) : "";
  return [bot, where, more].filter(Boolean).join(", ");
}
