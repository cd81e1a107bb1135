/* Any place: the street's houses and buildings with plots that fit any subject; for a world that names no scene. */
import street from "./street.js";

export default { ...street, code: "general", plots: {} };
