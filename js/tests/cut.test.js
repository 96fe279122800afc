import assert from "node:assert/strict";
import { test } from "node:test";

import { cutOf } from "../src/atlas/cut.js";

const engine = {
  meta: { n_cells: 2, n_places: 1 }, scenarios: ["baseline", "plan", "same"],
  arrays: {
    "edge/car/baseline/": [10, 255, 30, 40], "edge/car/plan/": [9, 8, 7, 6],
    "edge/bus/baseline/50": [50, 51, 52, 53], "edge/bus/baseline/90": [60, 61, 62, 63],
  },
};
const ask = (kind, index, more) => ({ place: { kind, index }, trip: "car", percentile: 50, ...more });

test("the end of a network that was cut is looked up by place, trip, percentile and scenario", () => {
  const cut = cutOf(engine);
  assert.deepEqual([ask("cell", 0), ask("cell", 1), ask("place", 0), ask("stop", 0)].map(cut), [10, Infinity, 30, 40]);
  assert.deepEqual(["plan", "same"].map((scenario) => cut(ask("cell", 0, { scenario }))), [9, 10]);
  assert.deepEqual([50, 90].map((percentile) => cut(ask("place", 0, { trip: "bus", percentile }))), [52, 62]);
  assert.equal(cut(ask("cell", 0, { direction: "to" })), Infinity);
  assert.equal(cutOf({ ...engine, arrays: {} })(ask("cell", 0)), Infinity);
});
