/* What the debrief is drawn with is asked for once, before it is needed. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const asked = [];
let taken = 0;

beforeEach(() => {
  asked.length = 0;
  taken = 0;
  stand(undefined);
  globalThis.document = { body: { dataset: { ahead: "/static/1/later.js /static/1/debrief.js" } } };
  globalThis.fetch = async (address) => {
    asked.push([address, taken]);
    return { blob: async () => void (taken += 1) };
  };
});

/* Stand in for a browser with such a connection. */
function stand(connection) {
  Object.defineProperty(globalThis, "navigator", { value: { connection }, configurable: true });
}

const fresh = (name) => import(`../../static/js/ui/phone/ahead.js?${name}`);

test("one file after the other, once", async () => {
  const { fetchAhead } = await fresh("once");

  await fetchAhead();
  await fetchAhead();

  assert.deepEqual(asked, [
    ["/static/1/later.js", 0],
    ["/static/1/debrief.js", 1],
  ]);
});

test("without a connection it comes when it is drawn with", async () => {
  globalThis.fetch = async () => Promise.reject(new TypeError("no connection"));
  const { fetchAhead } = await fresh("away");

  assert.equal(await fetchAhead(), undefined);
});

test("nothing is asked for where data is dear", async () => {
  stand({ saveData: true });
  const { fetchAhead } = await fresh("dear");

  await fetchAhead();

  assert.deepEqual(asked, []);
});
