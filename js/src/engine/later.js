/* Which parts of a page's data a question needs besides those that all do: seconds of edges are
   unpacked when a trip, an hour or a closed border is first asked about. */

/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Manifest} Manifest */
/** @typedef {Manifest["parts"][number]} Part */

/** Parts that only some questions need. */
export const LATER = /^streets\/\d+\/\d+\//;

/** Splits what was packed: parts whose names fit, in their order.
 * @param {Manifest} manifest
 * @param {string[]} chunks
 * @param {(name: string) => boolean} fits */
export function selected(manifest, chunks, fits) {
  const kept = manifest.parts.map((part, i) => i).filter((i) => fits(manifest.parts[i].name));
  return {
    manifest: { ...manifest, parts: kept.map((i) => manifest.parts[i]) },
    chunks: kept.map((i) => chunks[i]),
  };
}

/** Names of the parts of which a metric's seconds are read: its own, and those that it is written from.
 * @param {any} streets
 * @param {number} shape
 * @param {number} metric
 * @param {Set<string>} names */
function addMetric(streets, shape, metric, names) {
  const name = `streets/${shape}/${metric}`;
  if (metric < 0 || names.has(`${name}/factor`)) return;
  names.add(`${name}/factor`).add(`${name}/rest`);
  const told = streets.shapes[shape].metrics[metric];
  addMetric(streets, shape, told.from, names);
  addMetric(streets, shape, told.like, names);
}

/** Names of the parts that a question needs later; none for what is not there to be asked about.
 * @param {any} meta
 * @param {Asked} asked
 * @returns {Set<string>} */
export function laterParts({ trips, scenarios, streets }, asked) {
  const names = /** @type {Set<string>} */ (new Set());
  const trip = trips.find((/** @type {{ id: string }} */ one) => one.id === asked.trip);
  const scenario = scenarios.indexOf(asked.scenario ?? scenarios[0]);
  for (const leg of /** @type {{ layers: number[] }[]} */ (Object.values(trip?.legs ?? {}))) {
    const layer = streets.layers[leg.layers[scenario]];
    const sets = asked.foreign_routing === false ? layer?.sets : layer?.sets.slice(0, 1);
    for (const metric of sets ?? []) addMetric(streets, layer.shape, metric, names);
  }
  return names;
}
