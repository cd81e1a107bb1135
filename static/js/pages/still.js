/* A page that stands still: all it does is keep its place when its language is switched. */
import { keepAtSwitch, putBack } from "../ui/kept.js";

putBack();
keepAtSwitch();
