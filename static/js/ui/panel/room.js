/* The room's switches: the door, what lies over the projector, settings, and the devices that run the workshop. */
import { at, copy, fillList, put, write } from "../shared/dom.js";
import { press } from "./desk.js";
import { keepable } from "./keep.js";
import { moments, word } from "../../state/words.js";

const SMALL = matchMedia("(max-width: 44rem)");
const WHEN = moments({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export function createRoom(desk) {
  let room = null;
  const cover = (what) => room && desk.send({ type: "cover", cover: room.cover === what ? "" : what });
  const configure = (setting) => desk.send({ type: "configure", ...setting });

  async function lock() {
    const locked = !room.locked;
    await desk.act(
      { type: "configure", locked },
      word(locked ? "ui.panel.locked" : "ui.panel.unlocked"),
      [{ type: "configure", locked: !locked }],
      "refused",
    );
  }

  async function pair() {
    const answer = await desk.send({ type: "pair" }, "devices-refused");
    if (answer.type === "ack") showPairing("remote", answer.code);
  }

  function showPairing(what, code, params) {
    return desk.showCode(what, { code, qr: `/qr/pair/${code}.svg`, path: `/pair/${code}/`, params });
  }

  async function renew() {
    if (!(await desk.sure("renew"))) return;
    const answer = await desk.send({ type: "renew_link" }, "devices-refused");
    const { workshop } = document.body.dataset;
    if (answer.type === "ack")
      desk.showCode("link", {
        qr: `/qr/control/${workshop}/${answer.code}.svg`,
        path: `/control/${workshop}/?key=${answer.code}`,
      });
  }

  function makeDevice() {
    const made = copy("device");
    made.parts.revoke.addEventListener("click", async () => {
      if (await desk.sure("revoke")) desk.send({ type: "revoke", grant: made.grant }, "devices-refused");
    });
    return made;
  }

  at("cover-qr").addEventListener("click", () => cover("qr"));
  at("cover-blank").addEventListener("click", () => cover("blank"));
  at("sound").addEventListener("click", () => configure({ sound: !room.sound }));
  at("lock").addEventListener("click", lock);
  at("open-settings").addEventListener("click", () => desk.open("settings"));
  at("open-devices").addEventListener("click", () => desk.open("devices"));
  at("bot-after").addEventListener("change", () => configure({ bot_after_seconds: Number(at("bot-after").value) }));
  at("theme").addEventListener("change", () => configure({ theme: at("theme").value }));
  at("pair").addEventListener("click", pair);
  at("renew-link").addEventListener("click", renew);
  keepable();
  const fold = () => (at("tools").open = !SMALL.matches);
  SMALL.addEventListener("change", fold);
  fold();

  return {
    qr: () => cover("qr"),
    blank: () => cover("blank"),
    showPairing,
    draw(now) {
      room = now;
      press(at("cover-qr"), room.cover === "qr");
      press(at("cover-blank"), room.cover === "blank");
      press(at("sound"), room.sound);
      press(at("lock"), room.locked);
      write(at("lock"), word(`ui.panel.door.${room.locked ? "locked" : "open"}`));
      put(at("theme"), "value", room.theme);
      const after = at("bot-after");
      if (![...after.options].some((option) => Number(option.value) === room.bot_after_seconds)) {
        after.append(new Option(word("ui.panel.seconds", { seconds: room.bot_after_seconds }), room.bot_after_seconds));
      }
      put(after, "value", String(room.bot_after_seconds));
      fillList(at("device-list"), room.devices, makeDevice, (made, device) => {
        made.grant = device.grant;
        const own = String(device.grant) === document.body.dataset.grant ? word("ui.panel.device.own") : "";
        const said = [word(`ui.panel.device.${device.kind}`), device.label, own].filter(Boolean);
        put(made.parts.kind, "textContent", said.join(" · "));
        put(made.parts.since, "textContent", word("ui.panel.device.since", { time: WHEN.format(device.since_ms) }));
      });
    },
  };
}
