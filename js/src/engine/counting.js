/* What lies where, and how much of it is reached: cells, places and stops, counts by cell, and
   their sums within a cutoff. Arrays in, numbers out. */

import { limitOf } from "../shared/precision.js";

/** @typedef {import("../types.js").Arrays} Arrays */
/** @typedef {import("../types.js").Cells} Cells */
/** @typedef {import("../types.js").Counts} Counts */
/** @typedef {import("../types.js").Minutes} Minutes */
/** @typedef {{n: number, covered: number, country: ArrayLike<number>}} Counted cells by the position of
 *   their country, -1 in none; in how many countries they lie */
/** @typedef {{total: number, known: number, unknown: number, any: boolean, cells: number}} Sum */

/** Counts of opportunities by cell: those of each municipality shared over its cells by their
 * inhabitants, as Region.opportunities does, but for cells that have a count of their own. NaN where a
 * count is not known.
 * @param {Arrays} arrays
 * @param {Cells} cells */
function opportunitiesOf(arrays, cells) {
  /** @type {Record<string, Counts>} */
  const found = {};
  for (const [key, values] of Object.entries(arrays)) {
    if (!key.startsWith("opportunity/municipality/")) continue;
    const name = key.slice(25);
    const people = new Float64Array(values.length);
    for (let i = 0; i < cells.n; i++) people[cells.municipality[i]] += cells.population[i];
    const counts = Float64Array.from(cells.municipality, (code, i) =>
      values[code] * cells.population[i] / people[code]);
    const own = arrays["opportunity/cell/" + name];
    arrays["opportunity/at/" + name].forEach((/** @type {number} */ cell, /** @type {number} */ i) => {
      counts[cell] = own[i];
    });
    found[name] = counts;
  }
  return found;
}

/** @param {Arrays} arrays
 * @param {string} kind
 * @param {Int8Array} country of its points
 * @returns {import("../types.js").Spotted[]} */
function pointsOf(arrays, kind, country) {
  /** @type {string[]} */
  const names = arrays[`${kind}/name`] || arrays[`${kind}/id`] || [];
  return names.map((name, i) => ({ id: arrays[`${kind}/id`][i], name,
    lon: arrays[`${kind}/lon`][i], lat: arrays[`${kind}/lat`][i], country: country[i] }));
}

/** What lies within a cutoff, by country, and last what lies in none. Unknown counts are no zeros:
 * where nothing but unknown counts lies within, or a country has no known count at all, the sum is
 * NaN.
 * @param {Counted} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {(time: number, country: number) => boolean} within
 * @returns {Sum[]} */
function sums(cells, minutes, weights, within) {
  const result = Array.from({ length: cells.covered + 1 },
    () => ({ total: 0, known: 0, unknown: 0, any: false, cells: 0 }));
  for (let i = 0; i < cells.n; i++) {
    const country = cells.country[i];
    const sum = result[country < 0 ? cells.covered : country];
    const count = weights[i];
    const missing = Number.isNaN(count);
    sum.cells++;
    if (!missing) sum.any = true;
    if (!within(minutes[i], country)) continue;
    if (missing) {
      sum.unknown++;
    } else {
      sum.known++;
      sum.total += count;
    }
  }
  for (const sum of result) {
    if (sum.cells > 0 && (!sum.any || (sum.unknown > 0 && sum.known === 0))) sum.total = NaN;
  }
  return result;
}

/** What is reached within a cutoff from a place in a country: by country, in all, with the border
 * closed (own country only), realised (whatever lies in any other counts as if `resistance`
 * minutes farther off) and open. What lies in the own country is NaN where no cells do. `missing`
 * counts cells within the cutoff whose count is not known.
 * @param {Counted} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {number} cutoff
 * @param {number} home position of the own country
 * @param {{resistance?: number}} [how]
 * @returns {import("../types.js").Reach} */
export function reach(cells, minutes, weights, cutoff, home, { resistance = 0 } = {}) {
  const limit = limitOf(cutoff);
  const found = sums(cells, minutes, weights, (time) => time <= limit);
  const felt = resistance === 0 ? found : sums(cells, minutes, weights, (time, country) =>
    (country === home ? time : Math.fround(time + resistance)) <= limit);
  const closed = home >= 0 && home < cells.covered ? found[home].total : NaN;
  let [across, feltAcross, missing] = [0, 0, 0];
  found.forEach((sum, country) => {
    missing += sum.unknown;
    if (country === home) return;
    across += sum.total;
    feltAcross += felt[country].total;
  });
  /** @param {Sum[]} all */
  const byCountry = (all) => all.slice(0, cells.covered).map((sum) => sum.total);
  return { by: byCountry(found), feltBy: byCountry(felt), total: closed + across, closed,
    realised: closed + feltAcross, felt: feltAcross, open: closed + across, missing };
}

/** The reach of a place that is not on the network: nothing is known.
 * @param {import("../types.js").Reach} found
 * @returns {import("../types.js").Reach} */
export function unknownReach({ by }) {
  const none = by.map(() => NaN);
  return { by: none, feltBy: none, total: NaN, closed: NaN, realised: NaN, felt: NaN, open: NaN, missing: NaN };
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
 * @param {Counted} cells
 * @param {Minutes} minutes
 * @param {Counts} weights
 * @param {number} most
 * @returns {import("../types.js").FullCurve} */
export function curve(cells, minutes, weights, most) {
  const empty = () => new Float64Array(most + 1);
  const result = { total: empty(), unknown: empty() }; // what lies in no country is in the total alone
  const sides = Array.from({ length: cells.covered }, () => ({
    any: false, sum: empty(), known: empty(), unknown: empty(),
  }));
  for (let i = 0; i < cells.n; i++) {
    const side = sides[cells.country[i]];
    const missing = Number.isNaN(weights[i]);
    if (side && !missing) side.any = true;
    if (Number.isNaN(minutes[i])) continue;
    const minute = minuteOf(minutes[i]);
    if (minute > most) continue;
    if (side) side[missing ? "unknown" : "known"][minute]++;
    if (missing) {
      result.unknown[minute]++;
      continue;
    }
    result.total[minute] += weights[i];
    if (side) side.sum[minute] += weights[i];
  }
  Object.values(result).forEach(addUp);
  for (const { any, sum, known, unknown } of sides) {
    [sum, known, unknown].forEach(addUp);
    for (let minute = 0; minute <= most; minute++) {
      if (!any || (unknown[minute] > 0 && known[minute] === 0)) sum[minute] = NaN;
    }
  }
  return { by: sides.map((side) => side.sum), ...result };
}

/** The countries of a page by their numbers (grensgeo/countries), those in which cells lie first;
 * a country is known by its position from here on, and one without a number by -1.
 * @param {Uint8Array} numbers of all points, cells first
 * @param {number} n how many cells there are
 * @returns {{countries: number[], covered: number, positions: Int8Array}} */
export function countriesOf(numbers, n) {
  /** @param {Uint8Array} some */
  const inOrder = (some) => [...new Set(some)].filter((number) => number > 0).sort((a, b) => a - b);
  const own = inOrder(numbers.subarray(0, n));
  const countries = [...own, ...inOrder(numbers).filter((number) => !own.includes(number))];
  return { countries, covered: own.length, positions: Int8Array.from(numbers, (number) => countries.indexOf(number)) };
}

/** What a page knows without any search: `arrays` need hold no streets and no timetable.
 * @param {Arrays} arrays
 * @param {import("../types.js").Meta} meta
 * @returns {import("../types.js").Counting} */
export function countingOf(arrays, meta) {
  const n = meta.n_cells;
  const m = n + meta.n_places;
  const { countries, covered, positions } = countriesOf(arrays["point/country"], n);
  const cells = { n, covered, id: arrays["cell/id"], lon: arrays["cell/lon"], lat: arrays["cell/lat"],
    country: positions.subarray(0, n), municipality: arrays["cell/municipality"],
    population: arrays["cell/population"] };
  return {
    cells, countries, places: pointsOf(arrays, "place", positions.subarray(n)),
    stops: pointsOf(arrays, "stop", positions.subarray(m)),
    municipalities: arrays["municipality/code"] || [],
    opportunities: opportunitiesOf(arrays, cells), trips: meta.trips, scenarios: meta.scenarios,
    meta, arrays,
    reach: (...asked) => reach(cells, ...asked),
    curve: (...asked) => curve(cells, ...asked),
  };
}
