/* What people wrote, as texts. */
export { texts as picture } from "../texts.js";
