import assert from "node:assert/strict";
import { test } from "node:test";
import { wrap } from "../src/shared/sheet.js";

/* Every letter is as wide as any other. */
const MEASURE = { measureText: (text) => ({ width: [...text].length }) };

test("a text breaks between words, and a word that is too long within itself", () => {
  assert.deepEqual(wrap(MEASURE, "wo man hinkommt", 9), ["wo man", "hinkommt"]);
  assert.deepEqual(wrap(MEASURE, "Quelle: https://example.org/abc (2026)", 10),
    ["Quelle:", "https://ex", "ample.org/", "abc (2026)"]);
  assert.deepEqual(wrap(MEASURE, "", 10), [""]);
});

test("no line is wider than it may be, and no letter is lost", () => {
  const said = "Erreichbarkeitsunterschied der Rindfleischetikettierungsüberwachungsaufgabenübertragung je Gemeinde";
  for (const width of [5, 12, 30, 70]) {
    const lines = wrap(MEASURE, said, width);
    assert.ok(lines.every((line) => [...line].length <= width), lines.join("|"));
    assert.equal(lines.join("").replace(/ /g, ""), said.replace(/ /g, ""));
  }
});
