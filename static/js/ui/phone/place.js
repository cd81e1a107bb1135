/* Where this phone is: whose name it has, with whom it shares a chair or a table, that it only looks on and predicts;
 * and what is new to who comes in the middle. */
import { at, copy, fillList, recall, say, startAgain } from "../shared/dom.js";
import { word } from "../../state/words.js";

const SOON_MS = 5000;
const NEW_FOR = 2; // closed phases

/** What a phone without a chair has in the place of a seat's own part. */
export const LOOKING = {
  ready: false,
  stored: {},
  prefill: {},
  order: {},
  figures: [],
  heard: [],
  inspected: [],
  mark: null,
  gauge: null,
  limit: 0,
  limit_binds: true,
  week: null,
  asked: [],
  left: [],
  bot_chose: false,
  share: false,
};

/** Whether a screen is for another chair or table than the page was made for; then the page is made anew. */
export function belongsElsewhere({ table, mine }) {
  const { role, table: number } = document.body.dataset;
  return ((mine.role ?? "") !== role || String(table.table) !== number) && startAgain();
}

export function createPlace(socket, partOf) {
  let shown = null;
  let wish = { since: -Infinity }; // what was pressed before the dialogs were here

  /* The dialogs about my name and place, and who asks to share it, come when they are needed, not with the first
   * visit. */
  const dialogs = partOf(
    () => import("./my_place.js"),
    ({ createMyPlace }) => createMyPlace(socket),
  );

  /* What was pressed opens when that comes soon; much later it would come between. */
  function drawDialogs(isAsked) {
    const isWished = performance.now() - wish.since < SOON_MS;
    if (!shown || !dialogs.here) return (isAsked || isWished) && dialogs.bring();
    dialogs.here.draw(...shown);
    if (isWished) dialogs.here[wish.what]();
    wish = { since: -Infinity };
  }

  for (const [id, what] of [
    ["my-place", "open"],
    ["rename", "rename"],
  ]) {
    at(id).addEventListener("click", () => {
      wish = { what, since: performance.now() };
      drawDialogs();
    });
  }
  /* Who has a chair never needs it. */
  const prediction = partOf(
    () => import("./prediction.js"),
    ({ createPrediction }) => createPrediction(socket),
  );
  function drawPrediction(table, mine) {
    const looks = mine.seat === null && (mine.is_open || mine.came !== null);
    at("predict").hidden = !looks || !prediction.here;
    if (!looks) return;
    if (prediction.here) prediction.here.draw(table, mine);
    else prediction.bring();
  }

  return {
    draw(table, mine) {
      at("practice").hidden = !(table.practice && table.round <= 1 && table.phase !== "lobby");
      say(at("shares"), mine.share ? word("ui.player.shares", { alias: mine.alias }) : "");
      drawPrediction(table, mine);
      shown = [table, mine];
      drawDialogs(mine.asking?.length);
    },
    bring: dialogs.bring,
  };
}

/** Who sits at the table, in the lobby. */
export function drawPeople(table, mine) {
  at("people").hidden = table.phase !== "lobby";
  if (table.phase !== "lobby") return;
  fillList(
    at("people-list"),
    table.seats,
    () => copy("person"),
    ({ node, parts }, seat) => {
      const looks = ["person", seat.seat === mine.seat && "me", !seat.alias && "empty", !seat.present && "away"];
      node.className = looks.filter(Boolean).join(" ");
      node.dataset.role = parts.badge.dataset.role = seat.role;
      say(parts.badge, word(`ui.letter.${seat.role}`));
      say(parts.alias, seat.alias || word("ui.player.empty_seat"));
      say(parts.role, word(`role.${seat.role}`));
    },
  );
}

/** What is new here to this person, as the server said when it made this page; after two closed phases nothing is
 * any more. Who comes in the middle reads first what happened so far. */
export function createArrival(partOf) {
  const { arrival, closings, role, table: number } = document.body.dataset;
  const what = (arrival || "").split(" ");
  const key = `recap ${location.pathname} ${role} ${number}`;
  let isClosed = recall("sessionStorage", key) !== null;
  let first = null;
  let seat = null;
  let inLobby = false;
  let moved = null; // the step in which this person went to another chair, with this page

  const isNew = ({ step }) => !isClosed && step - first + Number(closings) < NEW_FOR;
  const isLate = (table) => what.includes("late") && isNew(table);

  /* Nobody else fetches that. */
  const recap = partOf(
    () => import("./recap.js"),
    ({ createRecap }) => createRecap({ warm: what.includes("warm"), key, closed }),
  );
  function closed() {
    isClosed = true;
    at("role-card").open = false;
    placeRoleCard(inLobby);
  }

  return {
    see(table, mine) {
      first ??= table.step;
      if (seat !== null && seat !== mine.seat) moved = table.step;
      seat = mine.seat;
      inLobby = table.phase === "lobby";
    },
    /* A new phase: the role card is what the lobby, a late arrival and a new chair begin with. */
    enter: (table) => placeRoleCard(inLobby || ((what.includes("late") || what.includes("chair")) && isNew(table))),
    drawRecap(table) {
      if (!isLate(table)) recap.here?.hide();
      else if (recap.here) recap.here.draw(table);
      else recap.bring();
    },
    /* What a bot chose was chosen while one was away only for who had this chair, with this phone, when it did. */
    botChose({ step }) {
      const came = step === first && (what.includes("phone") || (what.includes("chair") && closings === "0"));
      return came || step === moved ? "ui.player.bot_chose_here" : "ui.player.bot_chose";
    },
  };
}

/* Where it does not come first it waits below the choices. */
function placeRoleCard(isFirst) {
  const card = at("role-card");
  if (card.dataset.first === String(isFirst)) return; // folded by hand, it stays so
  card.dataset.first = String(isFirst);
  card.open = isFirst;
  at(isFirst ? "people" : "story").after(card);
}
