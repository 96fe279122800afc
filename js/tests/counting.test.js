import assert from "node:assert/strict";
import { test } from "node:test";
import { countriesOf, countingOf, curve, reach, unknownReach } from "../src/engine/counting.js";

/** Numbers at random, the same each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
/** Sixty cells in so many countries by turns, and every seventh in none. */
const cellsOf = (covered) => ({ n: 60, covered,
  country: Int8Array.from({ length: 60 }, (_, i) => (i % 7 ? i % covered : -1)) });

test("a curve passes through what is reached within each whole minute", () => {
  for (let seed = 0; seed < 24; seed++) {
    const cells = cellsOf(1 + (seed % 4));
    const next = random(seed);
    const minutes = Float32Array.from({ length: 60 }, () => (next() < 0.1 ? NaN : Math.floor(next() * 40) / (next() < 0.5 ? 1 : 3)));
    const weights = Float64Array.from({ length: 60 }, () => (next() < 0.2 ? NaN : Math.floor(next() * 9)));
    const found = curve(cells, minutes, weights, 20);
    for (let minute = 0; minute <= 20; minute++) {
      const { by, missing } = reach(cells, minutes, weights, minute, 0);
      assert.deepEqual([found.by.map((one) => one[minute]), found.unknown[minute]], [by, missing]);
    }
  }
});

test("closed counts the own country, realised what lies near enough, open all", () => {
  const cells = { n: 4, covered: 2, country: Int8Array.of(0, 0, 1, 1) };
  const found = reach(cells, Float32Array.of(10, 50, 10, 30), [1, 2, 4, 8], 40, 0, { resistance: 20 });
  assert.deepEqual([found.closed, found.realised, found.open, found.felt], [1, 5, 13, 4]);
});

test("the border of three countries runs between the own and each other", () => {
  const cells = { n: 5, covered: 3, country: Int8Array.of(0, 1, 1, 2, 2) };
  const at = (home) => reach(cells, Float32Array.of(10, 10, 30, 15, 35), [1, 2, 4, 8, 16], 40, home, { resistance: 20 });
  const [first, last] = [at(0), at(2)];
  assert.deepEqual([first.by, first.feltBy, first.closed, first.realised, first.open], [[1, 6, 24], [1, 2, 8], 1, 11, 31]);
  assert.deepEqual([last.by, last.feltBy, last.closed, last.realised, last.open], [[1, 6, 24], [1, 2, 24], 24, 27, 31]);
});

test("in one country nothing lies across", () => {
  const cells = { n: 2, covered: 1, country: Int8Array.of(0, 0) };
  const found = reach(cells, Float32Array.of(10, 50), [1, 2], 40, 0, { resistance: 20 });
  assert.deepEqual([found.by, found.closed, found.realised, found.open, found.felt], [[1], 1, 1, 1, 0]);
});

test("where a country has no known count at all its sum is not known", () => {
  const cells = { n: 2, covered: 2, country: Int8Array.of(0, 1) };
  const found = reach(cells, Float32Array.of(1, 1), [5, NaN], 10, 0);
  assert.deepEqual([found.by, found.open, found.closed, found.missing], [[5, NaN], NaN, 5, 1]);
  const none = unknownReach(found);
  assert.deepEqual([none.by, none.open, none.missing], [[NaN, NaN], NaN, NaN]);
});

test("of a place whose country has no cells the own part is not known", () => {
  const cells = { n: 2, covered: 2, country: Int8Array.of(0, 1) };
  for (const home of [-1, 2]) {
    const found = reach(cells, Float32Array.of(1, 1), [5, 3], 10, home);
    assert.deepEqual([found.by, found.closed, found.open], [[5, 3], NaN, NaN]);
  }
});

test("countries are known by their position: those of cells first, none by -1", () => {
  const found = countriesOf(Uint8Array.of(7, 3, 7, 1, 0, 3), 3);
  assert.deepEqual(found, { countries: [3, 7, 1], covered: 2, positions: Int8Array.of(1, 0, 1, 2, -1, 0) });
});

test("counts of municipalities are shared by inhabitants, but for cells with their own", () => {
  const arrays = {
    "point/country": Uint8Array.of(1, 1, 1, 2), "cell/id": ["a", "b", "c"], "cell/municipality": Int32Array.of(0, 0, 1),
    "cell/population": Int32Array.of(1, 3, 0), "opportunity/municipality/jobs": Float64Array.of(8, 2),
    "opportunity/at/jobs": Int32Array.of(), "opportunity/cell/jobs": Float64Array.of(),
    "opportunity/municipality/halls": Float64Array.of(8, 2),
    "opportunity/at/halls": Int32Array.of(1, 2), "opportunity/cell/halls": Float64Array.of(5, 9),
    "place/id": ["p"], "place/lon": [6], "place/lat": [52],
  };
  const { opportunities, places } = countingOf(arrays, { n_cells: 3, n_places: 1, n_stops: 0, trips: [], scenarios: [] });
  assert.deepEqual(Array.from(opportunities.jobs), [2, 6, NaN]);
  assert.deepEqual(Array.from(opportunities.halls), [2, 5, 9]);
  assert.deepEqual(places, [{ id: "p", name: "p", lon: 6, lat: 52, country: 1 }]);
});
