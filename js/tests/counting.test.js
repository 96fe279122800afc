import assert from "node:assert/strict";
import { test } from "node:test";
import { countingOf, curve, reach } from "../src/engine/counting.js";

/** Numbers at random, the same each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const CELLS = { n: 60, country: Uint8Array.from({ length: 60 }, (_, i) => [1, 2, 0][i % 7 ? i % 2 : 2]) };

test("a curve passes through what is reached within each whole minute", () => {
  for (let seed = 0; seed < 20; seed++) {
    const next = random(seed);
    const minutes = Float32Array.from({ length: 60 }, () => (next() < 0.1 ? NaN : Math.floor(next() * 40) / (next() < 0.5 ? 1 : 3)));
    const weights = Float64Array.from({ length: 60 }, () => (next() < 0.2 ? NaN : Math.floor(next() * 9)));
    const found = curve(CELLS, minutes, weights, 20);
    for (let minute = 0; minute <= 20; minute++) {
      const { nl, de, missing } = reach(CELLS, minutes, weights, minute, 1);
      assert.deepEqual([found.nl[minute], found.de[minute], found.unknown[minute]], [nl, de, missing]);
    }
  }
});

test("closed counts the own country, realised what lies near enough, open all", () => {
  const cells = { n: 4, country: Uint8Array.of(1, 1, 2, 2) };
  const found = reach(cells, Float32Array.of(10, 50, 10, 30), [1, 2, 4, 8], 40, 1, { resistance: 20 });
  assert.deepEqual([found.closed, found.realised, found.open, found.felt], [1, 5, 13, 4]);
});

test("where a country has no known count at all its sum is not known", () => {
  const cells = { n: 2, country: Uint8Array.of(1, 2) };
  const found = reach(cells, Float32Array.of(1, 1), [5, NaN], 10, 1);
  assert.deepEqual([found.nl, found.de, found.open, found.closed, found.missing], [5, NaN, NaN, 5, 1]);
});

test("counts of municipalities are shared by inhabitants", () => {
  const arrays = {
    "point/country": Uint8Array.of(1, 1, 1, 2), "cell/id": ["a", "b", "c"], "cell/municipality": Int32Array.of(0, 0, 1),
    "cell/population": Int32Array.of(1, 3, 0), "opportunity/municipality/jobs": Float64Array.of(8, 2),
    "place/id": ["p"], "place/lon": [6], "place/lat": [52],
  };
  const { opportunities, places } = countingOf(arrays, { n_cells: 3, n_places: 1, n_stops: 0, trips: [], scenarios: [] });
  assert.deepEqual(Array.from(opportunities.jobs), [2, 6, NaN]);
  assert.deepEqual(places, [{ id: "p", name: "p", lon: 6, lat: 52, country: 2 }]);
});
