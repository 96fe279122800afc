/* The engine as a script of its own: in a page it gives `GrensgeoEngine.open`, in a worker, which
   a page makes of the very same text, it serves the page. */

import { answersOf, nowhere } from "./answers.js";
import { countingOf, unknownReach } from "./counting.js";
import { unpack } from "../shared/unpack.js";
import { serve } from "./worker.js";

/** Opens what was packed, as grensgeo.maps.packing.pack gave it.
 *
 * const engine = await GrensgeoEngine.open(manifest, chunks);
 * const { minutes, status } = engine.times({
 *   place: { kind: "cell", index: 5 }, trip: "car", direction: "from", foreign_routing: true });
 * engine.reach(minutes, engine.opportunities.jobs, 45, engine.cells.country[5]);
 * @param {import("../types.js").Manifest} manifest
 * @param {string[]} chunks */
async function open(manifest, chunks) {
  const arrays = await unpack(manifest, chunks);
  const counting = countingOf(arrays, manifest.meta);
  const answers = answersOf(arrays, manifest.meta);
  const lost = new WeakSet(); // minutes from places that are not on the network
  /** @type {import("../types.js").Counting["reach"]} */
  function reach(minutes, ...asked) {
    const found = counting.reach(minutes, ...asked);
    return lost.has(minutes) ? unknownReach(found) : found;
  }
  /** @param {import("../types.js").Asked} asked */
  function times(asked) {
    const found = answers.times(asked);
    if (nowhere(found.status)) lost.add(found.minutes);
    return found;
  }
  return { ...counting, times, why: answers.why, reach };
}

Object.assign(globalThis, { GrensgeoEngine: { open, unpack } });
if (typeof document === "undefined") serve(globalThis);
