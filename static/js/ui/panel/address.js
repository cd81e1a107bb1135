/* The address that links and QR codes carry: which one it is, what else this computer has, and choosing. (Why phones do
 * not get in, and how many have, is not said here.) */
import { shortOf, showAddress } from "../shared/address.js";
import { at, copy, fillList, put, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

export function createAddress(desk) {
  let picked = null; // what is ticked in the open dialog, until it closes; null is what holds
  let offered = [];

  function toldOf({ interface: name, kind }) {
    const told = word(`ui.panel.address.${kind}`);
    return name ? word("ui.panel.address.told", { interface: name, kind: told }) : told;
  }

  function draw() {
    const holds = offered.find((one) => one.chosen)?.address ?? "";
    const best = {
      address: "",
      title: word("ui.panel.address.auto"),
      told: word("ui.panel.address.auto_told"),
      reached: false,
    };
    const options = offered.map((one) => ({ ...one, title: shortOf(one.url), told: toldOf(one) }));
    fillList(at("address-list"), [best, ...options], makeOption, ({ parts }, option) => {
      put(parts.pick, "value", option.address);
      put(parts.pick, "checked", option.address === (picked ?? holds));
      write(parts.title, option.title);
      write(parts.told, option.told);
      put(parts.reached, "hidden", !option.reached);
    });
  }

  function makeOption() {
    const made = copy("address-option");
    made.parts.pick.addEventListener("change", () => (picked = made.parts.pick.value));
    return made;
  }

  async function choose() {
    picked = null;
    say(at("address-refused"), "");
    draw();
    while (await desk.open("address")) {
      const answer =
        picked === null ? null : await desk.send({ type: "choose_address", address: picked }, "address-refused");
      picked = null;
      if (answer?.type !== "refused") return;
      draw();
    }
  }

  for (const button of document.querySelectorAll("[data-open-address]")) button.addEventListener("click", choose);

  return {
    draw(room) {
      showAddress(room.address);
      offered = room.addresses;
      for (const button of document.querySelectorAll("[data-open-address]")) put(button, "hidden", !offered.length);
      const note = room.address_note ? word(`ui.panel.address.${room.address_note}`) : "";
      say(at("join-note"), note);
      say(at("address-note"), note);
      draw();
    },
  };
}
