import assert from "node:assert/strict";
import { test } from "node:test";
import { bound, byArea, counts, fromCurve, knownParts, requests, standing, sumKnown } from "../src/atlas/figures.js";
import { sorted } from "../src/atlas/ranking.js";

const STATE = { trip: "car", direction: "from", percentile: 50, border: "open", reading: "destinations", cutoff: 30,
                resistance: 10, scenario: "today" };

test("missing is not zero, and at least nothing is no knowledge", () => {
  assert.deepEqual([sumKnown([NaN, 2]), sumKnown([NaN, NaN]), bound([NaN, 2]), bound([NaN, 0]), bound([0, 0])],
    [2, NaN, 2, NaN, 0]);
});

test("what one country lacks does not hide what the other has", () => {
  const found = knownParts({ nl: 5, de: NaN, closed: 5, realised: NaN, felt: NaN, open: NaN }, STATE, 1);
  assert.deepEqual(found.atLeast, { closed: 5, realised: 5, open: 5 });
  assert.deepEqual(found.lacks, { closed: [], realised: ["de"], open: ["de"] });
  assert.deepEqual([found.shown_nl, found.shown_de, found.unknownCountries], [5, NaN, ["de"]]);
  const closed = knownParts({ nl: 5, de: 3, closed: 3, realised: 4, felt: 1, open: 8 }, { ...STATE, border: "closed" }, 2);
  assert.deepEqual([closed.shown, closed.shown_de, closed.shown_nl], [3, 3, 0]);
});

test("what counts at each state of the border", () => {
  const count = (border) => {
    const within = counts({ ...STATE, border }, 1);
    return [within(30, 1), within(30, 2), within(20, 2), within(31, 1), within(NaN, 1)];
  };
  assert.deepEqual(count("open"), [true, true, true, false, false]);
  assert.deepEqual(count("realised"), [true, false, true, false, false]);
  assert.deepEqual(count("closed"), [true, false, false, false, false]);
});

test("only what is needed is asked", () => {
  const place = { ask: { kind: "cell", index: 1 } };
  assert.deepEqual(Object.keys(requests(STATE, place, "today")), ["open"]);
  const all = requests({ ...STATE, reading: "routing", scenario: "plan" }, place, "today");
  assert.deepEqual(Object.entries(all).map(([name, one]) => [name, one.scenario, one.foreign_routing]), [
    ["open", "plan", true], ["wall", "plan", false], ["before", "today", true], ["beforeWall", "today", false]]);
});

const curve = { nl: [0, 1, 2, 3], de: [0, 10, 20, 30] };
test("a curve gives what stands for a state", () => {
  const at = (border, home, resistance = 1) => fromCurve({ ...STATE, cutoff: 2, resistance, border }, curve, home);
  assert.deepEqual([at("open", 1), at("realised", 1), at("closed", 1), at("realised", 2), at("realised", 1, 9)],
    [22, 12, 2, 21, 2]);
});

test("where no ride helps or the data end, a place is not ranked", () => {
  const state = { ...STATE, cutoff: 2 };
  const entry = { curve, walked: curve, edge: [Infinity, Infinity, 2] };
  assert.deepEqual(standing(state, entry, 1), { value: 22, edge: true, still: true });
  assert.deepEqual(standing({ ...state, border: "realised" }, { ...entry, walked: null }, 1),
    { value: 2, edge: false, still: false });
  const rows = [[3, false, false], [NaN, false, false], [9, true, true], [5, false, true], [7, false, false]]
    .map(([value, edge, still]) => ({ value, edge, still }));
  const found = sorted(rows);
  assert.deepEqual(found.rows.map((one) => one.value), [7, 3]);
  assert.deepEqual(found.left, { edge: 1, still: 1, unknown: 1 });
});

test("the inhabitant in the middle gives a municipality's time", () => {
  const engine = { cells: { n: 4, population: [1, 5, 1, 2] } };
  const [near, far] = [{ code: "near" }, { code: "far" }];
  const rows = byArea(engine, [far, near], (cell) => (cell < 3 ? near : far), STATE, Float32Array.of(1, 20, 40, NaN));
  assert.deepEqual(rows, [{ area: near, median: 20, within: 6 }, { area: far, median: Infinity, within: 0 }]);
});
