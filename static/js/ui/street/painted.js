/* A street painted on a canvas, where there are more than a dozen of them: one node instead of two hundred, of the same
 * shapes as a film picture and in the same colours (looks.js). It does not move: what it shows is there at once. It is
 * painted anew when its size or its colours are others. */
import { looksIn, whenLooksChange } from "./looks.js";
import { drawQuiet, drawScene } from "./scene.js";
import { SIZES } from "./sizes.js";
import { createStreet, memory } from "./street.js";
import { strokesOf } from "./strokes.js";
import { inTurn } from "./turns.js";

const KIND = "film";
const sized = new WeakMap(); // canvas -> what hears of its size

const watch = new ResizeObserver((entries) => {
  for (const { target, contentRect, devicePixelContentBoxSize: exact } of entries)
    sized.get(target)(exact ? exact[0].inlineSize : Math.round(contentRect.width * devicePixelRatio));
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

  function paint() {
    if (!picture || !wide || !canvas.isConnected) return;
    const { width, height } = SIZES[KIND];
    const high = Math.round((wide * height) / width);
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    paintOn(canvas.getContext("2d"), picture, wide / width);
  }

  sized.set(canvas, (now) => {
    if (now === wide) return;
    wide = now;
    inTurn(paint);
  });
  whenLooksChange(() => {
    if (canvas.isConnected) inTurn(paint);
    return canvas.isConnected;
  });
  canvas.addEventListener("contextrestored", paint);
  host.append(canvas);
  watch.observe(canvas);

  return {
    show(data) {
      try {
        picture = drawScene(world, data, KIND, once);
        paint();
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
        picture = drawQuiet(data.label, KIND);
        paint();
      }
      if (canvas.getAttribute("aria-label") !== data.label) canvas.setAttribute("aria-label", data.label);
    },
  };
}

function paintOn(pen, picture, scale) {
  const strokes = strokesOf(picture);
  const looks = looksIn(
    picture.attributes.class,
    strokes.map(({ names }) => names),
  );
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
