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

/** Figures by country as the engine has them. */
function reachOf(by, feltBy, home) {
  const sum = (values) => values.reduce((all, value, i) => (i === home ? all : all + value), 0);
  const closed = by[home] ?? NaN;
  return { by, feltBy, closed, felt: sum(feltBy), realised: closed + sum(feltBy), open: closed + sum(by) };
}

test("what one country lacks does not hide what the other has", () => {
  const sides = ["nl", "de"];
  const found = knownParts(reachOf([5, NaN], [5, NaN], 0), STATE, 0, sides);
  assert.deepEqual(found.atLeast, { closed: 5, realised: 5, open: 5 });
  assert.deepEqual(found.lacks, { closed: [], realised: ["de"], open: ["de"] });
  assert.deepEqual([found.shownBy, found.unknownCountries], [[5, NaN], ["de"]]);
  const closed = knownParts(reachOf([5, 3], [1, 3], 1), { ...STATE, border: "closed" }, 1, sides);
  assert.deepEqual([closed.shown, closed.shownBy], [3, [0, 3]]);
});

test("of three countries the own stands against both others", () => {
  const sides = ["fr", "ch", "lu"];
  const at = (border, by, felt) => knownParts(reachOf(by, felt, 1), { ...STATE, border }, 1, sides);
  const open = at("open", [5, 3, 7], [1, 3, 2]);
  assert.deepEqual([open.closed, open.realised, open.open, open.shownBy], [3, 6, 15, [5, 3, 7]]);
  assert.deepEqual(at("realised", [5, 3, 7], [1, 3, 2]).shownBy, [1, 3, 2]);
  assert.deepEqual(at("closed", [5, 3, 7], [1, 3, 2]).shownBy, [0, 3, 0]);
  const partly = at("open", [NaN, 3, 7], [NaN, 3, 2]);
  assert.deepEqual([partly.atLeast, partly.lacks.open], [{ closed: 3, realised: 5, open: 10 }, ["fr"]]);
});

test("of one country all that is reached is its own", () => {
  const found = knownParts(reachOf([8], [8], 0), STATE, 0, ["dk"]);
  assert.deepEqual([found.closed, found.open, found.shownBy, found.lacks.open, found.sides], [8, 8, [8], [], ["dk"]]);
});

test("what lies in the own country is not known where no cells do", () => {
  const found = knownParts(reachOf([5, 3], [1, 2], 2), STATE, 2, ["nl", "de", "be"]);
  assert.deepEqual(found.atLeast, { closed: NaN, realised: 3, open: 8 });
  assert.deepEqual([found.lacks.open, found.shownBy, found.sides], [["be"], [5, 3], ["nl", "de"]]);
  assert.deepEqual(knownParts(reachOf([5, 3], [1, 2], -1), STATE, -1, ["nl", "de"]).lacks.open, ["other"]);
});

test("what counts at each state of the border", () => {
  const count = (border) => {
    const within = counts({ ...STATE, border }, 0);
    return [within(30, 0), within(30, 1), within(20, 2), within(31, 0), within(NaN, 0)];
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

const curve = { by: [[0, 1, 2, 3], [0, 10, 20, 30]] };
const three = { by: [...curve.by, [0, 100, 200, 300]] };
test("a curve gives what stands for a state", () => {
  const at = (border, home, resistance = 1) => fromCurve({ ...STATE, cutoff: 2, resistance, border }, curve, home);
  assert.deepEqual([at("open", 0), at("realised", 0), at("closed", 0), at("realised", 1), at("realised", 0, 9)],
    [22, 12, 2, 21, 2]);
  const of = (border, home) => fromCurve({ ...STATE, cutoff: 2, resistance: 1, border }, three, home);
  assert.deepEqual([of("open", 2), of("realised", 1), of("closed", 1)], [222, 121, 20]);
  assert.equal(fromCurve({ ...STATE, cutoff: 2, border: "closed" }, { by: [[0, 1, 2]] }, 0), 2);
});

test("where no ride helps or the data end, a place is not ranked", () => {
  const state = { ...STATE, cutoff: 2 };
  const entry = { curve, walked: curve, edge: [Infinity, 2] };
  assert.deepEqual(standing(state, entry, 0), { value: 22, edge: true, still: true });
  assert.deepEqual(standing({ ...state, border: "realised" }, { ...entry, walked: null }, 0),
    { value: 2, edge: false, still: false });
  const far = { curve: three, walked: null, edge: [Infinity, Infinity, 2] };
  assert.deepEqual(["open", "closed"].map((border) => standing({ ...state, border }, far, 0).edge), [true, false]);
  assert.equal(standing(state, { curve: { by: [[0, 1, 2]] }, walked: null, edge: [2] }, 0).edge, true);
  const cut = { curve, walked: null, edge: [Infinity, Infinity], cut: 2 };
  assert.deepEqual([1, 2].map((cutoff) => standing({ ...STATE, cutoff }, cut, 0).edge), [false, true]);
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
