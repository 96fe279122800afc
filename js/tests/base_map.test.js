import assert from "node:assert/strict";
import { test } from "node:test";
import { nearCells } from "../src/atlas/places.js";
import { baseMapOf, cornersOf, degreesOf, inSight, levelAt, shownAt } from "../src/shared/base_map.js";

/** A road of four corners, the two in the middle for closer zooms, and a village. */
const ARRAYS = {
  names: ["", "N35", "Glane"], layer: [0, 1], rank: [2, 3], name: [1, 2], corners: [4, 1],
  start_x: [0, 20000], start_y: [0, 10000], step_x: [10000, 10000, 10000], step_y: [0, 1000, -1000],
  level: [0, 2, 1, 0, 0], people: [200],
};
const LOOKS = { layers: ["road", "place"], levels_from: [9.5, 11.5], shown_from: { road: [0, 0, 9], place: [0, 9, 10, 12] },
                colours: {} };
const base = baseMapOf(ARRAYS, LOOKS);
/** 360 pixels of the world: one a degree, about the equator. */
const SIGHT = { width: 10, height: 10, scale: 360 / 256, left: 180, top: 175 };

test("parts have the names and people that belong to them", () => {
  assert.deepEqual(base.layer, ["road", "place"]);
  assert.deepEqual(base.name, ["N35", "Glane"]);
  assert.deepEqual([...base.people], [0, 200]);
});

test("a place lies where it was written", () => {
  assert.deepEqual(degreesOf(base, 1).map((v) => Number(v.toFixed(6))), [2, 1]);
});

test("a line has more corners the closer one looks", () => {
  const along = [0, 1, 2].map((level) => cornersOf(base, 0, level, SIGHT).map(([x]) => Math.round(x)));
  assert.deepEqual(along, [[0, 3], [0, 2, 3], [0, 1, 2, 3]]);
  assert.deepEqual([8, 10, 13].map((zoom) => levelAt(base, zoom)), [0, 1, 2]);
});

test("only what lies in sight is found", () => {
  assert.deepEqual(inSight(base, "road", 2, SIGHT), [0]);
  assert.deepEqual(inSight(base, "road", 3, SIGHT), []);
  assert.deepEqual(inSight(base, "road", 2, { ...SIGHT, left: 190 }), []);
});

test("what is lesser is shown later, and a rank beyond the last as the last", () => {
  const shown = (layer, zoom) => [1, 2, 3, 4].filter((rank) => shownAt(base, layer, rank, zoom));
  assert.deepEqual(shown("place", 9.5), [1, 2]);
  assert.deepEqual(shown("place", 12), [1, 2, 3, 4]);
  assert.deepEqual(shown("road", 8), [1, 2]);
  assert.deepEqual(shown("road", 9), [1, 2, 3, 4]);
});

test("a village stands for the cell about it, and for none that is far", () => {
  const at = nearCells({ cells: { lon: [7, 7.01, 8], lat: [52, 52, 52] } });
  assert.deepEqual([at(7.009, 52.001), at(7.0, 52.019), at(7.03, 52), at(7.5, 52)], [1, 0, 1, -1]);
});
