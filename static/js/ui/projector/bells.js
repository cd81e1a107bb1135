/* The sounds themselves, made here: no file is fetched. Soft enough to talk through, and over within four seconds. */

/* Partials of each sound: its pitch (Hz), when it begins, how long it rings (s) and how loud it is (0–1). */
const SOUNDS = {
  bell: [0, 1.1].flatMap((begins) =>
    [
      [392, 3, 0.3],
      [784, 2.4, 0.2],
      [1082, 1.6, 0.12],
      [2117, 0.7, 0.06],
    ].map(([pitch, rings, loud]) => [pitch, begins, rings, loud]),
  ),
  chime: [
    [659.3, 0, 0.9, 0.18],
    [880, 0.16, 1.3, 0.18],
  ],
  last: [
    [987.8, 0, 0.18, 0.16],
    [987.8, 0.28, 0.18, 0.16],
  ],
};
const SOON = 0.01;
let context = null;

/** Whether this page may sound. */
export const isAwake = () => context?.state === "running";

/** Wake up, within a press; the first time with a chime, to hear that it works. */
export async function wake() {
  if (isAwake()) return;
  context ??= new AudioContext();
  await context.resume();
  if (isAwake()) play("chime");
}

/** Sound a bell, chime or last; nothing while this page may not. */
export function play(name) {
  if (!isAwake()) return;
  for (const partial of SOUNDS[name]) ring(...partial);
}

function ring(pitch, begins, rings, loud) {
  const from = context.currentTime + begins;
  const tone = new OscillatorNode(context, { frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loud, from + SOON);
  gain.gain.exponentialRampToValueAtTime(0.0001, from + rings);
  tone.connect(gain).connect(context.destination);
  tone.start(from);
  tone.stop(from + rings);
}
