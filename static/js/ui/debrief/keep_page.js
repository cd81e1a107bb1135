/* The take-home page as one file that needs nothing else: no script, no request, no connection. The browser writes it
 * from what it drew, for one table at a time. */
import { LANGUAGE, word } from "../../state/words.js";
import { at, copy } from "../shared/dom.js";
import { html } from "../shared/svg.js";
import { shareShapes } from "./keep_shapes.js";

// What the page says of itself, and of who reads it there, is not true of a file.
const LEFT_OUT =
  "script, template, .home-tables, .home-save, .home-keep, .home-qr, .home-address, .home-here, .home-now, .home-only";
const PARTS = /::?[a-z-]+(\([^()]*(\([^()]*\))?[^()]*\))?/g;
const SELECTORS = /[^{}]+(?=\{)/g;
const ENDS = /><\/(?:use|path|rect|circle|ellipse|line|polyline)>/g; // of a shape in a drawing, which has nothing in it
const METAS = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
`;
const ASKED = "#keep";
const MOST_BYTES = 400_000; // what can be mailed anywhere, and read on any phone
const NOTE_BYTES = 300;

/** Offer it in every table's part of the page, or of one table at the top where the page is soon gone; who came for it
 * gets it at once. */
export function offerKeeping() {
  const stories = [...document.querySelectorAll(".home-story")];
  const now = stories.length === 1 && document.querySelector(".home-now");
  for (const story of stories) {
    const { node, parts } = copy("keep");
    parts.own.hidden = !story.querySelector(".home-mine") && !document.querySelector(".home-own-post");
    parts.button.addEventListener("click", () => keep(story));
    parts.button.classList.toggle("primary", Boolean(now));
    if (now) now.append(node);
    else story.prepend(node);
  }
  if (stories.length && location.hash === ASKED) keep(stories[0]);
}

function keep(story) {
  const address = URL.createObjectURL(new Blob([pageOf(story)], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${story.dataset.file}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The text of the file: the table of `story`, what was said in the room, and whatever of the style sheets they use.
 * Its own policy and style sheet are only put in as text: this page's policy would refuse them. */
export function pageOf(story) {
  const whole = document.implementation.createHTMLDocument(document.title);
  const { documentElement: page, head, body } = whole;
  page.lang = LANGUAGE;
  body.className = document.body.className;
  body.append(whole.importNode(at("main"), true));
  const own = story.closest("article").id;
  for (const node of body.querySelectorAll(`${LEFT_OUT}, article:not([id="${own}"])`)) node.remove();
  const rules = [...document.styleSheets].map((sheet) => rulesOf(sheet, body)).join("\n");
  shareShapes(body, rules.match(SELECTORS) ?? []);
  const heads = () => `${METAS}${head.innerHTML}<style>${rules}</style>`;
  const text = () => `<!doctype html>\n${page.outerHTML.replace(head.innerHTML, heads).replace(ENDS, "/>")}`;
  leaveOutTexts(body, bytesOf(text()) - MOST_BYTES);
  return text();
}

const bytesOf = (text) => new Blob([text]).size;

/* A room that wrote very much leaves some of it on the page: the last of the longest list, and how many is said. */
function leaveOutTexts(body, over) {
  const found = [...body.querySelectorAll(".home-posts")];
  const lists = found.map((list) => ({ list, texts: [...list.children], gone: 0 }));
  if (over <= 0 || !lists.length) return;
  for (let left = over + NOTE_BYTES * lists.length; left > 0;) {
    const longest = lists.reduce((one, other) => (other.texts.length > one.texts.length ? other : one));
    const text = longest.texts.pop();
    if (!text) break;
    left -= bytesOf(text.outerHTML);
    text.remove();
    longest.gone += 1;
  }
  for (const { list, gone } of lists)
    if (gone) list.after(html("p", "small quiet-text", word("take_home.more", { count: gone })));
}

/* The rules of a style sheet that say something about what is in `body`. */
function rulesOf(sheet, body) {
  const rules = [...sheet.cssRules].map((rule) => ruleOf(rule, body)).join("\n");
  return sheet.media.mediaText && rules ? `@media ${sheet.media.mediaText} {\n${rules}\n}` : rules;
}

function ruleOf(rule, body) {
  if (rule instanceof CSSStyleRule) return isUsed(rule.selectorText, body) ? rule.cssText : "";
  if (!(rule instanceof CSSMediaRule)) return rule.cssText;
  const rules = [...rule.cssRules].map((inner) => ruleOf(inner, body)).join("\n");
  return rules.trim() && `@media ${rule.conditionText} {\n${rules}\n}`;
}

/* Whatever a pointer, a focus or a state adds to a selector may come later: without it. */
function isUsed(selector, body) {
  return selector.split(/,(?![^()]*\))/).some((one) => {
    const plain = one.replace(PARTS, "").trim();
    if (!plain || /[\s>+~]$/.test(plain)) return true;
    try {
      return body.closest("html").matches(plain) || body.ownerDocument.querySelector(plain) !== null;
    } catch {
      return true; // a selector that is only whole with what was left out
    }
  });
}
