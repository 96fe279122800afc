/* The engine behind the atlas: it computes in a worker, so that the page never stutters, and what
   the page itself has to look up is unpacked here. */

import { countingOf } from "../engine/counting.js";
import { unpack } from "../shared/unpack.js";
import { asking } from "../engine/worker.js";

/** @typedef {import("../types.js").Packed} Packed */
/** @typedef {import("../types.js").Asked} Asked */

/** Parts that only the page reads, and parts that the worker reads too. */
const OURS = /^(shape|mean|opportunity|edge)\//;
const BOTH = /^(cell|place|stop|municipality)\/|^point\/country$/;

/** The packed parts whose names fit.
 * @param {Packed} packed
 * @param {(name: string) => boolean} fits
 * @returns {Packed} */
function some({ manifest, chunks }, fits) {
  const kept = [...manifest.parts.keys()].filter((i) => fits(manifest.parts[i].name));
  return {
    manifest: { ...manifest, parts: kept.map((i) => manifest.parts[i]) },
    chunks: kept.map((i) => chunks[i]),
  };
}

/** A worker that runs a script of this page: nothing is fetched, also where the page is a file.
 * @param {string} text */
const workerOf = (text) =>
  new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));

/** Where a page may have no worker (a frame that forbids it), the page itself computes.
 * @param {Packed} packed
 * @returns {Promise<(asked: Asked) => Promise<any>>} */
async function here({ manifest, chunks }) {
  const opened = await /** @type {any} */ (globalThis).GrensgeoEngine.open(manifest, chunks);
  return async (/** @type {Asked} */ asked) => (asked.other ? opened.why(asked) : opened.times(asked));
}

/** Opens the packed network.
 * @param {Packed} packed
 * @param {string} text of the engine's script
 * @param {Asked} first a question like the first one
 * @returns {Promise<import("../types.js").Engine>} */
export async function openEngine(packed, text, first) {
  const theirs = some(packed, (name) => !OURS.test(name));
  const times = (async () => {
    try {
      return await asking(workerOf(text), theirs, first);
    } catch {
      return here(theirs);
    }
  })();
  const ours = some(packed, (name) => OURS.test(name) || BOTH.test(name));
  const arrays = await unpack(ours.manifest, ours.chunks);
  const ask = async (/** @type {Asked} */ asked) => (await times)(asked);
  return { ...countingOf(arrays, packed.manifest.meta), times: ask, why: ask };
}
