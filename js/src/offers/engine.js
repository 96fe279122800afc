/* The engine behind a page of offers: minutes from a home to the places of all offers, by every
   trip, computed in a worker. */

import { asking } from "../engine/worker.js";
import { unpack } from "../shared/unpack.js";

/** @typedef {import("../types.js").Packed} Packed */
/** @typedef {Record<string, ArrayLike<number>>} Minutes by trip; NaN where unreached */
/** @typedef {{id: string[], lon: ArrayLike<number>, lat: ArrayLike<number>}} Homes */

/** @param {Packed} packed
 * @param {string} text of the engine's script
 * @returns {Promise<{homes: Homes, minutes(home: number, foreign: boolean): Promise<Minutes>}>} */
export async function openOffers({ manifest, chunks }, text) {
  const trips = manifest.meta.trips.map(({ id }) => id);
  const first = { place: { kind: /** @type {const} */ ("place"), index: 0 }, trip: trips[0] };
  const ask = (async () => {
    try {
      const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
      return await asking(worker, { manifest, chunks }, first);
    } catch { // a page that may have no worker computes by itself
      const opened = await /** @type {any} */ (globalThis).GrensgeoEngine.open(manifest, chunks);
      return /** @param {import("../types.js").Asked} asked */ async (asked) => opened.times(asked);
    }
  })();
  const kept = manifest.parts.map((part, i) => ({ part, chunk: chunks[i] })).filter(({ part }) => part.name.startsWith("place/"));
  const ours = await unpack({ ...manifest, parts: kept.map(({ part }) => part) }, kept.map(({ chunk }) => chunk));
  return {
    homes: { id: ours["place/id"], lon: ours["place/lon"], lat: ours["place/lat"] },
    async minutes(home, foreign) {
      const answer = await ask;
      /** @type {Minutes} */
      const found = {};
      for (const trip of trips) {
        const asked = { place: { kind: /** @type {const} */ ("place"), index: home }, trip, foreign_routing: foreign };
        found[trip] = (await answer(asked)).minutes;
      }
      return found;
    },
  };
}
