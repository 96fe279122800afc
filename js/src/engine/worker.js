/* What the engine says to a page from a worker, and what the page says to it. The first message
   holds the packed network {manifest, chunks}; each further one {number, asked}, a question, is
   answered by {number, minutes, walked, status} or {number, failed}, one after the other. */

import { answersOf } from "./answers.js";
import { unpack } from "./unpack.js";

/** @typedef {import("../types.js").Answer} Answer */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Packed} Packed */

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error));

/** Listens in a worker.
 * @param {any} scope its global object */
export function serve(scope) {
  /** @type {Promise<ReturnType<typeof answersOf>> | null} */
  let opened = null;
  scope.addEventListener("message", async (/** @type {MessageEvent} */ { data }) => {
    const { number, asked, manifest, chunks } = data;
    try {
      if (opened === null) {
        opened = unpack(manifest, chunks).then((arrays) => answersOf(arrays, manifest.meta));
        await opened;
        scope.postMessage({ opened: true });
        return;
      }
      const { minutes, walked, status } = (await opened).times(asked);
      scope.postMessage({ number, minutes, walked, status });
    } catch (error) {
      scope.postMessage({ number, failed: reason(error) });
    }
  });
}

/** Opens a packed network in a worker.
 * @param {Pick<Worker, "addEventListener" | "postMessage">} worker
 * @param {Packed} packed
 * @returns {Promise<(asked: Asked) => Promise<Answer>>} asks it */
export function asking(worker, packed) {
  /** @type {Map<number, {answered: (answer: Answer) => void, refused: (error: Error) => void}>} */
  const waiting = new Map();
  let last = 0;
  /** @param {Asked} asked
   * @returns {Promise<Answer>} */
  const ask = (asked) => new Promise((answered, refused) => {
    waiting.set(++last, { answered, refused });
    worker.postMessage({ number: last, asked });
  });
  return new Promise((done, failed) => {
    worker.addEventListener("error", (event) => {
      const error = new Error(event.message || "no worker");
      failed(error);
      for (const { refused } of waiting.values()) refused(error);
      waiting.clear();
    });
    worker.addEventListener("message", ({ data }) => {
      const one = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.opened) done(ask);
      else if (!one) failed(new Error(data.failed));
      else if (data.failed === undefined) one.answered(data);
      else one.refused(new Error(data.failed));
    });
    worker.postMessage(packed);
  });
}
