/* Travel times along the streets, as tests/dijkstra.py computes them: from or to a point
   that stands at a vertex or part of the way along an edge. Arrays in, arrays out; seconds. */

const NOWHERE = -1;
const ON_EDGE = -2;
const OF_BOTH = 255; // country of edges along a border

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
    for (let e = 0; e < nEdges; e++) {
      closed[e] = layer.country[e] === country || layer.country[e] === OF_BOTH ? 0 : 1;
    }
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

/* Seconds along every edge in one layer of durations, and what is lost at its ends. */
function readLayer(arrays, number, country) {
  const lengths = arrays["edge/length_m"];
  const classes = arrays["edge/class"];
  const paces = arrays["class/pace"];
  const n = lengths.length;
  const nClasses = arrays["class/country"].length;
  const along = [0, 1].map((way) => {
    const first = (2 * number + way) * nClasses;
    const seconds = new Float64Array(n);
    for (let e = 0; e < n; e++) seconds[e] = lengths[e] * paces[first + classes[e]];
    return seconds;
  });
  const losing = arrays[`layer/${number}/edge`];
  if (losing === undefined) {
    const nothing = () => 0;
    return { along, country, ahead: along[0], back: along[1], begin: nothing, end: nothing };
  }
  const lost = ["begin_s", "end_s"].map((name) => {
    const seconds = new Float64Array(2 * n);
    const given = arrays[`layer/${number}/${name}`];
    losing.forEach((e, k) => seconds.set(given.subarray(2 * k, 2 * k + 2), 2 * e));
    return seconds;
  });
  const [begin, end] = lost.map((seconds) => (e, way) => seconds[2 * e + way]);
  const [ahead, back] = [0, 1].map((way) =>
    along[way].map((seconds, e) => begin(e, way) + seconds + end(e, way)));
  return { along, country, ahead, back, begin, end };
}

/* Where all points stand: their places in the lists of those along an edge, and the points along
   each edge. */
function readSnapping(arrays, number) {
  const column = (name) => arrays[`snap/${number}/${name}`];
  const snapping = { at: column("at"), edge: column("edge"), fraction: column("fraction"),
    distance: column("distance_m"), status: column("status"),
    place: new Map(), onEdge: new Map() };
  snapping.at.forEach((vertex, point) => {
    if (vertex !== ON_EDGE) return;
    const k = snapping.place.size;
    snapping.place.set(point, k);
    const edge = snapping.edge[k];
    if (!snapping.onEdge.has(edge)) snapping.onEdge.set(edge, []);
    snapping.onEdge.get(edge).push([point, k]);
  });
  return snapping;
}

/* A store that makes what is asked for first, and keeps it. */
export function store(make) {
  const kept = new Map();
  return (...key) => {
    const name = key.join("/");
    if (!kept.has(name)) kept.set(name, make(...key));
    return kept.get(name);
  };
}

/* Points by the vertices they hang by: those of vertex `v` are `entry[start[v]]` up to
   `entry[start[v + 1]]`, twice the point plus which of its two vertices it is. */
function hang(vertex, nVertices, first, last) {
  const start = new Int32Array(nVertices + 1);
  for (let i = 2 * first; i < 2 * last; i++) if (vertex[i] >= 0) start[vertex[i] + 1]++;
  for (let v = 0; v < nVertices; v++) start[v + 1] += start[v];
  const entry = new Int32Array(start[nVertices]);
  const next = start.slice();
  for (let i = 2 * first; i < 2 * last; i++) if (vertex[i] >= 0) entry[next[vertex[i]]++] = i;
  return { start, entry };
}

/* The streets of a page. A question is {snap, number, code, reverse, point, limit}: numbers of a
   snapping and of a layer of durations, a country or 0 for all, whether journeys end at the
   point, the point, and the longest journey in seconds. */
export function of(arrays, meta) {
  const graph = joined(arrays, meta.n_vertices);
  const byClass = arrays["class/country"];
  const country = arrays["edge/class"].map((number) => byClass[number]);
  const layer = store((number) => readLayer(arrays, number, country));
  const snapping = store((number) => readSnapping(arrays, number));
  const weights = store((number, code, reverse) =>
    weigh(graph, layer(number), code, reverse));
  const standing = store((snap, number) =>
    stand(graph, snapping(snap), layer(number), meta.off_network_s_per_m));
  const hung = store((snap, number, first, last) =>
    hang(standing(snap, number).vertex, meta.n_vertices, first, last));
  const work = workspace(meta.n_vertices);
  const nPoints = meta.n_cells + meta.n_places + meta.n_stops;
  const best = new Float64Array(nPoints).fill(Infinity);
  const found = new Int32Array(nPoints);

  function reach({ snap, number, code, reverse, point, limit }) {
    const { vertex, leave, enter } = standing(snap, number);
    const away = reverse ? enter : leave;
    const seeds = [0, 1].map((end) => [vertex[2 * point + end], away[2 * point + end]]);
    search(graph, weights(number, code, reverse), seeds, limit, work);
  }

  /* Points on one edge are joined along it, where the direction is open. */
  function alongEdge({ snap, number, reverse, point }, visit) {
    const { edge, fraction, distance, place, onEdge } = snapping(snap);
    const here = place.get(point);
    if (here === undefined) return;
    const seconds = layer(number).along;
    for (const [other, k] of onEdge.get(edge[here])) {
      const [start, end] = reverse ? [fraction[k], fraction[here]] : [fraction[here], fraction[k]];
      const way = end >= start ? 0 : 1;
      const part = end === start ? 0 : seconds[way][edge[k]] * Math.abs(end - start);
      visit(other, part + (distance[point] + distance[other]) * meta.off_network_s_per_m);
    }
  }

  /* Seconds between the point and the points `first` up to `last`: written into `out`, Infinity
     where beyond the limit. */
  function toAll(ask, first, last, out) {
    reach(ask);
    const { vertex, leave, enter } = standing(ask.snap, ask.number);
    const onward = ask.reverse ? leave : enter;
    const { dist } = work;
    for (let i = first; i < last; i++) {
      let least = Infinity;
      const one = vertex[2 * i];
      if (one >= 0) least = dist[one] + onward[2 * i];
      const other = vertex[2 * i + 1];
      if (other >= 0) least = Math.min(least, dist[other] + onward[2 * i + 1]);
      out[i - first] = least <= ask.limit ? least : Infinity;
    }
    alongEdge(ask, (other, seconds) => {
      if (other < first || other >= last || !(seconds <= ask.limit)) return;
      if (seconds < out[other - first]) out[other - first] = seconds;
    });
  }

  /* The same for short ways: visits those within the limit alone, each once, in no order. */
  function toNear(ask, first, last, visit) {
    reach(ask);
    const { leave, enter } = standing(ask.snap, ask.number);
    const onward = ask.reverse ? leave : enter;
    const { start, entry } = hung(ask.snap, ask.number, first, last);
    const { limit } = ask;
    let n = 0;
    const offer = (point, seconds) => {
      if (!(seconds < best[point] && seconds <= limit)) return;
      if (best[point] === Infinity) found[n++] = point;
      best[point] = seconds;
    };
    for (let t = 0; t < work.count; t++) {
      const v = work.touched[t];
      for (let k = start[v]; k < start[v + 1]; k++) {
        offer(entry[k] >> 1, work.dist[v] + onward[entry[k]]);
      }
    }
    alongEdge(ask, (other, seconds) => {
      if (other >= first && other < last) offer(other, seconds);
    });
    for (let k = 0; k < n; k++) {
      const seconds = best[found[k]];
      best[found[k]] = Infinity;
      visit(found[k], seconds);
    }
  }

  return { snapping, toAll, toNear };
}
