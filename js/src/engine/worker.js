/* What the engine says to a page from a worker, and what the page says to it. The first message
   holds the packed network {manifest, chunks, first}, with a question like the first one, for which
   the worker makes itself ready while the page draws; each further one {number, asked}, a question,
   is answered by {number, minutes, walked, status}, by {number, minutes, legs} where it names another
   place, or by {number, failed}, one after the other. */

import { answersOf } from "./answers.js";
import { LATER, laterParts, selected } from "./later.js";
import { unpack } from "../shared/unpack.js";

/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Packed} Packed */

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error));

/** Opens what was packed, but for what a question needs first.
 * @param {Packed["manifest"]} manifest
 * @param {string[]} chunks
 * @returns {Promise<(asked: Asked) => Promise<any>>} times, or why one is as it is where another place is asked about */
async function opening(manifest, chunks) {
  const now = selected(manifest, chunks, (name) => !LATER.test(name));
  const arrays = await unpack(now.manifest, now.chunks);
  const answers = answersOf(arrays, manifest.meta);
  return async (asked) => {
    const needed = laterParts(manifest.meta, asked);
    const more = selected(manifest, chunks, (name) => needed(name) && !Object.hasOwn(arrays, name));
    Object.assign(arrays, await unpack(more.manifest, more.chunks));
    return asked.other ? answers.why(asked) : answers.times(asked);
  };
}

/** Listens in a worker; what comes is dealt with one after the other.
 * @param {any} scope its global object */
export function serve(scope) {
  /** @type {((asked: Asked) => Promise<any>) | null} */
  let answer = null;
  let turn = Promise.resolve();
  /** @param {any} data */
  async function handle({ number, asked, manifest, chunks, first }) {
    try {
      if (answer === null) {
        answer = await opening(manifest, chunks);
        scope.postMessage({ opened: true });
        // what is wrong with the question is told to who asks it
        if (first) await answer(first).catch(() => undefined);
        return;
      }
      scope.postMessage({ number, ...await answer(asked) });
    } catch (error) {
      scope.postMessage({ number, failed: reason(error) });
    }
  }
  scope.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
    turn = turn.then(() => handle(data));
  });
}

/** Opens a packed network in a worker.
 * @param {Pick<Worker, "addEventListener" | "postMessage">} worker
 * @param {Packed} packed
 * @param {Asked | null} [first] a question like the first one
 * @returns {Promise<(asked: Asked) => Promise<any>>} asks it */
export function asking(worker, packed, first = null) {
  /** @type {Map<number, {answered: (answer: any) => void, refused: (error: Error) => void}>} */
  const waiting = new Map();
  let last = 0;
  /** @param {Asked} asked
   * @returns {Promise<any>} */
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
    worker.postMessage({ ...packed, first });
  });
}
