import assert from "node:assert/strict";
import { test } from "node:test";
import { differing, otherState, versusOf, versusText, withVersus } from "../src/atlas/versus.js";
import { gap } from "../src/atlas/versus_shown.js";

const STATE = {
  language: "nl", theme: "auto", place: "place:a", whose: "place", direction: "from", trip: "car", percentile: 50,
  cutoff: 45, border: "open", reading: "destinations", resistance: 15, opportunity: "jobs", scenario: "today",
  compare: false, versus: "", target: "",
};
const KNOWN = {
  trips: [{ id: "car", max_min: 60, percentiles: [] }, { id: "bus", max_min: 40, percentiles: [25, 75] }],
  opportunities: ["jobs"], scenarios: ["today", "plan"], scenariosOf: (trip) => (trip === "bus" ? ["today", "plan"] : ["today"]),
  hasBorder: true, hasPlace: (key) => ["place:a", "place:b=&"].includes(key), ofInhabitants: () => false,
  mean: { step: 5, longest: () => 60 },
};

test("what a second answer asks is read as it was written, and follows the first in all else", () => {
  const versus = withVersus(STATE, { place: "place:b=&", trip: "bus" });
  assert.deepEqual(versusOf(versus), { place: "place:b=&", trip: "bus" });
  const other = otherState({ ...STATE, versus, target: "place:a" }, KNOWN);
  // by the bus its own percentile, and no farther than it goes
  assert.deepEqual(other, { ...STATE, place: "place:b=&", trip: "bus", percentile: 75, cutoff: 40 });
  assert.deepEqual(differing(STATE, other), ["place", "trip"]);
  assert.equal(otherState({ ...STATE, versus, cutoff: 20 }, KNOWN).cutoff, 20);
});

test("what is asked as by the first is no comparison, and what is not there is left out", () => {
  assert.equal(withVersus(STATE, { border: "open" }), "");
  assert.equal(otherState(STATE, KNOWN), null);
  assert.equal(withVersus({ ...STATE, versus: "border=closed" }, { border: "open" }), "");
  assert.equal(versusText({ border: "closed" }), "border=closed");
  assert.deepEqual(versusOf("lang=de&min=5&vs=x"), {});
  assert.equal(otherState({ ...STATE, versus: "at=place:x&trip=plane" }, KNOWN).place, "place:a");
});

test("a difference is told as a count and a share, and none from nothing", () => {
  const words = { t: (key) => key, signedCount: (v) => (v > 0 ? "+" : "") + v, signedShare: (v) => `${Math.round(100 * v)}%` };
  assert.equal(gap(words, 200, 150), "-50 (-25%)");
  assert.equal(gap(words, 0, 3), "+3");
  assert.equal(gap(words, NaN, 3), "missing");
});
