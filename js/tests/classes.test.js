import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf, colourOf, FILLS } from "../src/pages/classes.js";
import { fixture } from "./fixtures.js";

test("figures have the colours that they have on paper", () => {
  const { palettes, rows, figures } = fixture("colours");
  for (const [palette, breaks, colours] of rows) {
    const found = figures.map((figure) => colourOf(classOf(figure, breaks), palette, breaks, palettes))
      .map((colour) => (colour === FILLS.zero ? "#ffffff" : colour));
    assert.deepEqual(found, colours, `${palette} ${breaks}`);
  }
});

test("what is no number has a fill of its own", () => {
  const fill = (figure) => colourOf(classOf(figure, [1]), "sequential", [1], {});
  assert.deepEqual([null, undefined, "u", "n", 0].map(fill),
    ["url(#hatch-missing)", "url(#hatch-missing)", "url(#hatch-undefined)", "var(--noise)", "var(--same)"]);
});
