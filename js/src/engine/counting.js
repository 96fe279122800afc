/* What lies where, and how much of it is reached: cells, places and stops, counts by cell, and
   their sums within a cutoff. Arrays in, numbers out. */

import { limitOf } from "../shared/precision.js";

/** @typedef {import("../types.js").Arrays} Arrays */
/** @typedef {import("../types.js").Cells} Cells */
/** @typedef {import("../types.js").Counts} Counts */
/** @typedef {import("../types.js").Minutes} Minutes */
/** @typedef {{total: number, known: number, unknown: number, any: boolean}} Sum */

/** Counts of opportunities by cell: as given, or those of each municipality shared over its cells
 * by their inhabitants, as Region.opportunities does. NaN where a count is not known.
 * @param {Arrays} arrays
 * @param {Cells} cells */
function opportunitiesOf(arrays, cells) {
  /** @type {Record<string, Counts>} */
  const found = {};
  for (const [name, values] of Object.entries(arrays)) {
    if (name.startsWith("opportunity/cell/")) found[name.slice(17)] = values;
    if (!name.startsWith("opportunity/municipality/")) continue;
    const people = new Float64Array(values.length);
    for (let i = 0; i < cells.n; i++) people[cells.municipality[i]] += cells.population[i];
    found[name.slice(25)] = Float64Array.from(cells.municipality, (code, i) =>
      values[code] * cells.population[i] / people[code]);
  }
  return found;
}

/** @param {Arrays} arrays
 * @param {string} kind
 * @param {Uint8Array} country of its points
 * @returns {import("../types.js").Spotted[]} */
function pointsOf(arrays, kind, country) {
  /** @type {string[]} */
  const names = arrays[`${kind}/name`] || arrays[`${kind}/id`] || [];
  return names.map((name, i) => ({ id: arrays[`${kind}/id`][i], name,
    lon: arrays[`${kind}/lon`][i], lat: arrays[`${kind}/lat`][i], country: country[i] }));
}

/** What lies within a cutoff, by country. Unknown counts are no zeros: where nothing but unknown
 * counts lies within, or a country has no known count at all, the sum is NaN.
 * @param {Cells} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {(time: number, code: number) => boolean} within
 * @returns {Map<number, Sum>} */
function sums(cells, minutes, weights, within) {
  const result = new Map();
  for (let i = 0; i < cells.n; i++) {
    const code = cells.country[i];
    let sum = result.get(code);
    if (!sum) result.set(code, sum = { total: 0, known: 0, unknown: 0, any: false });
    const count = weights[i];
    const missing = Number.isNaN(count);
    if (!missing) sum.any = true;
    if (!within(minutes[i], code)) continue;
    if (missing) {
      sum.unknown++;
    } else {
      sum.known++;
      sum.total += count;
    }
  }
  for (const sum of result.values()) {
    if (!sum.any || (sum.unknown > 0 && sum.known === 0)) sum.total = NaN;
  }
  return result;
}

/** What is reached within a cutoff from a place in a country (1 NL, 2 DE): by country, in all,
 * with the border closed (own country only), realised (whatever lies abroad counts as if
 * `resistance` minutes farther off) and open. `missing` counts cells within the cutoff whose
 * count is not known.
 * @param {Cells} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {number} cutoff
 * @param {number} originCountry
 * @param {{resistance?: number}} [how]
 * @returns {import("../types.js").Reach} */
export function reach(cells, minutes, weights, cutoff, originCountry, { resistance = 0 } = {}) {
  const limit = limitOf(cutoff);
  const found = sums(cells, minutes, weights, (time) => time <= limit);
  const felt = resistance === 0 ? found : sums(cells, minutes, weights, (time, code) =>
    (code === originCountry ? time : Math.fround(time + resistance)) <= limit);
  /** @param {number} code */
  const total = (code) => found.get(code)?.total ?? 0;
  let [closed, across, feltAcross, missing] = [0, 0, 0, 0];
  for (const [code, sum] of found) {
    missing += sum.unknown;
    if (code === originCountry) {
      closed += sum.total;
    } else {
      across += sum.total;
      feltAcross += felt.get(code)?.total ?? 0;
    }
  }
  return { nl: total(1), de: total(2), total: closed + across, closed,
    realised: closed + feltAcross, felt: feltAcross, open: closed + across, missing };
}

/** The whole minute within which a time in single precision lies.
 * @param {number} time */
function minuteOf(time) {
  const minute = Math.ceil(time);
  return minute > 0 && time <= limitOf(minute - 1) ? minute - 1 : minute;
}

/** Adds up values minute by minute.
 * @param {Float64Array} values */
function addUp(values) {
  for (let minute = 1; minute < values.length; minute++) values[minute] += values[minute - 1];
}

/** What is reached within every whole minute up to `most`, each a Float64Array of most + 1. A
 * country is NaN where `reach` has none: nothing is known of it, or of whatever lies within the
 * minute.
 * @param {Cells} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {number} most
 * @returns {import("../types.js").FullCurve} */
export function curve(cells, minutes, weights, most) {
  const empty = () => new Float64Array(most + 1);
  const result = { nl: empty(), de: empty(), total: empty(), unknown: empty() };
  const byCode = [empty(), result.nl, result.de]; // what lies in neither country is in the total alone
  const sides = byCode.map(() => ({
    any: false, known: empty(), unknown: empty(),
  }));
  for (let i = 0; i < cells.n; i++) {
    const code = cells.country[i];
    const missing = Number.isNaN(weights[i]);
    if (!missing) sides[code].any = true;
    if (Number.isNaN(minutes[i])) continue;
    const minute = minuteOf(minutes[i]);
    if (minute > most) continue;
    sides[code][missing ? "unknown" : "known"][minute]++;
    if (missing) {
      result.unknown[minute]++;
      continue;
    }
    result.total[minute] += weights[i];
    byCode[code][minute] += weights[i];
  }
  Object.values(result).forEach(addUp);
  for (const { known, unknown } of sides) [known, unknown].forEach(addUp);
  for (const code of [1, 2]) {
    const { any, known, unknown } = sides[code];
    for (let minute = 0; minute <= most; minute++) {
      if (!any || (unknown[minute] > 0 && known[minute] === 0)) byCode[code][minute] = NaN;
    }
  }
  return result;
}

/** What a page knows without any search: `arrays` need hold no streets and no timetable.
 * @param {Arrays} arrays
 * @param {import("../types.js").Meta} meta
 * @returns {import("../types.js").Counting} */
export function countingOf(arrays, meta) {
  const n = meta.n_cells;
  const m = n + meta.n_places;
  /** @type {Uint8Array} */
  const country = arrays["point/country"];
  const cells = { n, id: arrays["cell/id"], lon: arrays["cell/lon"], lat: arrays["cell/lat"],
    country: country.subarray(0, n), municipality: arrays["cell/municipality"],
    population: arrays["cell/population"] };
  return {
    cells, places: pointsOf(arrays, "place", country.subarray(n)), stops: pointsOf(arrays, "stop", country.subarray(m)),
    municipalities: arrays["municipality/code"] || [],
    opportunities: opportunitiesOf(arrays, cells), trips: meta.trips, scenarios: meta.scenarios,
    meta, arrays,
    reach: (...asked) => reach(cells, ...asked),
    curve: (...asked) => curve(cells, ...asked),
  };
}
