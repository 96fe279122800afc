import assert from "node:assert/strict";
import { test } from "node:test";
import { LATER, laterParts, selected } from "../src/engine/later.js";

const META = {
  scenarios: ["baseline", "plan"],
  trips: [{ id: "car", legs: { street: { layers: [0, 1] } } }],
  streets: {
    layers: [{ shape: 0, sets: [0, 1, -1] }, { shape: 0, sets: [2, 3, -1] }],
    shapes: [{ metrics: [
      { from: -1, like: -1 }, { from: 0, like: -1 }, { from: 0, like: -1 }, { from: 2, like: 1 },
    ] }],
  },
};
const numbers = (asked) => [...new Set([...laterParts(META, asked)].map((name) => Number(name.split("/")[2])))].sort();

test("a question needs its own metric and those that it is written from", () => {
  assert.deepEqual(numbers({ trip: "car" }), [0]);
  assert.deepEqual(numbers({ trip: "car", foreign_routing: false }), [0, 1]);
  assert.deepEqual(numbers({ trip: "car", scenario: "plan" }), [0, 2]);
  assert.deepEqual(numbers({ trip: "car", scenario: "plan", foreign_routing: false }), [0, 1, 2, 3]);
});

test("what is not there needs nothing, and is told when it is answered", () => {
  assert.equal(laterParts(META, { trip: "plane" }).size, 0);
  assert.equal(laterParts(META, { trip: "car", scenario: "none" }).size, 0);
});

test("metrics come later, shapes and points at once", () => {
  const manifest = { format: 1, meta: META, parts: ["streets/0/step", "streets/0/12/rest", "snap/0/status"].map((name) => ({ name })) };
  const first = selected(manifest, ["a", "b", "c"], (name) => !LATER.test(name));
  assert.deepEqual([first.chunks, first.manifest.parts.map(({ name }) => name)],
    [["a", "c"], ["streets/0/step", "snap/0/status"]]);
});
