/* The engine behind the atlas: it computes in a worker, so that the page never stutters, and what
   the page itself has to look up is unpacked here. */

import { countingOf } from "../engine/counting.js";
import { unpack } from "../engine/unpack.js";
import { asking } from "../engine/worker.js";

/* Parts that only the page reads, and parts that both read. */
const OURS = /^(shape|mean|opportunity)\//;
const BOTH = /^(cell|place|stop|municipality)\/|^point\/country$/;

/* The packed parts whose names fit. */
function some({ manifest, chunks }, fits) {
  const kept = manifest.parts.map((part, i) => i).filter((i) => fits(manifest.parts[i].name));
  return {
    manifest: { ...manifest, parts: kept.map((i) => manifest.parts[i]) },
    chunks: kept.map((i) => chunks[i]),
  };
}

/* A worker that runs a script of this page: nothing is fetched, also where the page is a file. */
function workerOf(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(address);
  return worker;
}

/* Where a page may have no worker (a frame that forbids it), the page itself computes. */
async function here({ manifest, chunks }) {
  const opened = await globalThis.GrensgeoEngine.open(manifest, chunks);
  return async (asked) => opened.times(asked);
}

/* Opens the packed network: gives what countingOf gives, and `times(asked)`, a promise. */
export async function openEngine(packed, text) {
  const theirs = some(packed, (name) => !OURS.test(name));
  const asked = (async () => {
    try {
      return await asking(workerOf(text), theirs);
    } catch {
      return here(theirs);
    }
  })();
  const ours = some(packed, (name) => OURS.test(name) || BOTH.test(name));
  const arrays = await unpack(ours.manifest, ours.chunks);
  return { ...countingOf(arrays, packed.manifest.meta), times: await asked };
}
