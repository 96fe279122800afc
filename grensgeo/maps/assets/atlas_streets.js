"use strict";
/* Travel times along the streets, as grensgeo/routing/dijkstra.py computes them: from or to a point
   that stands at a vertex or part of the way along an edge. Arrays in, arrays out; seconds. */
const GrensgeoStreets = (() => {
  const NOWHERE = -1;
  const ON_EDGE = -2;

  /* Both directions of every edge, by the vertex they leave. Arc `a` leads to `heads[a]` along edge
     `edges[a]`; `ways[a]` is 0 from the edge's tail to its head, else 1. */
  function joined(arrays, nVertices) {
    const counts = arrays["edge/count"];
    const steps = arrays["edge/head_step"];
    const nEdges = steps.length;
    const tail = new Int32Array(nEdges);
    const head = new Int32Array(nEdges);
    const start = new Int32Array(nVertices + 1);
    for (let v = 0, e = 0; v < nVertices; v++) {
      for (let k = 0, at = v; k < counts[v]; k++, e++) {
        at += steps[e];
        tail[e] = v;
        head[e] = at;
        start[v + 1]++;
        start[at + 1]++;
      }
    }
    for (let v = 0; v < nVertices; v++) start[v + 1] += start[v];
    const next = start.slice();
    const heads = new Int32Array(2 * nEdges);
    const edges = new Int32Array(2 * nEdges);
    const ways = new Uint8Array(2 * nEdges);
    for (let e = 0; e < nEdges; e++) {
      const ahead = next[tail[e]]++;
      heads[ahead] = head[e];
      edges[ahead] = e;
      const back = next[head[e]]++;
      heads[back] = tail[e];
      edges[back] = e;
      ways[back] = 1;
    }
    return { nVertices, nEdges, tail, head, start, heads, edges, ways };
  }

  /* What a search needs again and again: labels, and a heap of vertices with four children each,
     which knows where every vertex stands. One is enough for all searches. */
  function workspace(nVertices) {
    return {
      dist: new Float64Array(nVertices).fill(Infinity),
      heap: new Int32Array(nVertices),
      place: new Int32Array(nVertices).fill(-1),
      touched: new Int32Array(nVertices),
      count: 0,
    };
  }

  /* Moves a vertex up to where it belongs. */
  function rise(work, at, vertex, key) {
    const { heap, place, dist } = work;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const other = heap[parent];
      if (dist[other] <= key) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = vertex;
    place[vertex] = at;
  }

  /* Moves the last vertex from the top down to where it belongs. */
  function sink(work, vertex, size) {
    const { heap, place, dist } = work;
    const key = dist[vertex];
    let at = 0;
    for (;;) {
      let child = 4 * at + 1;
      if (child >= size) break;
      const last = Math.min(child + 4, size);
      let least = dist[heap[child]];
      for (let other = child + 1; other < last; other++) {
        const value = dist[heap[other]];
        if (value < least) {
          least = value;
          child = other;
        }
      }
      if (least >= key) break;
      heap[at] = heap[child];
      place[heap[at]] = at;
      at = child;
    }
    heap[at] = vertex;
    place[vertex] = at;
  }

  /* Forgets the last search. */
  function clear(work) {
    for (let i = 0; i < work.count; i++) {
      work.dist[work.touched[i]] = Infinity;
      work.place[work.touched[i]] = -1;
    }
    work.count = 0;
  }

  /* Fills `work.dist` from one point, whose ends are `vertices` at `seconds`. */
  function search(graph, weights, ends, limit, work) {
    const { start, heads } = graph;
    const { dist, heap, place, touched } = work;
    clear(work);
    let size = 0;
    let count = 0;
    for (const [vertex, seconds] of ends) {
      if (vertex < 0 || !(seconds <= limit) || seconds >= dist[vertex]) continue;
      if (place[vertex] < 0) {
        touched[count++] = vertex;
        place[vertex] = size++;
      }
      dist[vertex] = seconds;
      rise(work, place[vertex], vertex, seconds);
    }
    while (size > 0) {
      const vertex = heap[0];
      const key = dist[vertex];
      size--;
      if (size > 0) sink(work, heap[size], size);
      for (let arc = start[vertex], last = start[vertex + 1]; arc < last; arc++) {
        const other = heads[arc];
        const seconds = key + weights[arc];
        if (seconds >= dist[other] || seconds > limit) continue;
        // a label that is finite and can still fall stands in the heap
        if (dist[other] === Infinity) {
          touched[count++] = other;
          place[other] = size++;
        }
        dist[other] = seconds;
        rise(work, place[other], other, seconds);
      }
    }
    work.count = count;
  }

  /* Seconds of every arc in one layer of durations; Infinity where it may not be used. With a
     country only its edges may; `reverse` turns every arc round. */
  function weigh(graph, layer, country, reverse) {
    const { edges, ways, nEdges } = graph;
    const { ahead, back } = layer;
    const [first, second] = reverse ? [back, ahead] : [ahead, back];
    const result = new Float64Array(edges.length);
    const closed = new Uint8Array(nEdges);
    if (country !== 0) {
      for (let e = 0; e < nEdges; e++) closed[e] = layer.country[e] === country ? 0 : 1;
    }
    for (let a = 0; a < edges.length; a++) {
      const e = edges[a];
      const seconds = (ways[a] === 0 ? first[e] : second[e]);
      result[a] = closed[e] || Number.isNaN(seconds) ? Infinity : seconds;
    }
    return result;
  }

  /* Where all points stand in one layer: up to two vertices each, with the seconds to leave by
     them and to arrive from them; Infinity where the edge does not lead there. */
  function stand(graph, snapping, layer, offsetPerM) {
    const { at, edge, fraction, distance } = snapping;
    const n = at.length;
    const vertex = new Int32Array(2 * n).fill(NOWHERE);
    const leave = new Float64Array(2 * n).fill(Infinity);
    const enter = new Float64Array(2 * n).fill(Infinity);
    const open = (seconds) => (Number.isNaN(seconds) ? Infinity : seconds);
    for (let i = 0, k = 0; i < n; i++) {
      const offset = distance[i] * offsetPerM;
      if (at[i] >= 0) {
        vertex[2 * i] = at[i];
        leave[2 * i] = enter[2 * i] = offset;
      } else if (at[i] === ON_EDGE) {
        const e = edge[k];
        const f = fraction[k++];
        const { along, begin, end } = layer;
        vertex[2 * i] = graph.tail[e];
        vertex[2 * i + 1] = graph.head[e];
        leave[2 * i] = open(along[1][e] * f + end(e, 1)) + offset;
        leave[2 * i + 1] = open(along[0][e] * (1 - f) + end(e, 0)) + offset;
        enter[2 * i] = open(along[0][e] * f + begin(e, 0)) + offset;
        enter[2 * i + 1] = open(along[1][e] * (1 - f) + begin(e, 1)) + offset;
      }
    }
    return { vertex, leave, enter };
  }

  return { NOWHERE, ON_EDGE, joined, workspace, search, weigh, stand };
})();
