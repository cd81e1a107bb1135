/* People: a rounded pawn is ● residents, a cone ▲ professionals, a block ■ municipality; the others have no role's
 * shape. Skins and hair vary and mean nothing. */
import { disc, el, path, rect, round } from "./node.js";

const BODIES = {
  resident: "M-15 0V-23A15 15 0 0 1 15 -23V0Z",
  professional: "M-21 -3Q-22 0 -19 0H19Q22 0 21 -3L4 -40Q0 -44 -4 -40Z",
  municipality: "M-14 0V-37H14V0Z",
  passer: "M-13 0V-22A13 14 0 0 1 13 -22V0Z",
  child: "M-14 0L-10 -30A10 10 0 0 1 10 -30L14 0Z",
  elder: "M-17 0V-22A17 17 0 0 1 17 -22V0Z",
};
const HAIR = [
  "M-11 -48A11 11 0 0 1 11 -48Q2 -50 -11 -48Z",
  "M-11 -44A11.5 12 0 1 1 11 -44L9 -50H-6L-9 -44ZM5 -60a5 5 0 1 1 -8 0Z",
  "M-12 -47a5 5 0 0 1 4 -9a6 6 0 0 1 9 -3a6 6 0 0 1 8 4a5 5 0 0 1 3 8Q0 -54 -12 -47Z",
  "M-12 -38V-48A12 12 0 0 1 12 -48V-38H8V-49H-5Q-8 -48 -8 -38Z",
];
const TOOLS = {
  spade: () => [path("M20 -50L27 -8", "tool"), path("M21 -10h13l-2 13q-4 4 -8 0Z", "blade")],
  case: () => [path("M26 -13v-6h12v6M20 -13h24l3 13h-30Z", "case")],
  broom: () => [path("M20 -52L29 -12", "tool"), path("M22 -13l13 -3l7 17h-17Z", "case")],
  books: () => [
    path("M19 -9h27v9h-27Z", "case"),
    path("M22 -18h24v9h-24Z", "blade"),
    path("M19 -27h25v9h-25Z", "case"),
  ],
  tray: () => [
    path("M16 -25h32", "tool"),
    path("M21 -28a11 11 0 0 1 22 0Z", "blade"),
    disc(32, -41, 2.6, "blade"),
    path("M24 -25V-3M40 -25V-3", "tool thin"),
    disc(24, -2, 3, "ink"),
    disc(40, -2, 3, "ink"),
  ],
};

/** A person; `tone` picks one of four skins, `plain` is for pictures where a figure is ten pixels high. */
export function figure(role, x, y, tone = 0, { tool = "", scale = 1, plain = false } = {}) {
  const hair = role === "elder" ? "hair" : `hair-${(tone * 3) % 4}`;
  return el(
    "g",
    { class: `figure ${role}`, transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
    tool && TOOLS[tool](),
    path(BODIES[role], `body ${role}`),
    disc(0, -48, plain ? 12.5 : 11.5, `skin-${tone % 4}`),
    !plain && path(HAIR[role === "elder" ? (tone % 2 ? 0 : 1) : tone % 4], hair),
    role === "professional" && !plain && path("M0 -33V0M-5 -34L0 -27L5 -34", "stripe"),
    role === "municipality" && !plain && rect(-4, -24, 15, 12, "folder"),
  );
}
export const elder = (x, y, tone, scale = 0.9) => figure("elder", x, y, tone, { scale });
export const passer = (x, y, tone, scale = 0.86) => figure("passer", x, y, tone, { scale });
/** Children have to be seen in small pictures too. */
export const child = (x, y, tone, detail, scale = 0.76) =>
  figure("child", x, y, tone, { scale: detail > 1 ? scale : scale * (detail ? 1.15 : 1.3), plain: !detail });
