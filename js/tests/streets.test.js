import assert from "node:assert/strict";
import { test } from "node:test";
import { contract, customise } from "../src/engine/hierarchy.js";
import { edgesByShortcut, shortestWay } from "../src/engine/path.js";
import { sweep, workspace } from "../src/engine/sweep.js";
import { CLOSED, endsOf, lengthsOf, metresOf, secondsOf } from "../src/engine/weights.js";

/** Numbers from 0 up to 1, the same each time. */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Seconds between all vertices (Floyd and Warshall). */
function allPairs(n, tail, head, ahead, back) {
  const times = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 0 : Infinity)));
  tail.forEach((one, e) => {
    times[one][head[e]] = Math.min(times[one][head[e]], ahead[e]);
    times[head[e]][one] = Math.min(times[head[e]][one], back[e]);
  });
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) times[i][j] = Math.min(times[i][j], times[i][k] + times[k][j]);
    }
  }
  return times;
}

/** The order of contraction by the tree: every subtree is a range, as Python numbers them. */
function postordered(n, tail, head) {
  const { parent } = contract(n, tail, head);
  const children = Array.from({ length: n + 1 }, () => []);
  parent.forEach((above, v) => children[above < 0 ? n : above].push(v));
  const rank = new Int32Array(n);
  let next = 0;
  const visit = (v) => {
    children[v].forEach(visit);
    if (v < n) rank[v] = next++;
  };
  visit(n);
  return rank;
}

test("a sweep finds the least seconds to every vertex within the limit, both ways", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const draw = drawing(seed);
    const n = 2 + Math.floor(draw() * 12);
    const edges = 1 + Math.floor(draw() * 30);
    const some = () => Int32Array.from({ length: edges }, () => Math.floor(draw() * n));
    const kept = [some(), some()];
    const real = [...kept[0].keys()].filter((e) => kept[0][e] !== kept[1][e]);
    const [tails, heads] = kept.map((ends) => Int32Array.from(real, (e) => ends[e]));
    const seconds = () => Float64Array.from(real, () => (draw() < 0.2 ? Infinity : Math.floor(draw() * 50)));
    const [ahead, back] = [seconds(), seconds()];
    const rank = postordered(n, tails, heads);
    const [tail, head] = [tails.map((v) => rank[v]), heads.map((v) => rank[v])];
    const hierarchy = contract(n, tail, head);
    const { up, down } = customise(hierarchy, ahead, back);
    const wanted = allPairs(n, [...tail], [...head], ahead, back);
    const work = workspace(n);
    const limit = 60;
    const empty = new Uint8Array(n);
    for (let from = 0; from < n; from++) {
      sweep(hierarchy, { leave: up, enter: down, empty }, from, 5, limit, work);
      const there = wanted[from].map((time) => (time + 5 <= limit ? time + 5 : Infinity));
      assert.deepEqual([...work.best], there);
      assert.equal(work.count, there.filter((time) => time < Infinity).length);
      sweep(hierarchy, { leave: down, enter: up, empty }, from, 0, Infinity, work);
      assert.deepEqual([...work.best], wanted.map((row) => row[from]));
    }
  }
});

test("a place that is nowhere, or too far off, reaches nothing", () => {
  const hierarchy = contract(2, Int32Array.of(0), Int32Array.of(1));
  const { up, down } = customise(hierarchy, Float64Array.of(7), Float64Array.of(9));
  const how = { leave: up, enter: down, empty: new Uint8Array(2) };
  const work = workspace(2);
  sweep(hierarchy, how, 0, 1, 20, work);
  assert.deepEqual([...work.best], [1, 8]);
  sweep(hierarchy, how, -1, 1, 20, work);
  assert.deepEqual([work.count, ...work.best], [0, Infinity, Infinity]);
  sweep(hierarchy, how, 1, 30, 20, work);
  assert.equal(work.count, 0);
});

test("subtrees in which no point stands are left out", () => {
  const hierarchy = contract(3, Int32Array.of(0, 1), Int32Array.of(2, 2));
  const { up, down } = customise(hierarchy, Float64Array.of(3, 4), Float64Array.of(3, 4));
  const work = workspace(3);
  sweep(hierarchy, { leave: up, enter: down, empty: Uint8Array.of(0, 1, 0) }, 2, 0, 99, work);
  assert.deepEqual([...work.best], [3, Infinity, 0]);
});

test("edges and seconds are read as they were written", () => {
  const ends = endsOf(Int32Array.of(2, 1, 0), Int32Array.of(1, 1, 1));
  assert.deepEqual([[...ends.tail], [...ends.head]], [[0, 0, 1], [1, 2, 2]]);
  const at = { lon: Float64Array.of(7, 7, NaN), lat: Float64Array.of(52, 52.01, NaN) };
  const lengths = lengthsOf(ends, Int32Array.of(2, 50, 60), 0.1, at);
  assert.deepEqual([...lengths], [113, 50, 60]); // a tenth of 1,112 m, and two more
  const first = secondsOf(lengths, null, { factors: [1, 2] },
    { factor: Uint8Array.of(0, 1, 0, 255, 0, 255), rest: Int32Array.of(0, 0, -20, 0, 10, 0), step: 0.5 });
  assert.deepEqual([...first], [113, 100, 50, Infinity, 55, Infinity]);
  const second = secondsOf(lengths, first, { factors: [0.5] },
    { factor: Uint8Array.of(0, 0, 0, 0, 255, 0), rest: new Int32Array(6), step: 1 });
  // what is closed in the metric before is written from the other direction
  assert.deepEqual([...second], [56.5, 50, 25, 56.5, Infinity, 25]);
});

test("the way between two vertices is made of edges, and as long as the least seconds", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const draw = drawing(seed);
    const n = 2 + Math.floor(draw() * 14);
    const pairs = [...Array(n).keys()].flatMap((a) => [...Array(a).keys()].map((b) => [b, a])).filter(() => draw() < 0.3);
    const [tails, heads] = [0, 1].map((end) => Int32Array.from(pairs, (pair) => pair[end]));
    const seconds = () => Float64Array.from(pairs, () => (draw() < 0.2 ? Infinity : Math.floor(draw() * 50)));
    const [ahead, back] = [seconds(), seconds()];
    const rank = postordered(n, tails, heads);
    const [tail, head] = [tails.map((v) => rank[v]), heads.map((v) => rank[v])];
    const hierarchy = contract(n, tail, head);
    const edges = { edgesOf: edgesByShortcut(hierarchy), seconds: Float64Array.from([...ahead, ...back]) };
    const streets = { hierarchy, timed: customise(hierarchy, ahead, back), edges };
    const times = allPairs(n, tail, head, ahead, back);
    for (let from = 0; from < n; from++) {
      for (let to = 0; to < n; to++) {
        const way = shortestWay(streets, from, to);
        assert.equal(way?.seconds ?? Infinity, times[from][to]);
        if (!way) continue;
        assert.deepEqual([way.vertices[0], way.vertices.at(-1), way.edges.length], [from, to, way.vertices.length - 1]);
        const sum = way.edges.reduce((all, e, k) => {
          const [one, other] = way.vertices.slice(k, k + 2);
          assert.deepEqual([one, other].sort(), [tail[e], head[e]].sort());
          return all + (one === tail[e] ? ahead[e] : back[e]);
        }, 0);
        assert.equal(sum, way.seconds);
      }
    }
  }
  assert.equal(shortestWay(/** @type {any} */ ({ hierarchy: {}, timed: {} }), -1, 0), null);
});

test("metres are the seconds of one pace, and where nobody walks the straight line with its detour", () => {
  const ends = { tail: Int32Array.of(0, 1), head: Int32Array.of(1, 2) };
  const at = { lon: Float64Array.of(7, 7, 7), lat: Float64Array.of(52, 52.01, 52.02) };
  const factor = Uint8Array.of(0, CLOSED, 0, CLOSED);
  const [walked, driven] = metresOf(ends, { seconds: Float64Array.of(720, 60), metre: 0.72, factor }, 1.2, at);
  assert.equal(walked, 1000);
  assert.ok(Math.abs(driven - 1.2 * 1112.6) < 1);
});
