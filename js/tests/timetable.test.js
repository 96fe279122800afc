import assert from "node:assert/strict";
import { test } from "node:test";
import { ways } from "../src/engine/timetable.js";

const STATED = {
  stop: [0, 1, 2], min_change_s: [30, 40, 50], change_ok: [1, 0, 1],
  transfer_from: [0, 0], transfer_to: [1, 1], transfer_s: [900, 800],
  forbidden_from: [2], forbidden_to: [0],
};
const WALKS = [[0, 1, 100.0], [1, 0, 100.0], [2, 0, 5.0], [0, 2, 99.2], [0, 0, 0.0]];

/** All ways as [from, to, seconds], sorted. */
function listed({ wayStart, wayStop, waySeconds }) {
  const all = [];
  for (let from = 0; from < wayStart.length - 1; from++) {
    for (let k = wayStart[from]; k < wayStart[from + 1]; k++) all.push([from, wayStop[k], waySeconds[k]]);
  }
  return all.sort();
}

test("what a timetable states goes before a walk", () => {
  const ahead = [[0, 0, 30], [0, 1, 800], [0, 2, 160], [1, 0, 160], [2, 2, 50]];
  assert.deepEqual(listed(ways(STATED, WALKS, 60, 3, false)), ahead);
  const back = ahead.map(([end, start, seconds]) => [start, end, seconds]).sort();
  assert.deepEqual(listed(ways(STATED, WALKS, 60, 3, true)), back);
});
