/* What a page brings along, for modules that read it as they load: the JSON that the server puts into it. */

/** Stand in for a page with these scripts of JSON, by id; before anything that reads them is imported. */
export function bring(scripts) {
  globalThis.document = {
    getElementById: (id) => (id in scripts ? { textContent: JSON.stringify(scripts[id]) } : null),
  };
}
