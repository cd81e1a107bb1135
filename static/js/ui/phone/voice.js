/* What this phone says in the debrief: a word and a face, guesses, picks, texts. What is typed stays until sent. */
import { isFinale } from "../../state/finale.js";
import { structure } from "../../state/structure.js";
import { LUCK } from "../debrief/charts/tally.js";
import { nameOf } from "../../state/what_if.js";
import { at, recall, remember, say, write } from "../shared/dom.js";
import { check, createAnswerer, fillMoods, fillOptions, picked } from "./voice/answers.js";
import { createPoint } from "./voice/point.js";
import { createOwn, createShown } from "./voice/posts.js";
import { rest } from "./voice/rest.js";
import { width, word } from "../../state/words.js";

const PAUSE_S = 5;
const WRITTEN = Object.keys(structure.posted).filter((kind) => kind !== "feeling"); // that one is a word with a face

/** Make the section work; `socket` sends. */
export function createVoice(socket) {
  let table = null;
  let mine = null;
  const texts = new Map(); // what is typed and not sent yet, by kind
  for (const node of at("voice").querySelectorAll("[data-word]")) write(node, word(node.dataset.word));
  const sends = (command, slot) => socket.send({ step: table.step, ...command }, slot);
  const own = createOwn(sends);
  const shown = createShown(sends);
  const point = createPoint();
  const redraw = () => draw(table, mine);
  const feeling = writer(
    "voice-feeling",
    "voice-word",
    () => "feeling",
    () => ({ mood: picked("mood") }),
  );
  const line = writer(
    "voice-text",
    "voice-line",
    () => table.debrief.step,
    () => ({ mood: "" }),
  );
  const luck = createAnswerer(sends, redraw, "voice-luck", "luck", (value) => ({
    type: "guess_luck",
    luck: Number(value),
  }));
  const pick = createAnswerer(sends, redraw, "voice-pick", "what_if", (code) => ({ type: "pick_what_if", code }));
  fillMoods("voice-moods", "mood");
  fillOptions(
    "voice-luck",
    "luck",
    LUCK.map((value) => [value, word(`debrief.luck.${value}`)]),
  );
  at("voice-line").addEventListener("input", countLeft);

  /* A form that sends a text, once in five seconds; `kind` says for which step it is now. */
  function writer(id, field, kind, more) {
    const form = at(id);
    const part = (name) => form.querySelector(`[data-part=${name}]`);
    const button = form.querySelector("button");
    const input = at(field);
    let busy = false;
    input.addEventListener("input", () => keep(kind(), input.value));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      const of = kind();
      const text = input.value;
      const sent = sends({ type: "post", kind: of, text, ...more() });
      say(part("refused"), "");
      say(part("state"), word("debrief.voice.sending"));
      const answer = await sent;
      const isHere = kind() === of; // the room may have gone on while it was under way
      say(part("state"), "");
      if (answer.type === "refused") {
        if (isHere) say(part("refused"), word(`refused.${answer.code}`, answer.params));
        busy = false;
        return;
      }
      empty(of, text, input);
      if (isHere) say(part("state"), word("debrief.voice.sent"));
      rest(button, PAUSE_S, () => {
        busy = false;
      });
    });
    return {
      part,
      input,
      show: (isShown) => {
        form.hidden = !isShown;
      },
    };
  }

  /* What was sent goes out of the field; what was typed meanwhile stays, and so does what belongs to another step. */
  function empty(kind, sent, input) {
    if (kept(kind) !== sent) return;
    keep(kind, "");
    if (input.dataset.kind === kind) input.value = "";
    countLeft();
  }

  function keep(kind, text) {
    texts.set(kind, text);
    remember("sessionStorage", `voice-${kind}`, text); // where that is refused it stays as long as the page does
  }

  function kept(kind) {
    if (!texts.has(kind)) texts.set(kind, recall("sessionStorage", `voice-${kind}`) ?? "");
    return texts.get(kind);
  }

  function draw(newTable, newMine) {
    [table, mine] = [newTable, newMine];
    const { step, part } = table.debrief;
    const voice = mine.voice;
    const open = table.phase === "debrief" && voice;
    at("voice").hidden = !open;
    if (!open) return;
    const first = voice.posts.find((post) => post.kind === "feeling");
    const isFeeling = step === "feeling" && !isFinale(table.debrief, table.story); // also where no finale was played
    feeling.show(isFeeling);
    if (step === "feeling") fill(feeling.input, "feeling", voice.posts);
    if (step === "feeling" && !picked("mood") && first?.mood) check("mood", first.mood);
    luck.show(step === "what_happened" && part === "luck" && !table.debrief.beat, voice.luck);
    point.show(step === "turning" && !table.debrief.beat && table.story.rounds.length > 1, table.story.rounds);
    if (step === "what_if") {
      const named = table.voices.options.map((code) => [code, nameOf({ code, since: 1 }, word)]);
      fillOptions("voice-pick", "what_if", named);
    }
    // Not beside the answers: those of the vote, of what was tried, and of all three chairs.
    const isAsked = part === "vote" ? !table.debrief.beat : part !== "streets" && !table.debrief.what_ifs.length;
    pick.show(step === "what_if" && isAsked, voice.picked);
    line.show(WRITTEN.includes(step) && (part === "wall" || !said(voice, step)));
    if (WRITTEN.includes(step)) drawLine(step, voice);
    const isWall = part === "wall" || isFeeling;
    own.draw(isWall ? voice.posts.filter((post) => post.kind === step && post.text) : []);
    shown.draw(isWall && WRITTEN.includes(step) ? table.voices.posts : [], voice);
  }

  function drawLine(step, voice) {
    say(at("voice-asked"), word(`debrief.${step}.wall`)); // as on the wall, so that all know that it is one question
    const isAsked = table.debrief.part === "wall" && mine.role;
    say(at("voice-hint"), isAsked ? word(`debrief.${step}.chair.${mine.role}`) : "");
    fill(line.input, step, voice.posts);
    countLeft();
  }

  /* Put a field's text back when it is shown for another step, unless the server has it; what somebody types is
   * never touched. */
  function fill(input, kind, posts) {
    if (input.dataset.kind === kind) return;
    input.dataset.kind = kind;
    if (posts.some((post) => post.kind === kind && post.text === kept(kind).trim())) keep(kind, "");
    input.value = kept(kind);
    for (const note of input.form.querySelectorAll("[data-part]")) say(note, ""); // said of the other step's text
  }

  /* Another game begins: what was typed in the last one is not this one's. */
  function forget() {
    texts.clear();
    point.forget();
    for (const { input } of [feeling, line]) input.dataset.kind = "";
    check("mood", "");
  }

  function countLeft() {
    say(
      at("voice-left"),
      word("debrief.voice.counted", {
        count: width(at("voice-line").value),
        limit: structure.posted[line.input.dataset.kind],
      }),
    );
  }

  return { draw, forget, pointed: point.pointed };
}

const said = (voice, kind) => voice.posts.some((post) => post.kind === kind);
