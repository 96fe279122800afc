import assert from "node:assert/strict";
import { test } from "node:test";
import { numberOf, tableCsv, workbook, zip } from "../src/shared/small_table.js";

const TABLE = { caption: "Losser", head: ["Vervoer", "Grens", "45 min"],
                body: [["auto", "grens open", "658.487"], ["trein; te voet", "grens dicht", "7,5"],
                       ["=lopen", "grens dicht", "ten minste 12"]] };

test("what is told is read as its language writes it", () => {
  assert.equal(numberOf("658.487", "nl"), 658487);
  assert.equal(numberOf("658,487", "en"), 658487);
  assert.equal(numberOf("\u22127,5", "de"), -7.5);
  assert.ok(Number.isNaN(numberOf("ten minste 12", "nl")));
  assert.ok(Number.isNaN(numberOf("geen gegevens", "nl")));
});

test("a table for spreadsheets has semicolons and decimal commas where the language has", () => {
  assert.equal(tableCsv(TABLE, "nl"), "Vervoer;Grens;45 min\r\nauto;grens open;658487\r\n"
    + "\"trein; te voet\";grens dicht;7,5\r\n'=lopen;grens dicht;ten minste 12\r\n");
  assert.ok(tableCsv({ ...TABLE, body: [["car", "open", "7.5"]] }, "en").includes("car,open,7.5"));
});

test("a workbook holds figures as numbers, and nothing that is not XML", () => {
  const files = new Map(workbook({ ...TABLE, body: [["<a> & b", "x", "1.234"]] }, "de", ["Satz."]));
  assert.ok(files.get("xl/worksheets/sheet1.xml")?.includes("<v>1234</v>"));
  assert.ok(files.get("xl/worksheets/sheet1.xml")?.includes("&lt;a&gt; &amp; b"));
  assert.ok(files.get("xl/worksheets/sheet2.xml")?.includes("Satz."));
});

test("what is longer than a column of a workbook breaks within it, and a heading runs over the next", () => {
  const long = "Erreichbare Arbeitspl\u00e4tze innerhalb von 45 Minuten mit der Bahn";
  const files = new Map(workbook({ caption: "", head: [long], body: [["Ort", long], ["Gronau", "7"]] }, "de", [long, long + long]));
  const [table, notes] = [1, 2].map((n) => String(files.get(`xl/worksheets/sheet${n}.xml`)));
  assert.deepEqual([...table.matchAll(/ width="(\d+)"/g)].map((found) => found[1]), ["8", "44"]);
  assert.deepEqual([table, notes].map((text) => text.match(/ s="2"/g)?.length), [1, 1]);
  assert.ok(table.includes("<cols>") && !new Map(workbook({ caption: "", head: ["a"], body: [] }, "de", [])).get("xl/worksheets/sheet1.xml")?.includes("<cols>"));
});

test("an archive begins with its first file and ends with its list", () => {
  const bytes = zip([["a.txt", "abc"]]);
  const view = new DataView(bytes.buffer);
  assert.equal(view.getUint32(0, true), 0x04034b50);
  assert.equal(view.getUint32(14, true), 0x352441c2); // the check of "abc"
  assert.equal(view.getUint32(bytes.length - 22, true), 0x06054b50);
});
