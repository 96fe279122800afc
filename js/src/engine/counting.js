/* What lies where, and how much of it is reached: cells, places and stops, counts by cell, and
   their sums within a cutoff. Arrays in, numbers out. */

import { limitOf } from "../shared/precision.js";

/* Counts of opportunities by cell: as given, or those of each municipality shared over its cells
   by their inhabitants, as Region.opportunities does. NaN where a count is not known. */
function opportunitiesOf(arrays, cells) {
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

function pointsOf(arrays, kind) {
  const names = arrays[`${kind}/name`] || arrays[`${kind}/id`] || [];
  return names.map((name, i) => ({ id: arrays[`${kind}/id`][i], name,
    lon: arrays[`${kind}/lon`][i], lat: arrays[`${kind}/lat`][i] }));
}

/* What lies within a cutoff. Unknown counts are no zeros: where nothing but unknown counts lies
   within, or a country has no known count at all, the sum is NaN. */
function sums(cells, minutes, weights, within) {
  const result = new Map();
  for (let i = 0; i < cells.n; i++) {
    const code = cells.country[i];
    if (!result.has(code)) result.set(code, { total: 0, known: 0, unknown: 0, any: false });
    const sum = result.get(code);
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

/* What is reached within a cutoff from a place in a country (1 NL, 2 DE): by country, in all,
   with the border closed (own country only), realised (whatever lies abroad counts as if
   `resistance` minutes farther off) and open. `missing` counts cells within the cutoff whose
   count is not known. */
export function reach(cells, minutes, weights, cutoff, originCountry, { resistance = 0 } = {}) {
  const limit = limitOf(cutoff);
  const found = sums(cells, minutes, weights, (time) => time <= limit);
  const felt = resistance === 0 ? found : sums(cells, minutes, weights, (time, code) =>
    (code === originCountry ? time : Math.fround(time + resistance)) <= limit);
  const total = (code) => (found.has(code) ? found.get(code).total : 0);
  let [closed, across, feltAcross, missing] = [0, 0, 0, 0];
  for (const [code, sum] of found) {
    missing += sum.unknown;
    if (code === originCountry) {
      closed += sum.total;
    } else {
      across += sum.total;
      feltAcross += felt.get(code).total;
    }
  }
  return { nl: total(1), de: total(2), total: closed + across, closed,
    realised: closed + feltAcross, felt: feltAcross, open: closed + across, missing };
}

/* The whole minute within which a time in single precision lies. */
function minuteOf(time) {
  const minute = Math.ceil(time);
  return minute > 0 && time <= limitOf(minute - 1) ? minute - 1 : minute;
}

/* Adds up values minute by minute. */
function addUp(values) {
  for (let minute = 1; minute < values.length; minute++) values[minute] += values[minute - 1];
}

/* What is reached within every whole minute up to `most`: {nl, de, total, unknown}, each a
   Float64Array of most + 1. A country is NaN where `reach` has none: nothing is known of it,
   or of whatever lies within the minute. */
export function curve(cells, minutes, weights, most) {
  const result = {};
  for (const name of ["nl", "de", "total", "unknown"]) result[name] = new Float64Array(most + 1);
  const byCode = [null, result.nl, result.de];
  const sides = byCode.map(() => ({
    any: false, known: new Float64Array(most + 1), unknown: new Float64Array(most + 1),
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
    if (byCode[code]) byCode[code][minute] += weights[i];
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

/* What a page knows without any search: `arrays` need hold no streets and no timetable. */
export function countingOf(arrays, meta) {
  const n = meta.n_cells;
  const country = arrays["point/country"];
  const cells = { n, id: arrays["cell/id"], lon: arrays["cell/lon"], lat: arrays["cell/lat"],
    country: country.subarray(0, n), municipality: arrays["cell/municipality"],
    population: arrays["cell/population"] };
  const places = pointsOf(arrays, "place");
  const stops = pointsOf(arrays, "stop");
  places.forEach((place, i) => { place.country = country[n + i]; });
  stops.forEach((stop, i) => { stop.country = country[n + places.length + i]; });
  return {
    cells, places, stops, municipalities: arrays["municipality/code"] || [],
    opportunities: opportunitiesOf(arrays, cells), trips: meta.trips, scenarios: meta.scenarios,
    meta, arrays,
    reach: (minutes, ...asked) => reach(cells, minutes, ...asked),
    curve: (minutes, ...asked) => curve(cells, minutes, ...asked),
  };
}
