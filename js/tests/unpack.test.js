import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack, unpackJson } from "../src/shared/unpack.js";
import { fixture } from "./fixtures.js";

const shown = (value) => (Number.isNaN(value) ? "NaN" : Object.is(value, -0) ? "-0" : value);

test("every number comes back as it was packed", async () => {
  const { manifest, chunks, held } = fixture("packed");
  const arrays = await unpack(manifest, chunks);
  assert.deepEqual(Object.keys(arrays), Object.keys(held));
  for (const [name, values] of Object.entries(held)) {
    assert.deepEqual(Array.from(arrays[name], shown), values, name);
  }
});

test("what stands at the head is what was said", async () => {
  const { manifest, head } = fixture("packed");
  assert.deepEqual(await unpackJson(head), manifest);
});

test("another format is refused", async () => {
  await assert.rejects(unpack({ format: 99, parts: [] }, []), /format 99/);
});

test("what is broken is told by whoever reads it, once", async () => {
  const { head } = fixture("packed");
  const astray = [];
  const note = (/** @type {unknown} */ reason) => astray.push(reason);
  process.on("unhandledRejection", note);
  await assert.rejects(unpackJson(head.slice(0, 10) + "00000" + head.slice(15)));
  await assert.rejects(unpackJson(head.slice(0, 20)));
  await new Promise((done) => setTimeout(done, 20));
  process.off("unhandledRejection", note);
  assert.deepEqual(astray, []);
});
