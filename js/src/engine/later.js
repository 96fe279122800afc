/* Which parts of a page's data a question needs besides those that all do: streets, where points
   stand on them and timetables are unpacked when a trip, an hour, a scenario or a closed border is
   first asked about, so that the first answer waits for nothing else. */

/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Manifest} Manifest */
/** @typedef {import("../types.js").LegMeta} LegMeta */
/** @typedef {Manifest["parts"][number]} Part */

/** Parts of timetables. */
const TIMETABLES = /^(pattern|call|plan|changes|run|vehicle)\//;
/** Parts that only some questions need. */
export const LATER = /^(streets|snap|pattern|call|plan|changes|run|vehicle)\//;
/** What a shape has for all metrics. */
const SHAPE = ["count", "step", "rank", "length"];

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

/** Names of the parts that say where points stand, and of those beside which that is written.
 * @param {any} streets
 * @param {number} shape
 * @param {number | null} snap
 * @param {Set<string>} names */
function addStanding(streets, shape, snap, names) {
  if (snap === null) return;
  for (const name of ["status", "offset", `${shape}/leave`, `${shape}/gap`]) names.add(`snap/${snap}/${name}`);
  addStanding(streets, shape, streets.snappings[snap].beside, names);
}

/** Which parts a question needs that may come later; none for what is not there to be asked about.
 * @param {any} meta
 * @param {Asked} asked
 * @returns {(name: string) => boolean} */
export function laterParts({ trips, scenarios, streets }, asked) {
  const names = /** @type {Set<string>} */ (new Set());
  const trip = trips.find((/** @type {{ id: string }} */ one) => one.id === asked.trip);
  const scenario = scenarios.indexOf(asked.scenario ?? scenarios[0]);
  const own = asked.foreign_routing === false;
  for (const leg of /** @type {LegMeta[]} */ (Object.values(trip?.legs ?? {}))) {
    const layer = streets.layers[leg.layers[scenario]];
    if (!layer) continue;
    for (const name of SHAPE) names.add(`streets/${layer.shape}/${name}`);
    addStanding(streets, layer.shape, streets.shapes[layer.shape].spots, names);
    for (const snaps of own ? [leg.own_snapping, leg.snapping] : [leg.snapping]) {
      addStanding(streets, layer.shape, snaps[scenario], names);
    }
    for (const metric of own ? layer.sets : layer.sets.slice(0, 1)) addMetric(streets, layer.shape, metric, names);
  }
  const timed = Boolean(trip?.timetable) && scenario >= 0;
  return (name) => names.has(name) || (timed && TIMETABLES.test(name));
}
