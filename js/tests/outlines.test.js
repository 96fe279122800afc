import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsTo, canvasOf, changes, hex, themes, times, widthOf } from "../src/atlas/colours.js";
import { fillGaps, rasterise, shapes, shapesOf } from "../src/atlas/outlines.js";
import { follow } from "../src/shared/areas.js";
import { apart, line, stepsOf } from "../src/shared/geometry.js";

/** A square of some degrees from a corner, as rings of [latitude, longitude]. */
const square = (lon, lat, size) => [[[lat, lon], [lat, lon + size], [lat + size, lon + size], [lat + size, lon]]];
/** A frame of 8 x 4 pixels of one degree, about the equator, from 0 to 8 degrees east. */
const SCALE = 360 / 256;
const FRAME = { width: 8, height: 4, scale: SCALE, left: 180, top: 128 * SCALE - 2 };

test("steps lead from one corner to the next", () => {
  assert.deepEqual(line([62500, 522500, -2500, 5000]), [[52.25, 6.25], [52.75, 6]]);
});

test("letters are steps, and runs follow corners either way", () => {
  assert.deepEqual([stepsOf("GBkB"), stepsOf("AAKAIA"), stepsOf("")], [[3, 2, 20], [0, 0, 5, 5, 9, 9], []]);
  assert.deepEqual(follow([3, -2, 4, 2], ["a", "b", "c", "d", "e", "f"]), ["d", "c", "e", "f"]);
});

test("a shape is written into the pixels whose middle lies in it", () => {
  const into = new Uint32Array(32);
  rasterise(shapesOf([square(0, 0, 2), square(4.2, -1, 2.2)]), FRAME, into);
  const rows = [0, 1, 2, 3].map((row) => [...into.subarray(8 * row, 8 * row + 8)].join(""));
  assert.deepEqual(rows, ["11000000", "11002200", "00002200", "00000000"]);
});

test("a shape with bays and holes is written where its outline has been crossed an odd number of times", () => {
  const [width, height] = [40, 30];
  const frame = { width, height, scale: SCALE, left: 176, top: 128 * SCALE - 15 };
  /** @type {[number, number][]} */
  const jagged = [[-9, -3], [9, 2], [-7, 7], [9, 12], [9.3, 30], [-12, 33], [-2, 21], [-12, 14]];
  const shape = shapesOf([[jagged, square(16, 1, 5.3)[0], square(18, 2.2, 2)[0]]]);
  const into = new Uint32Array(width * height);
  rasterise(shape, frame, into);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column + 0.5 + frame.left, row + 0.5 + frame.top];
      let crossed = 0;
      for (let r = 0; r < 3; r++) {
        const [begin, end] = [shape.ringAt[r], shape.ringAt[r + 1]];
        for (let a = begin, b = end - 1; a < end; b = a++) {
          const [xa, ya, xb, yb] = [shape.x[a], shape.y[a], shape.x[b], shape.y[b]].map((v) => v * SCALE);
          if (ya > y !== yb > y && xa + ((y - ya) * (xb - xa)) / (yb - ya) < x) crossed++;
        }
      }
      assert.equal(into[row * width + column], crossed % 2, `${row} ${column}`);
    }
  }
  assert.ok(into.some((one) => one) && into.some((one) => !one));
});

test("outlines from steps are those from corners", () => {
  const corners = [square(1, 1, 2), square(5, -2, 1)].map(([ring]) => [ring]);
  const steps = { rings: [1, 1], corners: [4, 4], start_x: [10000, 40000], start_y: [10000, -30000],
                  step_x: [20000, 0, -20000, 10000, 0, -10000], step_y: [0, 20000, 0, 0, 10000, 0] };
  const [one, other] = [shapes(steps), shapesOf(corners)];
  for (const name of ["x", "y", "box"]) assert.deepEqual(Array.from(one[name]), Array.from(other[name]), name);
});

test("land between cells belongs to the nearest, and water to none", () => {
  const frame = { width: 6, height: 1 };
  const near = Uint32Array.of(1, 1, 1, 1, 0, 1);
  fillGaps(Uint32Array.of(7, 0, 0, 0, 0, 9), frame, 2, near, new Uint8Array(6));
  assert.deepEqual([...near], [7, 7, 7, 0, 0, 9]);
});

test("bands have a width that reads well and end at the cutoff", () => {
  assert.deepEqual([30, 60, 90, 120, 400].map(widthOf), [5, 10, 15, 20, 60]);
  assert.deepEqual(bandsTo(25, 10), [{ from: 0, to: 10 }, { from: 10, to: 20 }, { from: 20, to: 25 }]);
});

test("cells are coloured by time, striped where they do not count or no ride is needed", () => {
  const look = canvasOf(5);
  const palette = ["#000001", "#000002", "#000003"];
  times(look, themes.light, palette, { minutes: Float32Array.of(0, 10, 11, 31, 20), walked: Uint8Array.of(0, 1, 0, 0, 0),
    cutoff: 30, width: 10, countries: [1, 1, 1, 1, 2], counts: (_, country) => country === 1 });
  const { beyond, still, undo } = themes.light;
  assert.deepEqual([...look.colour], [0, ...[palette[0], palette[0], palette[1], beyond, palette[1]].map((c) => hex(c) >>> 0)]);
  assert.deepEqual([...look.stripe], [0, ...[palette[0], still, palette[1], beyond, undo].map((c) => hex(c) >>> 0)]);
  assert.deepEqual([...look.within], [0, 1, 1, 1, 0, 1]);
});

test("changes are coloured by what is gained or lost", () => {
  const look = canvasOf(5);
  const palette = ["#000001", "#000002", "#000003", "#000004", "#000005", "#000006"];
  changes(look, themes.dark, palette, { minutes: Float32Array.of(10, 10, 10, NaN, 50),
    before: Float32Array.of(10.5, 16, NaN, 10, 60), cutoff: 30 });
  const { same, beyond } = themes.dark;
  assert.deepEqual([...look.colour], [0, ...[same, palette[4], palette[5], palette[0], beyond].map((c) => hex(c) >>> 0)]);
});

test("boxes that only touch stand over one another", () => {
  assert.deepEqual([apart([0, 0, 1, 1], [2, 0, 3, 1]), apart([0, 0, 1, 1], [1, 1, 2, 2])], [true, false]);
});
