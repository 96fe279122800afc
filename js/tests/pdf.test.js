import assert from "node:assert/strict";
import { test } from "node:test";
import { ansi, pdfOf } from "../src/shared/pdf.js";

test("a page of A4 lies as its picture does, and every object is where the table says", () => {
  for (const [width, height, box] of [[200, 100, "841.89 595.28"], [100, 200, "595.28 841.89"]]) {
    const file = Buffer.from(pdfOf({ bytes: Uint8Array.of(255, 216, 255, 217), width, height }, "Karte\u2026", ["M\u00fcnster", ""], "de"));
    const text = file.toString("latin1");
    assert.ok(text.startsWith("%PDF-1.7") && text.endsWith("%%EOF\n"));
    assert.ok(text.includes(`/MediaBox [0 0 ${box}]`) && text.includes("/Lang (de)"));
    assert.equal(text.match(/ Tj/g).length, 1);
    const table = Number(text.match(/startxref\n(\d+)/)[1]);
    assert.equal(text.slice(table, table + 4), "xref");
    const starts = [...text.slice(table).matchAll(/(\d{10}) 00000 n/g)].map((found) => Number(found[1]));
    assert.equal(starts.length, 7);
    starts.forEach((start, i) => assert.ok(text.slice(start).startsWith(`${i + 1} 0 obj`)));
  }
});

test("letters are those of the font, and what it has not is a question mark", () => {
  assert.equal(ansi("A\u00fc\u2013\u4e00"), "<41fc963f>");
});
