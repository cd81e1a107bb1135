/* What a page brings along, for modules that read it as they load: the JSON that the server puts into it, and a
 * browser that keeps what it is given. */

/** Stand in for a page with these scripts of JSON, by id, in a language; before what reads them is imported. */
export function bring(scripts, language = "en") {
  globalThis.document = {
    body: { dataset: { language } },
    getElementById: (id) => (id in scripts ? { textContent: JSON.stringify(scripts[id]) } : null),
    addEventListener() {},
  };
  globalThis.window = { localStorage: store(), sessionStorage: store() };
}

function store() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
