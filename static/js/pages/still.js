/* A page that stands still: all it does is keep its place when its language is switched. */
import { keepAtSwitch, putBack } from "../ui/shared/kept.js";

putBack();
keepAtSwitch();
