import assert from "node:assert/strict";
import { test } from "node:test";
import { LATER, laterParts, selected } from "../src/engine/later.js";

const META = {
  scenarios: ["baseline", "plan"],
  trips: [
    { id: "car", timetable: null, legs: { street: { layers: [0, 1], snapping: [0, 2], own_snapping: [1, 1] } } },
    { id: "bus", timetable: {}, legs: { access: { layers: [0, 0], snapping: [0, 0], own_snapping: [1, 1] },
      egress: { layers: [2, 2], snapping: [0, 0], own_snapping: [1, 1] } } },
  ],
  streets: {
    snappings: [{ beside: null }, { beside: 0 }, { beside: 0 }],
    layers: [{ shape: 0, sets: [0, 1, -1] }, { shape: 0, sets: [2, 3, -1] }, { shape: 1, sets: [0, 0, -1] }],
    shapes: [
      { spots: 0, metrics: [{ from: -1, like: -1 }, { from: 0, like: -1 }, { from: 0, like: -1 }, { from: 2, like: 1 }] },
      { spots: 0, metrics: [{ from: -1, like: -1 }] },
    ],
  },
};
const ASKED = ["car", "bus"];
const FACTORS = [0, 1, 2, 3].map((metric) => `streets/0/${metric}/factor`);
const STANDS = [0, 1, 2].map((snap) => `snap/${snap}/0/leave`);

/** Numbers of those of some names that a question needs. */
const needed = (asked, names) => [...names.keys()].filter((k) => laterParts(META, asked)(names[k]));

test("a question needs its own metric and those that it is written from", () => {
  assert.deepEqual(needed({ trip: "car" }, FACTORS), [0]);
  assert.deepEqual(needed({ trip: "car", foreign_routing: false }, FACTORS), [0, 1]);
  assert.deepEqual(needed({ trip: "car", scenario: "plan" }, FACTORS), [0, 2]);
  assert.deepEqual(needed({ trip: "car", scenario: "plan", foreign_routing: false }, FACTORS), [0, 1, 2, 3]);
});

test("it needs where points stand in its scenario and with its border, and beside what that is written", () => {
  assert.deepEqual(needed({ trip: "car" }, STANDS), [0]);
  assert.deepEqual(needed({ trip: "car", foreign_routing: false }, STANDS), [0, 1]);
  assert.deepEqual(needed({ trip: "car", scenario: "plan" }, STANDS), [0, 2]);
});

test("other shapes and timetables are left packed until a trip takes them", () => {
  const names = ["streets/0/step", "streets/1/step", "snap/0/1/leave", "snap/0/status", "call/stop", "plan/0/run"];
  assert.deepEqual(ASKED.map((trip) => needed({ trip }, names)), [[0, 3], [0, 1, 2, 3, 4, 5]]);
});

test("what is not there needs nothing, and is told when it is answered", () => {
  const names = [...FACTORS, ...STANDS, "call/stop"];
  assert.deepEqual(needed({ trip: "plane" }, names), []);
  assert.deepEqual(needed({ trip: "bus", scenario: "none" }, names), []);
});

test("what is known of points comes at once", () => {
  const names = ["streets/0/step", "cell/lon", "streets/0/12/rest", "snap/0/status", "twin/cell", "call/stop"];
  const manifest = { format: 1, meta: META, parts: names.map((name) => ({ name })) };
  const first = selected(manifest, ["a", "b", "c", "d", "e", "f"], (name) => !LATER.test(name));
  assert.deepEqual([first.chunks, first.manifest.parts.map(({ name }) => name)], [["b", "e"], ["cell/lon", "twin/cell"]]);
});
