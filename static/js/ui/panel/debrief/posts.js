/* What people wrote, for the facilitator to let through: what waits first, one press for all of it, and everything
 * can be undone. */
import { structure } from "../../../state/structure.js";
import { at, put, say } from "../../shared/dom.js";
import { createPostList } from "./list.js";
import { createMerger } from "./merge.js";
import { createNear } from "./near.js";
import { word } from "../../../state/words.js";

const STEPS = Object.keys(structure.posted);
const STATES = ["waiting", "shown", "hidden"];

export function createPosts(desk) {
  let step = "";
  let all = [];
  let posts = [];
  const chosen = new Set();
  const merger = createMerger(desk);
  const lists = Object.fromEntries(
    STATES.map((state) => [
      state,
      createPostList(at(`posts-${state}`), { press, choose, isChosen: (id) => chosen.has(id), part }),
    ]),
  );

  const under = (id) => posts.filter((post) => post.merged_into === id);
  const withUnder = (ids) => posts.filter((post) => ids.includes(post.id) || ids.includes(post.merged_into));

  /* Everything in these posts' places gets a state; undone, each gets its own back. */
  function judge(ids, state) {
    const changed = withUnder(ids).filter((post) => post.state !== state);
    if (!changed.length) return clear();
    const undo = STATES.map((before) => ({
      type: "judge",
      state: before,
      posts: idsOf(changed.filter((post) => post.state === before)),
    })).filter((command) => command.posts.length);
    const done = desk.act(
      { type: "judge", posts: idsOf(changed), state },
      word(`ui.panel.judged.${state}`, { count: changed.length }),
      undo,
      "posts-refused",
    );
    clear();
    return done;
  }

  function pin(post) {
    const command = { type: "pin", post: post.id, pinned: !post.pinned };
    const undo = [
      { ...command, pinned: post.pinned },
      ...(post.state === "shown" ? [] : [{ type: "judge", posts: [post.id], state: post.state }]),
    ];
    return desk.act(command, word(post.pinned ? "ui.panel.unpinned" : "ui.panel.pinned"), undo, "posts-refused");
  }

  async function merge() {
    const picked = posts.filter((post) => chosen.has(post.id));
    const laid = await merger.ask(picked);
    if (!laid) return;
    clear();
    await merger.lay(withUnder(idsOf(picked)), laid);
  }

  function part(post) {
    const command = { type: "merge", posts: [post.id], into: null };
    return desk.act(command, word("ui.panel.parted"), [{ ...command, into: post.merged_into }], "posts-refused");
  }

  function press(post, does) {
    if (does === "pin") return pin(post);
    return judge([post.id], does);
  }

  function choose(id, on) {
    if (on) chosen.add(id);
    else chosen.delete(id);
    drawSelection();
  }

  function clear() {
    chosen.clear();
    draw();
  }

  const ACTS = {
    shown: () => judge([...chosen], "shown"),
    hidden: () => judge([...chosen], "hidden"),
    waiting: () => judge([...chosen], "waiting"),
    pin: () => pin(posts.find((post) => chosen.has(post.id))),
    merge,
    clear,
  };
  for (const button of document.querySelectorAll("[data-judge]"))
    button.addEventListener("click", () => ACTS[button.dataset.judge]());
  const showAll = () => judge(idsOf(tops("waiting")), "shown");
  const drawNear = createNear(showAll);
  at("show-all").addEventListener("click", showAll);
  at("choose-all").addEventListener("click", () => {
    for (const post of tops("waiting")) chosen.add(post.id);
    draw();
  });

  /* What waits comes as it was written; what is shown as the screens have it. */
  function tops(state) {
    const found = posts.filter((post) => post.state === state && post.merged_into === null);
    if (state !== "shown") return found;
    return found.sort((one, other) => other.pinned - one.pinned || weight(other) - weight(one) || one.id - other.id);
  }

  const weight = (post) => post.votes + under(post.id).length;

  function drawSelection() {
    for (const id of chosen) if (!posts.some((post) => post.id === id && post.merged_into === null)) chosen.delete(id);
    at("post-selection").hidden = !chosen.size;
    document.body.toggleAttribute("data-selecting", chosen.size > 0);
    if (!chosen.size) return;
    put(at("post-selection-title"), "textContent", word("ui.panel.posts_chosen", { count: chosen.size }));
    document.querySelector("[data-judge=merge]").disabled = chosen.size < 2;
    document.querySelector("[data-judge=pin]").disabled = chosen.size > 1;
  }

  function draw() {
    posts = all.filter((post) => post.kind === step);
    const counts = {};
    for (const state of STATES) {
      const found = tops(state);
      counts[state] = found.length;
      lists[state].draw(found, under);
    }
    const total = counts.waiting + counts.shown + counts.hidden;
    say(at("posts-none"), total ? "" : word("ui.panel.posts_none"));
    at("posts-waiting-box").hidden = !counts.waiting;
    put(at("posts-waiting-title"), "textContent", word("ui.panel.posts.waiting", { count: counts.waiting }));
    put(at("show-all"), "textContent", word("ui.panel.show_all", { count: counts.waiting }));
    at("posts-shown-box").hidden = !counts.shown;
    put(at("posts-shown-title"), "textContent", word("ui.panel.posts.shown", { count: counts.shown }));
    at("posts-hidden-box").hidden = !counts.hidden;
    put(at("posts-hidden-title"), "textContent", word("ui.panel.posts.hidden", { count: counts.hidden }));
    at("posts-keys").hidden = !total;
    drawNear(tops("waiting"));
    drawSelection();
  }

  return {
    /** How many texts of the whole debrief wait to be let through. */
    get waiting() {
      return all.filter((post) => post.state === "waiting" && post.merged_into === null).length;
    },
    take(message) {
      all = message.posts;
      if (STEPS.includes(step)) draw();
    },
    draw(room) {
      const isOn = STEPS.includes(room.debrief.step);
      at("posts").hidden = !isOn;
      if (room.debrief.step === step) return;
      step = room.debrief.step;
      chosen.clear();
      if (isOn) return draw();
      drawNear([]);
      drawSelection();
    },
  };
}

function idsOf(posts) {
  return posts.map((post) => post.id);
}
