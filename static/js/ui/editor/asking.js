/* What the editor asks of the server: one request at a time, each with the revision that the page last saw. */

/** Ask with this `token`; `revision()` is what was last seen, `says` the sentences. */
export function createAsking(token, revision, says) {
  let turn = Promise.resolve();

  return {
    /** Do `work` once the answer to what was asked before is taken: else two answers may cross. */
    inTurn(work) {
      const mine = turn.then(work);
      turn = Promise.allSettled([mine]); // whoever asked says what went wrong
      return mine;
    },
    /** Send a form to this page, and return what the server says; throws an error with a sentence. */
    async ask(body) {
      body.append("revision", revision());
      body.append("csrfmiddlewaretoken", token);
      let answer;
      try {
        answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json" } });
      } catch {
        throw new Error(says.unsaved);
      }
      const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
      if (!answer.ok) throw new Error(told.error ?? says.unsaved);
      return told;
    },
  };
}
