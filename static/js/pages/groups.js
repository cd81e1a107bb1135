/* The page of earlier groups: each as a film of small streets, drawn from the middle of its tables. The figures that
 * stand there until then are for who has no scripts. */
import { bandOf } from "../ui/street/bands.js";
import { createStreet, worldOf } from "../ui/street/street.js";
import { inTurns } from "../ui/street/turns.js";

const told = JSON.parse(document.getElementById("films").textContent);

/* What a round's picture is drawn from; who stayed in is to be seen, as in a debrief. */
function dataOf({ qualities, said, ...street }, { plots, names }, round) {
  const tasks = street.tasks.map((task, k) => ({ ...task, code: plots[k], quality: qualities[k] }));
  const places = tasks.map(({ quality }, k) => {
    const { name = String(k + 1), looks = [] } = names[k] ?? {};
    return `${name}: ${looks[bandOf(quality)] ?? Math.round(100 * quality)}, ${said[k]}.`;
  });
  return { ...street, tasks, windows: true, label: [`${round}.`, ...places].join(" ") };
}

async function draw(list) {
  const film = told[list.dataset.film];
  const world = await worldOf(film.scene, film.plots);
  return [...list.children].map((item, index) => () => {
    const host = item.querySelector(".group-street");
    host.replaceChildren();
    createStreet(host, world, "film").show(dataOf(film.rounds[index], film, item.querySelector("b").textContent));
  });
}

const drawn = [...document.querySelectorAll(".group-film")].map(draw);
/* What is wider than its card is swiped, and so also reached by keys. */
function reach() {
  for (const list of document.querySelectorAll(".group-film"))
    list.tabIndex = list.scrollWidth > list.clientWidth ? 0 : -1;
}
reach();
window.addEventListener("resize", reach);
Promise.all(drawn).then((films) => inTurns(films.flat()));
