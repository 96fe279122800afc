/* What the engine says to a page from a worker, and what the page says to it. The first message
   holds the packed network {manifest, chunks}; each further one {number, asked}, a question, is
   answered by {number, minutes, walked, status} or {number, failed}, one after the other. */

import { answersOf } from "./answers.js";
import { unpack } from "./unpack.js";

/* Listens in a worker: `scope` is its global object. */
export function serve(scope) {
  let opened = null;
  scope.addEventListener("message", async ({ data }) => {
    try {
      if (opened === null) {
        opened = unpack(data.manifest, data.chunks).then((arrays) => answersOf(arrays, data.manifest.meta));
        await opened;
        scope.postMessage({ opened: true });
        return;
      }
      const { minutes, walked, status } = (await opened).times(data.asked);
      scope.postMessage({ number: data.number, minutes, walked, status });
    } catch (error) {
      scope.postMessage({ number: data.number, failed: error.message });
    }
  });
}

/* Asks a worker: gives `times(asked)`, a promise, once it has opened the network. Where a question
   that nobody waits for any longer must not hold up the next one, `times` is told so by `asked`. */
export function asking(worker, packed) {
  const waiting = new Map();
  let number = 0;
  return new Promise((done, failed) => {
    worker.addEventListener("error", (event) => failed(new Error(event.message || "no worker")));
    worker.addEventListener("message", ({ data }) => {
      if (data.opened) {
        done((asked) => new Promise((answered, refused) => {
          waiting.set(++number, { answered, refused });
          worker.postMessage({ number, asked });
        }));
        return;
      }
      if (data.number === undefined) {
        failed(new Error(data.failed));
        return;
      }
      const { answered, refused } = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.failed === undefined) answered(data);
      else refused(new Error(data.failed));
    });
    worker.postMessage(packed);
  });
}
