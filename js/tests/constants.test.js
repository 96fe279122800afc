import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST } from "../src/atlas/state.js";
import { MOST_TRIPS, RIDE_BITS, ROUNDING, UNREACHED } from "../src/engine/timetable.js";
import { FORMAT } from "../src/shared/unpack.js";
import { UNITS } from "../src/shared/geometry.js";
import { SINGLE, WHOLE, limitOf } from "../src/shared/precision.js";
import { fixture } from "./fixtures.js";

test("constants are those of the library", () => {
  assert.deepEqual({ SINGLE, WHOLE, LONGEST, UNITS, FORMAT, ROUNDING, RIDE_BITS, UNREACHED, MOST_TRIPS },
    fixture("constants"));
});

test("a time that rounding has made longer lies within its cutoff", () => {
  assert.ok(Math.fround(Math.fround(2700.0001) / 60) <= limitOf(45));
  assert.ok(Math.fround(2701 / 60) > limitOf(45));
});
