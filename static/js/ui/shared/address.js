/* The address people use, wherever the page shows it: texts, links and QR codes follow as soon as it is another one. */
import { attribute } from "./attribute.js";
import { put, write } from "./dom.js";

/** Show `address` (with its scheme; "" for that of this page) in what the server marked, below `root`. */
export function showAddress(address, root = document) {
  const base = address || location.origin;
  for (const text of root.querySelectorAll("[data-address]")) write(text, shortOf(base));
  for (const link of root.querySelectorAll("input[data-path]"))
    put(link, "value", new URL(link.dataset.path, base).href);
  for (const code of root.querySelectorAll("img[data-qr]")) {
    // What is drawn is the address in force; naming it keeps the browser from showing the drawing of the last one.
    attribute(code, "src", `${code.dataset.qr}?at=${encodeURIComponent(base)}`);
  }
}

/** An address as people type it. */
export function shortOf(address) {
  return address.replace(/^\w+:\/\//, "");
}
