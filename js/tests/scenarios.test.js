import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf } from "../src/engine/answers.js";
import { unpack } from "../src/shared/unpack.js";
import { fixture } from "./fixtures.js";

/** Minutes that a page is held to, of the library's. */
const SLACK = 0.05;

/** Whether a page and the library agree; at the limit of the trip one of them may reach no more. */
function agree(found, wanted, limit) {
  if (Number.isNaN(found)) return wanted === null || wanted >= limit - SLACK;
  return wanted === null ? found >= limit - SLACK : Math.abs(found - wanted) <= SLACK;
}

test("scenarios with other streets are answered as by the library, border open and closed, both ways", async () => {
  const { manifest, chunks, limits, minutes } = fixture("scenarios");
  const { times } = answersOf(await unpack(manifest, chunks), manifest.meta);
  let reached = 0;
  for (const { asked, rows } of minutes) {
    rows.forEach((row, index) => {
      const ask = (direction) => times({ ...asked, direction, place: { kind: "cell", index } }).minutes;
      const [ahead, back] = [ask("from"), ask("to")];
      row.forEach((wanted, other) => {
        const pair = `${JSON.stringify(asked)} ${index} ${other}: ${ahead[other]} ${wanted}`;
        assert.ok(agree(ahead[other], wanted, limits[asked.trip]), pair);
        assert.ok(agree(back[other], rows[other][index], limits[asked.trip]), pair);
        reached += Number(wanted !== null);
      });
    });
  }
  assert.ok(reached > 600, String(reached));
});
