import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../src/atlas/csv.js";

test("numbers stand as they are, and what is not known is empty", () => {
  assert.equal(csv([], ["a", "b"], [[1.5, NaN], [null, undefined]]), "a,b\r\n1.5,\r\n,\r\n");
});

test("marks of the format are quoted", () => {
  assert.equal(csv([], ["a"], [['say "x", y'], ["two\nlines"], ["semi;colon"]]),
    'a\r\n"say ""x"", y"\r\n"two\nlines"\r\n"semi;colon"\r\n');
});

test("no text is taken for a formula, nor a part of one", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", "\t=1", "a;=1", 'a,"=1', "a\n=1"]) {
    const [, field] = csv([], ["a"], [[text]]).split(/\r\n/);
    assert.doesNotMatch(field.replaceAll('""', '"'), /(^"?|[,;\t\n]["\s]*)[=+@-]/, text);
  }
  assert.match(csv(["=1"], [], []), /^# '=1\r\n/);
});

test("a remark takes one line", () => {
  assert.equal(csv(["one\ntwo\u2028three"], ["a"], []), "# one two three\r\na\r\n");
});
