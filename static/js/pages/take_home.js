/* The take-home page: draws its pictures above the tables that are there already, with the same parts as every
 * other screen. */
import { saveDrawing } from "../ui/debrief/charts/save.js";
import { fetchWorld } from "../ui/debrief/world.js";
import { fetchPictures, pictureOf } from "../ui/debrief/pictures.js";
import { at, copy } from "../ui/shared/dom.js";
import { word } from "../state/words.js";

const STREETS = JSON.parse(at("drawn").textContent);
const PARTS = [...document.querySelectorAll("details.home-part")];

/* Below *Our story* each part unfolds; paper has all of them, as has a page without a script. */
let folded = PARTS;
const fold = (parts, isOpen) => parts.forEach((part) => (part.open = isOpen));
fold(folded, false);
addEventListener("beforeprint", () => {
  folded = PARTS.filter((part) => !part.open);
  fold(folded, true);
});
addEventListener("afterprint", () => fold(folded, false));

async function drawAll() {
  const figures = [...document.querySelectorAll("[data-chart]")];
  await Promise.all([fetchPictures([...new Set(figures.map((figure) => figure.dataset.picture))]), fetchWorld()]);
  figures.forEach(drawOne);
  const { offerKeeping } = await import("../ui/debrief/keep_page.js");
  offerKeeping();
}

drawAll();

function drawOne(figure) {
  const street = STREETS[Number(figure.dataset.place)];
  const [step, part] = figure.dataset.picture.split(".");
  const place = figure.querySelector("[data-drawing]");
  place.replaceChildren(...pictureOf({ step, part }).paper({ ...street, view: { talk_from: street.talk_from } }, word));
  figure.classList.add("drawn");
  nameRegions(figure, place);
  const numbers = figure.querySelector(".chart-figures");
  if (place.querySelector("table"))
    numbers.hidden = true; // the drawing is the table
  else numbers.open = false;
  offerSaving(figure, place);
}

/* What scrolls by itself is a landmark, so it says of which table it is. */
function nameRegions(figure, place) {
  const street = figure.closest("article").dataset.heading;
  for (const region of place.querySelectorAll("[role=region]"))
    region.setAttribute("aria-label", `${street}: ${region.getAttribute("aria-label")}`);
}

/* A drawing each can be kept; a table is not a drawing. */
function offerSaving(figure, place) {
  const charts = [...place.querySelectorAll("svg[role=img]")];
  if (!charts.length) return;
  const { node, parts } = copy("save");
  parts.button.addEventListener("click", () => {
    charts.forEach((chart, index) =>
      saveDrawing(
        chart,
        [figure.closest("article").id, figure.dataset.chart, index || ""].filter((part) => part !== "").join("-"),
      ),
    );
  });
  place.after(node);
}
