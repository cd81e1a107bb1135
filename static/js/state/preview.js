/* What the big screen shows after the next press, in the words of what it draws then; the projector's modules
 * decide what that is. */
import { shownOf } from "./finale.js";
import { pressNote } from "./press_note.js";
import { isBack, nextPicture, tablesShown } from "./steps.js";
import { word } from "./words.js";

/** The preview's sentence, "" after the last step; `pictures` are those of the debrief, null until they came. */
export function previewOf(room, tables, pictures) {
  const shown = coming(room, tables, pictures);
  if (!shown) return "";
  const { code, how, params } = shown;
  const what = word(`ui.panel.preview.${code}`, params);
  const whole = how ? word(`ui.panel.preview.${how}`, { what }) : what;
  return room.cover ? word(`ui.panel.preview.under_${room.cover}`, { what: whole }) : whole;
}

/** What comes on the big screen: {code, how, params}; `how` is "" for one drawing, "sides" for one per table,
 * "compared" for all in one. */
export function coming(room, tables, pictures) {
  if (room.phase === "closed") return null;
  if (room.phase === "debrief") {
    const picture = nextPicture(room.debrief, tables, room.round);
    if (picture && isBack(room.debrief, picture)) return { code: "left", how: "" };
    if (picture?.beat) return { code: moreOf(room.debrief, tables, pictures), how: "" };
    const next = { ...room.debrief, ...picture };
    return picture
      ? ofDebrief(next, room.round, tables, pictures)
      : { code: room.round ? "closed" : "closed_unplayed", how: "" };
  }
  const { phase, round } = room.next;
  if (phase === "debrief") return ofDebrief(room.debrief, round, tables, pictures);
  return { code: ofPlay(phase, tables), how: "", params: { round } };
}

/** The code of what the switch to compare says about the picture that is shown; `pictures` as above. */
export function comparing({ debrief }, pictures) {
  if (debrief.table !== null) return "one_table";
  return pictures && !pictures.pictureOf(debrief).panels ? "elsewhere" : "here";
}

function ofPlay(phase, tables) {
  if (phase === "time_out") return phase;
  return `${phase}.${tables === 1 ? "one" : "many"}`;
}

/* What a press more brings of the picture that is shown, where that has a sentence of its own. */
const MORE = {
  "what_happened.film": () => "what_happened.film_on",
  "what_happened.gap": () => "what_happened.gap_on",
  "what_happened.luck": ({ beat }) => `what_happened.luck_${["guessed", "dice", "answer"][beat]}`,
  "pattern.circle": (view, tables) => circleOf(view, tables),
  "turning.turns": () => "turning.turns_on",
  "sensible.logic": ({ beat }, tables) => `sensible.logic_${tables > 1 || beat ? "got" : "chosen"}`,
  "sensible.claim": () => "sensible.claim_on",
  "what_if.vote": () => "what_if.vote_on",
};

/* The next arrow, or of one table what comes once its circle is whole. */
function circleOf(view, tables) {
  const press = tables === 1 ? pressNote({ ...view, beat: view.beat + 1 }) : "";
  return press ? `pattern.circle_${press}` : "more";
}

/* More of the picture that is shown; one that goes on with something else says with what. */
function moreOf(view, tables, pictures) {
  const more = MORE[`${view.step}.${view.part}`] ?? pictures?.pictureOf(view).preview?.more;
  return more ? more(view, tablesShown(view, tables)) : "more";
}

function ofDebrief(now, rounds, tables, pictures) {
  if (!pictures) return null; // said when they are here
  const view = shownOf(now, rounds);
  const picture = pictures.pictureOf(view);
  const [code, how] = announced(picture, `${view.step}.${view.part}`, view, rounds, tables);
  return { code, how };
}

/* Where a picture says nothing of it, it is called what it is called, and several tables have one each. */
function announced(picture, code, view, rounds, tables) {
  const { one = () => [code, ""], many = () => [code, "sides"], compared = () => code } = picture.preview ?? {};
  if (picture.unplayed) return [code, ""];
  if (!rounds) return ["no_rounds", ""];
  if (tables === 1 || view.table !== null) return one(view);
  return view.compare && picture.panels ? [compared(view), "compared"] : many(view, tables);
}
