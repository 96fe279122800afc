import assert from "node:assert/strict";
import { test } from "node:test";
import { niceStep } from "../src/atlas/chart.js";
import { look } from "../src/atlas/search.js";
import { effectText, sentenceOf, told } from "../src/atlas/telling.js";
import { fill, plain, preferred, wordsOf } from "../src/shared/words.js";

const WORDS = wordsOf({ texts: {
  missing: { en: "unknown" }, at_least: { en: "at least {n}" }, effect_missing: { en: "?" },
  effect_undefined: { en: "undefined" }, effect_said: { en: "{relative} ({absolute})" }, both: { en: "a {x} b {y}" },
} }, "en");

test("what is filled in is not filled in again", () => {
  assert.equal(fill("{a} {b} {toString}", { a: "{b}", b: "c" }), "{b} c {toString}");
});

test("a sentence is pieces and nodes", () => {
  const node = { node: true };
  assert.deepEqual(WORDS.sentence("both", { x: node }), ["a ", node, " b ", "{y}", ""]);
});

test("a page opens in a language that the reader speaks", () => {
  assert.equal(preferred("nl", ["fr-FR", "de-AT", "en"]), "de");
  assert.equal(preferred("nl", ["fr-FR"]), "nl");
});

test("places are found without accents and marks, whole words first", () => {
  assert.equal(plain("Düsseldorf-Süd (Groß)"), "dusseldorf sud gross");
  const entries = ["Gronau", "Gro", "Bad Gronau", "Alt-Agro", "Essen"].map((name, i) => ({ name, plain: plain(name), weight: i }));
  assert.deepEqual(look(entries, " GRÖ ").map((one) => one.name), ["Gro", "Gronau", "Bad Gronau", "Alt-Agro"]);
  assert.deepEqual(look(entries, "()"), []);
});

test("places are found as one types them without marks, and stations by their word", () => {
  const names = ["Münster", "Münster Hbf", "Coesfeld", "Gronau", "Gronau", "Straelen", "Osterwick"];
  const entries = names.map((name, i) => ({ name, plain: plain(name), weight: 10 - i, kind: i === 1 || i === 4 ? "stop" : "place" }));
  const found = (text) => look(entries, text).map((one) => one.name + (one.kind === "stop" ? "*" : ""));
  assert.deepEqual(found("Muenster"), ["Münster", "Münster Hbf*"]);
  assert.deepEqual(found("mue"), ["Münster", "Münster Hbf*"]);
  assert.deepEqual(found("coes"), ["Coesfeld"]);
  assert.deepEqual(found("Strael"), ["Straelen"]);
  assert.deepEqual(found("Bahnhof Gronau"), ["Gronau*"]);
  assert.deepEqual(found("gronau station"), ["Gronau*"]);
  assert.deepEqual(found("Bahnhof"), []);
});

test("a lower bound is told as one", () => {
  const found = (value, lacks, missing) => ({ atLeast: { open: value }, lacks: { open: lacks }, missing });
  assert.equal(told(WORDS, found(5, [], 0), "open"), "5");
  assert.equal(told(WORDS, found(5, ["de"], 0), "open"), "at least 5");
  assert.equal(told(WORDS, found(5, [], 2), "open"), "at least 5");
  assert.equal(told(WORDS, found(0, [], 2), "open"), "0");
  assert.equal(told(WORDS, found(NaN, ["nl", "de"], 0), "open"), "unknown");
});

test("the border effect is undefined where nothing is reached without it", () => {
  assert.equal(effectText(WORDS, { open: 15, closed: 10 }), "+50% (+5)");
  assert.equal(effectText(WORDS, { open: 15, closed: 0 }), "undefined (+15)");
  assert.equal(effectText(WORDS, { open: 0, closed: 0 }), "undefined");
  assert.equal(effectText(WORDS, { open: NaN, closed: 1 }), "?");
});

test("each kind of answer has its sentence", () => {
  const found = { atLeast: { open: 5 }, lacks: { open: [] }, open: 5, closed: 3, shareWithout: NaN,
                  sides: ["nl", "de"] };
  const key = (more) => sentenceOf({ ...found, ...more });
  assert.deepEqual([key({}), key({ closed: 4.8 }), key({ closed: 0 }), key({ lacks: { open: ["de"] } }),
    key({ atLeast: { open: NaN } }), key({ shareWithout: 1 }), key({ shareWithout: 1, noService: true }),
    key({ sides: ["cz"] }), key({ closed: 4.8, touchesEdge: true }), key({ touchesEdge: true })],
  ["", "_same", "_undefined", "_unknown", "_nothing", "_still", "_no_stop", "_whole", "_same_edge", ""]);
});

test("steps of an axis read well", () => {
  assert.deepEqual([0.2, 1, 1.5, 3, 7, 34, 180, 333333].map(niceStep), [1, 1, 2, 5, 10, 50, 200, 500000]);
});

test("a postcode is found with what one types behind it", () => {
  const entries = [["7511", "postcode"], ["48599", "postcode"], ["4859", "postcode"], ["Gronau", "place"]]
    .map(([name, kind]) => ({ name, kind, plain: plain(name), weight: 0 }));
  /** @param {string} text */
  const found = (text) => look(entries, text).map((one) => one.name);
  assert.deepEqual(found("7511 AB"), ["7511"]);
  assert.deepEqual(found("7511ab"), ["7511"]);
  assert.deepEqual(found("48599 Gronau"), ["48599"]);
  assert.deepEqual(found("48599"), ["48599"]);
  assert.deepEqual(found("751"), ["7511"]);
  assert.deepEqual(found("75119"), []);
});
