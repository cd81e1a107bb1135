/* What became of the street: its first picture and its last, before anything is asked. Phone and projector draw it
 * themselves (ui/phone/finale.js, ui/projector/finale.js): nobody else needs what streets are drawn with. */
export const picture = {
  preview: { many: () => ["feeling.finale", ""] },
};
