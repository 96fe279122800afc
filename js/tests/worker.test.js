import assert from "node:assert/strict";
import { test } from "node:test";
import { asking, serve } from "../src/engine/worker.js";

/** A page's end and a worker's end that hear each other. */
function ends() {
  const heard = [[], []];
  const end = (own, other) => ({
    addEventListener: (kind, listen) => (kind === "message" ? heard[own].push(listen) : undefined),
    postMessage: (data) => queueMicrotask(() => heard[other].forEach((listen) => listen({ data: structuredClone(data) }))),
  });
  return [end(0, 1), end(1, 0)];
}

test("a network that cannot be opened is told", async () => {
  const [page, scope] = ends();
  serve(scope);
  await assert.rejects(asking(page, { manifest: { format: 99, parts: [], meta: {} }, chunks: [] }), /format 99/);
});

test("answers go to who asked, in whatever order", async () => {
  const [page, scope] = ends();
  const asked = [];
  scope.addEventListener("message", ({ data }) => {
    if (data.manifest) return scope.postMessage({ opened: true });
    asked.push(data);
    if (asked.length < 3) return undefined;
    for (const { number, asked: { trip } } of asked.reverse()) {
      scope.postMessage(trip === "none" ? { number, failed: "no trip none" } : { number, minutes: [trip], status: "" });
    }
    return undefined;
  });
  const times = await asking(page, { manifest: {}, chunks: [] });
  const answers = await Promise.allSettled(["car", "none", "walk"].map((trip) => times({ trip })));
  assert.deepEqual(answers.map((one) => one.value?.minutes ?? one.reason.message), [["car"], "no trip none", ["walk"]]);
});

test("a worker that breaks down leaves nobody waiting", async () => {
  const listen = {};
  const worker = { addEventListener: (kind, what) => { listen[kind] = what; }, postMessage: () => undefined };
  const opening = asking(worker, { manifest: {}, chunks: [] });
  listen.message({ data: { opened: true } });
  const answer = (await opening)({ trip: "car" });
  listen.error({ message: "out of memory" });
  await assert.rejects(answer, /out of memory/);
});
