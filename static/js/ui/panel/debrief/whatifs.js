/* What if: what the phones think would have mattered, and the changes that are replayed, picked in words and kept
 * side by side. */
import { attribute } from "../../shared/attribute.js";
import { at, copy, fillList, put, say, setBar, write } from "../../shared/dom.js";
import { press } from "../desk.js";
import { answersOf } from "./tallies.js";
import { figure, word } from "../../../state/words.js";

const MOST = 4;
const BEGINNING = ["funding", "follows", "everyone"];
const EVERYONE = ["letting_go", "all_together"];

export function createWhatIfs(desk) {
  let room = null;
  let since = 1;
  let played = 1;
  let part = "";

  const isKept = (code) => room.debrief.what_ifs.some((one) => one.code === code && one.since === sinceOf(code));
  const sinceOf = (code) => (beginsLater(code) ? since : 1);

  async function attempt(code, shown, from = sinceOf(code)) {
    const kept = room.debrief.what_ifs;
    const oldest = shown && kept.length >= MOST ? kept[0] : null;
    const answer = await desk.send({ type: "try_what_if", code, since: from, shown }, "what-ifs-refused");
    if (answer.type === "ack" && shown) desk.showPart("lines");
    if (answer.type === "ack" && oldest)
      desk.tell(word("ui.panel.what_if_dropped", { name: nameOf(oldest.code, oldest.since) }));
  }

  function makeOption() {
    const node = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip" });
    node.append(button);
    const made = { node, button };
    button.addEventListener("click", () => attempt(made.code, !isKept(made.code)));
    return made;
  }

  function makeGroup() {
    const made = copy("what-if-group");
    made.list = made.node.querySelector("ul");
    return made;
  }

  function makeKept() {
    const made = copy("what-if-kept");
    made.parts.away.addEventListener("click", () => attempt(made.one.code, false, made.one.since));
    return made;
  }

  function makeVote() {
    const made = copy("vote");
    made.parts.try.addEventListener("click", () => attempt(made.code, !isKept(made.code)));
    return made;
  }

  function drawSince() {
    const rounds = Array.from({ length: played }, (_, index) => index + 1);
    fillList(at("since"), rounds, makeRound, ({ button }, round) => {
      put(button, "textContent", String(round));
      attribute(button, "aria-label", word("ui.round", { round }));
      press(button, round === since);
    });
  }

  function makeRound(index) {
    const made = makeButton();
    made.button.addEventListener("click", () => {
      since = index + 1;
      draw();
    });
    return made;
  }

  function drawKept() {
    const kept = room.debrief.what_ifs;
    fillList(at("kept"), kept, makeKept, (made, one) => {
      made.one = one;
      put(made.parts.name, "textContent", nameOf(one.code, one.since));
      put(made.parts["away-word"], "textContent", word("ui.panel.what_if_away", { name: nameOf(one.code, one.since) }));
    });
    const { step, part: shown } = room.debrief;
    const picture = word(`ui.panel.picture.${step}.${shown}`);
    write(at("what-ifs-title"), word("ui.panel.on_screens", { picture }));
    const none = shown === "lines" ? "none" : "later"; // only there they are what the screens show
    say(at("kept-none"), kept.length ? "" : word(`ui.panel.what_if_${none}`));
  }

  function drawVotes() {
    const votes = room.voices.tallies.what_if ?? {};
    const asked = [...room.voices.options].sort((one, other) => (votes[other] ?? 0) - (votes[one] ?? 0));
    const most = Math.max(1, ...Object.values(votes));
    const total = Object.values(votes).reduce((sum, count) => sum + count, 0);
    say(at("votes-count"), answersOf(total, room.people));
    fillList(at("votes"), asked, makeVote, (made, code) => {
      const { parts } = made;
      made.code = code;
      put(made.node.dataset, "code", code);
      put(parts.name, "textContent", nameOf(code));
      put(parts.count, "textContent", figure(votes[code] ?? 0));
      setBar(parts.bar, (votes[code] ?? 0) / most);
      press(parts.try, isKept(code));
      put(parts["try-word"], "textContent", nameOf(code));
    });
  }

  function draw() {
    drawSince();
    drawKept();
    drawVotes();
    fillList(at("what-if-groups"), groups(room.what_ifs), makeGroup, (made, [name, codes]) => {
      put(made.node.dataset, "group", name);
      put(made.parts.name, "textContent", word(`ui.panel.what_if_group.${name}`));
      put(
        made.parts.from,
        "textContent",
        played > 1 && BEGINNING.includes(name.split(".")[0]) ? word("ui.panel.from_round", { round: since }) : "",
      );
      fillList(made.list, codes, makeOption, (option, code) => {
        option.code = code;
        put(option.node.dataset, "code", code);
        put(option.button, "textContent", nameOf(code));
        press(option.button, isKept(code));
      });
    });
  }

  return {
    draw(now, tiles) {
      room = now;
      const isOn = room.debrief.step === "what_if";
      at("what-ifs").hidden = !isOn;
      if (!isOn) return;
      if (room.debrief.part !== part) at("votes-box").open = room.debrief.part === "vote";
      part = room.debrief.part;
      played = Math.max(1, ...tiles.map((tile) => tile.qualities.length));
      since = Math.min(since, played);
      at("since-box").hidden = played < 2;
      draw();
    },
  };
}

function makeButton() {
  const node = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "chip" });
  node.append(button);
  return { node, button };
}

/** A what-if in words, with the round it begins in when that is not the first. */
function nameOf(code, since = 1) {
  const name = word(`debrief.what_if.${code}`);
  return since > 1 ? word("debrief.what_if.since", { name, round: since }) : name;
}

function beginsLater(code) {
  return code.startsWith("funding.") || code.startsWith("follows.") || EVERYONE.includes(code);
}

/* The codes by what they change: [[group, codes]], each role's policies apart. */
function groups(codes) {
  const found = new Map();
  for (const code of codes) {
    const [first, role] = code.split(".");
    const name =
      first === "follows"
        ? `follows.${role}`
        : first === "funding" || first === "luck"
          ? first
          : EVERYONE.includes(code)
            ? "everyone"
            : "whole";
    found.set(name, [...(found.get(name) ?? []), code]);
  }
  return [...found];
}
