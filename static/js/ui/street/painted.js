/* A street painted on a canvas, where there are more than a dozen of them: one node instead of two hundred, of the same
 * shapes as a film picture and in the same colours (looks.js). It does not move: what it shows is there at once. It is
 * painted anew when its size or its colours are others. */
import { knowsLooks, learnLooks, looksIn, whenLooksChange } from "./looks.js";
import { drawQuiet, drawScene } from "./scene.js";
import { SIZES } from "./sizes.js";
import { createStreet, memory } from "./street.js";
import { strokesOf } from "./strokes.js";
import { inTurn } from "./turns.js";

const KIND = "film";
const painters = new WeakMap(); // canvas -> what paints it, what hears of its size

const watch = new ResizeObserver((entries) => {
  for (const { target, contentRect, devicePixelContentBoxSize: exact } of entries)
    painters.get(target).resize(exact ? exact[0].inlineSize : Math.round(contentRect.width * devicePixelRatio));
});

whenLooksChange(() => {
  for (const canvas of document.querySelectorAll("canvas.s-street")) inTurn(painters.get(canvas).paint);
});

/** A picture in `host`, as createStreet (street.js) has it; of the kind "painted" it is a canvas. */
export function createPictureOf(host, world, kind) {
  return kind === "painted" ? createPainted(host, world) : createStreet(host, world, kind);
}

function createPainted(host, world) {
  const once = memory(world, KIND);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.className = `s-street s-${KIND}`;
  let picture = null;
  let wide = 0;
  let label = "";

  function paint() {
    if (!picture || !wide || !canvas.isConnected) return;
    const { width, height } = SIZES[KIND];
    const high = Math.round((wide * height) / width);
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    paintOn(canvas.getContext("2d"), picture, wide / width);
  }

  function resize(now) {
    if (now === wide) return;
    wide = now;
    inTurn(repaint);
  }

  /* Painted in a turn of its own, and kinds of shapes that were never painted are asked after in those before: each
   * takes as long as putting the picture together. */
  const repaint = () => guarded(() => (picture && !isKnown(picture) ? inTurn(learn, { alone: true }) : paint()));
  const learn = () => guarded(() => inTurn(learnsAll(picture) ? repaint : learn, { alone: !isKnown(picture) }));

  function guarded(act) {
    try {
      act();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
      picture = drawQuiet(label, KIND);
      paint();
    }
  }

  painters.set(canvas, { paint: repaint, resize });
  canvas.addEventListener("contextrestored", paint);
  host.append(canvas);
  watch.observe(canvas);

  return {
    show(data) {
      label = data.label;
      guarded(() => {
        picture = drawScene(world, data, KIND, once);
        inTurn(isKnown(picture) ? repaint : learn, { alone: !isKnown(picture) });
      });
      if (canvas.getAttribute("aria-label") !== label) canvas.setAttribute("aria-label", label);
    },
  };
}

const namesIn = (picture) => strokesOf(picture).map(({ names }) => names);
const learnsAll = (picture) => learnLooks(picture.attributes.class, namesIn(picture));
const looksOf = (picture) => looksIn(picture.attributes.class, namesIn(picture));
const isKnown = (picture) => knowsLooks(picture.attributes.class, namesIn(picture));

function paintOn(pen, picture, scale) {
  const strokes = strokesOf(picture);
  const looks = looksOf(picture);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  for (const stroke of strokes) {
    const look = looks.get(stroke.names);
    const size = scale * stroke.scale;
    stroke.path ??= new Path2D(stroke.d);
    pen.setTransform(size, 0, 0, size, scale * stroke.x, scale * stroke.y);
    for (const put of look.isLineFirst ? [line, fill] : [fill, line]) put(pen, stroke, look);
  }
}

function fill(pen, { path, opacity }, { fill: colour, over }) {
  if (!colour || !over) return;
  pen.globalAlpha = over * opacity;
  pen.fillStyle = colour;
  pen.fill(path);
}

function line(pen, { path, opacity }, { stroke: colour, under, width, cap, join, dash }) {
  if (!colour || !under || !width) return;
  pen.globalAlpha = under * opacity;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = cap;
  pen.lineJoin = join;
  pen.setLineDash(dash);
  pen.stroke(path);
}
