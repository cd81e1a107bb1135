/* Laying posts that say the same under one of them: asks which one stays, and can be undone. */
import { at, fillList, put } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

export function createMerger(desk) {
  function makeChoice() {
    const node = document.createElement("label");
    node.className = "choice";
    const radio = Object.assign(document.createElement("input"), { type: "radio", name: "merge-into" });
    const text = document.createElement("span");
    node.append(radio, text);
    return { node, radio, text };
  }

  return {
    /** Ask which of `picked` stays; answers {into, posts} or null. */
    async ask(picked) {
      const most = picked.reduce((best, post) =>
        (post.pinned - best.pinned || post.votes - best.votes) > 0 ? post : best,
      );
      fillList(at("merger-list"), picked, makeChoice, ({ radio, text }, post) => {
        put(radio, "value", String(post.id));
        radio.checked = post === most;
        put(text, "textContent", post.text);
      });
      if (!(await desk.open("merger"))) return null;
      const into = Number(at("merger-list").querySelector(":checked").value);
      return { into, posts: picked.map((post) => post.id).filter((id) => id !== into) };
    },

    /** Lay `posts` under `into`; `all` are all that this touches, with what lies under them now. */
    async lay(all, { into, posts }) {
      const top = all.find((post) => post.id === into);
      const moved = all.filter((post) => posts.includes(post.id) || posts.includes(post.merged_into));
      const answer = await desk.send({ type: "merge", posts, into }, "posts-refused");
      if (answer.type === "refused") return;
      const others = moved.filter((post) => post.state !== top.state);
      if (others.length)
        await desk.send({ type: "judge", posts: others.map((post) => post.id), state: top.state }, "posts-refused");
      desk.tell(word("ui.panel.merged", { count: moved.length }), [...apart(moved), ...judgedBack(others)]);
    },
  };
}

/* The commands that lay every post where it lay. */
function apart(moved) {
  const parents = [...new Set(moved.map((post) => post.merged_into).filter((parent) => parent !== null))];
  const laid = (parent) => moved.filter((post) => post.merged_into === parent).map((post) => post.id);
  return [
    { type: "merge", posts: moved.map((post) => post.id), into: null },
    ...parents.map((parent) => ({ type: "merge", posts: laid(parent), into: parent })),
  ];
}

function judgedBack(posts) {
  return ["waiting", "shown", "hidden"]
    .map((state) => ({
      type: "judge",
      state,
      posts: posts.filter((post) => post.state === state).map((post) => post.id),
    }))
    .filter((command) => command.posts.length);
}
