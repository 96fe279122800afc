/* The engine as a script of its own: in a page it gives `GrensgeoEngine.open`, in a worker, which
   a page makes of the very same text, it serves the page. */

import { answersOf, nowhere } from "./answers.js";
import { countingOf } from "./counting.js";
import { unpack } from "./unpack.js";
import { serve } from "./worker.js";

/* Opens what was packed: `manifest` and `chunks` as grensgeo.maps.packing.pack gave them.

   const engine = await GrensgeoEngine.open(manifest, chunks);
   const { minutes, status } = engine.times({
     place: { kind: "cell", index: 5 }, trip: "car", direction: "from", foreign_routing: true });
   engine.reach(minutes, engine.opportunities.jobs, 45, engine.cells.country[5]); */
async function open(manifest, chunks) {
  const arrays = await unpack(manifest, chunks);
  const counting = countingOf(arrays, manifest.meta);
  const answers = answersOf(arrays, manifest.meta);
  const lost = new WeakSet(); // minutes from places that are not on the network
  return {
    ...counting,
    times(asked) {
      const found = answers.times(asked);
      if (nowhere(found.status)) lost.add(found.minutes);
      return found;
    },
    reach(minutes, ...asked) {
      const found = counting.reach(minutes, ...asked);
      if (lost.has(minutes)) for (const name of Object.keys(found)) found[name] = NaN;
      return found;
    },
  };
}

globalThis.GrensgeoEngine = { open, unpack };
if (typeof document === "undefined") serve(globalThis);
