/* Which offers fit, and what is nearest. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, matching, readState, timeTo, within, written } from "../src/offers/state.js";

const ROW = { type: "internship", low: null, high: null, nace: [], country: "NL", point: 0 };
const STATE = { home: null, level: "all", sector: "all", kind: "all", trip: "any", cutoff: 30, border: "open" };
/** @param {object} more */
const row = (more) => /** @type {any} */ ({ ...ROW, ...more });

test("what an offer does not tell never rules it out", () => {
  const asked = { ...STATE, level: "4", sector: "CF" };
  assert.deepEqual(fitting(row({}), asked), ["level", "sector"]);
  assert.deepEqual(fitting(row({ low: 3, high: 4, nace: ["F"] }), asked), []);
  assert.deepEqual(fitting(row({ high: 4 }), asked), ["sector"]);
  assert.equal(fitting(row({ low: 5 }), asked), null);
  assert.equal(fitting(row({ nace: ["Q"] }), asked), null);
  assert.equal(fitting(row({}), { ...STATE, kind: "job" }), null);
});

test("the quickest trip counts, and what is not reached comes last", () => {
  const times = { transit: [NaN, 12, NaN], bicycle: [20, 15, NaN] };
  assert.deepEqual(timeTo(times, "any", 0), [20, "bicycle"]);
  assert.deepEqual(timeTo(times, "any", 1), [12, "transit"]);
  assert.deepEqual(timeTo(times, "bicycle", 1), [15, "bicycle"]);
  const offers = [row({ id: "far", point: 2 }), row({ id: "a", point: 0 }), row({ id: "b", point: 1, country: "DE" })];
  const found = matching(offers, STATE, times, null);
  assert.deepEqual(found.map((one) => one.offer.id), ["b", "a", "far"]);
  assert.deepEqual(found.map((one) => within(one, 15)), [true, false, false]);
  assert.deepEqual(matching(offers, STATE, times, "NL").map((one) => one.minutes), [20, NaN, NaN]);
});

test("an address asks for what there is, and for nothing else", () => {
  const known = { trips: ["transit"], kinds: ["job"], levels: ["4"], homes: new Map([["cell", 3]]) };
  const asked = { at: "cell", level: "4", sector: "CF", kind: "job", by: "transit", min: "45", border: "closed" };
  const state = readState(asked, STATE, known);
  assert.deepEqual(written(state), asked);
  const odd = { at: "x", level: "9", sector: "<b>", kind: "y", by: "car", min: "1e9", border: "z" };
  assert.deepEqual(readState(odd, STATE, known), { ...STATE, cutoff: 90 });
});
