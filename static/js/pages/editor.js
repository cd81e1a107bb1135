/* Editing a world: stores what is typed as it is typed, says what is wrong beside it, undoes, and shows how it is
 * played. Each change is sent with the revision that the page last saw; what somebody else changed meanwhile is shown,
 * and what was typed stays where it is. */
import { createAsking } from "../ui/editor/asking.js";
import { keepTall } from "../ui/editor/heights.js";
import { offerPlots } from "../ui/editor/plots.js";
import { refresh, showPreview } from "../ui/editor/preview.js";
import { conflict, listHints, listProblems, make } from "../ui/editor/remarks.js";
import { createSteps } from "../ui/editor/steps.js";
import { keepAtSwitch, putBack } from "../ui/shared/kept.js";

const says = JSON.parse(document.getElementById("says").textContent);
const state = document.getElementById("state");
const undo = document.getElementById("undo");
const problems = document.getElementById("problems");
const PAUSE_MS = 700;
const AGAIN_MS = 4000;
const MOST = Number(undo.dataset.most); // characters that are kept of one field

let revision = Number(document.querySelector("[data-world] [name=revision]")?.value ?? 0);
let pause = 0;
let sending = null;
const waiting = new Map(); // by place: the fields that were changed and are not stored yet
const { ask, inTurn } = createAsking(undo.elements.csrfmiddlewaretoken.value, () => revision, says);
const asked = new Set(); // the places where somebody else wrote meanwhile, until one chooses

function say(text) {
  state.textContent = text;
}

/* --- storing */

function changed({ target }) {
  const form = target.closest("[data-world]");
  if (!form || !target.name || target.name === "anyway") return;
  if (asked.has(target.name)) return say(says.unsaved_some);
  if (target.value.trim().length > MOST) return keepBack(target); // also more than any request holds
  waiting.set(target.name, target);
  if (target.dataset.whose) target.dataset.whose = "own";
  say(says.saving);
  clearTimeout(pause);
  pause = setTimeout(store, PAUSE_MS);
}

function keepBack(field) {
  waiting.delete(field.name);
  field.setAttribute("aria-invalid", "true");
  document.getElementById(`says-${field.name}`).replaceChildren(make("span", says.too_long, { className: "error" }));
  say(says.unsaved_some);
}

function written(fields) {
  const body = new FormData();
  for (const [name, field] of fields) {
    if (field.type !== "checkbox") body.append(name, field.value);
    else {
      body.append("round", name);
      for (const box of field.form.querySelectorAll(`[name="${name}"]:checked`)) body.append(name, box.value);
    }
  }
  return body;
}

async function store(anyway = []) {
  clearTimeout(pause);
  if (sending) return sending.then(() => store(anyway));
  if (!waiting.size) return null;
  const fields = new Map(waiting);
  const sent = new Map([...fields].map(([name, field]) => [name, field.value]));
  waiting.clear();
  const body = written(fields);
  for (const name of anyway) body.append("anyway", name);
  sending = inTurn(async () => take(await ask(body), sent))
    .catch((error) => {
      for (const [name, field] of fields) if (!waiting.has(name)) waiting.set(name, field);
      say(error.message || says.unsaved);
      pause = setTimeout(store, AGAIN_MS);
    })
    .finally(() => {
      sending = null;
    });
  return sending;
}

function take(told, sent) {
  revision = told.revision;
  for (const one of document.querySelectorAll("[name=revision]")) one.value = revision;
  steps.draw(told);
  const tooLong = new Set(told.too_long ?? []);
  for (const field of told.fields) show(field, sent, tooLong.has(field.name));
  listProblems(problems, told.problems);
  listHints(document.getElementById("hints"), told.hints);
  const isLost = asked.size > 0 || tooLong.size > 0;
  say(isLost ? says.unsaved_some : waiting.size ? says.saving : says.saved);
  refresh(revision);
}

/* What the server has in a field; what is being typed there is left alone. */
function show({ name, text, whose, problem, theirs }, sent, isTooLong) {
  const field = document.getElementById(name);
  if (!field) return;
  const isTyping = waiting.has(name) || (sent.has(name) && field.value !== sent.get(name));
  const note = document.getElementById(`says-${name}`);
  if (asked.has(name) && !theirs) return; // what came of the other language says nothing about this one
  if (theirs || isTooLong) {
    if (theirs) asked.add(name);
    const choose = (isMine) => {
      asked.delete(name);
      if (!isMine) field.value = text;
      waiting.set(name, field);
      store(isMine ? [name] : []).then(() => field.focus());
    };
    note.replaceChildren(
      ...(theirs ? conflict(text, says, choose) : [make("span", says.too_long, { className: "error" })]),
    );
    field.setAttribute("aria-invalid", "true");
    return;
  }
  if (!isTyping && field.value.trim() !== text) replace(field, text);
  if (!isTyping) field.dataset.whose = whose;
  field.toggleAttribute("aria-invalid", Boolean(problem));
  if (problem) field.setAttribute("aria-invalid", "true");
  note.replaceChildren(problem ? make("span", problem, { className: "error" }) : (says[whose] ?? ""));
}

/* What was selected whole stays so: who is about to type over it does that, and does not type behind it. */
function replace(field, text) {
  const isWhole = document.activeElement === field && field.selectionEnd - field.selectionStart === field.value.length;
  field.value = text;
  if (isWhole) field.select();
}

/* --- a problem that is elsewhere on this page opens its fold */
function unfold() {
  const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = field?.closest("details");
  if (!fold) return;
  fold.open = true;
  (field === fold ? fold.querySelector("summary") : field).focus();
}

for (const form of document.querySelectorAll("[data-world]")) {
  form.addEventListener("input", changed);
  form.addEventListener("change", () => store());
  let pressed = ""; // what sends a form is known to newer browsers only
  form.addEventListener("click", (event) => {
    pressed = event.target.closest("button")?.name ?? "";
  });
  form.addEventListener("submit", (event) => {
    if (pressed === "up" || pressed === "remove") return;
    event.preventDefault();
    store();
  });
}
const steps = createSteps(undo, { store, inTurn, ask, take: (told) => take(told, new Map()), say, says });
window.addEventListener("hashchange", unfold);
window.addEventListener("beforeunload", (event) => {
  if (waiting.size || asked.size) event.preventDefault();
});
putBack();
keepAtSwitch();
unfold();
keepTall(document.querySelectorAll("[data-world]"));
offerPlots(document.querySelector("[data-scene]").dataset.scene);
showPreview(() => revision);
