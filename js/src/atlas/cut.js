/* When a place comes to where a network that was cut ends: looked up in what the library computed,
   as its tables have it. */

/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {{arrays: import("../types.js").Arrays, meta: {n_cells: number, n_places: number},
 *   scenarios: string[]}} Held */

const NEVER = 255;

/** @param {Held} engine
 * @returns {(asked: Asked) => number} the first whole minute; Infinity where the network was not cut, or
 *   the question is who comes here */
export function cutOf({ arrays, meta, scenarios }) {
  const first = { cell: 0, place: meta.n_cells, stop: meta.n_cells + meta.n_places };
  return ({ place, trip, direction, percentile, scenario }) => {
    if (direction === "to") return Infinity;
    /** @param {string} plan */
    const told = (plan) => arrays[`edge/${trip}/${plan}/${percentile ?? ""}`] ?? arrays[`edge/${trip}/${plan}/`];
    const minutes = told(scenario ?? scenarios[0]) ?? told(scenarios[0]);
    const minute = minutes ? minutes[first[place.kind] + place.index] : NEVER;
    return minute === NEVER ? Infinity : minute;
  };
}
