import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, longest, read, write } from "../src/atlas/state.js";

const START = {
  language: "nl", theme: "auto", place: "place:a", whose: "place", direction: "from", trip: "car", percentile: 50,
  cutoff: 45, border: "open", reading: "destinations", resistance: 15, opportunity: "jobs", scenario: "today",
  compare: false, versus: "", target: "",
};
const KNOWN = {
  trips: [{ id: "car", max_min: 60.5, percentiles: [] }, { id: "bus", max_min: null, percentiles: [10, 50, 90] },
          { id: "boat", max_min: 240, percentiles: [25, 75, 90] }],
  opportunities: ["jobs", "population"], scenarios: ["today", "plan; =1&"],
  scenariosOf: (trip) => (trip === "boat" ? ["today"] : ["today", "plan; =1&"]),
  hasBorder: true,
  hasPlace: (key) => ["place:a", "stop:b&c=d #1"].includes(key),
  ofInhabitants: (state) => state.whose === "mean",
  mean: { step: 5, longest: () => 60 },
};
const ask = (patch, before = START) => checked(patch, before, KNOWN);

test("what an address says is read as it was written", () => {
  const state = ask({ place: "stop:b&c=d #1", trip: "bus", percentile: 90, cutoff: 7, border: "realised", theme: "dark",
    resistance: 0, scenario: "plan; =1&", compare: true, language: "de", target: "place:a",
    versus: "at=stop%3Ab%26c%3Dd%20%231&trip=car" });
  const fragment = write(state);
  assert.match(fragment, /^[\w.=&%:;'()!*~-]+$/);
  assert.deepEqual(ask(read("#" + fragment)), state);
});

test("where there is no border none is closed", () => {
  const state = checked({ border: "closed", reading: "routing" }, START, { ...KNOWN, hasBorder: false });
  assert.deepEqual([state.border, state.reading], ["open", "destinations"]);
});

test("a language alone is an address", () => {
  assert.deepEqual(read("#de"), { language: "de" });
});

test("what cannot be read or is not there is left as it was", () => {
  assert.deepEqual(read("#min=%E0%A4%A&__proto__=1&constructor=2&=3&border"), {});
  for (const patch of [{ place: "place:x" }, { trip: "plane" }, { cutoff: "much" }, { cutoff: "" }, { border: "wall" },
    { opportunity: "gold" }, { scenario: "other" }, { compare: true }, { language: "fr" }, { percentile: 3 },
    { target: "place:x" }, { versus: 7 }]) {
    assert.deepEqual(ask(patch), START, JSON.stringify(patch));
  }
});

test("cutoffs stay within what the trip was computed for", () => {
  assert.equal(longest(KNOWN, "car"), 60);
  assert.equal(ask({ cutoff: 999 }).cutoff, 60);
  assert.equal(ask({ cutoff: 999, trip: "bus" }).cutoff, 90);
  assert.equal(ask({ trip: "boat", cutoff: -3 }).cutoff, 5);
  assert.equal(ask({ trip: "boat" }).percentile, 75);
});

test("of mean inhabitants cutoff and resistance are those that are known", () => {
  const state = ask({ whose: "mean", cutoff: 43, resistance: 12 });
  assert.deepEqual([state.cutoff, state.resistance], [45, 10]);
});

test("a scenario that does not touch the trip is not compared", () => {
  const state = ask({ scenario: "plan; =1&", compare: true });
  assert.equal(state.compare, true);
  assert.deepEqual(ask({ trip: "boat" }, state), { ...START, trip: "boat", percentile: 75 });
});
