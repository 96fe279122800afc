import assert from "node:assert/strict";
import { test } from "node:test";
import { LOCALES, numbersIn } from "../src/shared/numbers.js";
import { fixture } from "./fixtures.js";

for (const [language, locale] of Object.entries(LOCALES)) {
  test(`numbers are written in ${language} as on paper`, () => {
    const numbers = numbersIn(locale);
    const write = { count: numbers.count, percent: numbers.share,
                    change: numbers.signedCount, change_percent: numbers.signedShare };
    for (const told of fixture("numbers")) {
      assert.equal(write[told.unit](told.value), told[language], `${told.value} ${told.unit}`);
    }
  });
}

test("a share that is not quite nothing or everything is not told as if it were", () => {
  const { part } = numbersIn("en-GB");
  assert.deepEqual([0, 0.0001, 0.0005, 0.5, 0.995, 0.9999, 1].map(part),
    ["0%", "<0.1%", "0.1%", "50%", "100%", ">99%", "100%"]);
});
