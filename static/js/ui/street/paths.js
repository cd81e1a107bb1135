/* Outlines as absolute path commands, and what becomes of them under a matrix of moving, turning and even scaling. */
import { round } from "./node.js";

const TAKES = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const known = new Map();
const MOST = 3000;

/** The outline of a path, rect, circle or ellipse: a list of [command, ...numbers], absolute. */
export function outline(tag, attributes) {
  if (tag === "path") return parsed(attributes.d);
  const number = (name) => Number(attributes[name] ?? 0);
  if (tag === "rect") return box(number("x"), number("y"), number("width"), number("height"));
  const [x, y] = [number("cx"), number("cy")];
  const [rx, ry] = tag === "circle" ? [number("r"), number("r")] : [number("rx"), number("ry")];
  return [["M", x - rx, y], ["A", rx, ry, 0, 1, 1, x + rx, y], ["A", rx, ry, 0, 1, 1, x - rx, y], ["Z"]];
}

function box(x, y, width, height) {
  if (width <= 0 || height <= 0) return [];
  return [["M", x, y], ["L", x + width, y], ["L", x + width, y + height], ["L", x, y + height], ["Z"]];
}

/* A path is written once and drawn often. */
function parsed(d) {
  const found = known.get(d);
  if (found) return found;
  if (known.size >= MOST) known.clear();
  const made = read(d);
  known.set(d, made);
  return made;
}

function read(d) {
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const commands = [];
  let [x, y, startX, startY, command] = [0, 0, 0, 0, "M"];
  for (let i = 0; i < tokens.length;) {
    if (/[a-zA-Z]/.test(tokens[i])) command = tokens[i++];
    const kind = command.toUpperCase();
    if (!(kind in TAKES)) throw new Error(`a path command that is not read: ${command}`);
    const numbers = tokens.slice(i, i + TAKES[kind]).map(Number);
    i += TAKES[kind];
    const made = absolute(kind, numbers, command === kind ? [0, 0] : [x, y], [x, y]);
    commands.push(made);
    if (kind === "Z") [x, y] = [startX, startY];
    else [x, y] = made.slice(-2);
    if (kind === "M") {
      [startX, startY] = [x, y];
      command = command === "M" ? "L" : "l";
    }
  }
  return commands;
}

function absolute(kind, numbers, [dx, dy], [x, y]) {
  if (kind === "H") return ["L", numbers[0] + dx, y];
  if (kind === "V") return ["L", x, numbers[0] + dy];
  if (kind === "A") return ["A", ...numbers.slice(0, 5), numbers[5] + dx, numbers[6] + dy];
  return [kind, ...numbers.map((value, i) => value + (i % 2 ? dy : dx))];
}

/** An outline under a matrix: its path as text, and the box [left, top, right, bottom] around it. */
export function moved(commands, { a, b, c, d, e, f }) {
  const size = Math.hypot(a, b);
  const flips = a * d - b * c < 0;
  const angle = round((Math.atan2(b, a) * 180) / Math.PI);
  const around = [Infinity, Infinity, -Infinity, -Infinity];
  const point = (x, y, far = 0) => {
    const [px, py] = [round(a * x + c * y + e), round(b * x + d * y + f)];
    around[0] = Math.min(around[0], px - far);
    around[1] = Math.min(around[1], py - far);
    around[2] = Math.max(around[2], px + far);
    around[3] = Math.max(around[3], py + far);
    return `${px} ${py}`;
  };
  let text = "";
  for (const [kind, ...n] of commands) {
    if (kind === "A") {
      const [rx, ry] = [round(n[0] * size), round(n[1] * size)];
      const sweep = flips ? 1 - n[4] : n[4];
      text += `A${rx} ${ry} ${rx === ry ? 0 : angle} ${n[3]} ${sweep} ${point(n[5], n[6], Math.max(rx, ry))}`;
    } else {
      text += kind;
      for (let i = 0; i < n.length; i += 2) text += `${i ? " " : ""}${point(n[i], n[i + 1])}`;
    }
  }
  return { d: text, box: around };
}
